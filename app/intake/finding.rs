//! One thing found while reading a list: how grave, about which field, what.

use serde::{Deserialize, Serialize};

use super::{code::Code, level::Level};

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The office's own row number (№).
    Number,
    /// The name as a whole, when its parts cannot be told apart.
    Name,
    /// Surname.
    Surname,
    /// Given name.
    GivenName,
    /// Patronymic.
    Patronymic,
    /// Individual identification number.
    Iin,
    /// Birth date.
    BirthDate,
    /// Number of the identity card.
    DocumentNumber,
    /// Telephone.
    Phone,
    /// Address of electronic mail.
    Email,
    /// The language in which the person is written to.
    Language,
    /// Address.
    Address,
    /// Workplace and position.
    Workplace,
    /// The row as a whole.
    Row,
    /// A column of the table.
    Column,
    /// A sheet of the workbook.
    Sheet,
    /// The list as a whole.
    List,
}

impl Field {
    /// Tells the field's name in the JSON report, the same as the row's key where there is one.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Surname => "surname",
            Self::GivenName => "given_name",
            Self::Patronymic => "patronymic",
            Self::Iin => "iin",
            Self::BirthDate => "birth_date",
            Self::DocumentNumber => "document_number",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Language => "language",
            Self::Address => "address",
            Self::Workplace => "workplace",
            Self::Row => "row",
            Self::Column => "column",
            Self::Sheet => "sheet",
            Self::List => "list",
        }
    }
}

/// One thing found; its level follows from its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What it is about.
    pub field: Field,
    /// What was found.
    pub code: Code,
    /// Where or how much, in words that need no translation: a column title, a row number. Never a name or an IIN.
    pub detail: Option<String>,
}

impl Finding {
    /// Makes a finding without detail.
    #[must_use]
    pub fn new(field: Field, code: Code) -> Self {
        Self { field, code, detail: None }
    }

    /// Makes a finding that says where.
    #[must_use]
    pub fn detailed(field: Field, code: Code, detail: impl Into<String>) -> Self {
        Self { field, code, detail: Some(detail.into()) }
    }

    /// Tells how grave it is.
    #[must_use]
    pub fn level(&self) -> Level {
        self.code.level()
    }

    /// Says it in English; other languages translate `finding-<code>` and add the detail.
    #[must_use]
    pub fn message(&self) -> String {
        match &self.detail {
            Some(detail) => format!("{} ({detail})", self.code.message()),
            None => self.code.message().to_owned(),
        }
    }
}

//! What was read from a member list: its people row by row, each with its findings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    code::Code,
    columns::Columns,
    finding::{Field, Finding},
    level::Level,
    typed::Typed,
};
use crate::domain::{
    iin::Iin,
    language::Language,
    person::{DocumentKind, Particulars},
};

/// A member list as read, before anything is saved (clause 19).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The name the file was sent under.
    pub file_name: String,
    /// The tables that were found, in the order of sheets and rows, each with its columns.
    pub tables: Vec<Columns>,
    /// The people, in the order of sheets and rows.
    pub rows: Vec<Row>,
    /// Sheet, row and first column of each row of a table that holds data and no person that could be read.
    pub unclear: Vec<(String, u32, u32)>,
    /// What was found about columns, sheets and the list as a whole.
    pub findings: Vec<Finding>,
}

/// One person of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Name of the sheet.
    pub sheet: String,
    /// Row of the sheet, counted from 1.
    pub row: u32,
    /// First column of the table, counted from 0: tables side by side have two people in one row.
    pub column: u32,
    /// The office's own №, as written.
    pub number: Option<String>,
    /// Surname.
    pub surname: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// Somebody has said that the document holds one name only, which then stands as the surname.
    #[serde(default)]
    pub has_one_name: bool,
    /// Patronymic, which a person may lack in law.
    pub patronymic: Option<String>,
    /// The IIN, when it is right or could be restored with certainty.
    #[serde(with = "sealed_iin")]
    pub iin: Option<Iin>,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// The date that the IIN tells, where what is written differs from it in one plain way: taken when somebody says so.
    #[serde(default)]
    pub proposed_birth_date: Option<NaiveDate>,
    /// Nine digits of an identity card, or a passport number with a warning.
    pub document_number: Option<String>,
    /// Telephone as +7 and ten digits.
    pub phone: Option<String>,
    /// Address of electronic mail.
    #[serde(default)]
    pub email: Option<String>,
    /// The language in which the person is written to.
    #[serde(default)]
    pub language: Option<Language>,
    /// Address.
    pub address: Option<String>,
    /// Workplace and position.
    pub workplace: Option<String>,
    /// The note names this person as squad leader: a hint, never an appointment (clause 7).
    pub proposed_leader: bool,
    /// What stands in cells that could not be read, for the form that asks again.
    pub typed: BTreeMap<Field, Typed>,
    /// What was found in this row.
    pub findings: Vec<Finding>,
    /// Why the row is not taken unless the office says otherwise.
    pub skipped: Option<Skipped>,
}

impl Row {
    /// Tells the gravest level among the row's findings.
    #[must_use]
    pub fn level(&self) -> Level {
        self.findings.iter().map(Finding::level).max().unwrap_or(Level::Ok)
    }

    /// Whether the name is whole: surname and given name, or the one name that the document holds.
    #[must_use]
    pub const fn has_name(&self) -> bool {
        self.surname.is_some() && (self.given_name.is_some() || self.has_one_name)
    }

    /// The row of somebody whose document holds one name only: it stands as the surname, wherever it was written.
    #[must_use]
    pub fn with_one_name(mut self) -> Self {
        if self.surname.is_none() {
            self.surname = self.given_name.take();
        }
        self.has_one_name = self.surname.is_some() && self.given_name.is_none();
        if self.has_one_name {
            self.findings.retain(|finding| finding.code != Code::NameIncomplete);
        }
        self
    }

    /// The particulars of a membership; `None` while the name or the IIN is missing.
    #[must_use]
    pub fn particulars(&self) -> Option<Particulars> {
        if !self.has_name() {
            return None;
        }
        let is_passport =
            self.findings.iter().any(|finding| finding.code == Code::DocumentPassport);
        Some(Particulars {
            surname: self.surname.clone()?,
            given_name: self.given_name.clone(),
            patronymic: self.patronymic.clone(),
            iin: self.iin.clone()?,
            birth_date: self.birth_date,
            document_kind: if is_passport { DocumentKind::Passport } else { DocumentKind::IdCard },
            document_number: self.document_number.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            language: self.language,
        })
    }
}

/// Why a row is shown and not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Skipped {
    /// The name is crossed out on the sheet.
    StruckOut,
    /// The row is hidden on the sheet, by hand or by a filter.
    Hidden,
}

impl Skipped {
    /// Tells the reason's name in the JSON report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::StruckOut => "struck_out",
            Self::Hidden => "hidden",
        }
    }

    /// The question whose answer takes the row.
    #[must_use]
    pub fn question(self) -> Code {
        match self {
            Self::StruckOut => Code::RowStruckOut,
            Self::Hidden => Code::RowHidden,
        }
    }
}

/// A report travels between processes and into sealed drafts, the only places where an IIN is serialised.
mod sealed_iin {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::domain::iin::Iin;

    #[expect(clippy::ref_option, reason = "serde gives the field by reference")]
    pub(super) fn serialize<S: Serializer>(
        iin: &Option<Iin>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        iin.as_ref().map(Iin::expose).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Iin>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| Iin::parse(&text).map_err(D::Error::custom)).transpose()
    }
}

//! A person and the particulars one body typed for one membership.

use super::{iin::Iin, kazakh};
use chrono::NaiveDate;
use std::fmt;

text_enum! {
    /// What stands on the copy. Clause 19 names the identity card; a passport is accepted with a warning.
    DocumentKind {
        IdCard = "id_card",
        Passport = "passport",
    }
}

/// What the akimat typed about one person for one membership; another body's typing neither overwrites nor reveals it.
#[derive(Clone)]
pub struct Particulars {
    pub surname: String,
    pub given_name: String,
    pub patronymic: Option<String>,
    pub iin: Iin,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub document_number: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
}

impl Particulars {
    /// Surname, given name and, if there is one, patronymic.
    #[must_use]
    pub fn full_name(&self) -> String {
        let mut name = format!("{} {}", self.surname, self.given_name);
        if let Some(patronymic) = &self.patronymic {
            name.push(' ');
            name.push_str(patronymic);
        }
        name.trim_end().to_owned()
    }

    /// Bytes that sort as the Kazakh alphabet does.
    #[must_use]
    pub fn sort_key(&self) -> Vec<u8> {
        kazakh::sort_key(&self.full_name())
    }
}

impl fmt::Debug for Particulars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Particulars(***)")
    }
}

//! A person and the particulars one body typed for one membership.

use super::{iin::Iin, kazakh, language::Language};
use chrono::NaiveDate;
use std::{collections::BTreeMap, fmt};

text_enum! {
    /// What stands on the copy. Clause 19 names the identity card; a passport is accepted with a warning.
    DocumentKind {
        IdCard = "id_card",
        Passport = "passport",
    }
}

text_enum! {
    /// A field of the particulars.
    Particular {
        Surname = "surname",
        GivenName = "given_name",
        Patronymic = "patronymic",
        Iin = "iin",
        BirthDate = "birth_date",
        DocumentKind = "document_kind",
        DocumentNumber = "document_number",
        Address = "address",
        Phone = "phone",
        Email = "email",
        Language = "language",
    }
}

/// What the akimat typed about one person for one membership; another body's typing neither overwrites nor reveals it.
#[derive(Clone)]
pub struct Particulars {
    pub surname: String,
    /// `None` when the document holds one name only, which stands as the surname.
    pub given_name: Option<String>,
    pub patronymic: Option<String>,
    pub iin: Iin,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub document_number: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
    /// Nobody writes to it before the unit has made sure of it.
    pub email: Option<String>,
    /// Kazakh when not given.
    pub language: Option<Language>,
}

impl Particulars {
    /// The parts of the name that the person has, in their order.
    #[must_use]
    pub fn full_name(&self) -> String {
        full_name(&self.surname, self.given_name.as_deref(), self.patronymic.as_deref())
    }

    /// Each field as a text, empty where there is nothing; a day as `2026-11-22`.
    #[must_use]
    pub fn values(&self) -> BTreeMap<Particular, String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let value = |field: &Particular| match field {
            Particular::Surname => self.surname.clone(),
            Particular::GivenName => text(&self.given_name),
            Particular::Patronymic => text(&self.patronymic),
            Particular::Iin => self.iin.expose().to_owned(),
            Particular::BirthDate => self.birth_date.map(|day| day.to_string()).unwrap_or_default(),
            Particular::DocumentKind => self.document_kind.as_str().to_owned(),
            Particular::DocumentNumber => text(&self.document_number),
            Particular::Address => text(&self.address),
            Particular::Phone => text(&self.phone),
            Particular::Email => text(&self.email),
            Particular::Language => {
                self.language.map(|language| language.to_string()).unwrap_or_default()
            }
        };
        Particular::ALL.iter().map(|field| (*field, value(field))).collect()
    }

    /// Bytes that sort as the Kazakh alphabet does.
    #[must_use]
    pub fn sort_key(&self) -> Vec<u8> {
        kazakh::sort_key(&self.full_name())
    }
}

/// The parts of a name that the person has, in their order: one name, surname and given name, or both and the patronymic.
#[must_use]
pub fn full_name(surname: &str, given_name: Option<&str>, patronymic: Option<&str>) -> String {
    let parts: Vec<&str> = [Some(surname), given_name, patronymic].into_iter().flatten().collect();
    parts.join(" ")
}

impl fmt::Debug for Particulars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Particulars(***)")
    }
}

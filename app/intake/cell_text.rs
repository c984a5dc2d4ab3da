//! The cells of a person that an office may correct, and their text in a form.

use super::{finding::Field, reach, report::Row};

/// The cells of a person that an office may correct, in the order of a form.
pub const CELLS: [Field; 10] = [
    Field::Surname,
    Field::GivenName,
    Field::Patronymic,
    Field::Iin,
    Field::BirthDate,
    Field::DocumentNumber,
    Field::Phone,
    Field::Email,
    Field::Language,
    Field::Address,
];

/// The text of a cell as a form shows it: the value, or the characters that could not be read.
#[must_use]
pub fn cell_text(row: &Row, field: Field) -> String {
    value(row, field)
        .or_else(|| row.typed.get(&field).map(|typed| typed.expose().to_owned()))
        .unwrap_or_default()
}

fn value(row: &Row, field: Field) -> Option<String> {
    match field {
        Field::Surname => row.surname.clone(),
        Field::GivenName => row.given_name.clone(),
        Field::Patronymic => row.patronymic.clone(),
        Field::Iin => row.iin.as_ref().map(|iin| iin.expose().to_owned()),
        Field::BirthDate => row.birth_date.map(|date| date.format("%d.%m.%Y").to_string()),
        Field::DocumentNumber => row.document_number.clone(),
        Field::Phone => row.phone.clone(),
        Field::Email => row.email.clone(),
        Field::Language => row.language.map(|language| reach::said(language).to_owned()),
        Field::Address => row.address.clone(),
        Field::Number
        | Field::Name
        | Field::Workplace
        | Field::Row
        | Field::Column
        | Field::Sheet
        | Field::List => None,
    }
}

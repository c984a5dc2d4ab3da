//! The form of one person, typed by an office and read as carefully as the row of a file.

use crate::{
    domain::person::Particulars,
    intake::particulars::{Written, read},
    web::{
        pages::person_faults::{fault, is_fault},
        request::form::{FieldError, SubmittedForm},
    },
};

/// The tick that says that the document holds one name only.
const ONE_NAME: &str = "one_name";

/// The person of a form.
///
/// # Errors
/// The fault of each field.
pub fn parse(form: &SubmittedForm) -> Result<Particulars, Vec<FieldError>> {
    let row = read(&Written {
        surname: form.text("surname"),
        given_name: form.text("given_name"),
        patronymic: form.text("patronymic"),
        iin: form.text("iin"),
        birth_date: form.text("birth_date"),
        document_number: form.text("document_number"),
        address: form.text("address"),
        phone: form.text("phone"),
        email: form.text("email"),
        language: form.text("language"),
    });
    let has_one_name = !form.text(ONE_NAME).is_empty();
    let row = if has_one_name { row.with_one_name() } else { row };
    let mut faults: Vec<FieldError> =
        row.findings.iter().filter(|finding| is_fault(finding)).map(fault).collect();
    if has_one_name && row.given_name.is_some() {
        faults.push(FieldError {
            field: "given_name".into(),
            code: "candidate-one-name".into(),
            detail: None,
        });
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    row.particulars().ok_or_else(|| {
        vec![FieldError {
            field: "surname".into(),
            code: "finding-name-missing".into(),
            detail: None,
        }]
    })
}

/// The fields of a form that shows a person.
#[must_use]
pub fn values(person: &Particulars) -> Vec<(&'static str, String)> {
    let certain = [("surname", person.surname.clone()), ("iin", person.iin.expose().to_owned())];
    let optional = [
        ("given_name", person.given_name.clone()),
        (ONE_NAME, person.given_name.is_none().then(|| "yes".to_owned())),
        ("patronymic", person.patronymic.clone()),
        ("birth_date", person.birth_date.map(|date| date.to_string())),
        ("document_number", person.document_number.clone()),
        ("address", person.address.clone()),
        ("phone", person.phone.clone()),
        ("email", person.email.clone()),
        ("language", person.language.map(|language| language.to_string())),
    ];
    certain
        .into_iter()
        .chain(optional.into_iter().filter_map(|(name, value)| Some((name, value?))))
        .collect()
}

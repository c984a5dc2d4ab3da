//! How a person is reached, as a unit types it in a form.

use super::{
    finding::{Field, Finding},
    phone, reach,
    sheet::Value,
    text,
};
use crate::domain::contact::Contact;

/// The fields of such a form, as typed.
#[derive(Clone, Copy, Default)]
pub struct Written<'a> {
    pub email: &'a str,
    pub phone: &'a str,
    pub address: &'a str,
    pub language: &'a str,
}

/// Reads them.
///
/// # Errors
/// Whatever was found: the unit types one person and is asked about all of it.
pub fn read(written: &Written<'_>) -> Result<Contact, Vec<Finding>> {
    let mut findings = Vec::new();
    let value = |typed: &str| (!typed.trim().is_empty()).then(|| Value::Text(typed.to_owned()));
    let email = value(written.email).and_then(|value| reach::email(&value, &mut findings));
    let phone = value(written.phone).and_then(|value| phone::read(&value, &mut findings));
    let address =
        value(written.address).and_then(|value| text::read(&value, Field::Address, &mut findings));
    let language = value(written.language)
        .and_then(|value| reach::language(&value, &mut findings))
        .unwrap_or_default();
    if findings.is_empty() {
        Ok(Contact { email, phone, address, language })
    } else {
        Err(findings)
    }
}

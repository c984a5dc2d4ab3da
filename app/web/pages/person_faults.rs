//! The faults of a typed person, in the words of a form.

use crate::{
    intake::{Code, Field, Finding, Level},
    web::request::form::FieldError,
};

/// Whether a form asks again. It leaves nothing out with a warning, because the person who typed it can be asked at once.
#[must_use]
pub fn is_fault(finding: &Finding) -> bool {
    let is_left_out = matches!(
        finding.code,
        Code::PhoneUnreadable | Code::PhoneSeveral | Code::EmailUnreadable | Code::TextTooLong
    );
    is_left_out || finding.level() >= Level::Ask
}

/// The finding at its field of the form.
#[must_use]
pub fn fault(finding: &Finding) -> FieldError {
    let field = if finding.field == Field::Name { "surname" } else { finding.field.as_str() };
    let code = match finding.code {
        Code::PhoneUnreadable => "candidate-phone".into(),
        Code::PhoneSeveral => "candidate-phone-several".into(),
        Code::EmailUnreadable => "address".into(),
        Code::TextTooLong => "candidate-too-long".into(),
        code => format!("finding-{}", code.code()).replace('_', "-"),
    };
    FieldError { field: field.to_owned(), code, detail: None }
}

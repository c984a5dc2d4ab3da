//! Mails to the owner of an account about the account.

use super::{
    email::Email,
    specimen::{Specimen, moment},
};
use crate::domain::{time::Instant, workflow::Notice};

/// A link that sets a new password, valid until that moment.
#[must_use]
pub fn password_reset(until: Instant) -> Email {
    Email::of_notice(Notice::PasswordReset).with_end(until).leading_to("/links/{secret}")
}

/// The password was changed.
#[must_use]
pub fn password_changed() -> Email {
    Email::of_notice(Notice::PasswordChanged).leading_to("/account")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [password_reset(moment()), password_changed()].map(Specimen::of_body).into()
}

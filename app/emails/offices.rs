//! Mails about users and their duties.

use super::{
    email::Email,
    specimen::{Specimen, moment},
};
use crate::domain::{time::Instant, workflow::Notice};

/// To a new user: a link that sets the password, valid until that moment.
#[must_use]
pub fn invitation(until: Instant) -> Email {
    Email::of_notice(Notice::Invitation).with_end(until).leading_to("/links/{secret}")
}

/// To a user: a duty was granted.
#[must_use]
pub fn duty_granted() -> Email {
    Email::of_notice(Notice::DutyGranted).leading_to("/inbox")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [invitation(moment()), duty_granted()].map(Specimen::of_body).into()
}

//! Mails about users and their duties.

use super::{
    email::Email,
    specimen::{Specimen, moment},
};
use crate::domain::{body::DutyKind, time::Instant, workflow::Notice};

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

/// To a body and the present holders of a duty there: it was granted to one more.
#[must_use]
pub fn grant_told(kind: DutyKind) -> Email {
    let duty = format!("duty-{}", kind.as_str().replace('_', "-"));
    Email::of_notice(Notice::GrantTold).with_phrase("duty", duty).leading_to("/confirmations")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [invitation(moment()), duty_granted(), grant_told(DutyKind::VettingOfficer)]
        .map(Specimen::of_body)
        .into()
}

//! Mails about plans (clauses 7, 10). None of them names a place or a person.

use super::{email::Email, specimen::Specimen};
use crate::domain::{handoff::HandoffKind, workflow::Notice};

/// To the structural unit: the leader proposes a duty.
#[must_use]
pub fn agree_plan() -> Email {
    Email::of_handoff(HandoffKind::AgreePlan)
}

/// To the leader: the unit has agreed.
#[must_use]
pub fn plan_agreed() -> Email {
    Email::of_notice(Notice::PlanAgreed).leading_to("/plans")
}

/// To the leader: the unit wants it otherwise.
#[must_use]
pub fn plan_returned() -> Email {
    Email::of_notice(Notice::PlanReturned).leading_to("/plans")
}

/// To the leader: nobody goes.
#[must_use]
pub fn plan_cancelled() -> Email {
    Email::of_notice(Notice::PlanCancelled).leading_to("/plans")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [agree_plan(), plan_agreed(), plan_returned(), plan_cancelled()].map(Specimen::of_plan).into()
}

//! Mails about reports of facts (clauses 9, 12). None of them holds the account or the place.

use super::{email::Email, specimen::Specimen};
use crate::domain::handoff::HandoffKind;

/// To the structural unit: a report waits.
#[must_use]
pub fn acknowledge_report() -> Email {
    Email::of_handoff(HandoffKind::AcknowledgeReport)
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    vec![Specimen::of_report(acknowledge_report())]
}

//! Mails about the record of people (clauses 15, 22). None of them tells why somebody left it.

use super::{email::Email, specimen::Specimen};
use crate::domain::{handoff::HandoffKind, workflow::Notice};

/// To the structural unit: people of the squad are to be informed. How many, the page of notices counts.
#[must_use]
pub fn inform_people() -> Email {
    Email::of_handoff(HandoffKind::InformPeople)
}

/// To the akimat: a person of the squad was taken off the record.
#[must_use]
pub fn taken_off_record() -> Email {
    Email::of_notice(Notice::TakenOffRecord)
}

/// To the council: a person of the squad was taken off the record.
#[must_use]
pub fn taken_off_record_at_council() -> Email {
    Email::of_notice(Notice::TakenOffRecordAtCouncil)
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [inform_people(), taken_off_record(), taken_off_record_at_council()]
        .map(Specimen::of_squad)
        .into()
}

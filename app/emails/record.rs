//! Mails about the record of people (clauses 15, 22). None of them tells why somebody left it.

use super::{
    email::Email,
    specimen::{Specimen, day},
};
use crate::domain::{
    handoff::HandoffKind, id::Id, involvement::Involvement, own_wish::LINK_DAYS, workflow::Notice,
};
use chrono::NaiveDate;

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

/// To the akimat: the person was taken off the record by a slip and is on it.
#[must_use]
pub fn put_back_on_record() -> Email {
    Email::of_notice(Notice::PutBackOnRecord)
}

/// To the council: the person was taken off the record by a slip and is on it.
#[must_use]
pub fn put_back_on_record_at_council() -> Email {
    Email::of_notice(Notice::PutBackOnRecordAtCouncil)
}

/// To the structural unit: a person of the squad asks to be taken off the record.
#[must_use]
pub fn record_own_wish() -> Email {
    Email::of_handoff(HandoffKind::RecordOwnWish)
}

/// To the person: the record ended on that day.
#[must_use]
pub fn record_ended(on: NaiveDate, of: Involvement) -> Email {
    let of = if of.squad().is_some() { "squad" } else { "officer" };
    Email::of_notice(Notice::RecordEnded)
        .with("date", on.format("%d.%m.%Y").to_string())
        .with("of", of)
}

/// To the person: the unit writes to this address from now on; its link leads out of the record.
#[must_use]
pub fn contact_confirmed() -> Email {
    Email::of_notice(Notice::ContactConfirmed)
        .with("days", LINK_DAYS)
        .leading_to("/wishes/{secret}")
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [
        inform_people(),
        taken_off_record(),
        taken_off_record_at_council(),
        put_back_on_record(),
        put_back_on_record_at_council(),
        record_own_wish(),
        record_ended(day(), Involvement::Squad(Id::new())),
        contact_confirmed(),
    ]
    .map(Specimen::of_squad)
    .into()
}

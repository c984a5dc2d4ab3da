//! Mails about member lists (clause 19).

use super::{
    email::{Email, MailRow},
    specimen::{Specimen, day, moment},
};
use crate::domain::{
    handoff::HandoffKind, member_list::ReturnCode, time::Instant, workflow::Notice,
};
use chrono::NaiveDate;

/// To the akimat: the council has created the squad, so its list can be sent.
#[must_use]
pub fn send_list(number: &str, date: NaiveDate) -> Email {
    Email::of_handoff(HandoffKind::SendList).with_paper(number, date)
}

/// To the territorial subdivision: so many people are on a list that was sent.
#[must_use]
pub fn receive_list(people: usize) -> Email {
    Email::of_handoff(HandoffKind::ReceiveList).with("people", people).with("corrected", 0)
}

/// To the territorial subdivision: so many entries of a list that it returned were corrected and sent again.
#[must_use]
pub fn receive_corrected(entries: usize) -> Email {
    Email::of_handoff(HandoffKind::ReceiveList).with("people", entries).with("corrected", entries)
}

/// To the territorial subdivision: so many people are to be vetted, by its internal target.
#[must_use]
pub fn vet_list(people: usize, due: Instant) -> Email {
    Email::of_handoff(HandoffKind::VetList)
        .with("people", people)
        .with_due(HandoffKind::VetList, Some(due))
}

/// To the akimat: these rows of the list are to be mended.
#[must_use]
pub fn correct_list(rows: &[(i32, ReturnCode)]) -> Email {
    let mend = rows.iter().map(|(position, code)| MailRow::Mend(*position, *code));
    Email::of_handoff(HandoffKind::CorrectList).with("people", rows.len()).with_rows(mend)
}

/// The counts of a mail of outcomes: never who, and never why.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes {
    pub registered: usize,
    pub to_be_removed: usize,
    /// People of the list who have no outcome yet.
    pub open: usize,
}

impl Email {
    fn with_outcomes(self, counted: Outcomes) -> Self {
        self.with("registered", counted.registered)
            .with("removed", counted.to_be_removed)
            .with("open", counted.open)
    }
}

/// To the akimat: outcomes have come, and some people are to be removed from the squad.
#[must_use]
pub fn remove_people(counted: Outcomes) -> Email {
    Email::of_handoff(HandoffKind::RemovePeople).with_outcomes(counted)
}

/// To the structural unit: its book has so many new people.
#[must_use]
pub fn people_in_book(registered: usize) -> Email {
    Email::of_handoff(HandoffKind::PeopleInBook).with("registered", registered)
}

/// To the akimat: the subdivision has received the list under that number and date.
#[must_use]
pub fn list_received(number: &str, date: NaiveDate) -> Email {
    Email::of_notice(Notice::ListReceived).with_paper(number, date)
}

/// To the akimat: outcomes have come, and nobody is to be removed.
#[must_use]
pub fn outcomes_returned(counted: Outcomes) -> Email {
    Email::of_notice(Notice::OutcomesReturned).with_outcomes(counted)
}

/// To the territorial subdivision: the akimat has removed so many people.
#[must_use]
pub fn people_removed(removed: usize) -> Email {
    Email::of_notice(Notice::PeopleRemoved).with("removed", removed)
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [
        send_list("7", day()),
        receive_list(7),
        receive_corrected(2),
        vet_list(7, moment()),
        correct_list(&[(3, ReturnCode::UnreadableCopy), (5, ReturnCode::NumberDiffers)]),
        remove_people(Outcomes { registered: 4, to_be_removed: 1, open: 2 }),
        people_in_book(6),
        list_received("7", day()),
        outcomes_returned(Outcomes { registered: 6, to_be_removed: 0, open: 1 }),
        people_removed(1),
    ]
    .map(Specimen::of_list)
    .into()
}

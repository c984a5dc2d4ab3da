//! Mails about plans (clauses 7, 10). None of them names a person, what is done, or, where the installation does not
//! let it, a place.

use super::{
    email::{Email, MailRow},
    specimen::{Specimen, moment},
};
use crate::domain::{
    handoff::HandoffKind,
    id::Id,
    plan::CalendarEntry,
    time::{Instant, local},
    workflow::Notice,
};
use chrono::TimeDelta;

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

/// To the leader: the unit has changed the agreed plan.
#[must_use]
pub fn plan_amended() -> Email {
    Email::of_notice(Notice::PlanAmended).leading_to("/plans")
}

/// To the leader: somebody who was to go can't come.
#[must_use]
pub fn assignment_declined() -> Email {
    Email::of_notice(Notice::AssignmentDeclined).leading_to("/plans")
}

/// To the structural unit: the leader has recorded what a duty came to.
#[must_use]
pub fn enter_result() -> Email {
    Email::of_handoff(HandoffKind::EnterResult)
}

/// To the member: a duty, and the page to answer on.
#[must_use]
pub fn person_assigned(entry: CalendarEntry) -> Email {
    answerable(Notice::PersonAssigned, &entry).with_entry(entry)
}

/// To the member: time or place of the duty are others.
#[must_use]
pub fn assignment_changed(entry: CalendarEntry) -> Email {
    answerable(Notice::AssignmentChanged, &entry).with_entry(entry)
}

/// To the member: the duty is near.
#[must_use]
pub fn assignment_near(entry: &CalendarEntry) -> Email {
    answerable(Notice::AssignmentNear, entry)
}

/// To the member: not to go. It leads nowhere: there is nothing to answer.
#[must_use]
pub fn assignment_cancelled(entry: CalendarEntry) -> Email {
    of_duty(Notice::AssignmentCancelled, &entry).with_entry(entry)
}

/// A mail to a member with the page to answer on.
fn answerable(notice: Notice, entry: &CalendarEntry) -> Email {
    of_duty(notice, entry)
        .with_rows(entry.place.clone().map(MailRow::Place))
        .leading_to("/assignments/{secret}")
}

/// A mail to a member about that plan, with its time.
fn of_duty(notice: Notice, entry: &CalendarEntry) -> Email {
    let moment = |at: Instant| local(at).format("%d.%m.%Y %H:%M").to_string();
    Email::of_notice(notice)
        .with("plan", entry.reference.clone())
        .with("begins", moment(entry.period.0))
        .with("ends", moment(entry.period.1))
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    let entry = || CalendarEntry {
        id: Id::new(),
        reference: "П-2026-0001".to_owned(),
        period: (moment(), moment() + TimeDelta::hours(8)),
        place: None,
        sequence: 0,
        is_cancelled: false,
    };
    let placed = CalendarEntry { place: Some("Мектеп алды".to_owned()), ..entry() };
    [
        agree_plan(),
        plan_agreed(),
        plan_returned(),
        plan_cancelled(),
        plan_amended(),
        assignment_declined(),
        enter_result(),
        person_assigned(placed),
        assignment_changed(entry()),
        assignment_near(&entry()),
        assignment_cancelled(CalendarEntry { is_cancelled: true, ..entry() }),
    ]
    .map(Specimen::of_plan)
    .into()
}

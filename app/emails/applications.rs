//! Mails about applications of freelance officers (clauses 16-18). A refusal is told in fixed words and without a reason.

use super::{
    email::Email,
    specimen::{Specimen, day},
};
use crate::domain::{
    application::{TERM_DAYS, last_day},
    handoff::HandoffKind,
    time::{Instant, day_ends},
    workflow::Notice,
};
use chrono::{Days, NaiveDate, TimeDelta};

fn written(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// The end of the last day, as mails name a due date.
fn end_of(last: NaiveDate) -> Instant {
    day_ends(last) - TimeDelta::seconds(1)
}

/// To the territorial subdivision: an application is received, and until when it is to be decided.
#[must_use]
pub fn decide_application(received_on: NaiveDate, last: NaiveDate) -> Email {
    let kind = HandoffKind::DecideApplication;
    Email::of_handoff(kind)
        .with("received", written(received_on))
        .with_due(kind, Some(end_of(last)))
}

/// To the territorial subdivision: an applicant is to be informed by other means than a mail, of a positive decision or of a refusal.
#[must_use]
pub fn inform_applicant(kind: HandoffKind) -> Email {
    Email::of_handoff(kind)
}

/// To the structural unit: a freelance officer was entered in its book.
#[must_use]
pub fn officer_in_book() -> Email {
    Email::of_handoff(HandoffKind::OfficerInBook)
}

/// To the applicant: when the application was received, and until when it is decided.
#[must_use]
pub fn application_received(received_on: NaiveDate, last: NaiveDate) -> Email {
    Email::of_notice(Notice::ApplicationReceived)
        .with("received", written(received_on))
        .with("days", TERM_DAYS)
        .with("last", written(last))
}

/// To the applicant: accepted, or refused; there is nothing else to say.
#[must_use]
pub fn decided(notice: Notice, on: NaiveDate) -> Email {
    Email::of_notice(notice).with("date", written(on))
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    let received_on = day().checked_sub_days(Days::new(TERM_DAYS.into())).unwrap_or_default();
    [
        decide_application(received_on, last_day(received_on)),
        inform_applicant(HandoffKind::InformApplicant),
        inform_applicant(HandoffKind::TellRefusal),
        officer_in_book(),
        application_received(received_on, last_day(received_on)),
        decided(Notice::ApplicationAccepted, day()),
        decided(Notice::ApplicationRefused, day()),
    ]
    .map(Specimen::of_application)
    .into()
}

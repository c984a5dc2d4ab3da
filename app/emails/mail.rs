//! Mails about mails: reminders, digests, corrected addresses.

use super::{
    email::{Email, MailRow},
    kind::MailKind,
    render::Reader,
    specimen::{Specimen, moment},
};
use crate::domain::{
    body::DutyKind,
    handoff::HandoffKind,
    reminder::{Above, Reminder},
    time::{Instant, local},
    workflow::{Basis, Notice},
};

/// A handoff that nobody has closed, and for how long.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub on: HandoffKind,
    /// How many reminders there were, this one included.
    pub number: i32,
    /// Days to the due date, since it, or since the handoff was opened.
    pub days: i64,
    pub due: Option<Instant>,
    /// Whether those above are the head, or the body's own mailbox.
    pub has_head: bool,
}

/// To the holders of a duty: this handoff waits on them.
#[must_use]
pub fn reminder(reminder: Reminder, waiting: &Waiting) -> Email {
    waits(MailKind::Reminder(reminder), waiting)
}

/// To those above the holders: this handoff waits on the holders.
#[must_use]
pub fn above(above: Above, waiting: &Waiting) -> Email {
    waits(MailKind::Above(above), waiting)
}

fn waits(kind: MailKind, waiting: &Waiting) -> Email {
    let email = Email::new(kind, waiting.on.row().basis)
        .with("number", waiting.number)
        .with("days", waiting.days)
        .with_due(waiting.on, waiting.due)
        .with_phrase("what", format!("handoff-{}", waiting.on).replace('_', "-"))
        .with_phrase(
            "above",
            if waiting.has_head { "mail-above-head" } else { "mail-above-mailbox" }.to_owned(),
        );
    match waiting.due {
        Some(due) => email.with("date", local(due).format("%d.%m.%Y").to_string()),
        None => email,
    }
}

/// To a reader who chose it: reference and kind of each mail that this one replaces.
pub fn digest(news: impl IntoIterator<Item = (String, String)>) -> Email {
    let rows: Vec<MailRow> =
        news.into_iter().map(|(reference, kind)| MailRow::News { reference, kind }).collect();
    Email::new(MailKind::Digest, Basis::Administration)
        .with("news", rows.len())
        .with_rows(rows)
        .leading_to("/inbox")
}

/// To a user: an administrator has corrected the address of the account.
#[must_use]
pub fn address_corrected() -> Email {
    Email::of_notice(Notice::AddressCorrected).leading_to("/account")
}

/// To the former address of a user: an administrator has put another in its place.
#[must_use]
pub fn address_replaced() -> Email {
    Email::of_notice(Notice::AddressReplaced).leading_to("/account")
}

/// One of each, and each reminder.
pub(super) fn specimens() -> Vec<Specimen> {
    let news = [HandoffKind::SquadCreated, HandoffKind::PeopleInBook]
        .map(|kind| ("Ж-2026-0001".to_owned(), kind.to_string()));
    let digest = Specimen::of_body(digest(news)).to(Reader::Holder(DutyKind::UnitRepresentative));
    let reminders = Reminder::ALL.iter().flat_map(|reminder| reminders(*reminder));
    [Specimen::of_body(address_corrected()), Specimen::of_body(address_replaced()), digest]
        .into_iter()
        .chain(reminders)
        .collect()
}

/// A reminder, and what goes up with it.
fn reminders(of: Reminder) -> Vec<Specimen> {
    let (on, number, days) = match of {
        Reminder::DueSoon => (HandoffKind::VetList, 1, 5),
        Reminder::DueTomorrow => (HandoffKind::VetList, 2, 1),
        Reminder::DuePassed => (HandoffKind::VetList, 3, 1),
        Reminder::DueLongPassed => (HandoffKind::VetList, 4, 8),
        Reminder::TermInTen => (HandoffKind::DecideApplication, 1, 10),
        Reminder::TermInFive => (HandoffKind::DecideApplication, 2, 5),
        Reminder::TermTomorrow => (HandoffKind::DecideApplication, 3, 1),
        Reminder::TermToday => (HandoffKind::DecideApplication, 4, 0),
        Reminder::TermPassed => (HandoffKind::DecideApplication, 5, 1),
        Reminder::TermLongPassed => (HandoffKind::DecideApplication, 6, 8),
        Reminder::Waiting => (HandoffKind::SendList, 1, 7),
        Reminder::StillWaiting => (HandoffKind::SendList, 2, 14),
        Reminder::LongWaiting => (HandoffKind::SendList, 3, 28),
    };
    let due = (on != HandoffKind::SendList).then(moment);
    let waiting = Waiting { on, number, days, due, has_head: due.is_some() };
    let specimen = |email| {
        if on == HandoffKind::DecideApplication {
            Specimen::of_application(email)
        } else {
            Specimen::of_list(email)
        }
    };
    let to_holders = specimen(reminder(of, &waiting)).to(Reader::Holder(on.duty()));
    let to =
        if waiting.has_head { Reader::Holder(DutyKind::Head) } else { Reader::Mailbox(on.duty()) };
    let to_above = of.goes_up().map(|up| specimen(above(up, &waiting)).to(to));
    [Some(to_holders), to_above].into_iter().flatten().collect()
}

//! The calendar file of a mail: one entry of one person, which any program may add and none can answer.

use crate::{
    domain::{language::Language, plan::CalendarEntry, time::Instant},
    phrases::{self, Arguments},
};
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

/// Its media type: `PUBLISH` asks for no answer.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8; method=PUBLISH";
/// Its name.
pub const FILE_NAME: &str = "jasaq.ics";

/// The publisher of all files of an installation.
pub struct Publisher<'a> {
    /// Right side of every UID.
    pub domain: &'a str,
    /// The address that the mails come from.
    pub address: &'a str,
}

/// The file of an entry (RFC 5545). Times are UTC: old telephones still count Kazakhstan as six hours ahead. The summary names the
/// plan and neither a person nor what is done.
#[must_use]
pub fn file(
    entry: &CalendarEntry,
    language: Language,
    publisher: &Publisher<'_>,
    now: Instant,
) -> String {
    let said = Arguments::from([("reference".into(), entry.reference.clone().into())]);
    let summary = language
        .of_mail()
        .iter()
        .filter_map(|language| phrases::say(*language, "calendar-summary", &said))
        .collect::<Vec<_>>()
        .join(" / ");
    let utc = |at: Instant| DateTime::<Utc>::from_naive_utc_and_offset(at, Utc);
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", entry.id, publisher.domain))
        .timestamp(utc(now))
        .starts(utc(entry.period.0))
        .ends(utc(entry.period.1))
        .summary(&summary)
        .add_property("SEQUENCE", entry.sequence.to_string())
        .add_property("ORGANIZER", format!("mailto:{}", publisher.address));
    if let Some(place) = &entry.place {
        event.location(place);
    }
    let status = if entry.is_cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed };
    event.status(status);
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Jasaq//Jasaq//KK"))
        .append_property(("METHOD", "PUBLISH"))
        .push(event.done());
    calendar.to_string()
}

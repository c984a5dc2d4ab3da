//! Instants in UTC and what a reader in Kazakhstan sees of them.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

/// A moment in UTC, with the microseconds that both databases keep.
pub type Instant = NaiveDateTime;

/// The whole country has been at UTC+5 since 1 March 2024.
const OFFSET: TimeDelta = TimeDelta::hours(5);

/// The moment as a wall clock in Kazakhstan shows it.
#[must_use]
pub fn local(at: Instant) -> NaiveDateTime {
    at + OFFSET
}

/// The moment at which a wall clock in Kazakhstan shows that.
#[must_use]
pub fn instant(local: NaiveDateTime) -> Instant {
    local - OFFSET
}

/// The calendar day in Kazakhstan at that moment.
#[must_use]
pub fn today(at: Instant) -> NaiveDate {
    local(at).date()
}

/// A day as a date field sends it, or as people here write one; only those that a database keeps and that somebody may mean.
#[must_use]
pub fn typed_day(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d.%m.%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|day| (1900..2200).contains(&day.year()))
}

/// The first moment of a calendar day in Kazakhstan.
#[must_use]
pub fn day_begins(day: NaiveDate) -> Instant {
    instant(day.and_time(chrono::NaiveTime::MIN))
}

/// The last moment of the calendar day that lies `days` after the day of `from`: the last day counts.
#[must_use]
pub fn end_of_day_after(from: Instant, days: u32) -> Instant {
    let day = today(from).checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX);
    day_ends(day) - TimeDelta::seconds(1)
}

/// The moment at which a calendar day in Kazakhstan is over.
#[must_use]
pub fn day_ends(day: NaiveDate) -> Instant {
    day_begins(day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX))
}

/// Whole calendar days from the day of `now` to the day of `due`: 0 is today, negative is past.
#[must_use]
pub fn days_left(now: Instant, due: Instant) -> i64 {
    (today(due) - today(now)).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_nobody_means_is_no_day() {
        for text in ["2026-11-22", "22.11.2026"] {
            assert_eq!(typed_day(text), NaiveDate::from_ymd_opt(2026, 11, 22), "{text}");
        }
        for text in ["-262143-01-01", "-5000-01-01", "0206-11-22", "99999-01-01", "2026-13-01", ""]
        {
            assert_eq!(typed_day(text), None, "{text}");
        }
    }

    fn at(text: &str) -> Instant {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap()
    }

    #[test]
    fn the_last_day_of_a_target_counts_to_its_end_in_local_time() {
        let due = end_of_day_after(at("2026-11-22 20:30:00"), 15);
        assert_eq!(
            local(due),
            at("2026-12-08 23:59:59"),
            "20:30 UTC is already the 23rd in Kazakhstan"
        );
        assert_eq!(days_left(at("2026-12-08 18:00:00"), due), 0);
        assert_eq!(days_left(at("2026-12-08 19:00:00"), due), -1);
    }
}

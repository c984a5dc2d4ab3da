//! When a handoff that nobody has closed is brought to mind again. The Rules set none of it: they are the product's own.
//!
//! What has a due date is reminded of by that date, what has none by its age. The later ones also go up: to the head of the
//! body where it has one, to the body's own mailbox where it has none.

use super::time::{Instant, day_begins, today};
use chrono::{Days, NaiveDate, TimeDelta};

text_enum! {
    /// One reminder, in the order in which they come. Each has a wording of its own.
    Reminder {
        DueSoon = "due_soon",
        DueTomorrow = "due_tomorrow",
        DuePassed = "due_passed",
        DueLongPassed = "due_long_passed",
        Waiting = "waiting",
        StillWaiting = "still_waiting",
        LongWaiting = "long_waiting",
    }
}

text_enum! {
    /// A reminder to those above the holders.
    Above {
        DuePassed = "due_passed",
        DueLongPassed = "due_long_passed",
        LongWaiting = "long_waiting",
    }
}

/// By a due date: days from it on which the reminder is sent, those before it negative.
const BY_DATE: [(Reminder, i64); 4] = [
    (Reminder::DueSoon, -5),
    (Reminder::DueTomorrow, -1),
    (Reminder::DuePassed, 1),
    (Reminder::DueLongPassed, 8),
];
/// By age: days after the beginning, or after the reminder before.
const BY_AGE: [(Reminder, u64); 3] =
    [(Reminder::Waiting, 7), (Reminder::StillWaiting, 7), (Reminder::LongWaiting, 14)];
/// Hour of the day in Kazakhstan at which reminders and digests are sent.
const MORNING: TimeDelta = TimeDelta::hours(9);

impl Reminder {
    /// What those above the holders are told with it, if they are told anything.
    #[must_use]
    pub const fn goes_up(self) -> Option<Above> {
        match self {
            Self::DuePassed => Some(Above::DuePassed),
            Self::DueLongPassed => Some(Above::DueLongPassed),
            Self::LongWaiting => Some(Above::LongWaiting),
            Self::DueSoon | Self::DueTomorrow | Self::Waiting | Self::StillWaiting => None,
        }
    }
}

/// The moment of a day at which reminders and digests are sent.
#[must_use]
pub fn morning(day: NaiveDate) -> Instant {
    day_begins(day) + MORNING
}

/// The next reminder and its moment, after the one that was sent last; never on the day of `now`. `None`: there are no more.
///
/// ```text
/// due on the 20th:  15th  19th  21st  28th
/// due on no day:    after 7, 14 and 28 days
/// ```
#[must_use]
pub fn next(
    last: Option<Reminder>,
    due: Option<Instant>,
    now: Instant,
) -> Option<(Reminder, Instant)> {
    let day = today(now);
    let Some(due) = due else {
        let (reminder, days) =
            BY_AGE.into_iter().find(|(reminder, _)| last.is_none_or(|last| *reminder > last))?;
        return Some((reminder, morning(day.checked_add_days(Days::new(days))?)));
    };
    let on = |days: i64| today(due).checked_add_signed(TimeDelta::days(days));
    let later =
        BY_DATE.into_iter().filter(|(reminder, _)| last.is_none_or(|last| *reminder > last));
    let mut later = later.filter_map(|(reminder, days)| Some((reminder, on(days)?)));
    later.find(|(_, at)| *at > day).map(|(reminder, at)| (reminder, morning(at)))
}

/// The reminder that fits now, where the one that was planned is late: whoever was away for days is not sent each of them.
#[must_use]
pub fn fitting(planned: Reminder, due: Option<Instant>, now: Instant) -> Reminder {
    let Some(due) = due else { return planned };
    let days = (today(now) - today(due)).num_days();
    BY_DATE
        .into_iter()
        .rev()
        .find(|(reminder, at)| *reminder >= planned && *at <= days)
        .map_or(planned, |(reminder, _)| reminder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// Every reminder that comes if each is sent at its moment.
    fn all(due: Option<Instant>, opened: Instant) -> Vec<(Reminder, Instant)> {
        let mut found: Vec<(Reminder, Instant)> = Vec::new();
        while let Some(planned) =
            next(found.last().map(|f| f.0), due, found.last().map_or(opened, |f| f.1))
        {
            found.push(planned);
        }
        found
    }

    #[test]
    fn what_is_due_is_reminded_of_before_its_day_and_after_it_at_nine_in_the_morning() {
        use Reminder as R;
        let opened = at("2026-11-22 05:00");
        let due = crate::domain::time::end_of_day_after(opened, 15);
        let expected = [
            (R::DueSoon, at("2026-12-02 04:00")),
            (R::DueTomorrow, at("2026-12-06 04:00")),
            (R::DuePassed, at("2026-12-08 04:00")),
            (R::DueLongPassed, at("2026-12-15 04:00")),
        ];
        assert_eq!(all(Some(due), opened), expected, "the 7th is the last day");
        let short = crate::domain::time::end_of_day_after(opened, 1);
        assert_eq!(all(Some(short), opened).len(), 2, "nobody is reminded of what was asked today");
    }

    #[test]
    fn what_has_no_term_is_reminded_of_by_its_age() {
        let days: Vec<i64> = all(None, at("2026-11-22 05:00"))
            .iter()
            .map(|(_, at)| (today(*at) - today(super::tests::at("2026-11-22 05:00"))).num_days())
            .collect();
        assert_eq!(days, [7, 14, 28]);
    }

    #[test]
    fn after_an_outage_only_the_reminder_that_fits_is_sent() {
        let due = Some(at("2026-12-07 18:59"));
        assert_eq!(fitting(Reminder::DueSoon, due, at("2026-12-02 04:00")), Reminder::DueSoon);
        assert_eq!(fitting(Reminder::DueSoon, due, at("2026-12-06 04:00")), Reminder::DueTomorrow);
        assert_eq!(
            fitting(Reminder::DueSoon, due, at("2026-12-20 04:00")),
            Reminder::DueLongPassed
        );
        assert_eq!(fitting(Reminder::Waiting, None, at("2027-12-20 04:00")), Reminder::Waiting);
    }
}

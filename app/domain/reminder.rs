//! When a handoff that nobody has closed is brought to mind again. The Rules set none of it: they are the product's own.
//! A term of the Rules is brought to mind earlier, and on its last day those above the holders hear of it.
//!
//! What has a due date is reminded of by that date, what has none by its age. The later ones also go up: to the head of the
//! body where it has one, to the body's own mailbox where it has none.

use super::{
    handoff::DueNature,
    time::{Instant, day_begins, today},
};
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
        /// A term of the Rules, and no target that a body has set itself.
        TermInTen = "term_in_ten",
        TermInFive = "term_in_five",
        TermTomorrow = "term_tomorrow",
        TermToday = "term_today",
        TermPassed = "term_passed",
        TermLongPassed = "term_long_passed",
    }
}

text_enum! {
    /// A reminder to those above the holders.
    Above {
        DuePassed = "due_passed",
        DueLongPassed = "due_long_passed",
        LongWaiting = "long_waiting",
        TermToday = "term_today",
        TermPassed = "term_passed",
        TermLongPassed = "term_long_passed",
    }
}

/// By a date that a body has set itself: days from it on which the reminder is sent, those before it negative.
const BY_TARGET: &[(Reminder, i64)] = &[
    (Reminder::DueSoon, -5),
    (Reminder::DueTomorrow, -1),
    (Reminder::DuePassed, 1),
    (Reminder::DueLongPassed, 8),
];
/// By the last day of a term of the Rules.
const BY_TERM: &[(Reminder, i64)] = &[
    (Reminder::TermInTen, -10),
    (Reminder::TermInFive, -5),
    (Reminder::TermTomorrow, -1),
    (Reminder::TermToday, 0),
    (Reminder::TermPassed, 1),
    (Reminder::TermLongPassed, 8),
];
/// By age: days after the beginning, or after the reminder before.
const BY_AGE: [(Reminder, u64); 3] =
    [(Reminder::Waiting, 7), (Reminder::StillWaiting, 7), (Reminder::LongWaiting, 14)];
/// Hour of the day in Kazakhstan at which reminders and digests are sent.
const MORNING: TimeDelta = TimeDelta::hours(9);

/// A due date, and whether the Rules set it.
pub type DueDate = (Instant, DueNature);

const fn by_date(nature: DueNature) -> &'static [(Reminder, i64)] {
    match nature {
        DueNature::Internal => BY_TARGET,
        DueNature::Statutory => BY_TERM,
    }
}

impl Reminder {
    /// What those above the holders are told with it, if they are told anything.
    #[must_use]
    pub const fn goes_up(self) -> Option<Above> {
        match self {
            Self::TermToday => Some(Above::TermToday),
            Self::TermPassed => Some(Above::TermPassed),
            Self::TermLongPassed => Some(Above::TermLongPassed),
            Self::DuePassed => Some(Above::DuePassed),
            Self::DueLongPassed => Some(Above::DueLongPassed),
            Self::LongWaiting => Some(Above::LongWaiting),
            Self::DueSoon
            | Self::DueTomorrow
            | Self::Waiting
            | Self::StillWaiting
            | Self::TermInTen
            | Self::TermInFive
            | Self::TermTomorrow => None,
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
/// target on the 20th:             15th  19th        21st  28th
/// term until the 20th:      10th  15th  19th  20th  21st  28th
/// due on no day:    after 7, 14 and 28 days
/// ```
#[must_use]
pub fn next(
    last: Option<Reminder>,
    due: Option<DueDate>,
    now: Instant,
) -> Option<(Reminder, Instant)> {
    let day = today(now);
    let Some((due, nature)) = due else {
        let (reminder, days) =
            BY_AGE.into_iter().find(|(reminder, _)| last.is_none_or(|last| *reminder > last))?;
        return Some((reminder, morning(day.checked_add_days(Days::new(days))?)));
    };
    let on = |days: i64| today(due).checked_add_signed(TimeDelta::days(days));
    let later =
        by_date(nature).iter().filter(|(reminder, _)| last.is_none_or(|last| *reminder > last));
    let mut later = later.filter_map(|(reminder, days)| Some((*reminder, on(*days)?)));
    later.find(|(_, at)| *at > day).map(|(reminder, at)| (reminder, morning(at)))
}

/// The reminder that fits now, where the one that was planned is late: whoever was away for days is not sent each of them.
#[must_use]
pub fn fitting(planned: Reminder, due: Option<DueDate>, now: Instant) -> Reminder {
    let Some((due, nature)) = due else { return planned };
    let days = (today(now) - today(due)).num_days();
    by_date(nature)
        .iter()
        .rev()
        .find(|(reminder, at)| *reminder >= planned && *at <= days)
        .map_or(planned, |(reminder, _)| *reminder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// Every reminder that comes if each is sent at its moment.
    fn all(due: Option<DueDate>, opened: Instant) -> Vec<(Reminder, Instant)> {
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
        let target = |due| Some((due, DueNature::Internal));
        assert_eq!(all(target(due), opened), expected, "the 7th is the last day");
        let short = crate::domain::time::end_of_day_after(opened, 1);
        assert_eq!(
            all(target(short), opened).len(),
            2,
            "nobody is reminded of what was asked today"
        );
    }

    #[test]
    fn a_term_is_reminded_of_ten_five_and_one_days_before_and_the_head_hears_of_its_last_day() {
        use Reminder as R;
        let opened = at("2026-11-22 05:00");
        let due = crate::domain::time::end_of_day_after(opened, 30);
        let expected = [
            (R::TermInTen, at("2026-12-12 04:00")),
            (R::TermInFive, at("2026-12-17 04:00")),
            (R::TermTomorrow, at("2026-12-21 04:00")),
            (R::TermToday, at("2026-12-22 04:00")),
            (R::TermPassed, at("2026-12-23 04:00")),
            (R::TermLongPassed, at("2026-12-30 04:00")),
        ];
        assert_eq!(all(Some((due, DueNature::Statutory)), opened), expected);
        assert!(R::TermToday.goes_up().is_some() && R::TermTomorrow.goes_up().is_none());
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
        let due = Some((at("2026-12-07 18:59"), DueNature::Internal));
        assert_eq!(fitting(Reminder::DueSoon, due, at("2026-12-02 04:00")), Reminder::DueSoon);
        assert_eq!(fitting(Reminder::DueSoon, due, at("2026-12-06 04:00")), Reminder::DueTomorrow);
        assert_eq!(
            fitting(Reminder::DueSoon, due, at("2026-12-20 04:00")),
            Reminder::DueLongPassed
        );
        assert_eq!(fitting(Reminder::Waiting, None, at("2027-12-20 04:00")), Reminder::Waiting);
    }
}

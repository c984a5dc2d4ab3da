//! A duty of a squad: what is planned, when, and who goes (clauses 7, 10).

use super::{
    id::{Assignment, Id},
    time::{Instant, instant, local},
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};

text_enum! {
    /// Where a plan stands.
    PlanState {
        Proposed = "proposed",
        /// The unit wants it otherwise.
        Returned = "returned",
        Agreed = "agreed",
        /// The unit has entered its result in the book.
        Held = "held",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// Where the assignment of one person to a plan stands.
    AssignmentState {
        Assigned = "assigned",
        /// The person has said yes.
        Confirmed = "confirmed",
        /// The person has said no; who is asked once more is assigned again.
        Declined = "declined",
        Attended = "attended",
        Absent = "absent",
        Cancelled = "cancelled",
    }
}

impl AssignmentState {
    /// Somebody who is to go, and is free for no other duty then.
    pub const GOING: [Self; 2] = [Self::Assigned, Self::Confirmed];
    /// Somebody who was to go when the duty began.
    pub const WENT: [Self; 4] = [Self::Assigned, Self::Confirmed, Self::Attended, Self::Absent];

    /// Whether the person is to go.
    #[must_use]
    pub fn is_going(self) -> bool {
        Self::GOING.contains(&self)
    }
}

text_enum! {
    /// A kind of activity of clause 10.
    Activity {
        Block = "10.1",
        Inspect = "10.2",
        Prevent = "10.3",
        /// Physical force and other means, if the aim cannot be reached in another way.
        Force = "10.4",
        Deliver = "10.5",
    }
}

impl Activity {
    /// The kinds that can be planned: force is a last resort, so nobody plans it.
    pub const PLANNED: &'static [Self] =
        &[Self::Block, Self::Inspect, Self::Prevent, Self::Deliver];
}

/// The longest area, meeting point and remark, in characters.
pub const TEXT_LIMIT: usize = 200;
/// The longest result of a duty, in characters.
pub const SUMMARY_LIMIT: usize = 1000;
/// The most days in a row that a person is away by one word.
pub const AWAY_LIMIT: i64 = 366;
/// How often days away of one person are kept at once.
pub const AWAY_ROWS: i64 = 20;
/// The most dates to which a plan is copied at once.
pub const COPIES: usize = 4;
/// The most people of one duty: no squad has more.
pub const PEOPLE_LIMIT: i32 = 500;

/// A duty as one person's calendar shows it.
#[derive(Clone, Debug)]
pub struct CalendarEntry {
    /// The entry is the same in every file that has it.
    pub id: Id<Assignment>,
    /// The reference of the plan.
    pub reference: String,
    pub period: (Instant, Instant),
    /// The meeting place, where the installation lets it travel.
    pub place: Option<String>,
    /// Grows when time or place changes or nobody is to go.
    pub sequence: i32,
    pub is_cancelled: bool,
}

/// How long before a duty its people are reminded of it.
pub const REMINDED_BEFORE: TimeDelta = TimeDelta::hours(24);

/// Whether a duty is so near that a reminder would come with the news of it.
#[must_use]
pub fn is_near(begins: Instant, now: Instant) -> bool {
    begins - now <= REMINDED_BEFORE
}

/// A period on a wall clock in Kazakhstan that begins on that day; one that would end before it begins ends on the next day.
#[must_use]
pub fn period(day: NaiveDate, from: NaiveTime, to: NaiveTime) -> (Instant, Instant) {
    let begins = instant(day.and_time(from));
    let same_day = instant(day.and_time(to));
    (begins, if same_day > begins { same_day } else { same_day + TimeDelta::days(1) })
}

/// The day and the times of a period, as a form shows them.
#[must_use]
pub fn shown((begins, ends): (Instant, Instant)) -> (NaiveDate, NaiveTime, NaiveTime) {
    (local(begins).date(), local(begins).time(), local(ends).time())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Instant {
        Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn a_night_ends_on_the_next_day() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let day_duty = period(day, time(8, 0), time(18, 30));
        assert_eq!(day_duty, (at("2026-12-01 03:00"), at("2026-12-01 13:30")));
        let night = period(day, time(22, 0), time(6, 0));
        assert_eq!(night, (at("2026-12-01 17:00"), at("2026-12-02 01:00")));
        assert_eq!(shown(night), (day, time(22, 0), time(6, 0)));
        let whole = period(day, time(8, 0), time(8, 0));
        assert_eq!(whole.1 - whole.0, TimeDelta::days(1));
    }

    proptest! {
        #[test]
        fn a_period_is_a_day_at_most_and_is_shown_as_it_was_typed(
            day in 0_u64..3_000, from in 0_u32..1_440, to in 0_u32..1_440,
        ) {
            let day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(day);
            let (from, to) = (time(from / 60, from % 60), time(to / 60, to % 60));
            let period = period(day, from, to);
            prop_assert!(period.0 < period.1 && period.1 - period.0 <= TimeDelta::days(1));
            prop_assert_eq!(shown(period), (day, from, to));
        }
    }
}

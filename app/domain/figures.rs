//! Counts of squads and people, and how exactly somebody is told of them who opens no person.

use super::{
    membership::MembershipState,
    squad::SquadState,
    time::{Instant, days_left},
};
use serde::{Deserialize, Serialize};

/// Counts over the squads of some bodies; never a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub squads: Vec<(SquadState, i64)>,
    pub memberships: Vec<(MembershipState, i64)>,
    pub days: Days,
    pub failed_mails: i64,
    pub without_leader: i64,
    pub past_target: i64,
}

/// How many days outcomes took from the receipt of their list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    pub rows: Vec<Span>,
    pub total: usize,
    /// The day by which half of the outcomes were there.
    pub median: Option<i64>,
}

/// Outcomes that took from so many days to so many; the last span has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub from: i64,
    pub to: Option<i64>,
    pub count: usize,
}

impl Days {
    /// The last day of each span that is counted; longer times are counted after them.
    const SPANS: [i64; 4] = [5, 10, 15, 30];

    /// Days from receipts to outcomes.
    #[must_use]
    pub fn of(vettings: &[(Instant, Instant)]) -> Self {
        let mut days: Vec<i64> =
            vettings.iter().map(|(received, settled)| days_left(*received, *settled)).collect();
        days.sort_unstable();
        let mut from = 0;
        let mut rows = Vec::new();
        for to in Self::SPANS {
            rows.push(Span {
                from,
                to: Some(to),
                count: days.iter().filter(|days| (from..=to).contains(*days)).count(),
            });
            from = to + 1;
        }
        rows.push(Span {
            from,
            to: None,
            count: days.iter().filter(|days| **days >= from).count(),
        });
        Self { rows, total: days.len(), median: days.get(days.len() / 2).copied() }
    }
}

/// A count as it is told to somebody who opens no person: rounded, and a small one not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rounded {
    pub count: i64,
    /// There are some, and fewer than five.
    pub few: bool,
}

impl Rounded {
    const STEP: i64 = 5;

    /// A count, rounded to five.
    #[must_use]
    pub const fn of(count: i64) -> Self {
        if 0 < count && count < Self::STEP {
            return Self { count: 0, few: true };
        }
        Self { count: (count + Self::STEP / 2) / Self::STEP * Self::STEP, few: false }
    }

    /// The sum of what is shown; `None` where nothing but small counts is.
    #[must_use]
    pub fn sum(of: impl IntoIterator<Item = Self>) -> Option<i64> {
        let (mut sum, mut is_hidden) = (0, false);
        for part in of {
            sum += part.count;
            is_hidden |= part.few;
        }
        (sum > 0 || !is_hidden).then_some(sum)
    }
}

/// The fewest outcomes of which a median says nothing about one of them.
pub const FEWEST: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn each_outcome_is_counted_in_one_span_by_calendar_days() {
        let at = |text: &str| Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let received = at("2026-11-02 04:00");
        let vettings: Vec<_> = [0, 5, 6, 15, 16, 31, 90]
            .map(|days| (received, received + TimeDelta::days(days)))
            .into();
        let days = Days::of(&vettings);
        let counts: Vec<_> = days.rows.iter().map(|row| row.count).collect();
        assert_eq!(counts, [2, 1, 1, 1, 2]);
        assert_eq!((days.total, days.median), (7, Some(15)));
        assert_eq!(Days::of(&[]).median, None);
    }

    #[test]
    fn counts_are_rounded_to_five_and_small_ones_are_hidden() {
        for (count, shown, few) in [
            (0, 0, false),
            (1, 0, true),
            (4, 0, true),
            (5, 5, false),
            (7, 5, false),
            (8, 10, false),
            (12, 10, false),
            (13, 15, false),
            (1_001, 1_000, false),
        ] {
            assert_eq!(Rounded::of(count), Rounded { count: shown, few }, "{count}");
        }
        let sum = |counts: &[i64]| Rounded::sum(counts.iter().map(|count| Rounded::of(*count)));
        assert_eq!(sum(&[7, 8, 3]), Some(15), "of what is shown");
        assert_eq!(sum(&[]), Some(0));
        assert_eq!(sum(&[3, 4]), None, "zero would be false");
    }
}

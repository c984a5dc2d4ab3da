//! Days on which a person can't come, as the person or the leader types them. Nobody asks why.

use crate::{
    acts::{ActContext, faults::failed},
    domain::{
        events::plans::DaysAwayTold,
        id::{self, Id},
        plan::{AWAY_LIMIT, AWAY_ROWS},
        time::{Instant, today},
    },
    storage::{self, Db, StorageError, plans::days_away},
};
use chrono::NaiveDate;

/// The fields of the form.
#[derive(Clone, Copy, Debug)]
pub struct AwayForm {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

faults! {
    /// The faults of the days.
    AwayError {
        From: "away_from", "date-missing";
        To: "away_to", "date-missing";
        Order: "away_to", "away-order";
        Past: "away_to", "away-past";
        Long: "away_to", "away-long";
        Many: "away_from", "away-many";
    }
}

impl AwayForm {
    /// The first and the last day.
    ///
    /// # Errors
    /// Every fault of the form.
    pub fn parse(&self, now: Instant) -> Result<(NaiveDate, NaiveDate), Vec<AwayError>> {
        use AwayError as E;
        let both = self.from.zip(self.to);
        let checks = [
            (self.from.is_some(), E::From),
            (self.to.is_some(), E::To),
            (both.is_none_or(|(from, to)| from <= to), E::Order),
            (self.to.is_none_or(|to| to >= today(now)), E::Past),
            (both.is_none_or(|(from, to)| (to - from).num_days() < AWAY_LIMIT), E::Long),
        ];
        let faults = failed(checks);
        match both {
            Some(days) if faults.is_empty() => Ok(days),
            _ => Err(faults),
        }
    }
}

/// Every fault of the days of that person.
pub fn faults(
    db: &mut Db,
    membership: Id<id::Membership>,
    form: AwayForm,
    now: Instant,
) -> storage::Result<Vec<AwayError>> {
    if days_away::of_membership(db, membership)? >= AWAY_ROWS {
        return Ok(vec![AwayError::Many]);
    }
    Ok(form.parse(now).err().unwrap_or_default())
}

/// Keeps the days of that person.
pub fn keep(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
    days: (NaiveDate, NaiveDate),
) -> Result<Id<id::DaysAway>, StorageError> {
    let id = Id::new();
    days_away::insert(cx.db, id, membership, days, cx.now)?;
    cx.record(DaysAwayTold { id: membership })?;
    Ok(id)
}

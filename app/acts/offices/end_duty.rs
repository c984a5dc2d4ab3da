//! An administrator ends a duty, now or after a day.

use super::grant::Day;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::offices::DutyEnded,
        id::{self, Id},
        permissions::Case,
        time::{Instant, day_ends, today},
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// The end of a duty.
pub struct EndDuty {
    pub duty: Id<id::Duty>,
    /// Last day; open: it is over now.
    pub on: Day,
}

faults! {
    /// What can be wrong with the end of a duty.
    EndDutyError {
        Day: "ends_on", "date-missing";
        Past: "ends_on", "date-past";
        Own: "ends_on", "own-duty";
    }
}

impl Command for EndDuty {
    type Error = EndDutyError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::EndDuty
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let bodies = storage::offices::people::bodies(db, scope)?;
        let Some(duty) = storage::offices::duty::find(db, &bodies, self.duty)? else {
            return Ok(None);
        };
        Ok(storage::offices::body::find(db, scope, duty.body)?.map(|(_, case)| case))
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<EndDutyError>> {
        Ok(match self.on {
            Day::Unreadable => vec![EndDutyError::Day],
            Day::On(day) if day < today(now) => vec![EndDutyError::Past],
            Day::Open | Day::On(_) => Vec::new(),
        })
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<EndDutyError>> {
        let duty = storage::offices::duty::find(cx.db, &[cx.case.id.of::<id::Body>()], self.duty)?
            .ok_or(Refusal::NotFound)?;
        if duty.user == cx.authority.user()? {
            return Err(Refusal::Invalid(vec![EndDutyError::Own]));
        }
        let at = match self.on {
            Day::On(day) => day_ends(day),
            Day::Open | Day::Unreadable => cx.now,
        };
        if !storage::offices::duty::end(cx.db, self.duty, at)? {
            return Err(Refusal::Stale(vec![self.duty.any()]));
        }
        cx.record(DutyEnded { id: self.duty, user: duty.user, to: at })?;
        Ok(duty.user)
    }
}

//! A member can come after all: the leader takes the days back.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::DaysAwayEnded,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, plans::days_away},
};

/// The squad whose leader takes the days back.
pub struct EndDaysAway {
    pub squad: Id<id::Squad>,
    pub days: Id<id::DaysAway>,
}

impl Command for EndDaysAway {
    type Error = NothingTyped;
    type Next = id::DaysAway;

    fn act(&self) -> Act {
        Act::EndDaysAway
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::DaysAway>, Refusal<NothingTyped>> {
        let days = days_away::find(cx.db, self.squad, self.days)?.ok_or(Refusal::NotFound)?;
        if !days_away::end(cx.db, days.id)? {
            return Err(Refusal::Stale(vec![days.id.any()]));
        }
        cx.record(DaysAwayEnded { id: days.membership })?;
        Ok(days.id)
    }
}

//! The leader notes the days on which a member can't come, as the member told them.

use super::away_form::{AwayError, AwayForm, faults, keep};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// The member and the days.
pub struct NoteDaysAway {
    pub squad: Id<id::Squad>,
    pub membership: Id<id::Membership>,
    pub form: AwayForm,
}

impl Command for NoteDaysAway {
    type Error = AwayError;
    type Next = id::DaysAway;

    fn act(&self) -> Act {
        Act::NoteDaysAway
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<AwayError>> {
        faults(db, self.membership, self.form, now)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::DaysAway>, Refusal<AwayError>> {
        let days = self.form.parse(cx.now).map_err(Refusal::Invalid)?;
        storage::squads::membership::in_squad(cx.db, self.squad, self.membership)?
            .ok_or(Refusal::NotFound)?;
        Ok(keep(cx, self.membership, days)?)
    }
}

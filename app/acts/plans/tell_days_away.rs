//! A member tells, by the link of a mail, on which days he or she can't come.

use super::away_form::{AwayError, AwayForm, faults, keep};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, record::person_link::PersonLink},
};

/// Who tells it, and the days.
pub struct TellDaysAway {
    pub link: PersonLink,
    pub form: AwayForm,
}

impl Command for TellDaysAway {
    type Error = AwayError;
    type Next = id::DaysAway;

    fn act(&self) -> Act {
        Act::TellDaysAway
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.link.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<AwayError>> {
        faults(db, self.link.membership, self.form, now)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::DaysAway>, Refusal<AwayError>> {
        let days = self.form.parse(cx.now).map_err(Refusal::Invalid)?;
        Ok(keep(cx, self.link.membership, days)?)
    }
}

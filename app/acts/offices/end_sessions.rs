//! An administrator ends every session of a person, as when a telephone was lost.

use super::administered_user;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{id::Id, permissions::Case, time::Instant, workflow::Act},
    storage::{self, Db, Result, Scope},
};
use serde_json::Value;

/// Whose sessions are to end.
pub struct EndSessions {
    pub user: Id,
}

faults! {
    /// Why sessions can't be ended.
    EndSessionsError {
        NotOurs: "sessions", "account-not-ours";
    }
}

impl Verb for EndSessions {
    type Error = EndSessionsError;

    fn act(&self) -> Act {
        Act::EndSessions
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        administered_user::case(db, scope, self.user)
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<EndSessionsError>> {
        let is_ours = administered_user::is_ours(db, case.parties.administration, self.user, now)?;
        Ok(if is_ours { Vec::new() } else { vec![EndSessionsError::NotOurs] })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<EndSessionsError>> {
        let (case, now) = (deed.case.clone(), deed.now);
        let faults = self.validate(deed.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        storage::account::session::end_all(deed.db, self.user)?;
        storage::account::known_browser::forget(deed.db, self.user)?;
        deed.note("user", self.user, Value::Null)?;
        Ok(self.user)
    }
}

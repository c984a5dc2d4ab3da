//! An administrator shuts somebody out: sessions end, links are void, what the person did stays.

use super::administered_user;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{id::Id, permissions::Case, time::Instant, workflow::Act},
    storage::{self, Db, Result, Scope},
};
use serde_json::Value;

/// Somebody to be shut out.
pub struct DisableUser {
    pub user: Id,
}

faults! {
    /// Why somebody can't be shut out.
    DisableUserError {
        Own: "disable", "own-account";
        NotOurs: "disable", "account-not-ours";
    }
}

impl Verb for DisableUser {
    type Error = DisableUserError;

    fn act(&self) -> Act {
        Act::DisableUser
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        administered_user::case(db, scope, self.user)
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<DisableUserError>> {
        let is_ours = administered_user::is_ours(db, case.parties.administration, self.user, now)?;
        Ok(if is_ours { Vec::new() } else { vec![DisableUserError::NotOurs] })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<DisableUserError>> {
        let (case, now) = (deed.case.clone(), deed.now);
        let faults = self.validate(deed.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        if self.user == deed.user {
            return Err(Refusal::Invalid(vec![DisableUserError::Own]));
        }
        if storage::offices::user::get(deed.db, self.user)?.disabled_at.is_some() {
            return Err(Refusal::Stale(vec![self.user]));
        }
        storage::offices::user::disable(deed.db, self.user, deed.now)?;
        deed.note("user", self.user, Value::Null)?;
        Ok(self.user)
    }
}

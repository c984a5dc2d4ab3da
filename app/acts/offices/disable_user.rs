//! An administrator shuts somebody out: sessions end, links are void, what the person did stays.

use super::administered_user;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::offices::UserDisabled,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// Somebody to be shut out.
pub struct DisableUser {
    pub user: Id<id::User>,
}

faults! {
    /// Why somebody can't be shut out.
    DisableUserError {
        Own: "disable", "own-account";
        NotOurs: "disable", "account-not-ours";
    }
}

impl Command for DisableUser {
    type Error = DisableUserError;
    type Next = id::User;

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

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<DisableUserError>> {
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        if self.user == cx.authority.user()? {
            return Err(Refusal::Invalid(vec![DisableUserError::Own]));
        }
        if storage::offices::user::get(cx.db, self.user)?.disabled_at.is_some() {
            return Err(Refusal::Stale(vec![self.user.any()]));
        }
        storage::account::credentials::disable(cx.db, self.user, cx.now)?;
        cx.record(UserDisabled { id: self.user })?;
        Ok(self.user)
    }
}

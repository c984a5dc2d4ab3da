//! An administrator grants one more duty to somebody known.

use super::{
    administered_user,
    grant::{Grant, GrantError},
};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// A duty for a person of the administrator's bodies.
pub struct GrantDuty {
    pub user: Id<id::User>,
    pub grant: Grant,
}

impl Command for GrantDuty {
    type Error = GrantError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::GrantDuty
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        if administered_user::case(db, scope, self.user)?.is_none() {
            return Ok(None);
        }
        Ok(storage::offices::body::find(db, scope, self.grant.body)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<GrantError>> {
        let user = storage::offices::user::get(db, self.user)?;
        let mut faults = self.grant.faults(db, Some(&user), now)?;
        // The account is in other hands by now: its owner has to want the duty.
        if !administered_user::is_held(db, case.parties.administration, self.user, now)? {
            faults.push(GrantError::Elsewhere);
        }
        Ok(faults)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<GrantError>> {
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let kind = self.grant.write(cx, self.user)?;
        let user = storage::offices::user::get(cx.db, self.user)?;
        if user.password_hash.is_some() {
            cx.notify_user(
                Notice::DutyGranted,
                &emails::offices::duty_granted(),
                &user,
                (kind, self.grant.body),
                None,
            )?;
        }
        Ok(self.user)
    }
}

//! An administrator grants one more duty to somebody known.

use super::{
    administered_user,
    grant::{Grant, GrantError},
};
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        id::Id,
        permissions::Case,
        time::Instant,
        workflow::{Act, Receipt},
    },
    emails::Email,
    storage::{self, Db, Result, Scope},
};

/// A duty for a person of the administrator's bodies.
pub struct GrantDuty {
    pub user: Id,
    pub grant: Grant,
}

impl Verb for GrantDuty {
    type Error = GrantError;

    fn act(&self) -> Act {
        Act::GrantDuty
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        if administered_user::case(db, scope, self.user)?.is_none() {
            return Ok(None);
        }
        Ok(storage::offices::body::find(db, scope, self.grant.body)?.map(|(_, case)| case))
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<GrantError>> {
        let user = storage::offices::user::get(db, self.user)?;
        self.grant.faults(db, Some(&user), now)
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<GrantError>> {
        let (case, now) = (deed.case.clone(), deed.now);
        let faults = self.validate(deed.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        let kind = self.grant.write(deed, self.user)?;
        let user = storage::offices::user::get(deed.db, self.user)?;
        if user.password_hash.is_some() {
            deed.tell_user(Receipt::DutyGranted, &Email::DutyGranted, &user, (kind, self.grant.body), None)?;
        }
        Ok(self.user)
    }
}

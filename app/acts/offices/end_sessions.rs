//! An administrator ends every session of a person, as when a telephone was lost.

use super::administered_user;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::offices::SessionsEnded,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// Whose sessions are to end.
pub struct EndSessions {
    pub user: Id<id::User>,
}

faults! {
    /// Why sessions can't be ended.
    EndSessionsError {
        NotOurs: "sessions", "account-not-ours";
    }
}

impl Command for EndSessions {
    type Error = EndSessionsError;
    type Next = id::User;

    fn act(&self) -> Act {
        Act::EndSessions
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        administered_user::case(db, scope, self.user)
    }

    fn validate(&self, db: &mut Db, case: &Case, now: Instant) -> Result<Vec<EndSessionsError>> {
        let is_held = administered_user::is_held(db, case.parties.administration, self.user, now)?;
        Ok(if is_held { Vec::new() } else { vec![EndSessionsError::NotOurs] })
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::User>, Refusal<EndSessionsError>> {
        let (case, now) = (cx.case.clone(), cx.now);
        let faults = self.validate(cx.db, &case, now)?;
        if !faults.is_empty() {
            return Err(Refusal::Invalid(faults));
        }
        storage::account::session::end_all(cx.db, self.user)?;
        storage::account::known_browser::forget(cx.db, self.user)?;
        cx.record(SessionsEnded { id: self.user })?;
        Ok(self.user)
    }
}

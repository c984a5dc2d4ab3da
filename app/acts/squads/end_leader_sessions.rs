//! The unit ends the session of a leader, as when the telephone was lost. The leader signs in with a new code.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::record::LeaderSessionsEnded,
        id::{self, Id},
        permissions::Case,
        workflow::Act,
    },
    storage::{
        self, Db, Result, Scope,
        account::{credentials, session},
        squads::leader_account,
    },
};

/// The leader.
pub struct EndLeaderSessions {
    pub squad: Id<id::Squad>,
    pub membership: Id<id::Membership>,
}

impl Command for EndLeaderSessions {
    type Error = NothingTyped;
    type Next = id::Membership;

    fn act(&self) -> Act {
        Act::EndLeaderSessions
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Membership>, Refusal<NothingTyped>> {
        let membership = self.membership;
        storage::squads::membership::in_squad(cx.db, self.squad, membership)?
            .ok_or(Refusal::NotFound)?;
        let account = leader_account::of_membership(cx.db, membership)?.ok_or(Refusal::NotFound)?;
        // The telephone may keep the password: it is void, too.
        credentials::clear_password(cx.db, account.user)?;
        session::end_all(cx.db, account.user)?;
        cx.record(LeaderSessionsEnded { id: membership })?;
        Ok(membership)
    }
}

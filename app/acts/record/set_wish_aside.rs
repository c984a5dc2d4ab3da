//! The unit has asked the person, who does not wish to be taken off the record: the link was somebody else's, or a mistake.

use super::wish;
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::record::WishSetAside,
        id::{self, Id},
        own_wish::OwnWishState,
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope, record::own_wish},
};

/// The person whose wish waits.
pub struct SetWishAside {
    pub squad: Id<id::Squad>,
    pub membership: Id<id::Membership>,
}

impl Command for SetWishAside {
    type Error = NothingTyped;
    type Next = id::OwnWish;

    fn act(&self) -> Act {
        Act::SetWishAside
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::find(db, scope, self.squad)?.map(|squad| squad.case()))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::OwnWish>, Refusal<NothingTyped>> {
        let membership = self.membership;
        storage::squads::membership::in_squad(cx.db, self.squad, membership)?
            .ok_or(Refusal::NotFound)?;
        let asked = own_wish::asked(cx.db, membership)?
            .ok_or_else(|| Refusal::Stale(vec![membership.any()]))?;
        wish::end(cx, &asked, OwnWishState::SetAside, WishSetAside { membership })?;
        Ok(asked.id)
    }
}

//! A person does not wish to be taken off the record any more, and says so by the link of the mail.

use super::wish;
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::record::WishWithdrawn,
        id::{self, Id},
        own_wish::OwnWishState,
        permissions::Case,
        workflow::Act,
    },
    storage::{
        self, Db, Result, Scope,
        record::{own_wish, person_link::PersonLink},
    },
};

/// Who does not wish it any more.
pub struct WithdrawWish {
    pub link: PersonLink,
}

impl Command for WithdrawWish {
    type Error = NothingTyped;
    type Next = id::OwnWish;

    fn act(&self) -> Act {
        Act::WithdrawWish
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.link.squad)?.map(|squad| squad.case()))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::OwnWish>, Refusal<NothingTyped>> {
        let membership = self.link.membership;
        let asked = own_wish::asked(cx.db, membership)?
            .ok_or_else(|| Refusal::Stale(vec![membership.any()]))?;
        wish::end(cx, &asked, OwnWishState::Withdrawn, WishWithdrawn { membership })?;
        Ok(asked.id)
    }
}

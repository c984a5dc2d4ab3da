//! A person does not wish to be taken off the record any more, and says so by the link of the mail.

use super::wish;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::record::WishWithdrawn,
        id::{self, Id},
        own_wish::OwnWishState,
        permissions::Case,
        time::Instant,
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

faults! {
    /// Nothing is typed that could be wrong.
    WithdrawWishError {
        None: "wish", "entries-none";
    }
}

impl Command for WithdrawWish {
    type Error = WithdrawWishError;
    type Next = id::OwnWish;

    fn act(&self) -> Act {
        Act::WithdrawWish
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.link.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<WithdrawWishError>> {
        Ok(Vec::new())
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::OwnWish>, Refusal<WithdrawWishError>> {
        let membership = self.link.membership;
        let asked = own_wish::asked(cx.db, membership)?
            .ok_or_else(|| Refusal::Stale(vec![membership.any()]))?;
        wish::end(cx, &asked, OwnWishState::Withdrawn, WishWithdrawn { membership })?;
        Ok(asked.id)
    }
}

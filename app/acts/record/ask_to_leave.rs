//! A person asks, by the link of a mail, to be taken off the record (item 15.5). The unit records it; nothing ends by itself.

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::record::WishAsked,
        handoff::HandoffKind,
        id::{self, Id},
        membership::MembershipState,
        own_wish::{DIGIT_FAILURES, OwnWishState},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        record::{contact, own_wish, person_link::PersonLink},
    },
};

/// Who asks, and the last digits of the telephone; without them the unit calls.
pub struct AskToLeave<'a> {
    pub link: PersonLink,
    pub digits: Option<&'a str>,
}

faults! {
    /// The faults of a wish.
    AskToLeaveError {
        Digits: "digits", "wish-digits";
        TooOften: "digits", "wish-digits-too-often";
    }
}

impl Command for AskToLeave<'_> {
    type Error = AskToLeaveError;
    type Next = id::OwnWish;

    fn act(&self) -> Act {
        Act::AskToLeave
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::squads::squad::opened(db, scope, self.link.squad)?.map(|squad| squad.case()))
    }

    fn validate(&self, db: &mut Db, _: &Case, _: Instant) -> Result<Vec<AskToLeaveError>> {
        let Some(digits) = self.digits else { return Ok(Vec::new()) };
        if self.link.failures >= DIGIT_FAILURES {
            return Ok(vec![AskToLeaveError::TooOften]);
        }
        let reach = contact::of(db, self.link.membership)?;
        let is_right = reach.is_some_and(|reach| reach.contact.has_digits(digits));
        Ok(if is_right { Vec::new() } else { vec![AskToLeaveError::Digits] })
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::OwnWish>, Refusal<AskToLeaveError>> {
        let PersonLink { membership, squad, state, .. } = self.link;
        if state != MembershipState::Registered || own_wish::asked(cx.db, membership)?.is_some() {
            return Err(Refusal::Stale(vec![membership.any()]));
        }
        let (id, is_confirmed) = (Id::new(), self.digits.is_some());
        own_wish::insert(cx.db, id, (membership, squad), is_confirmed, cx.now)?;
        cx.create(id, OwnWishState::Asked, WishAsked { membership, is_confirmed })?;
        if !cx.stays_open(HandoffKind::RecordOwnWish)? {
            cx.open(HandoffKind::RecordOwnWish, None, &emails::record::record_own_wish())?;
        }
        Ok(id)
    }
}

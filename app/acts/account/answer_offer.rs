//! The owner of an account accepts or declines a duty that another administration has offered to its address.

use super::journal_entry;
use crate::{
    domain::{
        body::DutyKind,
        events::{
            Event,
            account::{OfferAccepted, OfferDeclined},
        },
        id::{self, Id},
        journal::{AccountAct, Actor},
    },
    state::AppState,
    storage::{
        self, Result, StorageError,
        offices::{offer, user::User},
    },
};

/// The owner's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Accept,
    Decline,
}

/// The outcome of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Done,
    /// No such offer stands.
    Gone,
    /// Who administers does nothing else, and nowhere else.
    Other,
}

/// Answers an offer to the address of that account.
pub fn answer_offer(
    app: &AppState,
    account: &User,
    offer: Id<id::User>,
    answer: Answer,
) -> Result<Answered> {
    let now = app.clock.now();
    app.store.write(|db| -> Result<Answered, StorageError> {
        let journal = journal_entry::journal(db)?;
        let open = offer::open_to(db, account, now)?;
        let Some(found) = open.into_iter().find(|open| open.id == offer) else {
            return Ok(Answered::Gone);
        };
        let (act, event): (_, Event) = match answer {
            Answer::Accept => {
                let held = storage::offices::duty::of_users(db, &[account.id])?;
                let held: Vec<DutyKind> =
                    held.iter().filter(|duty| duty.is_open(now)).map(|duty| duty.kind).collect();
                let mut kinds = found.duties.iter().map(|duty| duty.kind).chain(held.clone());
                if !held.is_empty() && kinds.any(|kind| kind == DutyKind::Administrator) {
                    return Ok(Answered::Other);
                }
                offer::accept(db, offer, account.id)?;
                (AccountAct::AcceptOffer, OfferAccepted { id: account.id, offer }.into())
            }
            Answer::Decline => {
                offer::decline(db, offer, now)?;
                (AccountAct::DeclineOffer, OfferDeclined { id: account.id, offer }.into())
            }
        };
        let actor = Actor::Owner { user: account.id };
        journal_entry::note(db, journal, (act, Id::new()), actor, event, now)?;
        Ok(Answered::Done)
    })
}

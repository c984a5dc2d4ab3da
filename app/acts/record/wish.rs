//! A wish to be taken off the record that waits no more: the one handoff of a squad goes with the last one.

use crate::{
    acts::{ActContext, Refusal},
    domain::{events::StepFacts, handoff::HandoffKind, own_wish::OwnWishState},
    storage::{
        StorageError,
        record::own_wish::{self, OwnWish},
    },
};

/// Ends a wish.
pub fn end<E>(
    cx: &mut ActContext<'_>,
    wish: &OwnWish,
    to: OwnWishState,
    facts: impl StepFacts<State = OwnWishState>,
) -> Result<(), Refusal<E>> {
    cx.transition(&wish.at(), to, facts)?;
    Ok(settle(cx)?)
}

fn settle(cx: &mut ActContext<'_>) -> Result<(), StorageError> {
    let squad = cx.case.squad()?;
    if own_wish::of_squad(cx.db, squad)?.is_empty() {
        cx.close(HandoffKind::RecordOwnWish)?;
    }
    Ok(())
}

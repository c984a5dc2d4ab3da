//! Somebody who was to go is not to go.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        events::plans::AssignmentCancelled,
        id::{self, Id},
        plan::AssignmentState,
    },
    storage::plans::assignment::{self, Assignment},
};

/// Takes one person off a duty.
pub fn cancel<E>(cx: &mut ActContext<'_>, assignment: &Assignment) -> Result<(), Refusal<E>> {
    let facts = AssignmentCancelled { plan: assignment.plan, membership: assignment.membership };
    cx.transition(&assignment.at(), AssignmentState::Cancelled, facts).map(drop)
}

/// Takes somebody who has left the record off every duty that has not begun.
pub fn cancel_future<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<E>> {
    for assignment in assignment::future_of(cx.db, membership, cx.now)? {
        cancel(cx, &assignment)?;
    }
    Ok(())
}

//! Somebody who was to go is not to go.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        events::plans::AssignmentCancelled,
        id::{self, Id},
        plan::AssignmentState,
        workflow::Notice,
    },
    emails,
    storage::plans::assignment::{self, Assignment},
};

/// Takes one person off a duty, and tells the person while the duty has not ended. Nobody writes to the dead.
pub fn cancel<E>(cx: &mut ActContext<'_>, of: &Assignment) -> Result<(), Refusal<E>> {
    let facts = AssignmentCancelled { plan: of.plan.id, membership: of.membership };
    cx.transition(&of.at(), AssignmentState::Cancelled, facts)?;
    assignment::note_cancelled(cx.db, of.id)?;
    if of.plan.period.1 > cx.now {
        let email = emails::plans::assignment_cancelled(of.cancelled());
        cx.notify_person(Notice::AssignmentCancelled, &email, of.membership, None)?;
    }
    Ok(())
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

//! A member says no to a duty, by the link of a mail, and says no cause. The leader is told that somebody is missing.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::AssignmentDeclined,
        id::{self, Id},
        permissions::Case,
        plan::AssignmentState,
        workflow::{Act, Notice},
    },
    emails,
    storage::{Db, Result, Scope, plans::assignment},
};

/// The assignment that the link answers.
pub struct DeclineAssignment {
    pub assignment: Id<id::Assignment>,
}

impl Command for DeclineAssignment {
    type Error = NothingTyped;
    type Next = id::Assignment;

    fn act(&self) -> Act {
        Act::DeclineAssignment
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let of = assignment::get(db, self.assignment)?;
        super::case(db, scope, of.plan.id)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Assignment>, Refusal<NothingTyped>> {
        let of = assignment::get(cx.db, self.assignment)?;
        if !of.state.is_going() {
            return Err(Refusal::Stale(vec![of.id.any()]));
        }
        let facts = AssignmentDeclined { plan: of.plan.id, membership: of.membership };
        cx.transition(&of.at(), AssignmentState::Declined, facts)?;
        cx.notify_leader(Notice::AssignmentDeclined, &emails::plans::assignment_declined())?;
        Ok(of.id)
    }
}

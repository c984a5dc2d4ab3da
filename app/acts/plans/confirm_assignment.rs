//! A member says yes to a duty, by the link of a mail.

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::AssignmentConfirmed,
        id::{self, Id},
        permissions::Case,
        plan::AssignmentState,
        workflow::Act,
    },
    storage::{Db, Result, Scope, plans::assignment},
};

/// The assignment that the link answers.
pub struct ConfirmAssignment {
    pub assignment: Id<id::Assignment>,
}

impl Command for ConfirmAssignment {
    type Error = NothingTyped;
    type Next = id::Assignment;

    fn act(&self) -> Act {
        Act::ConfirmAssignment
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let of = assignment::get(db, self.assignment)?;
        super::case(db, scope, of.plan.id)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Assignment>, Refusal<NothingTyped>> {
        let of = assignment::get(cx.db, self.assignment)?;
        if of.state != AssignmentState::Assigned {
            return Err(Refusal::Stale(vec![of.id.any()]));
        }
        let facts = AssignmentConfirmed { plan: of.plan.id, membership: of.membership };
        cx.transition(&of.at(), AssignmentState::Confirmed, facts)?;
        Ok(of.id)
    }
}

//! The unit cancels a plan; nobody goes.

use super::cancel_assignments::cancel;
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::PlanCancelled,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        state::At,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// The plan, and the version that was seen.
pub struct CancelPlan {
    pub id: Id<id::Plan>,
    pub version: i32,
}

impl Command for CancelPlan {
    type Error = NothingTyped;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::CancelPlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<NothingTyped>> {
        let state = storage::plans::plan::get(cx.db, self.id)?.state;
        let at = At::new(self.id, self.version, state);
        cx.transition(&at, PlanState::Cancelled, PlanCancelled {})?;
        for assignment in storage::plans::assignment::of_plan(cx.db, self.id)? {
            cancel(cx, &assignment)?;
        }
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanCancelled, &emails::plans::plan_cancelled())?;
        Ok(self.id)
    }
}

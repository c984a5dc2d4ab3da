//! The unit cancels a plan; nobody goes. A duty with a result stays.

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
    storage::{
        Db, Result, Scope,
        plans::{assignment, plan},
    },
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
        let state = plan::get(cx.db, self.id)?.state;
        if plan::has_result(cx.db, self.id)? {
            return Err(Refusal::Stale(vec![self.id.any()]));
        }
        let at = At::new(self.id, self.version, state);
        cx.transition(&at, PlanState::Cancelled, PlanCancelled {})?;
        for of in assignment::of_plan(cx.db, self.id)?.iter().filter(|of| of.state.is_going()) {
            cancel(cx, of)?;
        }
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanCancelled, &emails::plans::plan_cancelled())?;
        Ok(self.id)
    }
}

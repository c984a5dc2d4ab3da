//! The unit cancels a plan; nobody goes.

use super::cancel_assignments::cancel;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::plans::PlanCancelled,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        time::Instant,
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

faults! {
    /// Nothing is typed that could be wrong.
    CancelPlanError {
        None: "plan", "entries-none";
    }
}

impl Command for CancelPlan {
    type Error = CancelPlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::CancelPlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let found = storage::plans::plan::find(db, scope, self.id)?;
        Ok(found.map(|(plan, squad)| plan.case(&squad)))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<CancelPlanError>> {
        Ok(Vec::new())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<CancelPlanError>> {
        let scope = Scope { units: vec![cx.case.unit()?], ..Scope::default() };
        let (plan, _) =
            storage::plans::plan::find(cx.db, &scope, self.id)?.ok_or(Refusal::NotFound)?;
        if plan.version != self.version {
            return Err(Refusal::Stale(vec![self.id.any()]));
        }
        cx.transition(&plan.at(), PlanState::Cancelled, PlanCancelled {})?;
        for assignment in storage::plans::assignment::of_plan(cx.db, self.id)? {
            cancel(cx, &assignment)?;
        }
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanCancelled, &emails::plans::plan_cancelled())?;
        Ok(self.id)
    }
}

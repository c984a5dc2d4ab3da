//! The unit returns a plan to the leader, with what it wants otherwise.

use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
    },
    domain::{
        events::plans::PlanReturned,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::{PlanState, TEXT_LIMIT},
        state::At,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// The plan, the version that was seen, and what is to be mended.
pub struct ReturnPlan {
    pub id: Id<id::Plan>,
    pub version: i32,
    pub remark: String,
}

faults! {
    /// The faults of a return.
    ReturnPlanError {
        Remark: "remark", "plan-remark";
    }
}

impl Command for ReturnPlan {
    type Error = ReturnPlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::ReturnPlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReturnPlanError>> {
        Ok(failed([(is_said(&self.remark, TEXT_LIMIT), ReturnPlanError::Remark)]))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<ReturnPlanError>> {
        let at = At::new(self.id, self.version, PlanState::Proposed);
        cx.transition(&at, PlanState::Returned, PlanReturned {})?;
        storage::plans::plan::remark(cx.db, self.id, self.remark.trim())?;
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanReturned, &emails::plans::plan_returned())?;
        Ok(self.id)
    }
}

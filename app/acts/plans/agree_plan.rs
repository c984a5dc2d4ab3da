//! Act 15: the unit agrees to a plan; from then on the leader assigns people (clause 7).

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::plans::PlanAgreed,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        state::At,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// The plan, and the version that was seen.
pub struct AgreePlan {
    pub id: Id<id::Plan>,
    pub version: i32,
}

faults! {
    /// Nothing is typed that could be wrong.
    AgreePlanError {
        None: "plan", "entries-none";
    }
}

impl Command for AgreePlan {
    type Error = AgreePlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::AgreePlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let found = storage::plans::plan::find(db, scope, self.id)?;
        Ok(found.map(|(plan, squad)| plan.case(&squad)))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<AgreePlanError>> {
        Ok(Vec::new())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<AgreePlanError>> {
        let at = At::new(self.id, self.version, PlanState::Proposed);
        cx.transition(&at, PlanState::Agreed, PlanAgreed {})?;
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanAgreed, &emails::plans::plan_agreed())?;
        Ok(self.id)
    }
}

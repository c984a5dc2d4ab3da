//! The leader mends a plan that the unit has returned, and proposes it once more (clause 7).

use super::plan_form::{PlanError, PlanForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::plans::PlanProposed,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        state::At,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// The plan, the version that was seen, and its new content.
pub struct ProposePlanAgain {
    pub id: Id<id::Plan>,
    pub version: i32,
    pub form: PlanForm,
}

impl Command for ProposePlanAgain {
    type Error = PlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::ProposePlanAgain
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<PlanError>> {
        Ok(self.form.parse(now).err().unwrap_or_default())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<PlanError>> {
        let content = self.form.parse(cx.now).map_err(Refusal::Invalid)?;
        let at = At::new(self.id, self.version, PlanState::Returned);
        cx.transition(&at, PlanState::Proposed, PlanProposed {})?;
        storage::plans::plan::rewrite(cx.db, self.id, &content)?;
        cx.open(HandoffKind::AgreePlan, None, &emails::plans::agree_plan())?;
        Ok(self.id)
    }
}

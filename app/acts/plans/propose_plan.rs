//! Act 15: the leader proposes a duty of the squad (clause 7).

use super::plan_form::{PlanError, PlanForm};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::plans::PlanProposed,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope, plans::plan::Plan},
};

/// A new plan of the squad that the actor leads.
pub struct ProposePlan {
    pub id: Id<id::Plan>,
    pub squad: Id<id::Squad>,
    pub form: PlanForm,
}

impl Command for ProposePlan {
    type Error = PlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::ProposePlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        let squad = storage::squads::squad::opened(db, scope, self.squad)?;
        Ok(squad.map(|squad| Plan::case_of(self.id, "", PlanState::Proposed, &squad)))
    }

    fn validate(&self, _: &mut Db, _: &Case, now: Instant) -> Result<Vec<PlanError>> {
        Ok(self.form.parse(now).err().unwrap_or_default())
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<PlanError>> {
        let content = self.form.parse(cx.now).map_err(Refusal::Invalid)?;
        cx.case.reference =
            storage::plans::plan::insert(cx.db, self.id, self.squad, &content, cx.now)?;
        cx.create(self.id, PlanState::Proposed, PlanProposed {})?;
        cx.open(HandoffKind::AgreePlan, None, &emails::plans::agree_plan())?;
        Ok(self.id)
    }
}

//! Act 15: the unit agrees to a plan; from then on the leader assigns people (clause 7).

use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        events::plans::PlanAgreed,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        state::At,
        workflow::{Act, Notice},
    },
    emails,
    storage::{Db, Result, Scope},
};

/// The plan, and the version that was seen.
pub struct AgreePlan {
    pub id: Id<id::Plan>,
    pub version: i32,
}

impl Command for AgreePlan {
    type Error = NothingTyped;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::AgreePlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<NothingTyped>> {
        let at = At::new(self.id, self.version, PlanState::Proposed);
        cx.transition(&at, PlanState::Agreed, PlanAgreed {})?;
        cx.close(HandoffKind::AgreePlan)?;
        cx.notify_leader(Notice::PlanAgreed, &emails::plans::plan_agreed())?;
        Ok(self.id)
    }
}

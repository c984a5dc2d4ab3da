//! The unit amends a plan that it has agreed to. Where time or place are others, those who had said yes are asked again.

use super::{
    cancel_assignments::cancel,
    plan_form::{PlanError, PlanForm},
    tell_member,
};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::plans::{AssignmentReturned, PlanAmended},
        id::{self, Id},
        permissions::Case,
        plan::{AssignmentState, PlanState},
        state::At,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        Db, Result, Scope,
        plans::{
            assignment::{self, Assignment},
            plan,
        },
        record::person_link,
    },
};

/// The plan, the version that was seen, and its new content.
pub struct AmendPlan {
    pub id: Id<id::Plan>,
    pub version: i32,
    pub form: PlanForm,
}

impl Command for AmendPlan {
    type Error = PlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::AmendPlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<PlanError>> {
        let begun = plan::get(db, self.id)?.period.0 <= now;
        let faults = self.form.parse(now).err().unwrap_or_default();
        Ok(if begun { vec![PlanError::Begun] } else { faults })
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<PlanError>> {
        let content = self.form.parse(cx.now).map_err(Refusal::Invalid)?;
        let before = plan::get(cx.db, self.id)?;
        let (was, is) = (
            (before.period, &before.area, &before.meeting_point),
            (content.period, &content.area, &content.meeting_point),
        );
        let is_moved = was != is;
        let at = At::new(self.id, self.version, PlanState::Agreed);
        cx.transition(&at, PlanState::Agreed, PlanAmended { is_moved })?;
        let asked = assignment::of_plan(cx.db, self.id)?;
        plan::rewrite(cx.db, self.id, &content)?;
        if is_moved {
            let busy = assignment::busy(cx.db, before.squad, self.id, content.period)?;
            for of in asked.iter().filter(|of| of.state.is_going()) {
                if busy.iter().any(|one| one.membership == of.membership) {
                    cancel(cx, of)?;
                } else {
                    ask_again(cx, of, content.period)?;
                }
            }
        }
        cx.notify_leader(Notice::PlanAmended, &emails::plans::plan_amended())?;
        Ok(self.id)
    }
}

fn ask_again(
    cx: &mut ActContext<'_>,
    of: &Assignment,
    (begins, ends): (Instant, Instant),
) -> Result<(), Refusal<PlanError>> {
    if of.state == AssignmentState::Confirmed {
        let facts = AssignmentReturned { plan: of.plan.id, membership: of.membership };
        cx.transition(&of.at(), AssignmentState::Assigned, facts)?;
    }
    assignment::note_moved(cx.db, of.id, begins, cx.now)?;
    person_link::prolong(cx.db, of.id, ends)?;
    Ok(tell_member::changed(cx, of.id)?)
}

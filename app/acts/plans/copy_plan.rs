//! The leader proposes a duty like another one on other dates; nobody's answer comes with it (clause 7).

use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        events::plans::PlanProposed,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::{COPIES, PlanState, period, shown},
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        plans::plan::{self, Content, Plan},
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The plan that is copied, and the days on which the copies begin.
pub struct CopyPlan {
    pub id: Id<id::Plan>,
    pub days: BTreeSet<NaiveDate>,
}

faults! {
    /// The faults of copies.
    CopyPlanError {
        Days: "copy_days", "plan-copy-days";
        Past: "copy_days", "plan-past";
    }
}

impl CopyPlan {
    /// The period of the copy that begins on that day.
    fn moved(of: &Plan, day: NaiveDate) -> (Instant, Instant) {
        let (_, from, to) = shown(of.period);
        period(day, from, to)
    }
}

impl Command for CopyPlan {
    type Error = CopyPlanError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::CopyPlan
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<CopyPlanError>> {
        use CopyPlanError as E;
        let of = plan::get(db, self.id)?;
        let checks = [
            ((1..=COPIES).contains(&self.days.len()), E::Days),
            (self.days.iter().all(|day| Self::moved(&of, *day).0 > now), E::Past),
        ];
        Ok(failed(checks))
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<CopyPlanError>> {
        let of = plan::get(cx.db, self.id)?;
        let squad = storage::squads::squad::get(cx.db, of.squad)?;
        let activities = plan::activities(cx.db, of.id)?;
        let mut last = of.id;
        for day in &self.days {
            let content = Content {
                period: Self::moved(&of, *day),
                activities: activities.clone(),
                area: of.area.clone(),
                meeting_point: of.meeting_point.clone(),
                people: of.people,
            };
            last = Id::new();
            let reference = plan::insert(cx.db, last, of.squad, &content, cx.now)?;
            cx.go_on_about(Plan::case_of(last, &reference, PlanState::Proposed, &squad))?;
            cx.create(last, PlanState::Proposed, PlanProposed {})?;
            cx.open(HandoffKind::AgreePlan, None, &emails::plans::agree_plan())?;
        }
        Ok(last)
    }
}

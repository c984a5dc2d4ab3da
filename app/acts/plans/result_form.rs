//! The result of a duty: who came, and the work done (clauses 10, 23).

use crate::{
    acts::{
        ActContext, Refusal,
        faults::{failed, is_said},
    },
    domain::{
        events::plans::{PersonAbsent, PersonAttended, ResultRecorded},
        id::{self, Id},
        plan::{Activity, AssignmentState, SUMMARY_LIMIT},
        time::Instant,
    },
    storage::{
        Db, Result,
        plans::{
            assignment, plan,
            result::{self, Recorded},
        },
    },
};
use std::collections::BTreeSet;

/// The fields of the form.
#[derive(Clone, Debug, Default)]
pub struct ResultForm {
    pub attended: BTreeSet<Id<id::Membership>>,
    pub activities: Vec<Activity>,
    /// The statement that goes with force: other ways were not possible.
    pub no_other_way: bool,
    pub summary: String,
}

faults! {
    /// The faults of a result.
    ResultError {
        NotBegun: "summary", "result-not-begun";
        Activities: "activities", "result-activities";
        Force: "no_other_way", "result-force";
        Summary: "summary", "result-summary";
        Unchanged: "summary", "result-unchanged";
    }
}

impl ResultForm {
    /// Every fault of the form.
    pub fn faults(&self, db: &mut Db, id: Id<id::Plan>, now: Instant) -> Result<Vec<ResultError>> {
        use ResultError as E;
        let has_force = self.activities.contains(&Activity::Force);
        let checks = [
            (plan::get(db, id)?.period.0 <= now, E::NotBegun),
            (self.attended.is_empty() || !self.activities.is_empty(), E::Activities),
            (!has_force || self.no_other_way, E::Force),
            (is_said(&self.summary, SUMMARY_LIMIT), E::Summary),
        ];
        Ok(failed(checks))
    }

    /// Whether it says what that result says.
    #[must_use]
    pub fn says(&self, last: &Recorded) -> bool {
        let said = (&self.attended, self.activities.as_slice(), self.summary.trim());
        said == (&last.attended, last.activities.as_slice(), last.summary.as_str())
    }

    /// The event that it was recorded.
    #[must_use]
    pub fn recorded(&self, id: Id<id::Plan>) -> ResultRecorded {
        let with_force = self.activities.contains(&Activity::Force);
        ResultRecorded { id, attended: self.count(), with_force }
    }

    /// How many came.
    #[must_use]
    pub fn count(&self) -> i64 {
        i64::try_from(self.attended.len()).unwrap_or(i64::MAX)
    }
}

/// Keeps the result and marks who came; only who was to go can have come.
pub fn keep<E>(
    cx: &mut ActContext<'_>,
    plan: Id<id::Plan>,
    form: &ResultForm,
) -> Result<Id<id::PlanResult>, Refusal<E>> {
    let all = assignment::of_plan(cx.db, plan)?;
    let went = || all.iter().filter(|of| AssignmentState::WENT.contains(&of.state));
    if !form.attended.iter().all(|id| went().any(|of| of.membership == *id)) {
        return Err(Refusal::NotFound);
    }
    for of in went() {
        let membership = of.membership;
        match (form.attended.contains(&membership), of.state) {
            (true, AssignmentState::Attended) | (false, AssignmentState::Absent) => {}
            (true, _) => {
                let facts = PersonAttended { plan, membership };
                cx.transition(&of.at(), AssignmentState::Attended, facts)?;
            }
            (false, _) => {
                let facts = PersonAbsent { plan, membership };
                cx.transition(&of.at(), AssignmentState::Absent, facts)?;
            }
        }
    }
    let new = Recorded {
        id: Id::new(),
        summary: form.summary.trim().to_owned(),
        activities: form.activities.clone(),
        attended: form.attended.clone(),
    };
    result::insert(cx.db, plan, &new, cx.now)?;
    Ok(new.id)
}

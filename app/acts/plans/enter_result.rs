//! Act 17: the unit enters in its book what a duty came to, as the leader recorded it or as it knows better (clauses 10, 23).

use super::result_form::{ResultError, ResultForm, keep};
use crate::{
    acts::{ActContext, Command, Refusal, record::enter::enter_result},
    domain::{
        events::plans::PlanHeld,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        plan::PlanState,
        state::At,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope},
};

/// The plan, the version that was seen, and what it came to.
pub struct EnterResult {
    pub id: Id<id::Plan>,
    pub version: i32,
    pub form: ResultForm,
}

impl Command for EnterResult {
    type Error = ResultError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::EnterResult
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<ResultError>> {
        self.form.faults(db, self.id, now)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<ResultError>> {
        let result = keep(cx, self.id, &self.form)?;
        let at = At::new(self.id, self.version, PlanState::Agreed);
        let link = cx.transition(&at, PlanState::Held, PlanHeld { attended: self.form.count() })?;
        enter_result(cx, (self.id, result), None, &link)?;
        cx.close(HandoffKind::EnterResult)?;
        Ok(self.id)
    }
}

//! The unit corrects what a duty came to: a new entry beside the old one (clause 23).

use super::result_form::{ResultError, ResultForm, keep};
use crate::{
    acts::{ActContext, Command, Refusal, record::enter::enter_result},
    domain::{
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope, plans::result, record::book},
};

/// The plan, the number of the entry that was seen, and what the duty came to.
pub struct CorrectResult {
    pub id: Id<id::Plan>,
    pub number: i64,
    pub form: ResultForm,
}

impl Command for CorrectResult {
    type Error = ResultError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::CorrectResult
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<ResultError>> {
        let mut faults = self.form.faults(db, self.id, now)?;
        if result::last(db, self.id)?.is_some_and(|last| self.form.says(&last)) {
            faults.push(ResultError::Unchanged);
        }
        Ok(faults)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<ResultError>> {
        let stale = || Refusal::Stale(vec![self.id.any()]);
        let before = book::of_plan(cx.db, self.id)?.ok_or_else(stale)?;
        if before.1 != self.number {
            return Err(stale());
        }
        let result = keep(cx, self.id, &self.form)?;
        let link = cx.record(self.form.recorded(self.id))?;
        enter_result(cx, (self.id, result), Some(before), &link)?;
        Ok(self.id)
    }
}

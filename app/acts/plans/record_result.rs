//! Act 17: the leader records who came and the work done; the unit enters it in its book (clauses 10, 23).

use super::result_form::{ResultError, ResultForm, keep};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{Db, Result, Scope},
};

/// The plan, and what it came to.
pub struct RecordResult {
    pub id: Id<id::Plan>,
    pub form: ResultForm,
}

impl Command for RecordResult {
    type Error = ResultError;
    type Next = id::Plan;

    fn act(&self) -> Act {
        Act::RecordResult
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        super::case(db, scope, self.id)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<ResultError>> {
        self.form.faults(db, self.id, now)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Plan>, Refusal<ResultError>> {
        keep(cx, self.id, &self.form)?;
        cx.record(self.form.recorded(self.id))?;
        if !cx.stays_open(HandoffKind::EnterResult)? {
            cx.open(HandoffKind::EnterResult, None, &emails::plans::enter_result())?;
        }
        Ok(self.id)
    }
}

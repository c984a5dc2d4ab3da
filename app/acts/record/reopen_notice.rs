//! A notice did not arrive: the unit owes it again, and the attempt stays beside it.

use super::{discharge_notice::case, inform};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        id::{self, Id},
        notice_duty::NoticeDutyState,
        permissions::Case,
        state::At,
        workflow::Act,
    },
    storage::{Db, Result, Scope, record::notice_duty},
};

/// The duty that was not discharged after all; its version that was seen.
pub struct ReopenNotice {
    pub duty: Id<id::NoticeDuty>,
    pub version: i32,
}

impl Command for ReopenNotice {
    type Error = NothingTyped;
    type Next = id::NoticeDuty;

    fn act(&self) -> Act {
        Act::ReopenNotice
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.duty)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::NoticeDuty>, Refusal<NothingTyped>> {
        let unit = cx.case.unit()?;
        let duty = notice_duty::find(cx.db, &[unit], self.duty)?.ok_or(Refusal::NotFound)?;
        let at = At::new(duty.id, self.version, NoticeDutyState::Done);
        inform::reopen(cx, &at, duty.membership)?;
        inform::owe(cx)?;
        Ok(duty.id)
    }
}

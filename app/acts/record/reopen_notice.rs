//! A notice did not arrive: the unit owes it again, and the attempt stays beside it.

use super::{discharge_notice::case, inform};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::record::NoticeReopened,
        id::{self, Id},
        notice_duty::NoticeDutyState,
        permissions::Case,
        state::At,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope, record::notice_duty},
};

/// The duty that was not discharged after all; its version that was seen.
pub struct ReopenNotice {
    pub duty: Id<id::NoticeDuty>,
    pub version: i32,
}

faults! {
    /// Nothing is typed that could be wrong.
    ReopenNoticeError {
        None: "duty", "entries-none";
    }
}

impl Command for ReopenNotice {
    type Error = ReopenNoticeError;
    type Next = id::NoticeDuty;

    fn act(&self) -> Act {
        Act::ReopenNotice
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.duty)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReopenNoticeError>> {
        Ok(Vec::new())
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::NoticeDuty>, Refusal<ReopenNoticeError>> {
        let unit = cx.case.unit()?;
        let duty = notice_duty::find(cx.db, &[unit], self.duty)?.ok_or(Refusal::NotFound)?;
        let at = At::new(duty.id, self.version, NoticeDutyState::Done);
        let membership = duty.membership;
        cx.transition(&at, NoticeDutyState::Open, NoticeReopened { membership })?;
        notice_duty::fail(cx.db, duty.id, cx.now)?;
        inform::owe(cx)?;
        Ok(duty.id)
    }
}

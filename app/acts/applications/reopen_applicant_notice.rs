//! A notice to an applicant did not arrive: the subdivision owes it again, and the attempt stays beside it.

use super::{case, notice};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal, record::inform},
    domain::{
        id::{self, Id},
        notice_duty::NoticeDutyState,
        permissions::Case,
        state::At,
        workflow::Act,
    },
    storage::{Db, Result, Scope, applications::application, record::notice_duty},
};

/// The application whose notice did not arrive; the version of the duty that was seen.
pub struct ReopenApplicantNotice {
    pub application: Id<id::Application>,
    pub version: i32,
}

impl Command for ReopenApplicantNotice {
    type Error = NothingTyped;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::ReopenApplicantNotice
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Application>, Refusal<NothingTyped>> {
        let (membership, territory) =
            (application::get(cx.db, self.application)?.membership, cx.case.territory()?);
        let owed = notice_duty::owed_by(cx.db, territory, membership)?.ok_or(Refusal::NotFound)?;
        let at = At::new(owed.id, self.version, NoticeDutyState::Done);
        inform::reopen(cx, &at, membership)?;
        let decision = notice::decided(cx)?.ok_or(Refusal::NotFound)?;
        notice::ask(cx, decision)?;
        Ok(self.application)
    }
}

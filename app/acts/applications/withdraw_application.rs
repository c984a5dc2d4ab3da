//! Act 20: the applicant takes the application back, and an officer records it.

use super::{case, end, seen};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        application::ApplicationState,
        events::applications::{ApplicantWithdrawn, ApplicationWithdrawn},
        id::{self, Id},
        membership::MembershipState,
        permissions::Case,
        workflow::Act,
    },
    storage::{Db, Result, Scope},
};

/// The application, and the version that was seen.
pub struct WithdrawApplication {
    pub application: Id<id::Application>,
    pub version: i32,
}

impl Command for WithdrawApplication {
    type Error = NothingTyped;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::WithdrawApplication
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Application>, Refusal<NothingTyped>> {
        let of = seen(cx, self.version)?;
        end(cx, &of, (ApplicationState::Withdrawn, ApplicationWithdrawn {}))?;
        cx.transition(&of.record_at(), MembershipState::Withdrawn, ApplicantWithdrawn {})?;
        Ok(of.id)
    }
}

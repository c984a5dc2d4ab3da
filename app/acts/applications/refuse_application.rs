//! Act 20: the subdivision refuses, without stating reasons (clause 17). There is no place for one.

use super::{case, end, notice, seen};
use crate::{
    acts::{ActContext, Command, NothingTyped, Refusal},
    domain::{
        application::{ApplicationDecision, ApplicationState},
        events::applications::{ApplicantRefused, ApplicationRefused},
        id::{self, Id},
        membership::MembershipState,
        permissions::Case,
        workflow::Act,
    },
    storage::{Db, Result, Scope},
};

/// The application, and the version that was seen.
pub struct RefuseApplication {
    pub application: Id<id::Application>,
    pub version: i32,
}

impl Command for RefuseApplication {
    type Error = NothingTyped;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::RefuseApplication
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::Application>, Refusal<NothingTyped>> {
        let of = seen(cx, self.version)?;
        end(cx, &of, (ApplicationState::Refused, ApplicationRefused {}))?;
        cx.transition(&of.record_at(), MembershipState::Refused, ApplicantRefused {})?;
        notice::owe(cx, of.membership, ApplicationDecision::Refused)?;
        Ok(of.id)
    }
}

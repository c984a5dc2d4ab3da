//! Act 20: the subdivision takes a positive decision: the person is registered in the book of a structural unit, a certificate of
//! Appendix 1 is prepared, and the person is informed (clauses 17, 18).

use super::{case, end, notice, seen};
use crate::{
    acts::{
        ActContext, Command, Refusal, certificates::prepare::prepare, faults::failed,
        record::enter::enter_registration,
    },
    domain::{
        application::{ApplicationCopy, ApplicationDecision, ApplicationState},
        events::applications::{ApplicationAccepted, OfficerRegistered},
        handoff::HandoffKind,
        id::{self, Id},
        membership::MembershipState,
        permissions::{Case, Unmet},
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        applications::application,
        lists::copy::{self, Owner},
    },
};

/// The unit in whose book the person is registered, and the version that was seen.
pub struct AcceptApplication {
    pub application: Id<id::Application>,
    pub version: i32,
    pub unit: Option<Id<id::Body>>,
}

faults! {
    /// The faults of a positive decision.
    AcceptApplicationError {
        Unit: "unit", "application-unit";
    }
}

/// The lack that keeps an application from being accepted: no copy of the identity document (clause 16).
#[must_use]
pub fn unmet(has_copy: bool) -> Vec<Unmet> {
    if has_copy { Vec::new() } else { vec![Unmet::IdentityCopy] }
}

impl Command for AcceptApplication {
    type Error = AcceptApplicationError;
    type Next = id::Application;

    fn act(&self) -> Act {
        Act::AcceptApplication
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        case(db, scope, self.application)
    }

    fn preconditions(&self, db: &mut Db, _: &Case) -> Result<Vec<Unmet>> {
        let identity = Owner::Application(self.application, ApplicationCopy::Identity);
        Ok(unmet(!copy::of(db, identity)?.is_empty()))
    }

    fn validate(
        &self,
        db: &mut Db,
        case: &Case,
        _: Instant,
    ) -> Result<Vec<AcceptApplicationError>> {
        let units = storage::offices::body::units_of(db, case.territory()?)?;
        let is_apt = units.iter().any(|unit| Some(unit.id) == self.unit);
        Ok(failed([(is_apt, AcceptApplicationError::Unit)]))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Application>, Refusal<AcceptApplicationError>> {
        let unit = self.unit.ok_or_else(|| Refusal::Invalid(vec![AcceptApplicationError::Unit]))?;
        let of = seen(cx, self.version)?;
        let membership = of.membership;
        end(cx, &of, (ApplicationState::Accepted, ApplicationAccepted { unit }))?;
        application::set_unit(cx.db, of.id, unit)?;
        let registered = OfficerRegistered { unit };
        let link = cx.transition(&of.record_at(), MembershipState::Registered, registered)?;
        enter_registration(cx, (unit, membership), &link)?;
        notice::owe(cx, membership, ApplicationDecision::Accepted)?;
        let case = application::get(cx.db, of.id)?.case();
        cx.open_about(&case, HandoffKind::OfficerInBook, &emails::applications::officer_in_book())?;
        prepare(cx, &[membership])?;
        Ok(of.id)
    }
}

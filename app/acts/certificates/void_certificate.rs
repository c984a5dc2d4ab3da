//! A lost, damaged or wrong certificate is void, and another one is prepared under a new number.

use super::{
    close_without,
    prepare::{prepare, void},
    register_of, seen,
};
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        certificate::{CertificateState, VoidCause},
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope},
};

/// The certificate, the version that was seen, and the cause.
pub struct VoidCertificate {
    pub id: Id<id::Certificate>,
    pub version: i32,
    pub cause: Option<VoidCause>,
}

faults! {
    /// The faults of the form.
    VoidCertificateError {
        Cause: "cause", "void-cause";
    }
}

impl Command for VoidCertificate {
    type Error = VoidCertificateError;
    type Next = id::Certificate;

    fn act(&self) -> Act {
        Act::VoidCertificate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        register_of(db, scope, self.id)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<VoidCertificateError>> {
        let is_named = self.cause.is_some_and(|cause| VoidCause::NAMED.contains(&cause));
        Ok(if is_named { Vec::new() } else { vec![VoidCertificateError::Cause] })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Certificate>, Refusal<VoidCertificateError>> {
        let cause =
            self.cause.ok_or_else(|| Refusal::Invalid(vec![VoidCertificateError::Cause]))?;
        let found = seen(cx, self.id, self.version)?;
        if !matches!(found.state, CertificateState::Signed | CertificateState::HandedOver) {
            return Err(Refusal::Stale(vec![self.id.any()]));
        }
        void(cx, &found, cause)?;
        close_without(cx, CertificateState::Signed, HandoffKind::HandOverCertificates)?;
        prepare(cx, &[found.membership])?;
        Ok(self.id)
    }
}

//! Act 11: a vetting officer hands a certificate over: to whom, when, and on which document (clauses 20, 21).

use super::{close_without, register_of, seen};
use crate::{
    acts::{
        ActContext, Command, Refusal,
        faults::{failed, is_said},
    },
    domain::{
        certificate::{CertificateState, TEXT_LIMIT},
        events::certificates::CertificateHandedOver,
        handoff::HandoffKind,
        id::{self, Id},
        permissions::Case,
        time::{Instant, today},
        workflow::Act,
    },
    storage::{
        Db, Result, Scope,
        certificates::paper::{self, HandingOver},
    },
};
use chrono::NaiveDate;

/// The certificate, the version that was seen, and how it was handed over.
pub struct HandOverCertificate {
    pub id: Id<id::Certificate>,
    pub version: i32,
    pub on: Option<NaiveDate>,
    pub over: HandingOver,
}

faults! {
    /// The faults of a handing over.
    HandOverCertificateError {
        To: "to", "handed-over-to";
        Document: "document", "handed-over-document";
        Date: "on", "date-missing";
        DateInFuture: "on", "date-in-future";
        BeforeSigning: "on", "handed-over-before-signing";
    }
}

impl Command for HandOverCertificate {
    type Error = HandOverCertificateError;
    type Next = id::Certificate;

    fn act(&self) -> Act {
        Act::HandOverCertificate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        register_of(db, scope, self.id)
    }

    fn dated(&self) -> Option<NaiveDate> {
        self.on
    }

    fn validate(
        &self,
        _: &mut Db,
        _: &Case,
        now: Instant,
    ) -> Result<Vec<HandOverCertificateError>> {
        use HandOverCertificateError as E;
        let checks = [
            (is_said(&self.over.to, TEXT_LIMIT), E::To),
            (is_said(&self.over.document, TEXT_LIMIT), E::Document),
            (self.on.is_some(), E::Date),
            (self.on.is_none_or(|on| on <= today(now)), E::DateInFuture),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Certificate>, Refusal<HandOverCertificateError>> {
        use HandOverCertificateError as E;
        let on = self.on.ok_or_else(|| Refusal::Invalid(vec![E::Date]))?;
        let found = seen(cx, self.id, self.version)?;
        if found.state != CertificateState::Signed {
            return Err(Refusal::Stale(vec![self.id.any()]));
        }
        if found.issued_on.is_some_and(|issued| on < issued) {
            return Err(Refusal::Invalid(vec![E::BeforeSigning]));
        }
        let facts = CertificateHandedOver { on };
        cx.transition(&found.at(), CertificateState::HandedOver, facts)?;
        let over = HandingOver {
            to: self.over.to.trim().to_owned(),
            document: self.over.document.trim().to_owned(),
        };
        paper::hand_over(cx.db, &cx.app.keys, self.id, on, &over)?;
        close_without(cx, CertificateState::Signed, HandoffKind::HandOverCertificates)?;
        Ok(self.id)
    }
}

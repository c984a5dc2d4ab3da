//! A vetting officer prints certificates that are signed, or says that a paper was spoiled. Prints are counted.

use super::{own_register, seen};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    domain::{
        certificate::{BATCH, CertificateState, PrintKind},
        events::certificates::CertificatePrinted,
        id::{self, Id},
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, Scope, StorageError, certificates::paper},
};
use std::collections::BTreeMap;

/// Certificates of one register, each in the version that was seen.
pub struct PrintCertificates {
    pub territory: Id<id::Body>,
    pub certificates: BTreeMap<Id<id::Certificate>, i32>,
    /// The last print of each has come out spoiled.
    pub is_spoiled: bool,
}

faults! {
    /// The faults of a print.
    PrintCertificatesError {
        None: "certificates", "certificates-none";
        TooMany: "certificates", "certificates-too-many";
    }
}

impl Command for PrintCertificates {
    type Error = PrintCertificatesError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::PrintCertificates
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        own_register(db, scope, self.territory)
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<PrintCertificatesError>> {
        use PrintCertificatesError as E;
        let count = self.certificates.len();
        Ok(failed([(count > 0, E::None), (count <= BATCH, E::TooMany)]))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Body>, Refusal<PrintCertificatesError>> {
        let by = cx.authority.user().map_err(StorageError::from)?;
        for (id, version) in &self.certificates {
            let found = seen(cx, *id, *version)?;
            let has_paper =
                matches!(found.state, CertificateState::Signed | CertificateState::HandedOver);
            if !has_paper {
                return Err(Refusal::Stale(vec![id.any()]));
            }
            let kind = match (self.is_spoiled, paper::prints(cx.db, *id)?.is_empty()) {
                (true, _) => PrintKind::Spoiled,
                (false, true) => PrintKind::First,
                (false, false) => PrintKind::Repeated,
            };
            paper::note_print(cx.db, *id, kind, by, cx.now)?;
            cx.record(CertificatePrinted { id: *id, kind })?;
        }
        Ok(self.territory)
    }
}

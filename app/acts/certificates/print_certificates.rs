//! A vetting officer prints certificates that are signed, or says that a paper was spoiled. Prints are counted.

use super::{own_register, seen, sign_certificates::document};
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
        Singly: "certificates", "certificates-singly";
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
            if self.certificates.len() > 1 && !self.is_spoiled && !is_as_sealed(cx, *id)? {
                return Err(Refusal::Invalid(vec![PrintCertificatesError::Singly]));
            }
            paper::note_print(cx.db, *id, kind, by, cx.now)?;
            cx.record(CertificatePrinted { id: *id, kind })?;
        }
        Ok(self.territory)
    }
}

/// Whether the program still draws a paper as it was drawn on the day of signing: then it may stand beside others on a sheet, where
/// it is drawn once more. Another one is printed alone, from its kept bytes.
fn is_as_sealed(cx: &mut ActContext<'_>, id: Id<id::Certificate>) -> Result<bool> {
    let (app, found) = (cx.app, paper::said(cx.db, &cx.app.keys, id)?);
    let Some((kind, said, code)) = found else { return Ok(false) };
    let drawn = document(&app.settings, kind, &said, &code).pdf().ok();
    Ok(drawn.is_some() && drawn == paper::bytes(cx.db, &app.keys, id)?)
}

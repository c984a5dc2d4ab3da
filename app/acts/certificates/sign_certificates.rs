//! Act 10: the head signs certificates, one or many, all or none (clause 21). Each paper is rendered then and never again.

use super::{close_without, own_register, seen};
use crate::{
    acts::{ActContext, Command, Refusal, faults::failed},
    config::Settings,
    documents::{Unprintable, certificate as form},
    domain::{
        certificate::{BATCH, CertificateKind, CertificateState, grouped},
        code,
        events::certificates::CertificateSigned,
        handoff::HandoffKind,
        id::{self, Id},
        language::Named,
        permissions::Case,
        time::{Instant, today},
        workflow::{Act, Notice},
    },
    emails,
    storage::{
        self, Db, Result, Scope,
        account::link,
        certificates::{
            certificate::{Certificate, is_misplaced},
            paper::{self, Paper},
            signatory::{self, Signatory},
        },
    },
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Certificates of one register, each in the version that was seen.
pub struct SignCertificates {
    pub territory: Id<id::Body>,
    pub certificates: BTreeMap<Id<id::Certificate>, i32>,
    /// Who signs them: position and rank are the signer's own.
    pub by: Id<id::User>,
}

faults! {
    /// The faults of a signing.
    SignCertificatesError {
        None: "certificates", "certificates-none";
        TooMany: "certificates", "certificates-too-many";
        NoSignatory: "certificates", "signatory-missing";
        OwnPrepared: "certificates", "certificate-own-prepared";
        Unprintable: "certificates", "certificate-unprintable";
    }
}

impl Command for SignCertificates {
    type Error = SignCertificatesError;
    type Next = id::Body;

    fn act(&self) -> Act {
        Act::SignCertificates
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        own_register(db, scope, self.territory)
    }

    fn validate(&self, db: &mut Db, _: &Case, now: Instant) -> Result<Vec<SignCertificatesError>> {
        use SignCertificatesError as E;
        let signatory = signatory::of_head(db, self.territory, self.by, (today(now), now))?;
        let checks = [
            (!self.certificates.is_empty(), E::None),
            (self.certificates.len() <= BATCH, E::TooMany),
            (signatory.is_some(), E::NoSignatory),
        ];
        Ok(failed(checks))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::Body>, Refusal<SignCertificatesError>> {
        use SignCertificatesError as E;
        let me = cx.authority.user()?;
        let days = (today(cx.now), cx.now);
        let (signatory, name) = signatory::of_head(cx.db, self.territory, me, days)?
            .ok_or_else(|| Refusal::Invalid(vec![E::NoSignatory]))?;
        let body = storage::offices::body::get(cx.db, self.territory)?;
        for (id, version) in &self.certificates {
            let found = seen(cx, *id, *version)?;
            if found.prepared_by == Some(me) {
                return Err(Refusal::Invalid(vec![E::OwnPrepared]));
            }
            if found.state != CertificateState::Prepared || is_misplaced(cx.db, &found)? {
                return Err(Refusal::Stale(vec![id.any()]));
            }
            let settings = &cx.app.settings;
            let series = (settings.series_of(found.kind), settings.certificate_width);
            let number = paper::next_number(cx.db, self.territory, found.kind, series)?;
            let body = (self.territory, &body.name);
            let paper = to_sign(&found, body, (&signatory, &name), (number, days.0));
            sign(cx, &found, &paper, &signatory)?;
        }
        close_without(cx, CertificateState::Prepared, HandoffKind::SignCertificates)?;
        if !cx.stays_open(HandoffKind::HandOverCertificates)? {
            let email = emails::certificates::hand_over_certificates(self.certificates.len());
            cx.open(HandoffKind::HandOverCertificates, None, &email)?;
        }
        Ok(self.territory)
    }
}

fn sign(
    cx: &mut ActContext<'_>,
    found: &Certificate,
    paper: &Paper,
    signatory: &Signatory,
) -> Result<(), Refusal<SignCertificatesError>> {
    let code = code::check_code(link::new_check_bytes()?);
    let document = document(&cx.app.settings, found.kind, paper, &code);
    let bytes = document.pdf().map_err(refused)?;
    // The check of the table asks for the paper with the state.
    paper::keep(cx.db, &cx.app.keys, found.id, (paper, &bytes, &code), cx.authority.user()?)?;
    let facts = CertificateSigned { number: paper.number.0 };
    cx.transition(&found.at(), CertificateState::Signed, facts)?;
    let email = emails::certificates::certificate_ready(&paper.number.1, signatory.place());
    cx.notify_person(Notice::CertificateReady, &email, found.membership, None)?;
    Ok(())
}

/// The words on the paper of a prepared certificate if it is signed by that head under that number on that day.
#[must_use]
pub fn to_sign(
    prepared: &Certificate,
    (issuer, issuer_name): (Id<id::Body>, &Named),
    (signatory, name): (&Signatory, &str),
    (number, issued_on): ((i64, String), NaiveDate),
) -> Paper {
    Paper {
        issuer,
        number,
        issued_on,
        holder: prepared.holder(),
        issuer_name: issuer_name.kk.clone(),
        position: signatory.position_kk.clone(),
        rank: signatory.rank_kk.clone(),
        signatory: name.to_owned(),
    }
}

fn refused(unprintable: Unprintable) -> Refusal<SignCertificatesError> {
    match unprintable {
        Unprintable::Letter(..) | Unprintable::Long(_) => {
            Refusal::Invalid(vec![SignCertificatesError::Unprintable])
        }
        Unprintable::Failed(cause) => Refusal::Storage(storage::StorageError::Other(cause)),
    }
}

/// The paper of a certificate, ready to be rendered.
#[must_use]
pub fn document(
    settings: &Settings,
    kind: CertificateKind,
    paper: &Paper,
    code: &str,
) -> form::Certificate {
    form::Certificate {
        kind,
        number: paper.number.1.clone(),
        holder: paper.holder.clone(),
        subdivision: paper.issuer_name.clone(),
        issued_on: paper.issued_on,
        signatory: form::Signatory {
            position: paper.position.clone(),
            rank: paper.rank.clone(),
            name: paper.signatory.clone(),
        },
        check: settings
            .certificate_qr
            .then(|| form::Check { url: settings.check_url(code), code: grouped(code) }),
    }
}

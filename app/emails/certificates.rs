//! Mails about certificates (clauses 20, 21).

use super::{email::Email, specimen::Specimen};
use crate::domain::{handoff::HandoffKind, language::Named, workflow::Notice};

/// To the head: so many certificates were prepared.
#[must_use]
pub fn sign_certificates(count: usize) -> Email {
    Email::of_handoff(HandoffKind::SignCertificates).with("count", count)
}

/// To the territorial subdivision: so many certificates were signed and are to be handed over.
#[must_use]
pub fn hand_over_certificates(count: usize) -> Email {
    Email::of_handoff(HandoffKind::HandOverCertificates).with("count", count)
}

/// To the territorial subdivision: a certificate is void, and nobody has said what has become of its paper.
#[must_use]
pub fn settle_papers() -> Email {
    Email::of_handoff(HandoffKind::SettlePapers)
}

/// To the holder: the certificate is signed, and where it is handed over.
#[must_use]
pub fn certificate_ready(number: &str, place: Named) -> Email {
    Email::of_notice(Notice::CertificateReady)
        .with("number", number.to_owned())
        .with_name("place", place)
}

fn place() -> Named {
    let kk = "Үлгі қаласы, Мысал көшесі, 1".to_owned();
    Named { en: kk.clone(), kk, ru: "город Улги, улица Мысал, 1".to_owned() }
}

/// One of each.
pub(super) fn specimens() -> Vec<Specimen> {
    [
        sign_certificates(6),
        hand_over_certificates(6),
        settle_papers(),
        certificate_ready("Е000417", place()),
    ]
    .map(Specimen::of_register)
    .into()
}

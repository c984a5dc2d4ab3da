//! The last mails to one reader with what became of each, for the administrator who keeps the address.

use crate::{
    domain::{
        delivery::MailFault,
        id::{self, Id},
        time::Instant,
    },
    storage::mail::fate::LatestMail,
};
use serde::Serialize;

/// Mails on a page of a person or a body.
pub const SHOWN: i64 = 5;

/// A mail, without its text: it may speak of a case.
#[derive(Clone, Debug, Serialize)]
pub struct RecentMail {
    id: Id<id::Mail>,
    kind: String,
    reference: String,
    created_at: Instant,
    sent_at: Option<Instant>,
    failed_at: Option<Instant>,
    fault: Option<MailFault>,
    is_kept_back: bool,
}

impl From<LatestMail> for RecentMail {
    fn from(mail: LatestMail) -> Self {
        Self {
            id: mail.id,
            kind: mail.kind,
            reference: mail.reference,
            created_at: mail.created_at,
            sent_at: mail.sent_at,
            failed_at: mail.failed_at,
            fault: mail.fault,
            is_kept_back: mail.fault.is_some_and(MailFault::is_kept_back),
        }
    }
}

impl RecentMail {
    /// One of each fate.
    pub fn samples() -> Vec<Self> {
        let at = Some(Instant::default());
        let waiting = Self {
            id: Id::default(),
            kind: "vet_list".into(),
            reference: "Т-2026-0001".into(),
            created_at: Instant::default(),
            sent_at: None,
            failed_at: None,
            fault: None,
            is_kept_back: false,
        };
        let failed =
            Self { failed_at: at, fault: Some(MailFault::AddressRefused), ..waiting.clone() };
        let kept_back =
            Self { fault: Some(MailFault::WorkDone), is_kept_back: true, ..failed.clone() };
        vec![Self { sent_at: at, ..waiting.clone() }, waiting, failed, kept_back]
    }
}

//! A mail of a fictional case, as each area shows its own.

use super::{email::Email, kind::MailKind};
use crate::domain::{body::DutyKind, permissions::SYSTEM_REFERENCE, time::Instant};
use chrono::NaiveDate;

/// A mail, what its case is called, and whom it is to.
pub(super) struct Specimen {
    pub email: Email,
    pub reference: &'static str,
    pub to: DutyKind,
    pub is_mailbox: bool,
}

impl Specimen {
    /// A mail about a squad.
    pub fn of_squad(email: Email) -> Self {
        Self::new(email, "Ж-2026-0001")
    }

    /// A mail about a list.
    pub fn of_list(email: Email) -> Self {
        Self::new(email, "Т-2026-0001")
    }

    /// A mail about a user or a body.
    pub fn of_body(email: Email) -> Self {
        Self::new(email, SYSTEM_REFERENCE)
    }

    fn new(email: Email, reference: &'static str) -> Self {
        let duty = match email.kind {
            MailKind::Handoff(kind) => Some(kind.duty()),
            MailKind::Notice(notice) => notice.duty(),
            MailKind::Digest | MailKind::Reminder(_) | MailKind::Above(_) => None,
        };
        Self { email, reference, to: duty.unwrap_or(DutyKind::AkimatOfficer), is_mailbox: false }
    }

    /// The same to the holders of a duty, or to the mailbox of their body.
    pub fn to(self, to: DutyKind, is_mailbox: bool) -> Self {
        Self { to, is_mailbox, ..self }
    }
}

/// The day that the specimens speak of.
pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 7).unwrap_or_default()
}

/// Noon of that day.
pub(super) fn moment() -> Instant {
    day().and_hms_opt(7, 0, 0).unwrap_or_default()
}

//! A mail of a fictional case, as each area shows its own.

use super::{email::Email, kind::MailKind, render::Reader};
use crate::domain::{
    body::DutyKind,
    permissions::{REGISTER_REFERENCE, SYSTEM_REFERENCE},
    time::Instant,
    workflow::Told,
};
use chrono::NaiveDate;

/// The reference of an application in the specimens.
pub(super) const APPLICATION: &str = "Ө-2026-0001";

/// A mail, what its case is called, and whom it is to.
pub(super) struct Specimen {
    pub email: Email,
    pub reference: &'static str,
    pub to: Reader,
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

    /// A mail about a plan.
    pub fn of_plan(email: Email) -> Self {
        Self::new(email, "П-2026-0001")
    }

    /// A mail about a report.
    pub fn of_report(email: Email) -> Self {
        Self::new(email, "Х-2026-0001")
    }

    /// A mail about an application.
    pub fn of_application(email: Email) -> Self {
        Self::new(email, APPLICATION)
    }

    /// A mail about certificates.
    pub fn of_register(email: Email) -> Self {
        Self::new(email, REGISTER_REFERENCE)
    }

    /// A mail about a user or a body.
    pub fn of_body(email: Email) -> Self {
        Self::new(email, SYSTEM_REFERENCE)
    }

    fn new(email: Email, reference: &'static str) -> Self {
        let to = match email.kind {
            MailKind::Handoff(kind) => Reader::Holder(kind.duty()),
            MailKind::Notice(notice) => match notice.row().to {
                Told::Duty(duty) => Reader::Holder(duty),
                Told::User => Reader::Holder(DutyKind::AkimatOfficer),
                Told::Person => Reader::Person,
            },
            MailKind::Digest | MailKind::Reminder(_) | MailKind::Above(_) => {
                Reader::Holder(DutyKind::AkimatOfficer)
            }
        };
        Self { email, reference, to }
    }

    /// The same to another reader.
    pub fn to(self, to: Reader) -> Self {
        Self { to, ..self }
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

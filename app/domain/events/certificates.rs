//! Events of certificates (clauses 18, 20, 21).

use crate::domain::{
    certificate::{CertificateKind, CertificateState, PaperFate, PrintKind, VoidCause},
    events::events,
    id::{Certificate, Id, Membership},
};
use chrono::NaiveDate;

events! {
    /// The events of a certificate.
    CertificateEvent
    steps {
        /// A certificate is prepared for a person who was registered.
        CertificatePrepared = "certificate_prepared" (CertificateState) { kind: CertificateKind, membership: Id<Membership> }
        /// The head has signed it under that number of its series.
        CertificateSigned = "certificate_signed" (CertificateState) { number: i64 }
        /// It was handed over on that day.
        CertificateHandedOver = "certificate_handed_over" (CertificateState) { on: NaiveDate }
        /// It is void.
        CertificateVoided = "certificate_voided" (CertificateState) { cause: VoidCause }
    }
    notes {
        /// It was printed.
        CertificatePrinted = "certificate_printed" (Certificate, Certificate) { kind: PrintKind }
        /// The fate of its paper was recorded.
        PaperSettled = "paper_settled" (Certificate, Certificate) { fate: PaperFate }
    }
}

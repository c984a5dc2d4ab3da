//! Mails that ask for nothing and so have no handoff.

use super::basis::Basis;
use crate::domain::body::DutyKind;

text_enum! {
    /// A mail that asks for nothing and so has no handoff.
    Notice {
        DecisionCorrected = "decision_corrected",
        DecisionCorrectedAtUnit = "decision_corrected_at_unit",
        ListReceived = "list_received",
        OutcomesReturned = "outcomes_returned",
        PeopleRemoved = "people_removed",
        TakenOffRecord = "taken_off_record",
        TakenOffRecordAtCouncil = "taken_off_record_at_council",
        PutBackOnRecord = "put_back_on_record",
        PutBackOnRecordAtCouncil = "put_back_on_record_at_council",
        /// To the leader: the way into the leader's pages.
        LeaderInvited = "leader_invited",
        /// To the person: the record has ended.
        RecordEnded = "record_ended",
        /// To the person: the unit writes to this address, and how the record is left.
        ContactConfirmed = "contact_confirmed",
        PlanAgreed = "plan_agreed",
        PlanReturned = "plan_returned",
        PlanCancelled = "plan_cancelled",
        PlanAmended = "plan_amended",
        /// To the member: a duty, with a calendar entry and a link to answer by.
        PersonAssigned = "person_assigned",
        /// To the member: time or place of the duty are others.
        AssignmentChanged = "assignment_changed",
        /// To the member: the duty is not to be gone on.
        AssignmentCancelled = "assignment_cancelled",
        /// To the member: the duty is near; no act of the table sends it.
        AssignmentNear = "assignment_near",
        /// To the leader: somebody can't come.
        AssignmentDeclined = "assignment_declined",
        /// To the person: the application is received, and until when it is decided.
        ApplicationReceived = "application_received",
        /// To the person: the application is accepted.
        ApplicationAccepted = "application_accepted",
        /// To the person: the application is refused, in fixed words.
        ApplicationRefused = "application_refused",
        /// To the person: a certificate is signed, and where it is handed over.
        CertificateReady = "certificate_ready",
        Invitation = "invitation",
        DutyGranted = "duty_granted",
        /// To the body and to those who hold the duty already: nobody becomes their colleague unseen.
        GrantTold = "grant_told",
        PasswordReset = "password_reset",
        /// An owner changed the password; no act of the table sends it.
        PasswordChanged = "password_changed",
        AddressCorrected = "address_corrected",
        /// To the former address, where nobody but an administrator says that it is wrong.
        AddressReplaced = "address_replaced",
    }
}

/// Whom a notice tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The holders of a duty.
    Duty(DutyKind),
    /// The user whom the act is about.
    User,
    /// The person whom the act is about, who has no account.
    Person,
}

/// One row: one notice.
#[derive(Clone, Copy, Debug)]
pub struct NoticeRow {
    pub notice: Notice,
    pub to: Told,
    pub basis: Basis,
}

/// Writes the notices of an area: `ListReceived to AkimatOfficer, Own(ReceiptConfirmed);`
macro_rules! notices {
    ($($notice:ident to $to:ident, $basis:ident $(($($ground:ident),+))?;)+) => {
        pub(super) const NOTICES: &[$crate::domain::workflow::notice::NoticeRow] =
            &[$($crate::domain::workflow::notice::NoticeRow {
                notice: $crate::domain::workflow::notice::Notice::$notice,
                to: to!($to),
                basis: basis!($basis $($($ground)+)?),
            }),+];
    };
}

macro_rules! to {
    (user) => {
        $crate::domain::workflow::notice::Told::User
    };
    (person) => {
        $crate::domain::workflow::notice::Told::Person
    };
    ($duty:ident) => {
        $crate::domain::workflow::notice::Told::Duty($crate::domain::body::DutyKind::$duty)
    };
}

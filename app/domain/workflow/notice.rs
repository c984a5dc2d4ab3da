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

/// One row: one notice.
#[derive(Clone, Copy, Debug)]
pub struct NoticeRow {
    pub notice: Notice,
    /// Whom it tells; `None`: the user whom the act is about.
    pub to: Option<DutyKind>,
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
        None
    };
    ($duty:ident) => {
        Some($crate::domain::body::DutyKind::$duty)
    };
}

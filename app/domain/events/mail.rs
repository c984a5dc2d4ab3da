//! Events of mail that could not be delivered.

use crate::domain::{
    events::events,
    handoff::HandoffKind,
    id::{Mail, User},
    workflow::Notice,
};

events! {
    /// What administrators do about undelivered mail.
    MailEvent
    steps {}
    notes {
        /// A mail was queued again: one of a handoff, a notice, or neither (a reminder or digest).
        MailResent = "mail_resent" (Mail, Mail) { handoff: Option<HandoffKind>, notice: Option<Notice> }
        /// A mail that the server took did not arrive, as an administrator says; so many went to that address since.
        MarkedUndelivered = "marked_undelivered" (Mail, Mail) { mails: usize }
        /// The address of a refused mail was corrected, and so many mails were queued again.
        AddressCorrected = "address_corrected" (Mail, Mail) { resent: usize }
        /// The address of a user was corrected.
        UserAddressCorrected = "user_address_corrected" (User, User) {}
    }
}

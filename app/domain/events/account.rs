//! Events of accounts: what their owners do.

use crate::domain::{
    events::events,
    id::{Id, User},
    time::Instant,
};

events! {
    /// What owners do to their accounts.
    AccountEvent
    steps {}
    notes {
        /// The password was set with a link.
        PasswordSet = "password_set" (User, User) {}
        /// The password was changed by its owner.
        PasswordChanged = "password_changed" (User, User) {}
        /// The owner has ended own sessions.
        OwnSessionsEnded = "own_sessions_ended" (User, User) {}
        /// The owner has accepted an offer to the account's address.
        OfferAccepted = "offer_accepted" (User, User) { offer: Id<User> }
        /// The owner has declined an offer to the account's address.
        OfferDeclined = "offer_declined" (User, User) { offer: Id<User> }
        /// The system has answered a request for a link that resets the password.
        ResetLinkSent = "reset_link_sent" (User, User) { until: Instant }
    }
}

//! Events of handoffs.

use crate::domain::{events::events, handoff::HandoffKind, id::Handoff};

events! {
    /// What readers do with what was handed to them.
    InboxEvent
    steps {}
    notes {
        /// A handoff for information was closed by its reader.
        InformationRead = "information_read" (Handoff, Handoff) { kind: HandoffKind }
    }
}

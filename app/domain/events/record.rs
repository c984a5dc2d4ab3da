//! Events of the border-service book (clause 23).

use crate::domain::{
    events::events,
    id::{Body, Id, Membership},
};

events! {
    /// What is entered in the book of a structural unit.
    RecordEvent
    steps {}
    notes {
        /// The person was entered in the unit's book under a number.
        RegisteredInBook = "registered_in_book" (BookEntry, Membership) { unit: Id<Body>, number: i64 }
    }
}

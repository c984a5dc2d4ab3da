//! A report of facts: a breach that a person has come to know of (clauses 9, 12).

text_enum! {
    /// The regime that a breach is of, as clause 9 lists them.
    Regime {
        /// The State Border itself.
        Border = "border",
        StateBorder = "state_border",
        Checkpoints = "checkpoints",
        BorderArea = "border_area",
        Waters = "waters",
        FishingZone = "fishing_zone",
        ContinentalShelf = "continental_shelf",
    }
}

text_enum! {
    /// Where a report stands.
    ReportState {
        Sent = "sent",
        /// The unit has read it.
        Acknowledged = "acknowledged",
    }
}

/// The longest place, in characters.
pub const PLACE_LIMIT: usize = 200;
/// The longest account, in characters.
pub const SEEN_LIMIT: usize = 2000;

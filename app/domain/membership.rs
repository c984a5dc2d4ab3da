//! A volunteer is a person's membership of one squad (clause 3), never a kind of person. So is a freelance officer the record that an
//! accepted application has begun.

text_enum! {
    /// Where a membership stands. Coming back after an ended one is a new membership.
    MembershipState {
        Proposed = "proposed",
        Listed = "listed",
        BeingVetted = "being_vetted",
        Registered = "registered",
        ToBeRemoved = "to_be_removed",
        Removed = "removed",
        /// The application was refused.
        Refused = "refused",
        OffRecord = "off_record",
        Withdrawn = "withdrawn",
    }
}

impl MembershipState {
    /// Whether the person still stands in the squad, as clause 7's "from among the volunteers" asks.
    ///
    /// Somebody who is to be removed still does: the council must not learn by a missing choice how vetting went.
    #[must_use]
    pub const fn is_current(self) -> bool {
        !matches!(self, Self::Removed | Self::Refused | Self::OffRecord | Self::Withdrawn)
    }

    /// Whether the structural unit's book holds the person (clause 23).
    #[must_use]
    pub const fn is_in_book(self) -> bool {
        matches!(self, Self::Registered | Self::OffRecord)
    }
}

text_enum! {
    /// What the territorial subdivision answers for one person (clause 19). There is no third answer and no reason.
    Outcome {
        Registered = "registered",
        ToBeRemoved = "to_be_removed",
    }
}

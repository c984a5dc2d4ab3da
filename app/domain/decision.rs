//! A decision of a coordination council (clause 7).

text_enum! {
    /// What a decision decides.
    DecisionKind {
        /// Creates the squad; may appoint its leader as well.
        Create = "create",
        /// Appoints a leader to a squad that exists.
        Appoint = "appoint",
        /// Rejects the proposal.
        Reject = "reject",
    }
}

text_enum! {
    /// A field of a recorded decision in which a slip of the pen can be mended.
    DecisionField {
        Number = "number",
        DecidedOn = "decided_on",
        PresidedBy = "presided_by",
    }
}

/// The longest number of a paper document, in characters.
pub const NUMBER_LIMIT: usize = 40;

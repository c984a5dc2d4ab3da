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

/// The longest number of a paper document, in characters.
pub const NUMBER_LIMIT: usize = 40;

//! A squad: a group of citizens that a council's decision creates (clauses 3 and 7).

text_enum! {
    /// Where a squad stands. Dissolution is not in the Rules and so not here.
    SquadState {
        Proposed = "proposed",
        Created = "created",
        Rejected = "rejected",
    }
}

text_enum! {
    /// What can be asked about the leader of a squad.
    Post {
        /// The council has created the squad, and nobody leads it or is appointed to.
        None = "none",
    }
}

/// The longest name of a squad or area, in characters.
pub const NAME_LIMIT: usize = 120;

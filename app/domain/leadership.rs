//! The leader of a squad: appointed by the council from among its members, without an end date (clause 7).

text_enum! {
    /// Where a leadership stands. It ends by a circumstance of clause 15 only; it lapses when vetting excludes the person.
    LeadershipState {
        AwaitingRegistration = "awaiting_registration",
        InOffice = "in_office",
        Ended = "ended",
        Lapsed = "lapsed",
    }
}

text_enum! {
    /// Why nobody leads a squad.
    Vacancy {
        /// Nobody was appointed yet.
        Never = "never",
        Ended = "ended",
        /// The person who was appointed was not registered.
        Lapsed = "lapsed",
    }
}

impl Vacancy {
    /// The reason by the last leadership, which is not open.
    #[must_use]
    pub const fn after(last: Option<LeadershipState>) -> Self {
        match last {
            None => Self::Never,
            Some(LeadershipState::Ended) => Self::Ended,
            Some(
                LeadershipState::Lapsed
                | LeadershipState::AwaitingRegistration
                | LeadershipState::InOffice,
            ) => Self::Lapsed,
        }
    }
}

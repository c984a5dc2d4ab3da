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
    /// Since when nobody leads a squad. The council is not told why a post became vacant: it could read there how vetting went.
    Vacancy {
        /// Nobody was appointed yet.
        Never = "never",
        Vacated = "vacated",
    }
}

impl Vacancy {
    /// The vacancy after the last leadership, which is not open.
    #[must_use]
    pub const fn after(last: Option<LeadershipState>) -> Self {
        match last {
            None => Self::Never,
            Some(_) => Self::Vacated,
        }
    }
}

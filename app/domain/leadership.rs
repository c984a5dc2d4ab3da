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

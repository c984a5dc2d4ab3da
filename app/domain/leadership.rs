//! The leader of a squad: appointed by the council from among its members, without an end date (clause 7).

use super::permissions::Unmet;

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
            Some(LeadershipState::Lapsed | LeadershipState::AwaitingRegistration | LeadershipState::InOffice) => Self::Lapsed,
        }
    }
}

/// What a squad lacks for the appointment of a leader.
#[must_use]
pub fn unmet(is_led: bool, has_members: bool) -> Vec<Unmet> {
    [(is_led, Unmet::LeaderOpen), (!has_members, Unmet::Members)].into_iter().filter(|(lacks, _)| *lacks).map(|(_, unmet)| unmet).collect()
}

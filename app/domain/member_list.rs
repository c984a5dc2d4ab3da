//! The list of squad members that the akimat sends for vetting (clause 19).

use super::membership::MembershipState;

text_enum! {
    /// Where a list stands, derived from its entries: one bad row never stops the other forty.
    ListState {
        Draft = "draft",
        Sent = "sent",
        Received = "received",
        Answered = "answered",
        Closed = "closed",
    }
}

text_enum! {
    /// What can be wanted of lists, beyond where they stand.
    ListTrouble {
        /// Something was returned for correction and has not come back.
        Returned = "returned",
        /// The internal target of the subdivision has passed; it is the subdivision's own.
        PastTarget = "past_target",
    }
}

text_enum! {
    /// Where one person's line on a list stands.
    EntryState {
        Open = "open",
        Returned = "returned",
        Answered = "answered",
        Withdrawn = "withdrawn",
    }
}

impl EntryState {
    /// Whether the person has no outcome yet and stands on the list.
    #[must_use]
    pub const fn is_outstanding(self) -> bool {
        matches!(self, Self::Open | Self::Returned)
    }
}

text_enum! {
    /// What to mend in an entry that was returned: ordinary things of office work, and nothing about the check.
    ReturnCode {
        UnreadableCopy = "unreadable_copy",
        OtherPersonsCopy = "other_persons_copy",
        NumberDiffers = "number_differs",
        NameDiffers = "name_differs",
        AskSubdivision = "ask_subdivision",
    }
}

text_enum! {
    /// The registers that clause 19 has asked. That one was asked and answered is noted; what it said is held nowhere.
    Register {
        CriminalRecord = "criminal_record",
        Narcological = "narcological",
        Psychoneurological = "psychoneurological",
    }
}

/// The state of a list that was received, from its entries and the memberships they stand for.
///
/// `Answered` when nothing is outstanding at the territorial subdivision; `Closed` when, besides, nobody is left
/// for the akimat to remove.
#[must_use]
pub fn state_after(entries: &[(EntryState, MembershipState)]) -> ListState {
    if entries.iter().any(|(entry, _)| entry.is_outstanding()) {
        ListState::Received
    } else if entries.iter().any(|(_, membership)| *membership == MembershipState::ToBeRemoved) {
        ListState::Answered
    } else {
        ListState::Closed
    }
}

#[cfg(test)]
mod tests {
    use super::{EntryState as E, ListState as L, MembershipState as M, state_after};

    #[test]
    fn a_list_is_as_far_as_its_slowest_entry() {
        for (entries, expected) in [
            (vec![(E::Open, M::BeingVetted), (E::Answered, M::Registered)], L::Received),
            (vec![(E::Returned, M::BeingVetted), (E::Answered, M::ToBeRemoved)], L::Received),
            (vec![(E::Answered, M::Registered), (E::Answered, M::ToBeRemoved)], L::Answered),
            (vec![(E::Answered, M::Registered), (E::Answered, M::Removed)], L::Closed),
            (vec![(E::Withdrawn, M::Withdrawn), (E::Answered, M::Registered)], L::Closed),
        ] {
            assert_eq!(state_after(&entries), expected, "{entries:?}");
        }
    }
}

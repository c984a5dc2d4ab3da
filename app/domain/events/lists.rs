//! Events of lists, their entries and the memberships these stand for (clause 19).

use crate::domain::{
    events::events,
    id::{Body, CopyPage, Dispatch, Id, ListEntry, MemberList, Membership},
    member_list::{EntryState, ListState, ReturnCode},
    membership::MembershipState,
    person::Particular,
};

events! {
    /// What happens to lists, entries and memberships.
    ListEvent
    steps {
        /// A draft list was begun for a squad.
        ListBegun = "list_begun" (ListState) {}
        /// The list was sent, for the first time or again.
        ListSent = "list_sent" (ListState) { dispatch: Id<Dispatch> }
        /// The subdivision has received the list.
        ListReceived = "list_received" (ListState) {}
        /// The list's state followed its entries.
        ListStateDerived = "list_state_derived" (ListState) {}
        /// The draft was closed with the proposal that it belonged to.
        DraftClosed = "draft_closed" (ListState) {}
        /// A person was put on a list.
        EntryAdded = "entry_added" (EntryState) { list: Id<MemberList>, membership: Id<Membership> }
        /// The subdivision has returned the entry for correction.
        EntryReturned = "entry_returned" (EntryState) { code: ReturnCode }
        /// The corrected entry was sent again.
        EntryResent = "entry_resent" (EntryState) {}
        /// The entry has its outcome.
        EntryAnswered = "entry_answered" (EntryState) {}
        /// The outcome of the entry was taken back.
        EntryReopened = "entry_reopened" (EntryState) {}
        /// The entry was withdrawn with its candidate.
        EntryWithdrawn = "entry_withdrawn" (EntryState) {}
        /// A person was proposed for the squad.
        CandidateProposed = "candidate_proposed" (MembershipState) {}
        /// The person is on a list that was sent.
        PersonListed = "person_listed" (MembershipState) { dispatch: Id<Dispatch> }
        /// The subdivision has begun to vet the person.
        VettingBegun = "vetting_begun" (MembershipState) {}
        /// The outcome: the person is registered by the unit.
        PersonRegistered = "person_registered" (MembershipState) { unit: Id<Body> }
        /// The outcome: the akimat is to remove the person.
        RemovalRequired = "removal_required" (MembershipState) {}
        /// The outcome was taken back.
        OutcomeTakenBack = "outcome_taken_back" (MembershipState) {}
        /// The akimat has removed the person from the squad.
        PersonRemoved = "person_removed" (MembershipState) {}
        /// The candidate was withdrawn.
        CandidateWithdrawn = "candidate_withdrawn" (MembershipState) {}
    }
    notes {
        /// A sending of a list was recorded, with the number of its entries.
        DispatchRecorded = "dispatch_recorded" (Dispatch, Dispatch) { serial: i32, entries: usize }
        /// The subdivision gave itself days to vet the list.
        TargetSet = "target_set" (Target, MemberList) { internal_days: u32 }
        /// The checks of so many people of the list are complete.
        ChecksCompleted = "checks_completed" (Checks, MemberList) { people: usize }
        /// The particulars of a candidate were corrected.
        CandidateCorrected = "candidate_corrected" (ListEntry, ListEntry) {}
        /// An entry that was returned came back with these fields corrected, and perhaps with another copy.
        EntryCorrected = "entry_corrected" (ListEntry, ListEntry) { fields: Vec<Particular>, is_copy_replaced: bool }
        /// A page of a copy was attached to an entry, or to the list without an entry.
        CopyAttached = "copy_attached" (Copy, CopyPage) { list: Id<MemberList>, entry: Option<Id<ListEntry>> }
        /// A page that waited on the list was matched with its entry.
        CopyMatched = "copy_matched" (Copy, CopyPage) { entry: Id<ListEntry> }
        /// A page was thrown away.
        CopyDiscarded = "copy_discarded" (Copy, CopyPage) {}
        /// A page of an entry has given way to others that were attached with the same act.
        CopyReplaced = "copy_replaced" (Copy, CopyPage) { entry: Id<ListEntry> }
    }
}

impl ListEvent {
    /// The entry whose copy the event is about.
    #[must_use]
    pub const fn entry_of_copy(&self) -> Option<Id<ListEntry>> {
        match self {
            Self::CopyAttached { entry, .. } => *entry,
            Self::CopyMatched { entry, .. } | Self::CopyReplaced { entry, .. } => Some(*entry),
            Self::ListBegun { .. }
            | Self::ListSent { .. }
            | Self::ListReceived { .. }
            | Self::ListStateDerived { .. }
            | Self::DraftClosed { .. }
            | Self::EntryAdded { .. }
            | Self::EntryReturned { .. }
            | Self::EntryResent { .. }
            | Self::EntryAnswered { .. }
            | Self::EntryReopened { .. }
            | Self::EntryWithdrawn { .. }
            | Self::CandidateProposed { .. }
            | Self::PersonListed { .. }
            | Self::VettingBegun { .. }
            | Self::PersonRegistered { .. }
            | Self::RemovalRequired { .. }
            | Self::OutcomeTakenBack { .. }
            | Self::PersonRemoved { .. }
            | Self::CandidateWithdrawn { .. }
            | Self::DispatchRecorded { .. }
            | Self::TargetSet { .. }
            | Self::ChecksCompleted { .. }
            | Self::CandidateCorrected { .. }
            | Self::EntryCorrected { .. }
            | Self::CopyDiscarded { .. } => None,
        }
    }
}

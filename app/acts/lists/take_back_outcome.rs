//! Act 8: a vetting officer takes "to be removed" back while the akimat has not acted (clause 19).

use super::derive_list_state::derive_list_state;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::lists::{EntryReopened, OutcomeTakenBack},
        handoff::HandoffKind,
        id::{self, Id},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::Case,
        time::end_of_day_after,
        workflow::{Act, State},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// One outcome to be taken back: the person is being vetted again.
pub struct TakeBackOutcome {
    pub entry: Id<id::ListEntry>,
    pub version: i32,
}

faults! {
    /// What can stand against it.
    TakeBackOutcomeError {
        NotToBeRemoved: "entry", "take-back-not-possible";
    }
}

impl Command for TakeBackOutcome {
    type Error = TakeBackOutcomeError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::TakeBackOutcome
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<TakeBackOutcomeError>> {
        let list = cx.case.id.of::<id::MemberList>();
        let Some(entry) =
            storage::lists::entry::of_list(cx.db, list)?.into_iter().find(|e| e.id == self.entry)
        else {
            return Err(Refusal::NotFound);
        };
        if entry.version != self.version || entry.membership_state == MembershipState::Removed {
            return Err(Refusal::Stale(vec![entry.membership.any()]));
        }
        if entry.membership_state != MembershipState::ToBeRemoved {
            return Err(Refusal::Invalid(vec![TakeBackOutcomeError::NotToBeRemoved]));
        }
        cx.transition(&entry.at(), EntryState::Open, EntryReopened {})?;
        storage::lists::entry::set_settled_at(cx.db, entry.id, None)?;
        cx.transition(&entry.membership_at(), MembershipState::BeingVetted, OutcomeTakenBack {})?;
        if let State::List(ListState::Answered) = cx.case.state {
            derive_list_state(cx)?;
        }
        let entries = storage::lists::entry::of_list(cx.db, list)?;
        if !entries.iter().any(|e| e.membership_state == MembershipState::ToBeRemoved) {
            cx.close(HandoffKind::RemovePeople)?;
        }
        let people =
            entries.iter().filter(|e| e.membership_state == MembershipState::BeingVetted).count();
        let due = end_of_day_after(
            cx.now,
            storage::offices::body::get(cx.db, cx.case.territory()?)?.vetting_days,
        );
        cx.open(HandoffKind::VetList, Some(due), &emails::lists::vet_list(people, due))?;
        Ok(list)
    }
}

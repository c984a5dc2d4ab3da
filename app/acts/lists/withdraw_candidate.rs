//! Act 3: an akimat withdraws a candidate at any stage before the outcome, without a reason.

use super::derive_list_state::{close_vetting, derive_list_state};
use crate::{
    acts::{ActContext, Command, Refusal, squads::leadership},
    domain::{
        events::lists::{CandidateWithdrawn, EntryWithdrawn},
        handoff::HandoffKind,
        id::{self, Id},
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// One candidate to be withdrawn. There is no place for a reason.
pub struct WithdrawCandidate {
    pub entry: Id<id::ListEntry>,
    pub version: i32,
}

faults! {
    /// What can stand against it.
    WithdrawCandidateError {
        Decided: "entry", "withdraw-decided";
    }
}

impl Command for WithdrawCandidate {
    type Error = WithdrawCandidateError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::WithdrawCandidate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<WithdrawCandidateError>> {
        let list = cx.case.id.of::<id::MemberList>();
        let Some(entry) =
            storage::lists::entry::of_list(cx.db, list)?.into_iter().find(|e| e.id == self.entry)
        else {
            return Err(Refusal::NotFound);
        };
        if entry.version != self.version {
            return Err(Refusal::Stale(vec![entry.membership.any()]));
        }
        if !entry.state.is_outstanding() {
            return Err(Refusal::Invalid(vec![WithdrawCandidateError::Decided]));
        }
        cx.transition(&entry.at(), EntryState::Withdrawn, EntryWithdrawn {})?;
        cx.transition(&entry.membership_at(), MembershipState::Withdrawn, CandidateWithdrawn {})?;
        storage::lists::entry::delete_register_notes(cx.db, entry.id)?;
        storage::lists::correction::remove(cx.db, entry.id)?;
        storage::lists::change::forget(cx.db, entry.id)?;
        storage::lists::copy::forget_unsent(cx.db, list, entry.id)?;
        storage::lists::entry::set_settled_at(cx.db, entry.id, Some(cx.now))?;
        leadership::lapse(cx, entry.membership)?;
        let state = derive_list_state(cx)?;
        if state != ListState::Sent {
            cx.close(HandoffKind::ReceiveList)?;
        }
        close_vetting(cx)?;
        if !storage::lists::entry::of_list(cx.db, list)?
            .iter()
            .any(|e| e.state == EntryState::Returned)
        {
            cx.close(HandoffKind::CorrectList)?;
        }
        Ok(list)
    }
}

//! Act 3: an akimat withdraws a candidate at any stage before the outcome, without a reason.

use super::settle;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        handoff::HandoffKind,
        id::Id,
        member_list::{EntryState, ListState},
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, State},
    },
    storage::{self, Db, Result, Scope},
};
use serde_json::Value;

/// One candidate to be withdrawn. There is no place for a reason.
pub struct WithdrawCandidate {
    pub entry: Id,
    pub version: i32,
}

faults! {
    /// What can stand against it.
    WithdrawCandidateError {
        Decided: "entry", "withdraw-decided";
    }
}

impl Verb for WithdrawCandidate {
    type Error = WithdrawCandidateError;

    fn act(&self) -> Act {
        Act::WithdrawCandidate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<WithdrawCandidateError>> {
        Ok(Vec::new())
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<WithdrawCandidateError>> {
        let list = deed.case.id;
        let Some(entry) = storage::lists::entry::of_list(deed.db, list)?.into_iter().find(|e| e.id == self.entry) else {
            return Err(Refusal::NotFound);
        };
        if entry.version != self.version {
            return Err(Refusal::Stale(vec![entry.membership]));
        }
        if !matches!(entry.state, EntryState::Open | EntryState::Returned) {
            return Err(Refusal::Invalid(vec![WithdrawCandidateError::Decided]));
        }
        deed.advance(entry.id, entry.version, State::Entry(entry.state), State::Entry(EntryState::Withdrawn), Value::Null)?;
        let from = State::Membership(entry.membership_state);
        deed.advance(entry.membership, entry.membership_version, from, State::Membership(MembershipState::Withdrawn), Value::Null)?;
        storage::lists::entry::delete_register_notes(deed.db, entry.id)?;
        storage::lists::correction::remove(deed.db, entry.id)?;
        storage::lists::copy::forget_unsent(deed.db, list, entry.id)?;
        storage::lists::entry::set_settled_at(deed.db, entry.id, Some(deed.now))?;
        settle::lapse(deed, entry.membership)?;
        let state = settle::settle_list(deed)?;
        if state != ListState::Sent {
            deed.close(HandoffKind::ReceiveList)?;
        }
        settle::close_vetting(deed)?;
        if !storage::lists::entry::of_list(deed.db, list)?.iter().any(|e| e.state == EntryState::Returned) {
            deed.close(HandoffKind::CorrectList)?;
        }
        Ok(list)
    }
}

//! Act 3: an akimat corrects what it typed about a candidate, in a draft or in an entry that was returned (clause 19).

use super::copy_pages;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{id::Id, member_list::EntryState, permissions::Case, person::Particulars, time::Instant, workflow::Act},
    storage::{self, Db, Result, Scope},
};
use serde_json::Value;

/// One person's particulars as they are to stand.
pub struct CorrectCandidate {
    pub entry: Id,
    pub version: i32,
    pub particulars: Particulars,
}

faults! {
    /// What can be wrong with a correction.
    CorrectCandidateError {
        NotOpen: "surname", "entry-not-open";
        AlreadyInSquad: "iin", "candidate-already-in-squad";
        // The council named that person and no other (clause 7).
        Leader: "iin", "candidate-is-leader";
    }
}

impl Verb for CorrectCandidate {
    type Error = CorrectCandidateError;

    fn act(&self) -> Act {
        Act::CorrectCandidate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<CorrectCandidateError>> {
        Ok(if copy_pages::open_entries(db, case)?.contains(&self.entry) { Vec::new() } else { vec![CorrectCandidateError::NotOpen] })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<CorrectCandidateError>> {
        let Some(entry) = storage::lists::entry::of_list(deed.db, deed.case.id)?.into_iter().find(|e| e.id == self.entry) else {
            return Err(Refusal::NotFound);
        };
        if !storage::lists::entry::renew(deed.db, entry.id, self.version)? {
            return Err(Refusal::Stale(vec![entry.id]));
        }
        let (keys, typed, by) = (&deed.house.keys, &self.particulars, deed.holding.body);
        if storage::squads::membership::is_taken(deed.db, keys, deed.case.squad, entry.membership, &typed.iin)? {
            return Err(Refusal::Invalid(vec![CorrectCandidateError::AlreadyInSquad]));
        }
        let stands = storage::squads::membership::particulars(deed.db, keys, entry.membership)?.ok_or(Refusal::NotFound)?;
        let leader = storage::squads::leadership::open_of(deed.db, deed.case.squad)?;
        if stands.iin != typed.iin && leader.is_some_and(|leader| leader.membership == entry.membership) {
            return Err(Refusal::Invalid(vec![CorrectCandidateError::Leader]));
        }
        if entry.state == EntryState::Returned {
            // The subdivision goes on seeing what it has received.
            storage::lists::correction::put(deed.db, keys, entry.id, by, typed, deed.now)?;
        } else {
            storage::squads::membership::correct(deed.db, keys, entry.membership, by, typed, deed.now)?;
            storage::squads::squad::renew(deed.db, deed.case.squad)?;
        }
        deed.note("entry", entry.id, Value::Null)?;
        Ok(entry.id)
    }
}

//! Act 3: an akimat corrects what it typed about a candidate, in a draft or in an entry that was returned (clause 19).

use super::copy_pages;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::lists::CandidateCorrected,
        id::{self, Id},
        member_list::EntryState,
        permissions::Case,
        person::Particulars,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// One person's particulars as they are to stand.
pub struct CorrectCandidate {
    pub entry: Id<id::ListEntry>,
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

impl Command for CorrectCandidate {
    type Error = CorrectCandidateError;
    type Next = id::ListEntry;

    fn act(&self) -> Act {
        Act::CorrectCandidate
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<CorrectCandidateError>> {
        Ok(if copy_pages::open_entries(db, case)?.contains(&self.entry) {
            Vec::new()
        } else {
            vec![CorrectCandidateError::NotOpen]
        })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::ListEntry>, Refusal<CorrectCandidateError>> {
        let Some(entry) = storage::lists::entry::of_list(cx.db, cx.case.id.of::<id::MemberList>())?
            .into_iter()
            .find(|e| e.id == self.entry)
        else {
            return Err(Refusal::NotFound);
        };
        if !storage::lists::entry::renew(cx.db, entry.id, self.version)? {
            return Err(Refusal::Stale(vec![entry.id.any()]));
        }
        let (keys, typed, by) = (&cx.app.keys, &self.particulars, cx.authority.holding()?.body);
        if storage::squads::membership::is_taken(
            cx.db,
            keys,
            cx.case.squad()?,
            entry.membership,
            &typed.iin,
        )? {
            return Err(Refusal::Invalid(vec![CorrectCandidateError::AlreadyInSquad]));
        }
        let stands = storage::squads::membership::particulars(cx.db, keys, entry.membership)?
            .ok_or(Refusal::NotFound)?;
        let leader = storage::squads::leadership::open_of(cx.db, cx.case.squad()?)?;
        if stands.iin != typed.iin
            && leader.is_some_and(|leader| leader.membership == entry.membership)
        {
            return Err(Refusal::Invalid(vec![CorrectCandidateError::Leader]));
        }
        if entry.state == EntryState::Returned {
            // The subdivision goes on seeing what it has received. Words that are as before correct nothing.
            if typed.values() == stands.values() {
                storage::lists::correction::remove(cx.db, entry.id)?;
            } else {
                storage::lists::correction::put(cx.db, keys, entry.id, by, typed, cx.now)?;
            }
        } else {
            storage::squads::membership::correct(cx.db, keys, entry.membership, by, typed, cx.now)?;
            storage::squads::squad::renew(cx.db, cx.case.squad()?)?;
        }
        cx.record(CandidateCorrected { id: entry.id })?;
        Ok(entry.id)
    }
}

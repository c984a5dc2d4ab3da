//! Act 6: a vetting officer returns entries for correction, each with a text of a closed list (clause 19).

use super::settle;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        handoff::HandoffKind,
        id::Id,
        member_list::{EntryState, ReturnCode},
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, State},
    },
    emails::Email,
    storage::{self, Db, Result, Scope},
};
use serde_json::json;

/// Entries to be corrected: entry, the version that was seen, what to mend.
pub struct ReturnEntries {
    pub list: Id,
    pub entries: Vec<(Id, i32, ReturnCode)>,
}

faults! {
    /// What can be wrong with a return.
    ReturnEntriesError {
        None: "entries", "entries-none";
    }
}

impl Verb for ReturnEntries {
    type Error = ReturnEntriesError;

    fn act(&self) -> Act {
        Act::ReturnEntries
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReturnEntriesError>> {
        Ok(if self.entries.is_empty() { vec![ReturnEntriesError::None] } else { Vec::new() })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<ReturnEntriesError>> {
        let on_list = storage::lists::entry::of_list(deed.db, self.list)?;
        let mut rows = Vec::new();
        for (id, version, code) in &self.entries {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            if entry.membership_state != MembershipState::BeingVetted || entry.state != EntryState::Open || entry.version != *version {
                return Err(Refusal::Stale(vec![entry.membership]));
            }
            let (from, to) = (State::Entry(EntryState::Open), State::Entry(EntryState::Returned));
            deed.advance(*id, *version, from, to, json!({ "code": code }))?;
            storage::lists::entry::set_return_code(deed.db, *id, Some(*code))?;
            rows.push((entry.position, *code));
        }
        settle::close_vetting(deed)?;
        deed.open(HandoffKind::CorrectList, None, &Email::CorrectList { rows })?;
        Ok(self.list)
    }
}

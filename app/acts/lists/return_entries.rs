//! Act 6: a vetting officer returns entries for correction, each with a text of a closed list (clause 19).

use super::derive_list_state::close_vetting;
use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        events::lists::EntryReturned,
        handoff::HandoffKind,
        id::{self, Id},
        member_list::{EntryState, ReturnCode},
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// Entries to be corrected: entry, the version that was seen, what to mend.
pub struct ReturnEntries {
    pub list: Id<id::MemberList>,
    pub entries: Vec<(Id<id::ListEntry>, i32, ReturnCode)>,
}

faults! {
    /// What can be wrong with a return.
    ReturnEntriesError {
        None: "entries", "entries-none";
    }
}

impl Command for ReturnEntries {
    type Error = ReturnEntriesError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::ReturnEntries
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReturnEntriesError>> {
        Ok(if self.entries.is_empty() { vec![ReturnEntriesError::None] } else { Vec::new() })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<ReturnEntriesError>> {
        let on_list = storage::lists::entry::of_list(cx.db, self.list)?;
        let mut rows = Vec::new();
        for (id, version, code) in &self.entries {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            if entry.membership_state != MembershipState::BeingVetted
                || entry.state != EntryState::Open
                || entry.version != *version
            {
                return Err(Refusal::Stale(vec![entry.membership.any()]));
            }
            cx.transition(&entry.at(), EntryState::Returned, EntryReturned { code: *code })?;
            storage::lists::entry::set_return_code(cx.db, *id, Some(*code))?;
            rows.push((entry.position, *code));
        }
        close_vetting(cx)?;
        cx.open(HandoffKind::CorrectList, None, &emails::lists::correct_list(&rows))?;
        Ok(self.list)
    }
}

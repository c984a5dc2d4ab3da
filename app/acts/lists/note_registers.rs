//! Act 7: a vetting officer notes that a register was asked or answered: working data, without what it said (clause 19).

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        member_list::{EntryState, Register},
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// One register asked, or answered, for everybody of a list who is being vetted, or for these entries only.
pub struct NoteRegisters {
    pub list: Id<id::MemberList>,
    pub register: Register,
    pub is_answered: bool,
    /// Empty: the whole list.
    pub entries: Vec<Id<id::ListEntry>>,
}

faults! {
    /// What can be wrong with a note.
    NoteRegistersError {
        None: "entries", "entries-none";
    }
}

impl Command for NoteRegisters {
    type Error = NoteRegistersError;
    type Shown = id::MemberList;

    fn act(&self) -> Act {
        Act::NoteRegisters
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<NoteRegistersError>> {
        Ok(Vec::new())
    }

    /// Writes no journal: a pattern of notes must not tell what was found.
    fn apply(&self, cx: &mut ActContext<'_>) -> Result<Id<id::MemberList>, Refusal<NoteRegistersError>> {
        let entries: Vec<_> = storage::lists::entry::of_list(cx.db, self.list)?
            .into_iter()
            .filter(|e| e.state == EntryState::Open && e.membership_state == MembershipState::BeingVetted)
            .filter(|e| self.entries.is_empty() || self.entries.contains(&e.id))
            .collect();
        if entries.is_empty() {
            return Err(Refusal::Invalid(vec![NoteRegistersError::None]));
        }
        for entry in entries {
            storage::lists::entry::note_register(cx.db, entry.id, self.register, self.is_answered, cx.now)?;
        }
        Ok(self.list)
    }
}

//! Act 7: a vetting officer notes that a register was asked or answered: working data, without what it said (clause 19).

use crate::{
    acts::{ActContext, Command, Refusal},
    domain::{
        id::{self, Id},
        member_list::{EntryState, Register},
        membership::MembershipState,
        permissions::Case,
        workflow::Act,
    },
    storage::{self, Db, Result, Scope},
};

/// About whom a register was asked: everybody of the list who is being vetted, or these entries only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    WholeList,
    Entries(Vec<Id<id::ListEntry>>),
}

/// One register asked, or answered, about somebody on a list.
pub struct NoteRegisters {
    pub list: Id<id::MemberList>,
    pub register: Register,
    pub is_answered: bool,
    pub whom: Whom,
}

faults! {
    /// What can be wrong with a note.
    NoteRegistersError {
        None: "entries", "entries-none";
    }
}

impl Command for NoteRegisters {
    type Error = NoteRegistersError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::NoteRegisters
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    /// Writes no journal: a pattern of notes must not tell what was found.
    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<NoteRegistersError>> {
        let mut entries = storage::lists::entry::of_list(cx.db, self.list)?;
        if let Whom::Entries(named) = &self.whom {
            if !named.iter().all(|id| entries.iter().any(|entry| entry.id == *id)) {
                return Err(Refusal::NotFound);
            }
            entries.retain(|entry| named.contains(&entry.id));
        }
        entries.retain(|e| {
            e.state == EntryState::Open && e.membership_state == MembershipState::BeingVetted
        });
        if entries.is_empty() {
            return Err(Refusal::Invalid(vec![NoteRegistersError::None]));
        }
        for entry in entries {
            storage::lists::entry::note_register(
                cx.db,
                entry.id,
                self.register,
                self.is_answered,
                cx.now,
            )?;
        }
        Ok(self.list)
    }
}

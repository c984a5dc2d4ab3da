//! Act 3: an akimat attaches the copy of an identity card to an entry of a list (clause 19).

use super::{Deed, Refusal, Verb};
use crate::{
    domain::{
        id::Id,
        member_list::{EntryState, ListState},
        permissions::Case,
        time::Instant,
        workflow::{Act, State},
    },
    storage::{self, Db, Result, Scope},
};
use serde_json::json;

/// A copy, already decoded and encoded anew by whoever received it.
pub struct AttachCopy {
    pub entry: Id,
    pub media_type: &'static str,
    pub content: Vec<u8>,
}

faults! {
    /// What can be wrong with a copy.
    AttachCopyError {
        NotOpen: "copy", "copy-not-open";
    }
}

impl Verb for AttachCopy {
    type Error = AttachCopyError;

    fn act(&self) -> Act {
        Act::AttachCopy
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::entry::find(db, scope, self.entry)?.map(|(_, list)| list.case()))
    }

    fn validate(&self, db: &mut Db, case: &Case, _: Instant) -> Result<Vec<AttachCopyError>> {
        let entries = storage::entry::of_list(db, case.id)?;
        let is_open = |state| match case.state {
            State::List(ListState::Draft) => state == EntryState::Open,
            _ => state == EntryState::Returned,
        };
        let may = entries.iter().any(|entry| entry.id == self.entry && is_open(entry.state));
        Ok(if may { Vec::new() } else { vec![AttachCopyError::NotOpen] })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<AttachCopyError>> {
        let id = storage::copy::put(deed.db, &deed.house.keys, self.entry, self.media_type, &self.content, deed.user, deed.now)?;
        deed.note("copy", id, json!({ "entry": self.entry }))?;
        Ok(deed.case.id)
    }
}

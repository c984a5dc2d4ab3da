//! Act 9: the akimat removes from the squad the people whom the subdivision has named (clause 19).

use super::derive_list_state::derive_list_state;
use crate::{
    acts::{ActContext, Command, Refusal, squads::leadership},
    domain::{
        events::lists::PersonRemoved,
        handoff::HandoffKind,
        id::{self, Id},
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails,
    storage::{self, Db, Result, Scope},
};

/// Memberships to be ended: entry and the version that was seen.
#[derive(Clone, Debug)]
pub struct RemovePeople {
    pub list: Id<id::MemberList>,
    pub entries: Vec<(Id<id::ListEntry>, i32)>,
}

faults! {
    /// What can be wrong with a removal.
    RemovePeopleError {
        None: "entries", "entries-none";
    }
}

impl Command for RemovePeople {
    type Error = RemovePeopleError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::RemovePeople
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<RemovePeopleError>> {
        Ok(if self.entries.is_empty() { vec![RemovePeopleError::None] } else { Vec::new() })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<RemovePeopleError>> {
        let on_list = storage::lists::entry::of_list(cx.db, self.list)?;
        for (id, version) in &self.entries {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            if entry.membership_state != MembershipState::ToBeRemoved || entry.version != *version {
                return Err(Refusal::Stale(vec![entry.membership.any()]));
            }
            cx.transition(&entry.membership_at(), MembershipState::Removed, PersonRemoved {})?;
            leadership::lapse(cx, entry.membership)?;
        }
        cx.notify(Notice::PeopleRemoved, &emails::lists::people_removed(self.entries.len()))?;
        let left = storage::lists::entry::of_list(cx.db, self.list)?;
        if !left.iter().any(|e| e.membership_state == MembershipState::ToBeRemoved) {
            cx.close(HandoffKind::RemovePeople)?;
        }
        derive_list_state(cx)?;
        Ok(self.list)
    }
}

//! Act 9: the akimat removes from the squad the people whom the subdivision has named (clause 19).

use super::settle;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        handoff::HandoffKind,
        id::Id,
        membership::MembershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, Receipt, State},
    },
    emails::Email,
    storage::{self, Db, Result, Scope},
};
use serde_json::Value;

/// Memberships to be ended: entry and the version that was seen.
#[derive(Clone, Debug)]
pub struct RemovePeople {
    pub list: Id,
    pub entries: Vec<(Id, i32)>,
}

faults! {
    /// What can be wrong with a removal.
    RemovePeopleError {
        None: "entries", "entries-none";
    }
}

impl Verb for RemovePeople {
    type Error = RemovePeopleError;

    fn act(&self) -> Act {
        Act::RemovePeople
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<RemovePeopleError>> {
        Ok(if self.entries.is_empty() { vec![RemovePeopleError::None] } else { Vec::new() })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<RemovePeopleError>> {
        let on_list = storage::lists::entry::of_list(deed.db, self.list)?;
        for (id, version) in &self.entries {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            if entry.membership_state != MembershipState::ToBeRemoved || entry.version != *version {
                return Err(Refusal::Stale(vec![entry.membership]));
            }
            let (from, to) = (State::Membership(MembershipState::ToBeRemoved), State::Membership(MembershipState::Removed));
            deed.advance(entry.membership, entry.membership_version, from, to, Value::Null)?;
            settle::lapse(deed, entry.membership)?;
        }
        deed.tell(Receipt::PeopleRemoved, &Email::PeopleRemoved { removed: self.entries.len() })?;
        let left = storage::lists::entry::of_list(deed.db, self.list)?;
        if !left.iter().any(|e| e.membership_state == MembershipState::ToBeRemoved) {
            deed.close(HandoffKind::RemovePeople)?;
        }
        settle::settle_list(deed)?;
        Ok(self.list)
    }
}

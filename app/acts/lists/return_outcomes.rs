//! Act 8: a vetting officer returns outcomes, for one person or many, all or nothing (clause 19).

use super::settle;
use crate::{
    acts::{Deed, Refusal, Verb},
    domain::{
        handoff::HandoffKind,
        id::Id,
        member_list::EntryState,
        membership::{MembershipState, Outcome},
        permissions::Case,
        time::Instant,
        workflow::{Act, Receipt, State},
    },
    emails::Email,
    storage::{self, Db, Result, Scope, lists::entry::Entry},
};
use serde_json::{Value, json};

/// Outcomes: entry, the version that was seen, and one of two answers. There is no place for a reason.
#[derive(Clone, Debug)]
pub struct ReturnOutcomes {
    pub list: Id,
    pub outcomes: Vec<(Id, i32, Outcome)>,
}

faults! {
    /// What can be wrong with outcomes.
    ReturnOutcomesError {
        None: "outcomes", "outcomes-none";
    }
}

impl Verb for ReturnOutcomes {
    type Error = ReturnOutcomesError;

    fn act(&self) -> Act {
        Act::ReturnOutcomes
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReturnOutcomesError>> {
        Ok(if self.outcomes.is_empty() { vec![ReturnOutcomesError::None] } else { Vec::new() })
    }

    fn carry_out(&self, deed: &mut Deed<'_>) -> Result<Id, Refusal<ReturnOutcomesError>> {
        let on_list = storage::lists::entry::of_list(deed.db, self.list)?;
        let mut decided = Vec::new();
        let mut moved_on = Vec::new();
        for (id, version, outcome) in &self.outcomes {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            let is_open = entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted;
            if is_open && entry.version == *version {
                decided.push((entry, *outcome));
            } else {
                moved_on.push(entry.membership);
            }
        }
        if !moved_on.is_empty() {
            return Err(Refusal::Stale(moved_on));
        }
        for (entry, outcome) in &decided {
            decide(deed, entry, *outcome)?;
        }
        let to_be_removed = decided.iter().filter(|(_, outcome)| *outcome == Outcome::ToBeRemoved).count();
        announce(deed, decided.len() - to_be_removed, to_be_removed)?;
        deed.note("checks", self.list, json!({ "completed": decided.len() }))?;
        settle::settle_list(deed)?;
        settle::close_vetting(deed)?;
        Ok(self.list)
    }
}

fn decide(deed: &mut Deed<'_>, entry: &Entry, outcome: Outcome) -> Result<(), Refusal<ReturnOutcomesError>> {
    deed.advance(entry.id, entry.version, State::Entry(EntryState::Open), State::Entry(EntryState::Answered), Value::Null)?;
    storage::lists::entry::delete_register_notes(deed.db, entry.id)?;
    storage::lists::entry::set_settled_at(deed.db, entry.id, Some(deed.now))?;
    let from = State::Membership(MembershipState::BeingVetted);
    match outcome {
        Outcome::Registered => {
            let data = json!({ "unit": deed.case.parties.unit });
            let link =
                deed.advance(entry.membership, entry.membership_version, from, State::Membership(MembershipState::Registered), data)?;
            let number = storage::record::book::register(deed.db, deed.case.parties.unit, entry.membership, &link, deed.now)?;
            deed.note("book_entry", entry.membership, json!({ "unit": deed.case.parties.unit, "number": number }))?;
            settle::take_office(deed, entry.membership)
        }
        Outcome::ToBeRemoved => {
            let to = State::Membership(MembershipState::ToBeRemoved);
            deed.advance(entry.membership, entry.membership_version, from, to, Value::Null).map(drop)
        }
    }
}

/// The akimat hears counts and never which outcome is whose; the unit hears that its book has new people.
fn announce(deed: &mut Deed<'_>, registered: usize, to_be_removed: usize) -> Result<()> {
    if to_be_removed > 0 {
        deed.open(HandoffKind::RemovePeople, None, &Email::RemovePeople { registered, to_be_removed })?;
    } else {
        deed.tell(Receipt::OutcomesReturned, &Email::OutcomesReturned { registered })?;
    }
    if registered > 0 {
        let squad = settle::squad_case(deed)?;
        deed.open_about(&squad, HandoffKind::PeopleInBook, &Email::PeopleInBook { registered })?;
    }
    Ok(())
}

//! Act 8: a vetting officer returns outcomes, for one person or many, all or nothing (clause 19).

use super::derive_list_state::{close_vetting, derive_list_state};
use crate::{
    acts::{
        ActContext, Command, Refusal, certificates::prepare::prepare,
        record::enter::enter_registration, squads::leadership,
    },
    domain::{
        events::lists::{ChecksCompleted, EntryAnswered, PersonRegistered, RemovalRequired},
        handoff::HandoffKind,
        id::{self, Id},
        member_list::EntryState,
        membership::{MembershipState, Outcome},
        permissions::Case,
        time::Instant,
        workflow::{Act, Notice},
    },
    emails::{self, lists::Outcomes},
    storage::{self, Db, Result, Scope, lists::entry::Entry},
};

/// Outcomes: entry, the version that was seen, and one of two answers. There is no place for a reason.
#[derive(Clone, Debug)]
pub struct ReturnOutcomes {
    pub list: Id<id::MemberList>,
    pub outcomes: Vec<(Id<id::ListEntry>, i32, Outcome)>,
}

faults! {
    /// What can be wrong with outcomes.
    ReturnOutcomesError {
        None: "outcomes", "outcomes-none";
    }
}

impl Command for ReturnOutcomes {
    type Error = ReturnOutcomesError;
    type Next = id::MemberList;

    fn act(&self) -> Act {
        Act::ReturnOutcomes
    }

    fn case(&self, db: &mut Db, scope: &Scope) -> Result<Option<Case>> {
        Ok(storage::lists::member_list::find(db, scope, self.list)?.map(|list| list.case()))
    }

    fn validate(&self, _: &mut Db, _: &Case, _: Instant) -> Result<Vec<ReturnOutcomesError>> {
        Ok(if self.outcomes.is_empty() { vec![ReturnOutcomesError::None] } else { Vec::new() })
    }

    fn apply(
        &self,
        cx: &mut ActContext<'_>,
    ) -> Result<Id<id::MemberList>, Refusal<ReturnOutcomesError>> {
        let on_list = storage::lists::entry::of_list(cx.db, self.list)?;
        let mut decided = Vec::new();
        let mut moved_on = Vec::new();
        for (id, version, outcome) in &self.outcomes {
            let entry = on_list.iter().find(|entry| entry.id == *id).ok_or(Refusal::NotFound)?;
            let is_open = entry.state == EntryState::Open
                && entry.membership_state == MembershipState::BeingVetted;
            if is_open && entry.version == *version {
                decided.push((entry, *outcome));
            } else {
                moved_on.push(entry.membership.any());
            }
        }
        if !moved_on.is_empty() {
            return Err(Refusal::Stale(moved_on));
        }
        for (entry, outcome) in &decided {
            decide(cx, entry, *outcome)?;
        }
        let registered = decided.iter().filter(|(_, outcome)| *outcome == Outcome::Registered);
        prepare(cx, &registered.map(|(entry, _)| entry.membership).collect::<Vec<_>>())?;
        let to_be_removed =
            decided.iter().filter(|(_, outcome)| *outcome == Outcome::ToBeRemoved).count();
        announce(
            cx,
            Outcomes {
                registered: decided.len() - to_be_removed,
                to_be_removed,
                open: on_list.iter().filter(|entry| entry.state.is_outstanding()).count()
                    - decided.len(),
            },
        )?;
        cx.record(ChecksCompleted { id: self.list, people: decided.len() })?;
        derive_list_state(cx)?;
        close_vetting(cx)?;
        Ok(self.list)
    }
}

fn decide(
    cx: &mut ActContext<'_>,
    entry: &Entry,
    outcome: Outcome,
) -> Result<(), Refusal<ReturnOutcomesError>> {
    cx.transition(&entry.at(), EntryState::Answered, EntryAnswered {})?;
    storage::lists::entry::delete_register_notes(cx.db, entry.id)?;
    storage::lists::change::forget(cx.db, entry.id)?;
    storage::lists::entry::set_settled_at(cx.db, entry.id, Some(cx.now))?;
    let at = entry.membership_at();
    match outcome {
        Outcome::Registered => {
            let unit = cx.case.unit()?;
            let link =
                cx.transition(&at, MembershipState::Registered, PersonRegistered { unit })?;
            enter_registration(cx, (unit, entry.membership), &link)?;
            leadership::take_office(cx, entry.membership)
        }
        Outcome::ToBeRemoved => {
            cx.transition(&at, MembershipState::ToBeRemoved, RemovalRequired {}).map(drop)
        }
    }
}

/// The akimat hears counts and never which outcome is whose; the unit hears that its book has new people.
fn announce(cx: &mut ActContext<'_>, counted: Outcomes) -> Result<()> {
    if counted.to_be_removed > 0 {
        cx.open(HandoffKind::RemovePeople, None, &emails::lists::remove_people(counted))?;
    } else {
        cx.notify(Notice::OutcomesReturned, &emails::lists::outcomes_returned(counted))?;
    }
    if counted.registered > 0 {
        let squad = leadership::squad_case(cx)?;
        cx.open_about(
            &squad,
            HandoffKind::PeopleInBook,
            &emails::lists::people_in_book(counted.registered),
        )?;
    }
    Ok(())
}

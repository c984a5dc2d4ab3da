//! What follows from an act by itself: the state of a list from its entries, the fate of a leadership.

use crate::{
    acts::{Deed, Refusal},
    domain::{
        handoff::{CaseKind, HandoffKind},
        id::Id,
        leadership::LeadershipState,
        member_list::{EntryState, ListState, settled},
        membership::MembershipState,
        permissions::Case,
        workflow::{Act, State},
    },
    emails::Email,
    storage::{self, StorageError, lists::entry::Entry},
};
use serde_json::Value;

/// Moves the act's list on to where its entries are, and gives its state then.
pub(in crate::acts) fn settle_list<E>(deed: &mut Deed<'_>) -> Result<ListState, Refusal<E>> {
    let list = deed.case.id;
    let (from, version) = storage::lists::member_list::state_of(deed.db, list)?;
    if from == ListState::Draft {
        return Ok(from);
    }
    let entries: Vec<(EntryState, _)> =
        storage::lists::entry::of_list(deed.db, list)?.iter().map(|e| (e.state, e.membership_state)).collect();
    let is_travelling = entries.iter().any(|(_, state)| *state == MembershipState::Listed);
    let to = if is_travelling { ListState::Sent } else { settled(&entries) };
    if to != from {
        deed.advance(list, version, State::List(from), State::List(to), Value::Null)?;
    }
    Ok(to)
}

/// Closes "vet the list" when nobody is left to be vetted now; what was returned comes back with a receipt of its own.
pub(in crate::acts) fn close_vetting<E>(deed: &mut Deed<'_>) -> Result<(), Refusal<E>> {
    let is_vetted = |e: &Entry| e.state == EntryState::Open && e.membership_state == MembershipState::BeingVetted;
    if !storage::lists::entry::of_list(deed.db, deed.case.id)?.iter().any(is_vetted) {
        deed.close(HandoffKind::VetList)?;
    }
    Ok(())
}

/// A person was registered: if the council appointed that person leader, the leader takes office.
pub(in crate::acts) fn take_office<E>(deed: &mut Deed<'_>, membership: Id) -> Result<(), Refusal<E>> {
    end_waiting(deed, membership, Act::LeaderTakesOffice, LeadershipState::InOffice).map(drop)
}

/// A person will not be registered: if the council appointed that person leader, the council has to appoint another.
///
/// It lapses when the person has left the squad and not at the outcome, which the subdivision may still take back.
pub(in crate::acts) fn lapse<E>(deed: &mut Deed<'_>, membership: Id) -> Result<(), Refusal<E>> {
    if end_waiting(deed, membership, Act::LeadershipLapses, LeadershipState::Lapsed)? {
        let squad = squad_case(deed)?;
        deed.open_following(&squad, Act::LeadershipLapses, HandoffKind::AppointLeader, &Email::AppointLeader)?;
    }
    Ok(())
}

fn end_waiting<E>(deed: &mut Deed<'_>, membership: Id, act: Act, to: LeadershipState) -> Result<bool, Refusal<E>> {
    let from = LeadershipState::AwaitingRegistration;
    let open = storage::squads::leadership::open_of(deed.db, deed.case.squad)?;
    let Some(leadership) = open.filter(|l| l.membership == membership && l.state == from) else { return Ok(false) };
    deed.follow(act, leadership.id, leadership.version, State::Leadership(from), State::Leadership(to))?;
    storage::squads::leadership::date(deed.db, leadership.id, to, deed.now)?;
    Ok(true)
}

/// The squad as a case, seen from one of its lists.
pub(in crate::acts) fn squad_case(deed: &mut Deed<'_>) -> Result<Case, StorageError> {
    let squad = deed.case.squad;
    let (reference, state) = storage::squads::squad::reference(deed.db, squad)?;
    Ok(Case { kind: CaseKind::Squad, id: squad, squad, reference, state: State::Squad(state), parties: deed.case.parties })
}

//! What follows from an act by itself: the state of a list from its entries.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        events::lists::ListStateDerived,
        handoff::HandoffKind,
        id,
        member_list::{EntryState, ListState, state_after},
        membership::MembershipState,
        state::At,
    },
    storage::{self, lists::entry::Entry},
};

/// Moves the act's list on to where its entries are, and gives its state then.
pub(in crate::acts) fn derive_list_state<E>(
    cx: &mut ActContext<'_>,
) -> Result<ListState, Refusal<E>> {
    let list = cx.case.id.of::<id::MemberList>();
    let (from, version) = storage::lists::member_list::state_of(cx.db, list)?;
    if from == ListState::Draft {
        return Ok(from);
    }
    let entries: Vec<(EntryState, _)> = storage::lists::entry::of_list(cx.db, list)?
        .iter()
        .map(|e| (e.state, e.membership_state))
        .collect();
    let is_travelling = entries.iter().any(|(_, state)| *state == MembershipState::Listed);
    let to = if is_travelling { ListState::Sent } else { state_after(&entries) };
    if to != from {
        cx.transition(&At::new(list, version, from), to, ListStateDerived {})?;
    }
    Ok(to)
}

/// Closes "vet the list" when nobody is left to be vetted now; what was returned comes back with a receipt of its own.
pub(in crate::acts) fn close_vetting<E>(cx: &mut ActContext<'_>) -> Result<(), Refusal<E>> {
    let is_vetted = |e: &Entry| {
        e.state == EntryState::Open && e.membership_state == MembershipState::BeingVetted
    };
    if !storage::lists::entry::of_list(cx.db, cx.case.id.of::<id::MemberList>())?
        .iter()
        .any(is_vetted)
    {
        cx.close(HandoffKind::VetList)?;
    }
    Ok(())
}

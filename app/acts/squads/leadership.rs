//! What follows from an act by itself: a leader takes office, or the appointment lapses.

use crate::{
    acts::{ActContext, Refusal},
    domain::{
        events::{
            StepFacts,
            squads::{LeaderTookOffice, LeadershipEnded, LeadershipLapsed, LeadershipRestored},
        },
        handoff::{CaseKind, HandoffKind},
        id::{self, Id},
        leadership::LeadershipState,
        permissions::Case,
        time::Instant,
        workflow::{Act, State},
    },
    emails,
    storage::{self, StorageError},
};

/// A person was registered: if the council appointed that person leader, the leader takes office.
pub fn take_office<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
) -> Result<(), Refusal<E>> {
    let (act, in_office) = (Act::LeaderTakesOffice, LeadershipState::InOffice);
    if end_waiting(cx, membership, act, in_office, LeaderTookOffice {})? {
        let (squad, email) = (squad_case(cx)?, emails::squads::invite_leader());
        cx.open_following(&squad, act, HandoffKind::InviteLeader, &email)?;
    }
    Ok(())
}

/// A person will not be registered: if the council appointed that person leader, the council has to appoint another.
///
/// It lapses when the person has left the squad and not at the outcome, which the subdivision may still take back.
pub fn lapse<E>(cx: &mut ActContext<'_>, membership: Id<id::Membership>) -> Result<(), Refusal<E>> {
    if end_waiting(
        cx,
        membership,
        Act::LeadershipLapses,
        LeadershipState::Lapsed,
        LeadershipLapsed {},
    )? {
        let squad = squad_case(cx)?;
        cx.open_following(
            &squad,
            Act::LeadershipLapses,
            HandoffKind::AppointLeader,
            &emails::squads::appoint_leader(),
        )?;
    }
    Ok(())
}

/// The leader of the squad was taken off the record: the term ends (clause 7), and the council has to appoint another.
pub fn end<E>(cx: &mut ActContext<'_>, membership: Id<id::Membership>) -> Result<(), Refusal<E>> {
    let Some(squad) = cx.case.belongs_to() else { return Ok(()) };
    let open = storage::squads::leadership::open_of(cx.db, squad)?;
    let Some(leadership) =
        open.filter(|l| l.membership == membership && l.state == LeadershipState::InOffice)
    else {
        return Ok(());
    };
    let (act, ended) = (Act::LeadershipEnds, LeadershipState::Ended);
    cx.cascade(act, &leadership.at(), ended, LeadershipEnded {})?;
    storage::squads::leadership::date(cx.db, leadership.id, ended, cx.now)?;
    cx.close(HandoffKind::InviteLeader)?;
    let squad = cx.case.clone();
    let email = emails::squads::appoint_leader();
    Ok(cx.open_following(&squad, act, HandoffKind::AppointLeader, &email)?)
}

/// The leader was put back on the record: the term that ended at that moment goes on, unless another leader was appointed.
pub fn restore<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
    ended_at: Instant,
) -> Result<bool, Refusal<E>> {
    let Some(squad) = cx.case.belongs_to() else { return Ok(false) };
    if storage::squads::leadership::open_of(cx.db, squad)?.is_some() {
        return Ok(false);
    }
    let Some(ended) = storage::squads::leadership::ended_of(cx.db, membership, ended_at)? else {
        return Ok(false);
    };
    let (act, in_office) = (Act::LeadershipRestored, LeadershipState::InOffice);
    cx.cascade(act, &ended.at(), in_office, LeadershipRestored {})?;
    storage::squads::leadership::go_on(cx.db, ended.id)?;
    if storage::squads::leader_account::of_membership(cx.db, membership)?.is_none() {
        let (squad, email) = (cx.case.clone(), emails::squads::invite_leader());
        cx.open_following(&squad, act, HandoffKind::InviteLeader, &email)?;
    }
    Ok(true)
}

fn end_waiting<E>(
    cx: &mut ActContext<'_>,
    membership: Id<id::Membership>,
    act: Act,
    to: LeadershipState,
    facts: impl StepFacts<State = LeadershipState>,
) -> Result<bool, Refusal<E>> {
    let from = LeadershipState::AwaitingRegistration;
    let open = storage::squads::leadership::open_of(cx.db, cx.case.squad()?)?;
    let Some(leadership) = open.filter(|l| l.membership == membership && l.state == from) else {
        return Ok(false);
    };
    cx.cascade(act, &leadership.at(), to, facts)?;
    storage::squads::leadership::date(cx.db, leadership.id, to, cx.now)?;
    Ok(true)
}

/// The squad as a case, seen from one of its lists.
pub fn squad_case(cx: &mut ActContext<'_>) -> Result<Case, StorageError> {
    let squad = cx.case.squad()?;
    let (reference, state) = storage::squads::squad::reference(cx.db, squad)?;
    Ok(Case {
        kind: CaseKind::Squad,
        id: squad.any(),
        reference,
        state: State::Squad(state),
        ..cx.case.clone()
    })
}

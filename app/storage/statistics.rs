//! Counts over the squads of a scope; never a name.

use crate::{
    domain::{
        figures::{Days, Figures},
        handoff::{DueNature, HandoffKind},
        id::{self, Id},
        member_list::EntryState,
        membership::MembershipState,
        squad::SquadState,
        time::Instant,
    },
    storage::{
        Db, Result, Scope,
        db::schema::{
            dispatch, handoff, leadership, list_entry, member_list, membership, outbox, squad,
        },
        squads::leadership::OPEN,
    },
};
use chrono::TimeDelta;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    RunQueryDsl, dsl,
};

/// Whether a scope may see a squad: the bodies that may are on its row.
macro_rules! within {
    ($scope:expr) => {
        squad::akimat_id
            .eq_any($scope.akimats.clone())
            .nullable()
            .or(squad::council_id.eq_any($scope.councils.clone()).nullable())
            .or(squad::territory_id.eq_any($scope.territories.clone()))
            .or(squad::unit_id.eq_any($scope.units.clone()))
    };
}

/// For how long outcomes are counted.
const YEAR: TimeDelta = TimeDelta::days(365);

/// The cases that some of the figures count.
pub struct Cases {
    pub without_leader: Vec<(Id<id::Squad>, String)>,
    pub past_target: Vec<(Id<id::MemberList>, String, Instant)>,
}

/// All counts of a scope, and the cases behind those that ask for something.
pub fn figures(db: &mut Db, scope: &Scope, now: Instant) -> Result<(Figures, Cases)> {
    let count = |found: usize| i64::try_from(found).unwrap_or(i64::MAX);
    let cases = Cases {
        without_leader: without_leader(db, scope)?,
        past_target: past_target(db, scope, now)?,
    };
    let figures = Figures {
        squads: squads(db, scope)?,
        memberships: memberships(db, scope)?,
        days: Days::of(&vettings(db, scope, now - YEAR)?),
        failed_mails: failed_mails(db, scope)?,
        without_leader: count(cases.without_leader.len()),
        past_target: count(cases.past_target.len()),
    };
    Ok((figures, cases))
}

/// Squads by state.
fn squads(db: &mut Db, scope: &Scope) -> Result<Vec<(SquadState, i64)>> {
    Ok(squad::table
        .filter(within!(scope))
        .group_by(squad::state)
        .select((squad::state, dsl::count_star()))
        .load(db)?)
}

/// Memberships by state: the akimat's all, the subdivision's from the list on, the unit's from the registration on, the
/// council's none.
fn memberships(db: &mut Db, scope: &Scope) -> Result<Vec<(MembershipState, i64)>> {
    use MembershipState as M;
    let border = squad::territory_id
        .eq_any(scope.territories.clone())
        .and(membership::state.ne_all([M::Proposed, M::Withdrawn]).nullable())
        .or(squad::unit_id
            .eq_any(scope.units.clone())
            .and(membership::state.eq_any([M::Registered, M::OffRecord]).nullable()));
    Ok(squad::table
        .inner_join(membership::table.on(membership::squad_id.eq(squad::id.nullable())))
        .filter(squad::akimat_id.eq_any(scope.akimats.clone()).nullable().or(border))
        .group_by(membership::state)
        .select((membership::state, dsl::count_star()))
        .load(db)?)
}

/// Created squads that nobody leads or is appointed to lead, the oldest first.
fn without_leader(db: &mut Db, scope: &Scope) -> Result<Vec<(Id<id::Squad>, String)>> {
    let led = leadership::table.filter(leadership::state.eq_any(OPEN)).select(leadership::squad_id);
    Ok(squad::table
        .filter(within!(scope))
        .filter(squad::state.eq(SquadState::Created))
        .filter(squad::id.ne_all(led))
        .order(squad::reference)
        .select((squad::id, squad::reference))
        .load(db)?)
}

/// Lists that wait to be vetted past the subdivision's internal target, and that target, the longest first.
fn past_target(
    db: &mut Db,
    scope: &Scope,
    now: Instant,
) -> Result<Vec<(Id<id::MemberList>, String, Instant)>> {
    let rows: Vec<(Id<id::MemberList>, String, Option<Instant>)> = squad::table
        .inner_join(handoff::table.on(handoff::squad_id.eq(squad::id.nullable())))
        .inner_join(member_list::table.on(member_list::id.eq(handoff::case_id)))
        // The target is the subdivision's own affair.
        .filter(handoff::to_body.eq_any(scope.territories.clone()))
        .filter(handoff::kind.eq(HandoffKind::VetList))
        .filter(handoff::closed_at.is_null())
        .filter(handoff::due_nature.eq(DueNature::Internal))
        .filter(handoff::due_at.lt(now))
        .order(handoff::due_at)
        .select((member_list::id, member_list::reference, handoff::due_at))
        .load(db)?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, reference, due)| due.map(|due| (id, reference, due)))
        .collect())
}

/// From the receipt of a list to the outcome of each of its people, for the outcomes since then: of the lists that an akimat has
/// sent or a subdivision received.
fn vettings(db: &mut Db, scope: &Scope, since: Instant) -> Result<Vec<(Instant, Instant)>> {
    let seen = squad::akimat_id
        .eq_any(scope.akimats.clone())
        .or(dispatch::territory_id.eq_any(scope.territories.clone()));
    let rows: Vec<(Option<Instant>, Option<Instant>)> = list_entry::table
        .inner_join(dispatch::table.on(list_entry::sent_in.eq(dispatch::id.nullable())))
        .inner_join(member_list::table.on(member_list::id.eq(list_entry::list_id)))
        .inner_join(squad::table.on(squad::id.eq(member_list::squad_id)))
        .filter(list_entry::state.eq(EntryState::Answered))
        .filter(list_entry::settled_at.ge(since))
        .filter(seen)
        .select((dispatch::received_at, list_entry::settled_at))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(received, settled)| received.zip(settled)).collect())
}

/// Mails to the bodies of a scope that could not be delivered.
fn failed_mails(db: &mut Db, scope: &Scope) -> Result<i64> {
    Ok(outbox::table
        .filter(outbox::failed_at.is_not_null())
        .filter(super::mail::undelivered::troubles())
        .filter(outbox::body_id.eq_any(scope.bodies()))
        .count()
        .get_result(db)?)
}

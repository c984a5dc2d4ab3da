//! Leaderships: one open one a squad.

use crate::{
    domain::{
        id::{self, Id},
        leadership::LeadershipState,
        state::At,
        time::Instant,
    },
    storage::{Db, Result, db::schema::leadership},
};
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into, update,
};

crate::storage::db::transition::stated!(LeadershipState in leadership);

/// A leadership.
#[derive(Clone, Debug, Queryable)]
pub struct Leadership {
    pub id: Id<id::Leadership>,
    pub membership: Id<id::Membership>,
    pub state: LeadershipState,
    pub version: i32,
}

impl Leadership {
    /// Where the leadership is.
    #[must_use]
    pub const fn at(&self) -> At<LeadershipState> {
        At::new(self.id, self.version, self.state)
    }
}

/// The states in which somebody leads the squad or is appointed to.
pub(in crate::storage) const OPEN: [LeadershipState; 2] =
    [LeadershipState::AwaitingRegistration, LeadershipState::InOffice];

/// Adds a leadership that an item of a decision appoints, in office at once when the person is registered already.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the squad has an open one.
pub fn insert(
    db: &mut Db,
    id: Id<id::Leadership>,
    squad: Id<id::Squad>,
    membership: Id<id::Membership>,
    decision_item: Id<id::DecisionItem>,
    state: LeadershipState,
    now: Instant,
) -> Result<()> {
    let in_office = (state == LeadershipState::InOffice).then_some(now);
    insert_into(leadership::table)
        .values((
            leadership::id.eq(id),
            leadership::squad_id.eq(squad),
            leadership::membership_id.eq(membership),
            leadership::decision_item_id.eq(decision_item),
            leadership::state.eq(state),
            leadership::appointed_at.eq(now),
            leadership::in_office_at.eq(in_office),
            leadership::version.eq(1),
        ))
        .execute(db)?;
    Ok(())
}

/// The open leadership of a squad.
pub fn open_of(db: &mut Db, squad: Id<id::Squad>) -> Result<Option<Leadership>> {
    Ok(leadership::table
        .filter(leadership::squad_id.eq(squad))
        .filter(leadership::state.eq_any(OPEN))
        .select((leadership::id, leadership::membership_id, leadership::state, leadership::version))
        .first(db)
        .optional()?)
}

/// Which of these squads have an open leadership, and its state.
pub fn open_of_all(
    db: &mut Db,
    squads: &[Id<id::Squad>],
) -> Result<Vec<(Id<id::Squad>, LeadershipState)>> {
    Ok(leadership::table
        .filter(leadership::squad_id.eq_any(squads.to_vec()))
        .filter(leadership::state.eq_any(OPEN))
        .select((leadership::squad_id, leadership::state))
        .load(db)?)
}

/// Dates the moment that a leader took office or the leadership lapsed.
pub fn date(
    db: &mut Db,
    id: Id<id::Leadership>,
    state: LeadershipState,
    now: Instant,
) -> Result<()> {
    let row = leadership::table.find(id);
    match state {
        LeadershipState::InOffice => {
            update(row).set(leadership::in_office_at.eq(now)).execute(db)?
        }
        _ => update(row).set(leadership::ended_at.eq(now)).execute(db)?,
    };
    Ok(())
}

/// Every leadership of a squad there ever was, with the membership it is of.
pub fn all_of(
    db: &mut Db,
    squad: Id<id::Squad>,
) -> Result<Vec<(Id<id::Leadership>, Id<id::Membership>)>> {
    Ok(leadership::table
        .filter(leadership::squad_id.eq(squad))
        .select((leadership::id, leadership::membership_id))
        .load(db)?)
}

/// The leadership of that member that ended at that moment.
pub fn ended_of(
    db: &mut Db,
    membership: Id<id::Membership>,
    ended_at: Instant,
) -> Result<Option<Leadership>> {
    Ok(leadership::table
        .filter(leadership::membership_id.eq(membership))
        .filter(leadership::state.eq(LeadershipState::Ended))
        .filter(leadership::ended_at.eq(ended_at))
        .select((leadership::id, leadership::membership_id, leadership::state, leadership::version))
        .first(db)
        .optional()?)
}

/// The term goes on as if it had not ended.
pub fn go_on(db: &mut Db, id: Id<id::Leadership>) -> Result<()> {
    update(leadership::table.find(id)).set(leadership::ended_at.eq(None::<Instant>)).execute(db)?;
    Ok(())
}

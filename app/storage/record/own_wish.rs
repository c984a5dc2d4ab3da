//! Wishes of people to be taken off the record (item 15.5).

use crate::{
    domain::{
        id::{self, Id},
        own_wish::OwnWishState,
        state::At,
        time::Instant,
    },
    storage::{Db, Result, db::schema::own_wish},
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into};

crate::storage::db::transition::stated!(OwnWishState in own_wish);

/// A wish that waits on the unit.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct OwnWish {
    pub id: Id<id::OwnWish>,
    pub membership: Id<id::Membership>,
    pub version: i32,
    /// By the last digits of the telephone on record; else the unit calls.
    pub is_confirmed: bool,
    pub asked_at: Instant,
}

impl OwnWish {
    /// Where the wish is.
    #[must_use]
    pub const fn at(&self) -> At<OwnWishState> {
        At::new(self.id, self.version, OwnWishState::Asked)
    }
}

macro_rules! asked {
    () => {
        own_wish::table.filter(own_wish::state.eq(OwnWishState::Asked)).select((
            own_wish::id,
            own_wish::membership_id,
            own_wish::version,
            own_wish::is_confirmed,
            own_wish::asked_at,
        ))
    };
}

/// Keeps a wish.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when one of that person waits already.
pub fn insert(
    db: &mut Db,
    id: Id<id::OwnWish>,
    (membership, squad): (Id<id::Membership>, Id<id::Squad>),
    is_confirmed: bool,
    now: Instant,
) -> Result<()> {
    insert_into(own_wish::table)
        .values((
            own_wish::id.eq(id),
            own_wish::membership_id.eq(membership),
            own_wish::squad_id.eq(squad),
            own_wish::state.eq(OwnWishState::Asked),
            own_wish::version.eq(1),
            own_wish::is_confirmed.eq(is_confirmed),
            own_wish::asked_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The wish of that person that waits, if one does.
pub fn asked(db: &mut Db, membership: Id<id::Membership>) -> Result<Option<OwnWish>> {
    Ok(asked!().filter(own_wish::membership_id.eq(membership)).first(db).optional()?)
}

/// The wishes of people of a squad that wait, the oldest first.
pub fn of_squad(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<OwnWish>> {
    Ok(asked!().filter(own_wish::squad_id.eq(squad)).order(own_wish::id).load(db)?)
}

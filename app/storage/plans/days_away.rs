//! Days on which people can't come. Nobody asks why.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{days_away, membership},
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete,
    insert_into,
};

diesel::alias! {
    const OWN: Alias<Own> = membership as own;
}

/// Some days in a row.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct DaysAway {
    pub id: Id<id::DaysAway>,
    /// The membership in the squad that is looked at.
    pub membership: Id<id::Membership>,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Keeps the days.
pub fn insert(
    db: &mut Db,
    id: Id<id::DaysAway>,
    membership: Id<id::Membership>,
    (from, to): (NaiveDate, NaiveDate),
    now: Instant,
) -> Result<()> {
    insert_into(days_away::table)
        .values((
            days_away::id.eq(id),
            days_away::membership_id.eq(membership),
            days_away::from_on.eq(from),
            days_away::to_on.eq(to),
            days_away::told_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

macro_rules! of_squad {
    ($squad:expr) => {
        days_away::table
            .inner_join(membership::table.on(membership::id.eq(days_away::membership_id)))
            .inner_join(OWN.on(OWN.field(membership::person_id).eq(membership::person_id)))
            .filter(OWN.field(membership::squad_id).eq($squad))
            .order((days_away::from_on, days_away::id))
            .select((
                days_away::id,
                OWN.field(membership::id),
                days_away::from_on,
                days_away::to_on,
            ))
    };
}

/// The days of people of a squad that end on that one or later, in whichever of their squads they told them.
pub fn of_squad(db: &mut Db, squad: Id<id::Squad>, from: NaiveDate) -> Result<Vec<DaysAway>> {
    Ok(of_squad!(squad).filter(days_away::to_on.ge(from)).load(db)?)
}

/// Those of that id, if they are of people of a squad.
pub fn find(db: &mut Db, squad: Id<id::Squad>, id: Id<id::DaysAway>) -> Result<Option<DaysAway>> {
    Ok(of_squad!(squad).filter(days_away::id.eq(id)).first(db).optional()?)
}

/// The people of a squad who are away on one of the days from the first to the last.
pub fn away(
    db: &mut Db,
    squad: Id<id::Squad>,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<DaysAway>> {
    Ok(of_squad!(squad)
        .filter(days_away::from_on.le(last))
        .filter(days_away::to_on.ge(first))
        .load(db)?)
}

/// How many such rows a membership has.
pub fn of_membership(db: &mut Db, membership: Id<id::Membership>) -> Result<i64> {
    let own = days_away::table.filter(days_away::membership_id.eq(membership));
    Ok(own.count().get_result(db)?)
}

/// The person is there after all; false when the days are gone already.
pub fn end(db: &mut Db, id: Id<id::DaysAway>) -> Result<bool> {
    Ok(delete(days_away::table.find(id)).execute(db)? == 1)
}

/// Deletes what is past, and says how many rows there were.
pub fn sweep(db: &mut Db, before: NaiveDate) -> Result<usize> {
    Ok(delete(days_away::table.filter(days_away::to_on.lt(before))).execute(db)?)
}

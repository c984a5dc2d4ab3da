//! Links in mails to people, who have no account: looked at as often as one likes, and answered by POST.

use crate::{
    domain::{
        id::{self, Id},
        membership::MembershipState,
        own_wish::LINK_DAYS,
        time::Instant,
    },
    storage::{
        Db, Result,
        account::link::hash,
        db::schema::{membership, off_record, person_link},
    },
};
use chrono::TimeDelta;
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, dsl,
    insert_into, update,
};

/// A link that is good, and the record of the person that it opens.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct PersonLink {
    pub id: Id<id::Link>,
    pub membership: Id<id::Membership>,
    pub squad: Id<id::Squad>,
    pub state: MembershipState,
    /// How often wrong digits were typed.
    pub failures: i32,
}

diesel::alias! {
    pub(in crate::storage::record) const DEAD: Alias<Dead> = membership as dead;
}

/// The people of whom no record says that they died: nobody else's link is good, and nobody else is written to.
macro_rules! living {
    () => {
        dsl::not(dsl::exists(
            off_record::table
                .inner_join(DEAD.on(DEAD.field(membership::id).eq(off_record::membership_id)))
                .filter(DEAD.field(membership::person_id).eq(membership::person_id))
                .filter(off_record::is_death.eq(true))
                .filter(off_record::undone_at.is_null()),
        ))
    };
}

pub(in crate::storage::record) use living;

macro_rules! good {
    ($now:expr) => {
        person_link::table
            .inner_join(membership::table.on(membership::id.eq(person_link::membership_id)))
            .filter(person_link::expires_at.gt($now))
            .filter(living!())
            .select((
                person_link::id,
                membership::id,
                membership::squad_id,
                membership::state,
                person_link::failures,
            ))
    };
}

/// Keeps the token of a link to that record, good from now on.
pub fn insert(db: &mut Db, token: &str, id: Id<id::Membership>, now: Instant) -> Result<()> {
    insert_into(person_link::table)
        .values((
            person_link::id.eq(Id::<id::Link>::new()),
            person_link::token_hash.eq(hash(token)),
            person_link::membership_id.eq(id),
            person_link::created_at.eq(now),
            person_link::expires_at.eq(now + TimeDelta::days(LINK_DAYS)),
        ))
        .execute(db)?;
    Ok(())
}

/// Makes the links to that record worthless: somebody else may read the address that they went to.
pub fn void(db: &mut Db, id: Id<id::Membership>) -> Result<()> {
    delete(person_link::table.filter(person_link::membership_id.eq(id))).execute(db)?;
    Ok(())
}

/// The link of that token, if it is good. Looking changes nothing.
pub fn find(db: &mut Db, token: &str, now: Instant) -> Result<Option<PersonLink>> {
    Ok(good!(now).filter(person_link::token_hash.eq(hash(token))).first(db).optional()?)
}

/// The link of that id, if it is good.
pub fn get(db: &mut Db, id: Id<id::Link>, now: Instant) -> Result<Option<PersonLink>> {
    Ok(good!(now).filter(person_link::id.eq(id)).first(db).optional()?)
}

/// Counts wrong digits that were typed.
pub fn note_failure(db: &mut Db, id: Id<id::Link>) -> Result<()> {
    update(person_link::table.find(id))
        .set(person_link::failures.eq(person_link::failures + 1))
        .execute(db)?;
    Ok(())
}

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
        plans::assignment::Assignment,
    },
};
use chrono::TimeDelta;
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, delete, dsl, insert_into, update,
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
    /// The assignment that it answers; else it leads out of the record.
    pub assignment: Option<Id<id::Assignment>>,
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
            .filter(membership::squad_id.is_not_null())
            .filter(person_link::expires_at.gt($now))
            .filter(living!())
            .select((
                person_link::id,
                membership::id,
                membership::squad_id.assume_not_null(),
                membership::state,
                person_link::failures,
                person_link::assignment_id,
            ))
    };
}

/// Keeps the token of a link out of that record, good from now on.
pub fn insert(db: &mut Db, token: &str, id: Id<id::Membership>, now: Instant) -> Result<()> {
    insert_until(db, token, (id, None), now + TimeDelta::days(LINK_DAYS), now)
}

/// Keeps the token of a link by which that person answers whether he or she goes, good until the duty ends.
pub fn insert_of_assignment(db: &mut Db, token: &str, of: &Assignment, now: Instant) -> Result<()> {
    insert_until(db, token, (of.membership, Some(of.id)), of.plan.period.1, now)
}

fn insert_until(
    db: &mut Db,
    token: &str,
    (id, assignment): (Id<id::Membership>, Option<Id<id::Assignment>>),
    until: Instant,
    now: Instant,
) -> Result<()> {
    insert_into(person_link::table)
        .values((
            person_link::id.eq(Id::<id::Link>::new()),
            person_link::token_hash.eq(hash(token)),
            person_link::membership_id.eq(id),
            person_link::assignment_id.eq(assignment),
            person_link::created_at.eq(now),
            person_link::expires_at.eq(until),
        ))
        .execute(db)?;
    Ok(())
}

/// The links of an assignment are good until the duty ends, which is at another time now.
pub fn prolong(db: &mut Db, assignment: Id<id::Assignment>, until: Instant) -> Result<()> {
    update(person_link::table.filter(person_link::assignment_id.eq(assignment)))
        .set(person_link::expires_at.eq(until))
        .execute(db)?;
    Ok(())
}

/// Makes the links to that record worthless: somebody else may read the address that they went to.
pub fn void(db: &mut Db, id: Id<id::Membership>) -> Result<()> {
    delete(person_link::table.filter(person_link::membership_id.eq(id))).execute(db)?;
    Ok(())
}

/// The link out of a record of that token, if it is good. Looking changes nothing.
pub fn find(db: &mut Db, token: &str, now: Instant) -> Result<Option<PersonLink>> {
    Ok(by_token(db, token, now)?.filter(|link| link.assignment.is_none()))
}

/// The link of that token and the assignment that it answers, if it is good. Looking changes nothing.
pub fn find_of_assignment(
    db: &mut Db,
    token: &str,
    now: Instant,
) -> Result<Option<(PersonLink, Id<id::Assignment>)>> {
    Ok(by_token(db, token, now)?.and_then(|link| Some((link, link.assignment?))))
}

fn by_token(db: &mut Db, token: &str, now: Instant) -> Result<Option<PersonLink>> {
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

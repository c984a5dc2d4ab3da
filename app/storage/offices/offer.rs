//! Offers: people who were invited to an address whose account is in other hands. Until its owner accepts, an offer is a person
//! like any other who was invited, so that nobody learns from it which addresses have accounts.

use super::{
    duty::{self, Duty},
    user::{self, User},
};
use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        time::Instant,
    },
    storage::{
        Db, Result,
        account::link,
        db::schema::{duty as duty_table, users},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, update,
};

/// Adds the person to whom a duty is offered.
pub fn insert(
    db: &mut Db,
    id: Id<id::User>,
    address: &str,
    name: &str,
    language: Language,
    now: Instant,
) -> Result<()> {
    user::insert(db, id, &id.to_string(), name, language, now)?;
    readdress(db, id, address, true)
}

/// Makes the person an account of the address that was offered, or an offer to the account that has it.
pub fn readdress(db: &mut Db, id: Id<id::User>, address: &str, is_anothers: bool) -> Result<()> {
    let address = address.to_lowercase();
    let (email, offered_to) =
        if is_anothers { (id.to_string(), Some(address)) } else { (address, None) };
    update(users::table.find(id))
        .set((
            users::email.eq(email),
            users::offered_to.eq(offered_to),
            users::proven_at.eq(None::<Instant>),
        ))
        .execute(db)?;
    Ok(())
}

/// The offers to that address which nobody has accepted, the first one first; those of people who were shut out too.
pub fn to_address(db: &mut Db, address: &str) -> Result<Vec<User>> {
    Ok(users::table
        .filter(users::offered_to.eq(address.to_lowercase()))
        .filter(users::accepted_by.is_null())
        .order(users::id)
        .load(db)?)
}

/// An offer that stands, with the duties that come with it.
pub struct Offer {
    pub id: Id<id::User>,
    pub duties: Vec<Duty>,
}

/// The offers that the owner of an account may accept: none as long as nobody has shown to read the mail of its address, for
/// whoever printed its code may still be the one who is signed in.
///
/// # Errors
/// Those of the database.
pub fn open_to(db: &mut Db, account: &User, now: Instant) -> Result<Vec<Offer>> {
    if account.proven_at.is_none() {
        return Ok(Vec::new());
    }
    let mut offers = to_address(db, &account.email)?;
    offers.retain(|offer| offer.disabled_at.is_none());
    let ids: Vec<Id<id::User>> = offers.iter().map(|offer| offer.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let duties = duty::of_users(db, &ids)?;
    let of = |id: Id<id::User>| Offer {
        id,
        duties: duties.iter().filter(|d| d.user == id && d.is_open(now)).cloned().collect(),
    };
    Ok(ids.into_iter().map(of).filter(|offer| !offer.duties.is_empty()).collect())
}

/// Hands the duties of an offer over to the account, whose they are from now on.
pub fn accept(db: &mut Db, offer: Id<id::User>, account: Id<id::User>) -> Result<()> {
    update(duty_table::table.filter(duty_table::user_id.eq(offer)))
        .set(duty_table::user_id.eq(account))
        .execute(db)?;
    update(duty_table::table.filter(duty_table::deputy_for.eq(offer)))
        .set(duty_table::deputy_for.eq(account))
        .execute(db)?;
    update(users::table.find(offer)).set(users::accepted_by.eq(account)).execute(db)?;
    link::void(db, offer)
}

/// The account whose owner has accepted that offer.
pub fn accepted_by(db: &mut Db, offer: Id<id::User>) -> Result<Option<Id<id::User>>> {
    let found = users::table.find(offer).select(users::accepted_by);
    Ok(found.first::<Option<Id<id::User>>>(db).optional()?.flatten())
}

/// Ends the duties of an offer; its links are void.
pub fn decline(db: &mut Db, offer: Id<id::User>, now: Instant) -> Result<()> {
    let is_open = duty_table::to_at.is_null().or(duty_table::to_at.gt(now));
    update(duty_table::table.filter(duty_table::user_id.eq(offer)).filter(is_open))
        .set(duty_table::to_at.eq(now))
        .execute(db)?;
    link::void(db, offer)
}

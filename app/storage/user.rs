//! Users, the duties they hold, and the links that set a password.

use super::{
    Db, Result,
    schema::{duty, link, users},
};
use crate::domain::{body::DutyKind, id::Id, language::Language, permissions::Holding, time::Instant};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, insert_into, update,
};

/// A user.
#[derive(Clone, Queryable)]
pub struct User {
    pub id: Id,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub password_hash: Option<String>,
    pub failed_sign_ins: i32,
    pub blocked_until: Option<Instant>,
    pub disabled_at: Option<Instant>,
    pub created_at: Instant,
}

/// Adds a user without a password.
///
/// # Errors
/// [`super::StorageError::Unique`] when the address is taken.
pub fn insert(db: &mut Db, id: Id, email: &str, name: &str, language: Language, now: Instant) -> Result<()> {
    insert_into(users::table)
        .values((
            users::id.eq(id),
            users::email.eq(email.to_lowercase()),
            users::name.eq(name),
            users::language.eq(language),
            users::created_at.eq(now),
            users::failed_sign_ins.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// The user of that address, in any case of letters.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<User>> {
    Ok(users::table.filter(users::email.eq(email.to_lowercase())).first(db).optional()?)
}

/// The user of that id.
pub fn get(db: &mut Db, id: Id) -> Result<User> {
    Ok(users::table.find(id).first(db)?)
}

/// All users, by address.
pub fn all(db: &mut Db) -> Result<Vec<User>> {
    Ok(users::table.order(users::email).load(db)?)
}

/// Counts a sign-in that failed, and blocks further ones until then.
pub fn note_failure(db: &mut Db, id: Id, blocked_until: Option<Instant>) -> Result<()> {
    update(users::table.find(id))
        .set((users::failed_sign_ins.eq(users::failed_sign_ins + 1), users::blocked_until.eq(blocked_until)))
        .execute(db)?;
    Ok(())
}

/// Forgets the sign-ins that failed.
pub fn note_success(db: &mut Db, id: Id) -> Result<()> {
    update(users::table.find(id)).set((users::failed_sign_ins.eq(0), users::blocked_until.eq(None::<Instant>))).execute(db)?;
    Ok(())
}

/// Sets the password's hash.
pub fn set_password(db: &mut Db, id: Id, hash: &str) -> Result<()> {
    update(users::table.find(id)).set(users::password_hash.eq(hash)).execute(db)?;
    // Whatever other link lies in a mailbox is worth nothing from now on.
    delete(link::table.filter(link::user_id.eq(id)).filter(link::used_at.is_null())).execute(db)?;
    note_success(db, id)
}

/// Shuts a user out from that moment on.
pub fn disable(db: &mut Db, id: Id, now: Instant) -> Result<()> {
    update(users::table.find(id)).set(users::disabled_at.eq(now)).execute(db)?;
    Ok(())
}

/// Sets the language of screens and mails.
pub fn set_language(db: &mut Db, id: Id, language: Language) -> Result<()> {
    update(users::table.find(id)).set(users::language.eq(language)).execute(db)?;
    Ok(())
}

/// Grants a duty in a body from now on.
pub fn grant(db: &mut Db, id: Id, user: Id, body: Id, kind: DutyKind, now: Instant) -> Result<()> {
    insert_into(duty::table)
        .values((duty::id.eq(id), duty::user_id.eq(user), duty::body_id.eq(body), duty::kind.eq(kind), duty::from_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// The duties that a user holds at that moment.
pub fn holdings(db: &mut Db, user: Id, now: Instant) -> Result<Vec<Holding>> {
    let rows: Vec<(Id, DutyKind, Id)> = duty::table
        .filter(duty::user_id.eq(user))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .order(duty::from_at)
        .select((duty::id, duty::kind, duty::body_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(duty, kind, body)| Holding { duty, kind, body }).collect())
}

/// The users who hold a duty in a body at that moment and have not been disabled.
pub fn holders(db: &mut Db, body: Id, kind: DutyKind, now: Instant) -> Result<Vec<User>> {
    let mut found: Vec<User> = duty::table
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq(body))
        .filter(duty::kind.eq(kind))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .filter(users::disabled_at.is_null())
        .order(users::id)
        .select(users::all_columns)
        .load(db)?;
    found.dedup_by_key(|user| user.id);
    Ok(found)
}

/// Everybody who holds or held one of these duties in these bodies, by name.
pub fn of_bodies(db: &mut Db, bodies: &[Id], kinds: &[DutyKind]) -> Result<Vec<(Id, String)>> {
    let mut found: Vec<(Id, String)> = duty::table
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq_any(bodies.to_vec()))
        .filter(duty::kind.eq_any(kinds.to_vec()))
        .order((users::name, users::id))
        .select((users::id, users::name))
        .load(db)?;
    found.dedup();
    Ok(found)
}

/// The names of these users.
pub fn names(db: &mut Db, ids: &[Id]) -> Result<Vec<(Id, String)>> {
    Ok(users::table.filter(users::id.eq_any(ids.to_vec())).select((users::id, users::name)).load(db)?)
}

/// Stores the hash of a link's token.
pub fn insert_link(db: &mut Db, token_hash: &[u8], user: Id, now: Instant, expires_at: Instant) -> Result<()> {
    insert_into(link::table)
        .values((link::token_hash.eq(token_hash), link::user_id.eq(user), link::created_at.eq(now), link::expires_at.eq(expires_at)))
        .execute(db)?;
    Ok(())
}

/// The user whom an unused, unexpired link belongs to. Looking changes nothing.
pub fn of_link(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<Option<User>> {
    Ok(link::table
        .inner_join(users::table.on(users::id.eq(link::user_id)))
        .filter(link::token_hash.eq(token_hash))
        .filter(link::used_at.is_null())
        .filter(link::expires_at.gt(now))
        .select(users::all_columns)
        .first(db)
        .optional()?)
}

/// Uses a link up; false when somebody was faster.
pub fn use_link(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<bool> {
    let unused = link::table.filter(link::token_hash.eq(token_hash)).filter(link::used_at.is_null());
    Ok(update(unused).set(link::used_at.eq(now)).execute(db)? == 1)
}

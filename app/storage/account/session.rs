//! Signed-in sessions. Only the SHA-256 of the token is stored.

use crate::{
    domain::{id::Id, time::Instant},
    storage::{
        Db, Result,
        db::schema::{session, users},
        offices::user::User,
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, insert_into, update};

/// A session as its owner sees it.
#[derive(Clone, Debug, Queryable)]
pub struct Session {
    pub token_hash: Vec<u8>,
    /// Browser and system in two words.
    pub device: String,
    pub began_at: Instant,
    pub seen_at: Instant,
}

/// Adds a session.
pub fn insert(db: &mut Db, token_hash: &[u8], user: Id, form_token: &str, device: &str, now: Instant) -> Result<()> {
    insert_into(session::table)
        .values((
            session::token_hash.eq(token_hash),
            session::user_id.eq(user),
            session::form_token.eq(form_token),
            session::created_at.eq(now),
            session::seen_at.eq(now),
            session::device.eq(device),
        ))
        .execute(db)?;
    Ok(())
}

/// A live session's user, form token and the moment it was last seen.
pub fn find(db: &mut Db, token_hash: &[u8], seen_after: Instant, created_after: Instant) -> Result<Option<(User, String, Instant)>> {
    Ok(session::table
        .inner_join(users::table.on(users::id.eq(session::user_id)))
        .filter(session::token_hash.eq(token_hash))
        .filter(session::seen_at.gt(seen_after))
        .filter(session::created_at.gt(created_after))
        .filter(users::disabled_at.is_null())
        .select((users::all_columns, session::form_token, session::seen_at))
        .first(db)
        .optional()?)
}

/// Notes that the session is in use.
pub fn touch(db: &mut Db, token_hash: &[u8], now: Instant) -> Result<()> {
    update(session::table.find(token_hash)).set(session::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Ends one session.
pub fn end(db: &mut Db, token_hash: &[u8]) -> Result<()> {
    delete(session::table.find(token_hash)).execute(db)?;
    Ok(())
}

/// Ends every session of a user.
pub fn end_all(db: &mut Db, user: Id) -> Result<()> {
    delete(session::table.filter(session::user_id.eq(user))).execute(db)?;
    Ok(())
}

/// Ends every session of a user but this one.
pub fn end_others(db: &mut Db, user: Id, this: &[u8]) -> Result<()> {
    delete(session::table.filter(session::user_id.eq(user)).filter(session::token_hash.ne(this))).execute(db)?;
    Ok(())
}

/// Ends one session of that user; false when there is none.
pub fn end_of(db: &mut Db, user: Id, token_hash: &[u8]) -> Result<bool> {
    Ok(delete(session::table.find(token_hash).filter(session::user_id.eq(user))).execute(db)? == 1)
}

/// The live sessions of a user, the latest used first.
pub fn of_user(db: &mut Db, user: Id, seen_after: Instant, began_after: Instant) -> Result<Vec<Session>> {
    Ok(session::table
        .filter(session::user_id.eq(user))
        .filter(session::seen_at.gt(seen_after))
        .filter(session::created_at.gt(began_after))
        .order(session::seen_at.desc())
        .select((session::token_hash, session::device, session::created_at, session::seen_at))
        .load(db)?)
}

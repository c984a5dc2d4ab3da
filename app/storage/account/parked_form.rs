//! The form that was sent in a session which had ended by time: sealed, and kept for its sender for an hour.

use super::session::KNOWN;
use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::{parked_form, session},
            sealing::{Keys, SealContext},
        },
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, delete,
    dsl, insert_into, update,
};
use serde::{Deserialize, Serialize};

/// A form as its page sent it, with the names of its files and not their content.
#[derive(Serialize, Deserialize)]
pub struct ParkedForm {
    /// The path that it was sent to.
    pub action: String,
    /// The page that it stood on.
    pub page: String,
    pub fields: Vec<(String, String)>,
}

/// Keeps the form of a session, the last one that was sent.
///
/// # Errors
/// Those of the database and of sealing.
pub fn put(
    db: &mut Db,
    keys: &Keys,
    session_hash: &[u8],
    form: &ParkedForm,
    now: Instant,
) -> Result<()> {
    let id: Id<id::ParkedForm> = Id::new();
    let content = serde_json::to_vec(form).map_err(|_| StorageError::Damaged)?;
    delete(parked_form::table.filter(parked_form::session_hash.eq(session_hash))).execute(db)?;
    insert_into(parked_form::table)
        .values((
            parked_form::id.eq(id),
            parked_form::session_hash.eq(session_hash),
            parked_form::content_sealed.eq(keys.seal(SealContext::ParkedForm, id, &content)?),
            parked_form::parked_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether there is one of that session.
pub fn is_there(db: &mut Db, session_hash: &[u8], now: Instant) -> Result<bool> {
    let kept = parked_form::table
        .filter(parked_form::session_hash.eq(session_hash))
        .filter(parked_form::parked_at.gt(now - KNOWN));
    Ok(diesel::select(dsl::exists(kept)).get_result(db)?)
}

/// Gives the form of an ended session to the new one, if both are the same user's. Anybody else's goes with the old session.
pub fn hand_over(
    db: &mut Db,
    from: &[u8],
    user: Id<id::User>,
    to: &[u8],
    now: Instant,
) -> Result<bool> {
    let is_own = dsl::exists(
        session::table.filter(session::token_hash.eq(from).and(session::user_id.eq(user))),
    );
    let own = parked_form::table
        .filter(parked_form::session_hash.eq(from))
        .filter(parked_form::parked_at.gt(now - KNOWN))
        .filter(is_own);
    Ok(update(own).set(parked_form::session_hash.eq(to)).execute(db)? == 1)
}

/// The form of a session, which is shown once.
///
/// # Errors
/// Those of the database, and [`StorageError::Damaged`].
pub fn take(
    db: &mut Db,
    keys: &Keys,
    session_hash: &[u8],
    now: Instant,
) -> Result<Option<ParkedForm>> {
    let kept: Option<(Id<id::ParkedForm>, Vec<u8>)> = parked_form::table
        .filter(parked_form::session_hash.eq(session_hash))
        .filter(parked_form::parked_at.gt(now - KNOWN))
        .select((parked_form::id, parked_form::content_sealed))
        .first(db)
        .optional()?;
    let Some((id, sealed)) = kept else { return Ok(None) };
    delete(parked_form::table.find(id)).execute(db)?;
    let content = keys.open(SealContext::ParkedForm, id, &sealed)?;
    serde_json::from_slice(&content).map(Some).map_err(|_| StorageError::Damaged)
}

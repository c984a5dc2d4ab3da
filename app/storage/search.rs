//! What was searched for, sealed and expiring; its owner's only.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::search,
            sealing::{Keys, SealContext},
        },
    },
};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into};

/// How long the results of a search can be come back to: as long as a session.
const LIFE: TimeDelta = TimeDelta::hours(12);

/// Keeps what a user typed and gives the id that its results are found under.
pub fn insert(
    db: &mut Db,
    keys: &Keys,
    user: Id<id::User>,
    typed: &str,
    now: Instant,
) -> Result<Id<id::Search>> {
    let id = Id::new();
    insert_into(search::table)
        .values((
            search::id.eq(id),
            search::user_id.eq(user),
            search::query_sealed.eq(keys.seal(SealContext::SearchQuery, id, typed.as_bytes())?),
            search::created_at.eq(now),
            search::expires_at.eq(now + LIFE),
        ))
        .execute(db)?;
    Ok(id)
}

/// What this user typed, opened.
///
/// # Errors
/// Those of the database, and [`StorageError::Damaged`].
pub fn find(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Search>,
    user: Id<id::User>,
    now: Instant,
) -> Result<Option<String>> {
    let sealed: Option<Vec<u8>> = search::table
        .find(id)
        .filter(search::user_id.eq(user))
        .filter(search::expires_at.gt(now))
        .select(search::query_sealed)
        .first(db)
        .optional()?;
    sealed
        .map(|sealed| {
            String::from_utf8(keys.open(SealContext::SearchQuery, id, &sealed)?)
                .map_err(|_| StorageError::Damaged)
        })
        .transpose()
}

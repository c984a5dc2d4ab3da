//! Lists that were read and wait for their reader's confirmation; sealed and expiring.

use super::{
    Db, Result,
    schema::draft,
    sealing::{Keys, Place},
};
use crate::domain::{id::Id, time::Instant};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, delete, insert_into};

fn place(row: Id) -> Place {
    Place { table: "draft", column: "content_sealed", row }
}

/// Keeps a draft until it expires.
pub fn insert(db: &mut Db, keys: &Keys, id: Id, user: Id, akimat: Id, content: &[u8], now: Instant, expires_at: Instant) -> Result<()> {
    insert_into(draft::table)
        .values((
            draft::id.eq(id),
            draft::user_id.eq(user),
            draft::akimat_id.eq(akimat),
            draft::content_sealed.eq(keys.seal(place(id), content)?),
            draft::created_at.eq(now),
            draft::expires_at.eq(expires_at),
        ))
        .execute(db)?;
    Ok(())
}

/// A draft of this user, opened.
///
/// # Errors
/// Those of the database, and [`super::StorageError::Damaged`].
pub fn find(db: &mut Db, keys: &Keys, id: Id, user: Id, now: Instant) -> Result<Option<Vec<u8>>> {
    let sealed: Option<Vec<u8>> = draft::table
        .find(id)
        .filter(draft::user_id.eq(user))
        .filter(draft::expires_at.gt(now))
        .select(draft::content_sealed)
        .first(db)
        .optional()?;
    sealed.map(|sealed| keys.open(place(id), &sealed)).transpose()
}

/// Deletes a draft.
pub fn remove(db: &mut Db, id: Id) -> Result<()> {
    delete(draft::table.find(id)).execute(db)?;
    Ok(())
}

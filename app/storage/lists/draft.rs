//! Lists that were read and wait for their reader's confirmation, each with its file; sealed and expiring.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::draft,
            sealing::{Keys, SealContext},
        },
    },
};
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, delete, insert_into, update,
};

/// A list that was read, and until when it waits.
pub struct NewDraft<'a> {
    pub id: Id<id::Draft>,
    pub user: Id<id::User>,
    pub akimat: Id<id::Body>,
    /// What was read and what is said about it, as its keeper writes it.
    pub content: &'a [u8],
    pub file: &'a [u8],
    pub expires_at: Instant,
}

/// Keeps a draft until it expires.
pub fn insert(db: &mut Db, keys: &Keys, new: &NewDraft<'_>, now: Instant) -> Result<()> {
    insert_into(draft::table)
        .values((
            draft::id.eq(new.id),
            draft::user_id.eq(new.user),
            draft::akimat_id.eq(new.akimat),
            draft::content_sealed.eq(keys.seal(SealContext::DraftContent, new.id, new.content)?),
            draft::file_sealed.eq(keys.seal(SealContext::DraftFile, new.id, new.file)?),
            draft::version.eq(1),
            draft::created_at.eq(now),
            draft::expires_at.eq(new.expires_at),
        ))
        .execute(db)?;
    Ok(())
}

/// The content of a draft of this user, opened, and its version; only while the user acts for the akimat that it is for.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn find(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Draft>,
    (user, akimats): (Id<id::User>, &[Id<id::Body>]),
    now: Instant,
) -> Result<Option<(Vec<u8>, i32)>> {
    let own =
        draft::table.find(id).filter(draft::user_id.eq(user)).filter(draft::expires_at.gt(now));
    let own = own.filter(draft::akimat_id.eq_any(akimats.to_vec()));
    let found: Option<(Vec<u8>, i32)> =
        own.select((draft::content_sealed, draft::version)).first(db).optional()?;
    found
        .map(|(sealed, version)| Ok((keys.open(SealContext::DraftContent, id, &sealed)?, version)))
        .transpose()
}

/// The file of a draft that the caller has found.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn file(db: &mut Db, keys: &Keys, id: Id<id::Draft>) -> Result<Vec<u8>> {
    let sealed: Vec<u8> = draft::table.find(id).select(draft::file_sealed).first(db)?;
    keys.open(SealContext::DraftFile, id, &sealed)
}

/// Keeps other content in place of that version; false when it is gone, or has become another one meanwhile.
pub fn replace(
    db: &mut Db,
    keys: &Keys,
    id: Id<id::Draft>,
    version: i32,
    content: &[u8],
) -> Result<bool> {
    let sealed = keys.seal(SealContext::DraftContent, id, content)?;
    let of_version = draft::table.find(id).filter(draft::version.eq(version));
    Ok(update(of_version)
        .set((draft::content_sealed.eq(sealed), draft::version.eq(version + 1)))
        .execute(db)?
        == 1)
}

/// Deletes a draft and its file.
pub fn remove(db: &mut Db, id: Id<id::Draft>) -> Result<()> {
    delete(draft::table.find(id)).execute(db)?;
    Ok(())
}

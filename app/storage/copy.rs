//! ID-card copies, sealed.

use super::{
    Db, Result,
    schema::copy,
    sealing::{Keys, Place},
};
use crate::domain::{id::Id, time::Instant};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, delete, insert_into};
use sha2::{Digest, Sha256};

/// A copy without its content.
#[derive(Clone, Debug)]
pub struct Copy {
    pub id: Id,
    pub entry: Id,
    pub media_type: String,
    pub sha256: Vec<u8>,
}

/// Replaces the copy of an entry and gives the new one's id.
pub fn put(db: &mut Db, keys: &Keys, entry: Id, media_type: &str, content: &[u8], by: Id, now: Instant) -> Result<Id> {
    delete(copy::table.filter(copy::entry_id.eq(entry))).execute(db)?;
    let id = Id::new();
    insert_into(copy::table)
        .values((
            copy::id.eq(id),
            copy::entry_id.eq(entry),
            copy::media_type.eq(media_type),
            copy::size.eq(i32::try_from(content.len()).unwrap_or(i32::MAX)),
            copy::sha256.eq(Sha256::digest(content).to_vec()),
            copy::content_sealed.eq(keys.seal(place(id), content)?),
            copy::attached_by.eq(by),
            copy::attached_at.eq(now),
        ))
        .execute(db)?;
    Ok(id)
}

fn place(row: Id) -> Place {
    Place { table: "copy", column: "content_sealed", row }
}

/// The copy of that id.
pub fn get(db: &mut Db, id: Id) -> Result<Option<Copy>> {
    let row: Option<(Id, Id, String, Vec<u8>)> =
        copy::table.find(id).select((copy::id, copy::entry_id, copy::media_type, copy::sha256)).first(db).optional()?;
    Ok(row.map(|(id, entry, media_type, sha256)| Copy { id, entry, media_type, sha256 }))
}

/// The hashes of the copies of these entries.
pub fn hashes(db: &mut Db, entries: &[Id]) -> Result<Vec<(Id, Vec<u8>)>> {
    Ok(copy::table.filter(copy::entry_id.eq_any(entries.to_vec())).select((copy::entry_id, copy::sha256)).load(db)?)
}

/// The content of a copy, opened.
///
/// # Errors
/// Those of the database, and [`super::StorageError::Damaged`].
pub fn content(db: &mut Db, keys: &Keys, id: Id) -> Result<Vec<u8>> {
    let sealed: Vec<u8> = copy::table.find(id).select(copy::content_sealed).first(db)?;
    keys.open(place(id), &sealed)
}

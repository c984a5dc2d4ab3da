//! Cover letters as they went with a list: under seal, never made again.

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::letter,
            sealing::{Keys, SealContext},
        },
    },
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into};
use sha2::{Digest, Sha256};

/// Keeps the letter of a sending in that language.
pub fn insert(
    db: &mut Db,
    keys: &Keys,
    dispatch: Id<id::Dispatch>,
    language: Language,
    bytes: &[u8],
) -> Result<()> {
    let id = Id::<id::Letter>::new();
    insert_into(letter::table)
        .values((
            letter::id.eq(id),
            letter::dispatch_id.eq(dispatch),
            letter::language.eq(language),
            letter::paper_sealed.eq(keys.seal(SealContext::Letter, id, bytes)?),
            letter::paper_sha256.eq(Sha256::digest(bytes).to_vec()),
        ))
        .execute(db)?;
    Ok(())
}

/// The bytes of the letter of a sending. Sendings of earlier programs have none.
///
/// # Errors
/// [`StorageError::Damaged`] when they have changed.
pub fn of_dispatch(
    db: &mut Db,
    keys: &Keys,
    dispatch: Id<id::Dispatch>,
    language: Language,
) -> Result<Option<Vec<u8>>> {
    let kept: Option<(Id<id::Letter>, Vec<u8>, Vec<u8>)> = letter::table
        .filter(letter::dispatch_id.eq(dispatch))
        .filter(letter::language.eq(language))
        .select((letter::id, letter::paper_sealed, letter::paper_sha256))
        .first(db)
        .optional()?;
    let Some((id, sealed, sha256)) = kept else { return Ok(None) };
    let bytes = keys.open(SealContext::Letter, id, &sealed)?;
    if Sha256::digest(&bytes).as_slice() != sha256 {
        return Err(StorageError::Damaged);
    }
    Ok(Some(bytes))
}

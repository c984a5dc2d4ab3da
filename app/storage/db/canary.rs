//! A value sealed by the key file in use, so that another file is noticed at start and not at the first lost copy.

use super::{
    schema::canary,
    sealing::{Keys, SealContext},
};
use crate::{
    domain::id::Id,
    storage::{Db, Result, StorageError, Store},
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into};
use std::path::Path;

/// The row that is bound in: the table has one.
const ROW: Id = Id::from_bytes([0; 16]);

/// Loads the key file that this database was sealed with; makes one for a database that was never sealed.
///
/// # Errors
/// When the file is missing over existing data, is not the one the data were sealed with, or can't be used.
pub fn keys(store: &Store, path: &Path) -> Result<Keys> {
    let known = store.read(content)?;
    if !path.exists() {
        if known.is_some() {
            return Err(StorageError::KeyFile(format!(
                "{} is missing, and the database holds sealed data: bring the file back",
                path.display()
            )));
        }
        Keys::create(path)?;
    }
    let keys = Keys::load(path)?;
    let wrong = || {
        StorageError::KeyFile(format!(
            "{} is not the file that this database was sealed with",
            path.display()
        ))
    };
    match known {
        Some(sealed) => keys.open(SealContext::Canary, ROW, &sealed).map_err(|_| wrong())?,
        None => store.write(|db| {
            if let Some(sealed) = content(db)? {
                return keys.open(SealContext::Canary, ROW, &sealed).map_err(|_| wrong());
            }
            let sealed = keys.seal(SealContext::Canary, ROW, b"jasaq")?;
            insert_into(canary::table)
                .values((canary::id.eq(1), canary::content_sealed.eq(sealed)))
                .execute(db)?;
            Ok(Vec::new())
        })?,
    };
    Ok(keys)
}

fn content(db: &mut Db) -> Result<Option<Vec<u8>>> {
    Ok(canary::table.find(1).select(canary::content_sealed).first(db).optional()?)
}

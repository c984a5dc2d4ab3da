//! What an import leaves: the name and hash of the file, never the file.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{Db, Result, db::schema::list_import},
};
use diesel::{ExpressionMethods, RunQueryDsl, insert_into};

/// Notes an import.
pub fn insert(
    db: &mut Db,
    list: Id<id::MemberList>,
    file_name: &str,
    file_sha256: &[u8],
    rows: usize,
    by: Id<id::User>,
    now: Instant,
) -> Result<()> {
    insert_into(list_import::table)
        .values((
            list_import::id.eq(Id::<id::ListImport>::new()),
            list_import::list_id.eq(list),
            list_import::file_name.eq(file_name),
            list_import::file_sha256.eq(file_sha256),
            list_import::rows_saved.eq(i32::try_from(rows).unwrap_or(i32::MAX)),
            list_import::imported_by.eq(by),
            list_import::imported_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

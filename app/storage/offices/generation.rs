//! The number of the bodies in memory: each change raises it, so that every node reads them again.

use crate::storage::{Db, Result, db::schema::generation};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, update};

/// The row of `generation` that counts changes of bodies.
pub(in crate::storage) const BODIES: &str = "bodies";

/// Notes that something about bodies has changed.
pub(in crate::storage) fn note_change(db: &mut Db) -> Result<()> {
    update(generation::table.find(BODIES))
        .set(generation::value.eq(generation::value + 1))
        .execute(db)?;
    Ok(())
}

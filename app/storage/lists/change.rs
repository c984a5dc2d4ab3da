//! The changes of an entry that was returned and came back: the former values, sealed, until the entry has its outcome.

use crate::{
    domain::{
        id::{self, Id},
        person::{Particular, Particulars},
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::entry_change,
            sealing::{Keys, SealContext},
        },
    },
};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, delete, insert_into};
use std::collections::BTreeMap;

/// The former values of the fields that changed; a field that was empty has an empty text. It may hold an IIN and has no `Debug`.
pub type Before = BTreeMap<Particular, String>;

/// A returned entry that came back: its changes.
pub struct Change {
    pub before: Before,
    pub is_copy_replaced: bool,
}

/// The former values of what differs.
#[must_use]
pub fn between(before: &Particulars, now: &Particulars) -> Before {
    let (before, now) = (before.values(), now.values());
    before.into_iter().filter(|(field, value)| now.get(field) != Some(value)).collect()
}

/// Keeps what changed with that sending, in place of what had changed before.
pub fn put(
    db: &mut Db,
    keys: &Keys,
    entry: Id<id::ListEntry>,
    dispatch: Id<id::Dispatch>,
    change: &Change,
) -> Result<()> {
    let before =
        serde_json::to_vec(&change.before).map_err(|e| StorageError::Other(e.to_string()))?;
    forget(db, entry)?;
    insert_into(entry_change::table)
        .values((
            entry_change::entry_id.eq(entry),
            entry_change::dispatch_id.eq(dispatch),
            entry_change::before_sealed.eq(keys.seal(SealContext::EntryChange, entry, &before)?),
            entry_change::is_copy_replaced.eq(change.is_copy_replaced),
        ))
        .execute(db)?;
    Ok(())
}

/// Opens the former values of an entry.
///
/// # Errors
/// [`StorageError::Damaged`].
pub(in crate::storage) fn open(
    keys: &Keys,
    entry: Id<id::ListEntry>,
    sealed: &[u8],
) -> Result<Before> {
    serde_json::from_slice(&keys.open(SealContext::EntryChange, entry, sealed)?)
        .map_err(|_| StorageError::Damaged)
}

/// Forgets it: the entry has its outcome, or has left the list.
pub fn forget(db: &mut Db, entry: Id<id::ListEntry>) -> Result<()> {
    delete(entry_change::table.find(entry)).execute(db)?;
    Ok(())
}

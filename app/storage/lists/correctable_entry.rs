//! An entry with the particulars that its akimat may correct.

use super::{
    correction,
    entry::{self, Entry},
    member_list::MemberList,
};
use crate::{
    domain::{
        id::{self, Id},
        person::Particulars,
    },
    storage::{Db, Result, Scope, db::sealing::Keys, squads::membership},
};

/// An entry, its list, and its particulars with the latest correction.
pub struct CorrectableEntry {
    pub entry: Entry,
    pub list: MemberList,
    pub particulars: Particulars,
}

/// The entry, if the user may see its list.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn find(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    id: Id<id::ListEntry>,
) -> Result<Option<CorrectableEntry>> {
    let Some((entry, list)) = entry::find(db, scope, id)? else { return Ok(None) };
    let particulars = match correction::of(db, keys, id)? {
        Some(corrected) => Some(corrected),
        None => membership::particulars(db, keys, entry.membership)?,
    };
    Ok(particulars.map(|particulars| CorrectableEntry { entry, list, particulars }))
}

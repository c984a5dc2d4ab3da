//! The page of a list's copies: its people, the pages of each, and the pages that nobody has matched yet.

use super::entry::{self, Entry};
use crate::{
    domain::id::{self, Id},
    storage::{
        Db, Result,
        db::{
            schema::{copy, list_entry},
            sealing::Keys,
        },
        lists::copy::{LoosePage, loose},
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, RunQueryDsl};

/// The copies of a list.
pub struct CopiesPage {
    pub people: Vec<Entry>,
    /// Entry and page, in the order of pages.
    pub pages: Vec<(Id<id::ListEntry>, Id<id::CopyPage>)>,
    pub loose: Vec<LoosePage>,
}

/// Reads the copies of a list that the caller has found.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn read(db: &mut Db, keys: &Keys, list: Id<id::MemberList>) -> Result<CopiesPage> {
    let pages = copy::table
        .inner_join(list_entry::table.on(copy::entry_id.eq(list_entry::id.nullable())))
        .filter(list_entry::list_id.eq(list))
        .filter(copy::taken_away_at.is_null())
        .order((list_entry::id, copy::position, copy::id))
        .select((list_entry::id, copy::id))
        .load(db)?;
    Ok(CopiesPage { people: entry::of_list(db, list)?, pages, loose: loose(db, keys, list)? })
}

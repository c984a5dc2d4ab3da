//! What the acts on pages of copies have in common: a page as it comes in, the list, and which of its entries take pages now.

use super::Deed;
use crate::{
    domain::{
        id::Id,
        member_list::{EntryState, ListState},
        permissions::Case,
        workflow::State,
    },
    storage::{
        self, Db, Result, Scope,
        copy::{NewPage, Owner},
    },
};

/// A page, decoded and encoded anew by whoever received it.
pub struct Picture {
    /// A JPEG.
    pub content: Vec<u8>,
    /// A small JPEG of the same.
    pub thumbnail: Vec<u8>,
    /// Name of the file it came from.
    pub source: String,
}

/// Keeps a page, sealed, and gives its id.
pub(super) fn keep(deed: &mut Deed<'_>, owner: Owner, picture: &Picture) -> Result<Id> {
    let Picture { content, thumbnail, source } = picture;
    let new = NewPage { owner, media_type: "image/jpeg", content, thumbnail: Some(thumbnail), source };
    storage::copy::insert(deed.db, &deed.house.keys, &new, deed.user, deed.now)
}

/// The list as a case.
pub(super) fn case(db: &mut Db, scope: &Scope, list: Id) -> Result<Option<Case>> {
    Ok(storage::member_list::find(db, scope, list)?.map(|list| list.case()))
}

/// The entries whose words and copies may be changed: those of a draft, and those that were returned.
pub fn open_entries(db: &mut Db, case: &Case) -> Result<Vec<Id>> {
    let wanted = if case.state == State::List(ListState::Draft) { EntryState::Open } else { EntryState::Returned };
    Ok(storage::entry::of_list(db, case.id)?.into_iter().filter(|entry| entry.state == wanted).map(|entry| entry.id).collect())
}

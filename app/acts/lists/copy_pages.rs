//! What the acts on pages of copies have in common: a page as it comes in, the list, and which of its entries take pages now.

use crate::{
    acts::ActContext,
    domain::{
        caller::Caller,
        id::{self, Id},
        member_list::{EntryState, ListState},
        permissions::Case,
        workflow::State,
    },
    storage::{
        self, Db, Result, Scope,
        lists::copy::{NewPage, Owner},
    },
};
use std::collections::BTreeMap;

/// A page, decoded and encoded anew by whoever received it.
pub struct Picture {
    /// A JPEG.
    pub content: Vec<u8>,
    /// A small JPEG of the same.
    pub thumbnail: Vec<u8>,
    /// Name of the file it came from.
    pub source: String,
}

/// The most pages that one entry may have.
const PAGES_OF_ENTRY: usize = 12;

/// Whether any of these entries would have too many pages with those that are to come: an entry for each page.
pub(in crate::acts) fn is_crowded(
    db: &mut Db,
    coming: impl Iterator<Item = Id<id::ListEntry>>,
) -> Result<bool> {
    let mut new: BTreeMap<Id<id::ListEntry>, usize> = BTreeMap::new();
    for entry in coming {
        *new.entry(entry).or_default() += 1;
    }
    let there = storage::lists::copy::counts(db, &new.keys().copied().collect::<Vec<_>>())?;
    Ok(new.iter().any(|(entry, count)| there.get(entry).unwrap_or(&0) + count > PAGES_OF_ENTRY))
}

/// Keeps a page, sealed, and gives its id.
pub(in crate::acts) fn keep(
    cx: &mut ActContext<'_>,
    owner: Owner,
    picture: &Picture,
) -> Result<Id<id::CopyPage>> {
    let Picture { content, thumbnail, source } = picture;
    let new =
        NewPage { owner, media_type: "image/jpeg", content, thumbnail: Some(thumbnail), source };
    storage::lists::copy::insert(cx.db, &cx.app.keys, &new, Caller::User(cx.user), cx.now)
}

/// The list as a case.
pub(in crate::acts) fn case(
    db: &mut Db,
    scope: &Scope,
    list: Id<id::MemberList>,
) -> Result<Option<Case>> {
    Ok(storage::lists::member_list::find(db, scope, list)?.map(|list| list.case()))
}

/// Whether the words and copies of an entry may be changed now: of a draft, and of what was returned.
#[must_use]
pub fn is_open(list: &Case, entry: EntryState) -> bool {
    entry
        == if list.state == State::List(ListState::Draft) {
            EntryState::Open
        } else {
            EntryState::Returned
        }
}

/// The entries whose words and copies may be changed.
pub fn open_entries(db: &mut Db, case: &Case) -> Result<Vec<Id<id::ListEntry>>> {
    let entries = storage::lists::entry::of_list(db, case.id.of::<id::MemberList>())?;
    Ok(entries
        .into_iter()
        .filter(|entry| is_open(case, entry.state))
        .map(|entry| entry.id)
        .collect())
}

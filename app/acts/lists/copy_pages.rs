//! What the acts on pages of copies have in common: a page as it comes in, the list, and which of its entries take pages now.

use crate::{
    acts::ActContext,
    domain::{
        caller::Caller,
        events::lists::CopyReplaced,
        id::{self, Id},
        member_list::{EntryState, ListState},
        permissions::Case,
        time::Instant,
        workflow::State,
    },
    storage::{
        self, Db, Result, Scope,
        lists::copy::{NewPage, Owner, Page},
    },
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// A page, decoded and encoded anew by whoever received it.
pub struct Picture {
    /// A JPEG.
    pub content: Vec<u8>,
    /// A small JPEG of the same.
    pub thumbnail: Vec<u8>,
    /// Name of the file it came from.
    pub source: String,
    /// Digest of the file as it was sent and of the page's number in it.
    pub sent: [u8; 32],
}

/// The digest by which a page of a file is recognised when the file is sent again, from the SHA-256 of the file.
#[must_use]
pub fn digest(file: &[u8; 32], page: usize) -> [u8; 32] {
    let number = u64::try_from(page).unwrap_or(u64::MAX).to_be_bytes();
    Sha256::new().chain_update(file).chain_update(number).finalize().into()
}

/// The most pages that one entry may have.
pub const PAGES_OF_ENTRY: usize = 12;

/// Whether any of these entries would have too many pages with those that are to come: an entry for each page.
///
/// Pages that give way to new ones do not count.
pub(in crate::acts) fn is_crowded(
    db: &mut Db,
    list: Id<id::MemberList>,
    coming: impl Iterator<Item = Id<id::ListEntry>>,
    replaces: bool,
) -> Result<bool> {
    let mut new: BTreeMap<Id<id::ListEntry>, usize> = BTreeMap::new();
    for entry in coming {
        *new.entry(entry).or_default() += 1;
    }
    let entries: Vec<_> = new.keys().copied().collect();
    let mut there = storage::lists::copy::counts(db, &entries)?;
    if replaces {
        let sent_at = storage::lists::copy::last_sending(db, list)?;
        for (entry, _) in giving_way(db, &entries, sent_at)? {
            there.entry(entry).and_modify(|count| *count -= 1);
        }
    }
    Ok(new.iter().any(|(entry, count)| there.get(entry).unwrap_or(&0) + count > PAGES_OF_ENTRY))
}

/// Keeps a page, sealed, and gives its id.
pub(in crate::acts) fn keep(
    cx: &mut ActContext<'_>,
    owner: Owner,
    picture: &Picture,
) -> Result<Id<id::CopyPage>> {
    let Picture { content, thumbnail, source, sent } = picture;
    let thumbnail = Some(&thumbnail[..]);
    let new = NewPage { owner, media_type: "image/jpeg", content, thumbnail, source, sent };
    storage::lists::copy::insert(
        cx.db,
        &cx.app.keys,
        &new,
        Caller::User(cx.authority.user()?),
        cx.now,
    )
}

/// The pages of these entries that new ones replace: those that have travelled, or all of a list that has not been sent yet.
fn giving_way(
    db: &mut Db,
    entries: &[Id<id::ListEntry>],
    sent_at: Option<Instant>,
) -> Result<Vec<(Id<id::ListEntry>, Page)>> {
    let mut pages = storage::lists::copy::of_entries(db, entries)?;
    pages.retain(|(_, page)| sent_at.is_none_or(|sent_at| page.attached_at <= sent_at));
    Ok(pages)
}

/// Replaces the earlier pages of these entries but for `kept`, which were sent once more.
pub(in crate::acts) fn replace(
    cx: &mut ActContext<'_>,
    list: Id<id::MemberList>,
    entries: &BTreeSet<Id<id::ListEntry>>,
    kept: &[Id<id::CopyPage>],
) -> Result<()> {
    let sent_at = storage::lists::copy::last_sending(cx.db, list)?;
    let entries: Vec<Id<id::ListEntry>> = entries.iter().copied().collect();
    for (entry, page) in giving_way(cx.db, &entries, sent_at)? {
        if !kept.contains(&page.id) {
            put_away(cx, &page, sent_at)?;
            cx.record(CopyReplaced { id: page.id, entry })?;
        }
    }
    Ok(())
}

/// Takes a page away: one that has travelled is seen by its receiver until the next sending.
pub(in crate::acts) fn put_away(
    cx: &mut ActContext<'_>,
    page: &Page,
    sent_at: Option<Instant>,
) -> Result<()> {
    let is_of_entry = matches!(page.owner, Owner::Entry(_));
    if is_of_entry && sent_at.is_some_and(|sent_at| page.attached_at <= sent_at) {
        storage::lists::copy::take_away(cx.db, page.id, cx.now)
    } else {
        storage::lists::copy::delete_page(cx.db, page.id).map(drop)
    }
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

//! Pages that are sent once more: which of them are on the list already, and where.

use super::copy_pages::Picture;
use crate::{
    domain::id::{self, Id},
    storage::{
        Db, Result,
        db::sealing::Keys,
        lists::copy_repeats::{self, KnownPage},
    },
};
use std::collections::BTreeSet;

/// Where a page is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It waits on the list, as this page.
    Waiting(i32),
    /// It is on the copy of the person with this number.
    Attached(i32),
    /// It was on the copy that the subdivision can't read, of the person with this number.
    Returned(i32),
    /// It stands in the same form before.
    SameForm,
}

/// The pages of a list that these are once more.
pub fn known(
    db: &mut Db,
    keys: &Keys,
    list: Id<id::MemberList>,
    pages: &[(Option<Id<id::ListEntry>>, Picture)],
) -> Result<Vec<KnownPage>> {
    let sent: Vec<[u8; 32]> = pages.iter().map(|(_, page)| page.sent).collect();
    copy_repeats::of_list(db, keys, list, &sent)
}

/// For each page, with its entry if it has one, where it is already.
///
/// A person's page is compared with that person's: a photograph of two cards may belong to both.
#[must_use]
pub fn of(
    known: &[KnownPage],
    pages: &[(Option<Id<id::ListEntry>>, Picture)],
) -> Vec<Option<Repeat>> {
    let mut seen = BTreeSet::new();
    let repeats = pages.iter().map(|(entry, page)| {
        let found = known
            .iter()
            .filter(|known| known.sent == page.sent)
            .filter(|known| entry.is_none() || *entry == known.entry.map(|(entry, _)| entry))
            .find_map(repeat);
        let is_first = seen.insert((*entry, page.sent));
        found.or((!is_first).then_some(Repeat::SameForm))
    });
    repeats.collect()
}

fn repeat(known: &KnownPage) -> Option<Repeat> {
    match known.entry {
        Some((_, number)) if known.is_unreadable => Some(Repeat::Returned(number)),
        // It was taken away by hand, and may come back.
        _ if known.is_taken_away => None,
        Some((_, number)) => Some(Repeat::Attached(number)),
        None => Some(Repeat::Waiting(known.position)),
    }
}

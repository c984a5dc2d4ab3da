//! All that the page of one person of a list shows.

use super::{
    change::{self, Change},
    copy::{Owner, Page},
    entry::{self, Entry, RegisterNote},
    known::{OTHER, OTHER_ENTRY},
    member_list::{self, MemberList},
};
use crate::{
    domain::{
        id::{self, Id},
        person::Particulars,
        time::Instant,
    },
    storage::{
        Db, Result, Scope,
        db::{
            schema::{
                copy, correction, dispatch, entry_change, list_entry, membership, particulars,
            },
            sealing::Keys,
        },
        squads::membership::{Stored, stored},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, RunQueryDsl, dsl,
};

/// A person of a list as the reader may see one. It holds an IIN and has no `Debug`.
pub struct EntryRows {
    pub entry: Entry,
    pub list: MemberList,
    /// The reader belongs to the subdivision that vets.
    pub is_territory: bool,
    /// What the akimat has corrected is the akimat's own until it is sent.
    pub particulars: Particulars,
    pub is_corrected: bool,
    /// The changes with which the entry came back; until it has its outcome.
    pub change: Option<Change>,
    /// The person stands on another list, or has stood there; for the subdivision.
    pub is_known_elsewhere: bool,
    /// When the list's latest sending was received.
    pub received_at: Option<Instant>,
    /// When the person's stay on the list ended, and the copy began to wait for its deletion.
    pub settled_at: Option<Instant>,
    /// The pages of the copy that the reader sees.
    pub pages: Vec<Page>,
    /// Which registers were asked; of the subdivision only.
    pub notes: Vec<RegisterNote>,
    pub before: Option<Id<id::ListEntry>>,
    pub after: Option<Id<id::ListEntry>>,
}

type Row = (Entry, Stored, bool, Option<Instant>, Option<Instant>, Option<(Vec<u8>, bool)>);

/// The person with all that the page shows, if the reader may see the entry.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn read(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    id: Id<id::ListEntry>,
) -> Result<Option<EntryRows>> {
    let receipts = dispatch::table.filter(dispatch::list_id.eq(list_entry::list_id));
    let received = receipts.select(dsl::max(dispatch::received_at)).single_value();
    let changed = entry_change::table.on(entry_change::entry_id.eq(list_entry::id));
    let found = entry::joined!().left_join(changed).filter(list_entry::id.eq(id)).select((
        entry::columns!(),
        stored!(),
        super::known::is_known_elsewhere!(),
        received,
        list_entry::settled_at,
        (entry_change::before_sealed, entry_change::is_copy_replaced).nullable(),
    ));
    let Some((entry, stands, is_known, received_at, settled_at, change)) =
        found.first::<Row>(db).optional()?
    else {
        return Ok(None);
    };
    let Some(list) =
        member_list::find(db, scope, entry.list)?.filter(|list| entry.is_visible(scope, list))
    else {
        return Ok(None);
    };
    let is_akimat = scope.akimats.contains(&list.squad.akimat);
    let is_territory = scope.territories.contains(&list.squad.territory);
    let corrected = if is_akimat { super::correction::of(db, keys, id)? } else { None };
    let (before, after) = entry::neighbours(db, list.id, entry.position, is_territory)?;
    Ok(Some(EntryRows {
        is_territory,
        is_corrected: corrected.is_some(),
        particulars: corrected.map_or_else(|| stands.open(keys, entry.membership), Ok)?,
        is_known_elsewhere: is_territory && is_known,
        change: change
            .map(|(before, is_copy_replaced)| {
                let before = change::open(keys, entry.id, &before)?;
                Ok::<_, crate::storage::StorageError>(Change { before, is_copy_replaced })
            })
            .transpose()?,
        received_at,
        settled_at,
        pages: seen(db, scope, &entry, &list)?,
        notes: if is_territory { entry::register_notes_of(db, id)? } else { Vec::new() },
        before,
        after,
        entry,
        list,
    }))
}

/// The pages of an entry's copy that a reader of its list sees: the subdivision sees what has travelled to it, whatever the
/// akimat mends meanwhile.
pub fn seen(db: &mut Db, scope: &Scope, entry: &Entry, list: &MemberList) -> Result<Vec<Page>> {
    if scope.akimats.contains(&list.squad.akimat) {
        super::copy::of(db, Owner::Entry(entry.id))
    } else {
        super::copy::sent_of(db, list.id, entry.id)
    }
}

//! The pages of copies, sealed: of ID cards, of minutes, and those whose entry the clerk has yet to name.

use crate::{
    domain::{
        application::ApplicationCopy,
        caller::Caller,
        id::{self, Id},
        membership::MembershipState,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::{application, copy, dispatch, list_entry, membership},
            sealing::{Keys, SealContext},
        },
    },
};
use chrono::TimeDelta;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, RunQueryDsl, delete, dsl, insert_into, update,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A list, while nobody has said whose of its people the page is.
    List(Id<id::MemberList>),
    /// One person's line on a list.
    Entry(Id<id::ListEntry>),
    /// A decision of a council, whose minutes it is of.
    Decision(Id<id::Decision>),
    /// An application, and the document on the page.
    Application(Id<id::Application>, ApplicationCopy),
}

/// A page without its content.
#[derive(Clone, Debug)]
pub struct Page {
    pub id: Id<id::CopyPage>,
    pub owner: Owner,
    pub position: i32,
    pub media_type: String,
    pub sha256: Vec<u8>,
    pub attached_at: Instant,
}

/// A page to be kept.
#[derive(Clone)]
pub struct NewPage<'a> {
    pub owner: Owner,
    pub media_type: &'a str,
    pub content: &'a [u8],
    /// A small picture of it, to be shown beside others.
    pub thumbnail: Option<&'a [u8]>,
    /// The name of the file it came from.
    pub source: &'a str,
    /// Digest of the sent file and of the page's number in it.
    pub sent: &'a [u8; 32],
}

type Columns = (
    Id<id::CopyPage>,
    Option<Id<id::MemberList>>,
    Option<Id<id::ListEntry>>,
    Option<Id<id::Decision>>,
    Option<Id<id::Application>>,
    Option<ApplicationCopy>,
    i32,
    String,
    Vec<u8>,
    Instant,
);

macro_rules! pages {
    () => {
        copy::table.select((
            copy::id,
            copy::list_id,
            copy::entry_id,
            copy::decision_id,
            copy::application_id,
            copy::shows,
            copy::position,
            copy::media_type,
            copy::sha256,
            copy::attached_at,
        ))
    };
}

impl Page {
    fn of(
        (id, list, entry, decision, application, shows, position, media_type, sha256, attached_at): Columns,
    ) -> Option<Self> {
        let of_application =
            application.zip(shows).map(|(of, shows)| Owner::Application(of, shows));
        let owner = list
            .map(Owner::List)
            .or(entry.map(Owner::Entry))
            .or(decision.map(Owner::Decision))
            .or(of_application)?;
        Some(Self { id, owner, position, media_type, sha256, attached_at })
    }
}

/// Adds a page behind those that its owner has, and gives its id.
pub fn insert(
    db: &mut Db,
    keys: &Keys,
    new: &NewPage<'_>,
    by: Caller,
    now: Instant,
) -> Result<Id<id::CopyPage>> {
    let id = Id::new();
    let (list, entry, decision, application) = columns(new.owner);
    insert_into(copy::table)
        .values((
            (
                copy::id.eq(id),
                copy::list_id.eq(list),
                copy::entry_id.eq(entry),
                copy::decision_id.eq(decision),
                copy::application_id.eq(application.map(|(id, _)| id)),
                copy::shows.eq(application.map(|(_, shows)| shows)),
            ),
            copy::position.eq(next_position(db, new.owner)?),
            copy::media_type.eq(new.media_type),
            copy::size.eq(i32::try_from(new.content.len()).unwrap_or(i32::MAX)),
            copy::sha256.eq(Sha256::digest(new.content).to_vec()),
            copy::content_sealed.eq(keys.seal(SealContext::CopyContent, id, new.content)?),
            copy::thumbnail_sealed.eq(new
                .thumbnail
                .map(|picture| keys.seal(SealContext::CopyThumbnail, id, picture))
                .transpose()?),
            copy::source_sealed.eq(keys.seal(
                SealContext::CopySource,
                id,
                new.source.as_bytes(),
            )?),
            copy::caller_kind.eq(by.kind()),
            copy::caller_id.eq(by.id()),
            copy::attached_at.eq(now),
            copy::sent_hmac.eq(keys.index_page(new.sent)),
        ))
        .execute(db)?;
    Ok(id)
}

type Owners = (
    Option<Id<id::MemberList>>,
    Option<Id<id::ListEntry>>,
    Option<Id<id::Decision>>,
    Option<(Id<id::Application>, ApplicationCopy)>,
);

const fn columns(owner: Owner) -> Owners {
    match owner {
        Owner::List(id) => (Some(id), None, None, None),
        Owner::Entry(id) => (None, Some(id), None, None),
        Owner::Decision(id) => (None, None, Some(id), None),
        Owner::Application(id, shows) => (None, None, None, Some((id, shows))),
    }
}

macro_rules! owned_by {
    ($query:expr, $owner:expr) => {
        match $owner {
            Owner::List(id) => $query.filter(copy::list_id.eq(id)),
            Owner::Entry(id) => $query.filter(copy::entry_id.eq(id)),
            Owner::Decision(id) => $query.filter(copy::decision_id.eq(id)),
            Owner::Application(id, shows) => {
                $query.filter(copy::application_id.eq(id)).filter(copy::shows.eq(shows))
            }
        }
    };
}

fn next_position(db: &mut Db, owner: Owner) -> Result<i32> {
    let pages = copy::table.select(dsl::max(copy::position)).into_boxed();
    Ok(owned_by!(pages, owner).first::<Option<i32>>(db)?.unwrap_or(0) + 1)
}

/// The pages of an owner in their order.
pub fn of(db: &mut Db, owner: Owner) -> Result<Vec<Page>> {
    let pages = pages!()
        .filter(copy::taken_away_at.is_null())
        .order((copy::position, copy::id))
        .into_boxed();
    Ok(owned_by!(pages, owner).load::<Columns>(db)?.into_iter().filter_map(Page::of).collect())
}

/// The pages of an application in their order, those of one document together.
pub fn of_application(db: &mut Db, id: Id<id::Application>) -> Result<Vec<Page>> {
    let found: Vec<Columns> = pages!()
        .filter(copy::application_id.eq(id))
        .order((copy::shows, copy::position, copy::id))
        .load(db)?;
    Ok(found.into_iter().filter_map(Page::of).collect())
}

/// How many pages each of these entries has.
pub fn counts(
    db: &mut Db,
    entries: &[Id<id::ListEntry>],
) -> Result<BTreeMap<Id<id::ListEntry>, usize>> {
    let mut counts = BTreeMap::new();
    for (entry, _) in of_entries(db, entries)? {
        *counts.entry(entry).or_insert(0) += 1;
    }
    Ok(counts)
}

/// The page of that id.
pub fn find(db: &mut Db, id: Id<id::CopyPage>) -> Result<Option<Page>> {
    Ok(pages!().filter(copy::id.eq(id)).first::<Columns>(db).optional()?.and_then(Page::of))
}

/// The pages of these entries in their order: entry and page.
pub fn of_entries(
    db: &mut Db,
    entries: &[Id<id::ListEntry>],
) -> Result<Vec<(Id<id::ListEntry>, Page)>> {
    let found: Vec<Columns> = pages!()
        .filter(copy::entry_id.eq_any(entries.to_vec()))
        .filter(copy::taken_away_at.is_null())
        .order((copy::entry_id, copy::position, copy::id))
        .load(db)?;
    let of_entry = |page: Page| match page.owner {
        Owner::Entry(entry) => Some((entry, page)),
        _ => None,
    };
    Ok(found.into_iter().filter_map(Page::of).filter_map(of_entry).collect())
}

/// Gives a page of a list to one of its entries now; false when it is not the list's any more.
pub fn give(
    db: &mut Db,
    id: Id<id::CopyPage>,
    list: Id<id::MemberList>,
    entry: Id<id::ListEntry>,
    now: Instant,
) -> Result<bool> {
    let position = next_position(db, Owner::Entry(entry))?;
    let loose = copy::table.find(id).filter(copy::list_id.eq(list));
    let given = (
        copy::list_id.eq(None::<Id<id::MemberList>>),
        copy::entry_id.eq(entry),
        copy::position.eq(position),
        copy::attached_at.eq(now),
    );
    Ok(update(loose).set(given).execute(db)? == 1)
}

/// Deletes a page; false when it was gone.
pub fn delete_page(db: &mut Db, id: Id<id::CopyPage>) -> Result<bool> {
    Ok(delete(copy::table.find(id)).execute(db)? == 1)
}

/// Takes away a page that has travelled: whoever received it sees it until another sending.
pub fn take_away(db: &mut Db, id: Id<id::CopyPage>, now: Instant) -> Result<()> {
    update(copy::table.find(id)).set(copy::taken_away_at.eq(now)).execute(db)?;
    Ok(())
}

/// Deletes the pages of an entry that were taken away since its last sending.
pub fn forget_taken_away(db: &mut Db, entry: Id<id::ListEntry>) -> Result<()> {
    delete(copy::table.filter(copy::entry_id.eq(entry)).filter(copy::taken_away_at.is_not_null()))
        .execute(db)?;
    Ok(())
}

/// Deletes the pages of an entry that have not travelled with its list: all of them where it was never sent.
pub fn forget_unsent(
    db: &mut Db,
    list: Id<id::MemberList>,
    entry: Id<id::ListEntry>,
) -> Result<()> {
    let pages = copy::table.filter(copy::entry_id.eq(entry));
    match last_sending(db, list)? {
        Some(sent_at) => delete(pages.filter(copy::attached_at.gt(sent_at))).execute(db)?,
        None => delete(pages).execute(db)?,
    };
    Ok(())
}

/// Deletes the pages of a list that nobody has matched with an entry.
pub fn forget_loose(db: &mut Db, list: Id<id::MemberList>) -> Result<()> {
    delete(copy::table.filter(copy::list_id.eq(list))).execute(db)?;
    Ok(())
}

/// When a list was sent last.
pub fn last_sending(db: &mut Db, list: Id<id::MemberList>) -> Result<Option<Instant>> {
    Ok(dispatch::table
        .filter(dispatch::list_id.eq(list))
        .select(dsl::max(dispatch::sent_at))
        .first(db)?)
}

/// The pages of an entry that travelled with its list, as they were sent last.
pub fn sent_of(
    db: &mut Db,
    list: Id<id::MemberList>,
    entry: Id<id::ListEntry>,
) -> Result<Vec<Page>> {
    let last = dispatch::table
        .filter(dispatch::list_id.eq(list))
        .select(dsl::max(dispatch::sent_at))
        .single_value();
    let sent =
        pages!().filter(copy::entry_id.eq(entry)).filter(copy::attached_at.nullable().le(last));
    Ok(sent
        .order((copy::position, copy::id))
        .load::<Columns>(db)?
        .into_iter()
        .filter_map(Page::of)
        .collect())
}

/// The content of a page, opened.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn content(db: &mut Db, keys: &Keys, id: Id<id::CopyPage>) -> Result<Vec<u8>> {
    let sealed: Vec<u8> = copy::table.find(id).select(copy::content_sealed).first(db)?;
    keys.open(SealContext::CopyContent, id, &sealed)
}

/// The small picture of a page, if there is one.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn thumbnail(db: &mut Db, keys: &Keys, id: Id<id::CopyPage>) -> Result<Option<Vec<u8>>> {
    let sealed: Option<Vec<u8>> = copy::table.find(id).select(copy::thumbnail_sealed).first(db)?;
    sealed.map(|sealed| keys.open(SealContext::CopyThumbnail, id, &sealed)).transpose()
}

/// A page of a list that nobody has matched yet.
#[derive(Clone, Debug)]
pub struct LoosePage {
    pub id: Id<id::CopyPage>,
    pub position: i32,
    /// The name of its file; empty if it is not known.
    pub source: String,
}

/// The pages of a list that nobody has matched yet, in their order.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn loose(db: &mut Db, keys: &Keys, list: Id<id::MemberList>) -> Result<Vec<LoosePage>> {
    let rows: Vec<(Id<id::CopyPage>, i32, Option<Vec<u8>>)> = copy::table
        .filter(copy::list_id.eq(list))
        .filter(copy::taken_away_at.is_null())
        .order((copy::position, copy::id))
        .select((copy::id, copy::position, copy::source_sealed))
        .load(db)?;
    let page = |(id, position, sealed): (Id<id::CopyPage>, i32, Option<Vec<u8>>)| {
        let source = sealed
            .map(|sealed| keys.open(SealContext::CopySource, id, &sealed))
            .transpose()?
            .unwrap_or_default();
        Ok(LoosePage { id, position, source: String::from_utf8_lossy(&source).into_owned() })
    };
    rows.into_iter().map(page).collect()
}

/// Deletes copies of people whose vetting ended before that moment, and pages that nobody has matched since; minutes stay.
///
/// Whoever is still to be removed keeps the copy: that outcome may be taken back, and the vetting goes on then.
pub(in crate::storage) fn sweep(db: &mut Db, kept: TimeDelta, now: Instant) -> Result<usize> {
    let ended = list_entry::table
        .inner_join(membership::table.on(membership::id.eq(list_entry::membership_id)))
        .filter(list_entry::settled_at.lt(now - kept))
        .filter(membership::state.ne(MembershipState::ToBeRemoved))
        .filter(dsl::exists(copy::table.filter(copy::entry_id.eq(list_entry::id.nullable()))))
        .select(list_entry::id);
    let entries: Vec<Id<id::ListEntry>> = ended.limit(1_000).load(db)?;
    let stale = copy::list_id.is_not_null().and(copy::attached_at.lt(now - kept));
    let settled = application::table
        .filter(application::settled_at.lt(now - kept))
        .filter(dsl::exists(
            copy::table.filter(copy::application_id.eq(application::id.nullable())),
        ))
        .select(application::id);
    let applications: Vec<Id<id::Application>> = settled.limit(1_000).load(db)?;
    Ok(delete(copy::table.filter(copy::entry_id.eq_any(entries))).execute(db)?
        + delete(copy::table.filter(copy::application_id.eq_any(applications))).execute(db)?
        + delete(copy::table.filter(stale)).execute(db)?)
}

//! The border-service book of a structural unit (clause 23): entries are added, never changed.

use crate::{
    domain::{
        book::BookKind,
        id::{self, Id},
        person::full_name,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{book_entry, membership, particulars, squad},
        journal::Link,
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, RunQueryDsl, dsl,
    insert_into,
};

/// The section of the book that holds people.
const PERSONS: &str = "persons";

/// An entry of the section of people, as the unit reads it.
#[derive(Clone, Debug)]
pub struct Line {
    pub number: i64,
    pub kind: String,
    pub entered_at: Instant,
    pub membership: Id<id::Membership>,
    pub name: String,
    pub squad_kk: String,
    pub squad_ru: String,
}

/// Enters a registration under the next number of the unit's section, bound to its journal entry.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] never: numbers are given under the lock of the chain's head.
pub fn register(
    db: &mut Db,
    unit: Id<id::Body>,
    membership: Id<id::Membership>,
    journal: &Link,
    now: Instant,
) -> Result<i64> {
    let last: Option<i64> = book_entry::table
        .filter(book_entry::unit_id.eq(unit))
        .filter(book_entry::section.eq(PERSONS))
        .select(dsl::max(book_entry::number))
        .first(db)?;
    let number = last.unwrap_or(0) + 1;
    insert_into(book_entry::table)
        .values((
            book_entry::id.eq(Id::<id::BookEntry>::new()),
            book_entry::unit_id.eq(unit),
            book_entry::section.eq(PERSONS),
            book_entry::number.eq(number),
            book_entry::kind.eq("registered"),
            book_entry::membership_id.eq(membership),
            book_entry::entered_at.eq(now),
            book_entry::journal_chain.eq(&journal.chain),
            book_entry::journal_number.eq(journal.number),
            book_entry::journal_hash.eq(&journal.hash),
        ))
        .execute(db)?;
    Ok(number)
}

type Row = (
    Id<id::BookEntry>,
    i64,
    String,
    Instant,
    Id<id::Membership>,
    (String, Option<String>, Option<String>),
    (String, String),
);

/// Which entries to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub unit: Option<Id<id::Body>>,
    pub kind: Option<BookKind>,
    /// Entered not before that moment …
    pub from: Option<Instant>,
    /// … and before that one.
    pub until: Option<Instant>,
}

/// The newest entries of the section of people in these units' books, before that id.
pub fn page(
    db: &mut Db,
    units: &[Id<id::Body>],
    filter: &Filter,
    before: Option<Id<id::BookEntry>>,
    limit: i64,
) -> Result<Vec<(Id<id::BookEntry>, Line)>> {
    let mut query = book_entry::table
        .inner_join(membership::table.on(membership::id.nullable().eq(book_entry::membership_id)))
        .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
        .inner_join(squad::table.on(squad::id.eq(membership::squad_id)))
        .filter(book_entry::unit_id.eq_any(units.to_vec()))
        .filter(book_entry::section.eq(PERSONS))
        .order(book_entry::id.desc())
        .limit(limit + 1)
        .select((
            book_entry::id,
            book_entry::number,
            book_entry::kind,
            book_entry::entered_at,
            membership::id,
            (particulars::surname, particulars::given_name, particulars::patronymic),
            (squad::name_kk, squad::name_ru),
        ))
        .into_boxed();
    if let Some(unit) = filter.unit {
        query = query.filter(book_entry::unit_id.eq(unit));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(book_entry::kind.eq(kind.as_str()));
    }
    if let Some(from) = filter.from {
        query = query.filter(book_entry::entered_at.ge(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(book_entry::entered_at.lt(until));
    }
    if let Some(before) = before {
        query = query.filter(book_entry::id.lt(before));
    }
    let rows: Vec<Row> = query.load(db)?;
    Ok(rows
        .into_iter()
        .map(
            |(
                id,
                number,
                kind,
                entered_at,
                membership,
                (surname, given, patronymic),
                (squad_kk, squad_ru),
            )| {
                let name = full_name(&surname, given.as_deref(), patronymic.as_deref());
                (id, Line { number, kind, entered_at, membership, name, squad_kk, squad_ru })
            },
        )
        .collect())
}

//! The border-service book of a structural unit (clause 23): entries are added, never changed; a correction is a new entry.

use crate::{
    domain::{
        book::{BookKind, BookSection},
        id::{self, Id},
        language::Named,
        person::full_name,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{
            book_entry, membership, off_record, particulars, plan, plan_result, squad, training,
        },
        journal::Link,
        record::off_record::OffRecord,
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, dsl, insert_into,
};

diesel::alias! {
    const CORRECTION: Alias<Correction> = book_entry as correction;
    const CORRECTED: Alias<Corrected> = book_entry as corrected;
}

/// An entry before it has its number: about a person, or about the result of a duty.
#[derive(Clone, Copy, Debug)]
pub struct NewEntry {
    pub unit: Id<id::Body>,
    pub kind: BookKind,
    pub membership: Option<Id<id::Membership>>,
    pub training: Option<Id<id::Training>>,
    pub off_record: Option<Id<id::OffRecord>>,
    pub result: Option<Id<id::PlanResult>>,
    /// The entry that this one corrects.
    pub corrects: Option<Id<id::BookEntry>>,
}

/// Enters it under the next number of its section of the unit's book, bound to its journal entry.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the entry that it corrects has been corrected already. Numbers are never given
/// twice: an act that enters holds the lock of the chain's head, which its journal entry has taken.
pub fn enter(db: &mut Db, new: &NewEntry, journal: &Link, now: Instant) -> Result<i64> {
    let section = new.kind.section().as_str();
    let last: Option<i64> = book_entry::table
        .filter(book_entry::unit_id.eq(new.unit))
        .filter(book_entry::section.eq(section))
        .select(dsl::max(book_entry::number))
        .first(db)?;
    let number = last.unwrap_or(0) + 1;
    insert_into(book_entry::table)
        .values((
            book_entry::id.eq(Id::<id::BookEntry>::new()),
            book_entry::unit_id.eq(new.unit),
            book_entry::section.eq(section),
            book_entry::number.eq(number),
            book_entry::kind.eq(new.kind.as_str()),
            book_entry::membership_id.eq(new.membership),
            book_entry::training_id.eq(new.training),
            book_entry::off_record_id.eq(new.off_record),
            book_entry::result_id.eq(new.result),
            book_entry::corrects_id.eq(new.corrects),
            book_entry::entered_at.eq(now),
            book_entry::journal_chain.eq(&journal.chain),
            book_entry::journal_number.eq(journal.number),
            book_entry::journal_hash.eq(&journal.hash),
        ))
        .execute(db)?;
    Ok(number)
}

/// The entry on that end of a record, with its number.
pub fn of_off_record(
    db: &mut Db,
    id: Id<id::OffRecord>,
) -> Result<Option<(Id<id::BookEntry>, i64)>> {
    Ok(book_entry::table
        .filter(book_entry::off_record_id.eq(id))
        .select((book_entry::id, book_entry::number))
        .first(db)
        .optional()?)
}

/// The entry on the result of that duty that holds now, with its number.
pub fn of_plan(db: &mut Db, id: Id<id::Plan>) -> Result<Option<(Id<id::BookEntry>, i64)>> {
    Ok(book_entry::table
        .inner_join(plan_result::table.on(plan_result::id.nullable().eq(book_entry::result_id)))
        .filter(plan_result::plan_id.eq(id))
        .order(book_entry::number.desc())
        .select((book_entry::id, book_entry::number))
        .first(db)
        .optional()?)
}

/// An entry of the section of people, as its readers see it.
#[derive(Clone, Debug)]
pub struct Line {
    pub id: Id<id::BookEntry>,
    pub number: i64,
    pub unit: Id<id::Body>,
    pub kind: String,
    pub entered_at: Instant,
    pub name: String,
    /// Of a volunteer; a freelance officer stands in none.
    pub squad: Option<Named>,
    pub training: Option<TrainingFacts>,
    pub off_record: Option<OffRecord>,
    /// The number of the entry that this one corrects.
    pub corrects: Option<i64>,
    /// The number of the entry that corrects this one.
    pub corrected_by: Option<i64>,
    /// The hash of its journal entry.
    pub hash: Vec<u8>,
}

/// A training as an entry tells it.
#[derive(Clone, Debug, Queryable)]
pub struct TrainingFacts {
    pub held_on: NaiveDate,
    pub base: String,
    pub held_by: String,
}

#[derive(Queryable)]
struct Row {
    id: Id<id::BookEntry>,
    number: i64,
    unit: Id<id::Body>,
    kind: String,
    entered_at: Instant,
    name: (String, Option<String>, Option<String>),
    squad: Option<(String, String)>,
    training: Option<TrainingFacts>,
    off_record: Option<OffRecord>,
    corrects: Option<i64>,
    corrected_by: Option<i64>,
    hash: Vec<u8>,
}

impl Row {
    fn line(self) -> Line {
        let (surname, given, patronymic) = self.name;
        Line {
            id: self.id,
            number: self.number,
            unit: self.unit,
            kind: self.kind,
            entered_at: self.entered_at,
            name: full_name(&surname, given.as_deref(), patronymic.as_deref()),
            squad: self.squad.map(|(kk, ru)| Named::of_squad(kk, ru)),
            training: self.training,
            off_record: self.off_record,
            corrects: self.corrects,
            corrected_by: self.corrected_by,
            hash: self.hash,
        }
    }
}

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

/// The entries of the section of people.
macro_rules! entries {
    ($units:expr, $filter:expr) => {{
        let mut query = book_entry::table
            .inner_join(
                membership::table.on(membership::id.nullable().eq(book_entry::membership_id)),
            )
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
            .left_join(training::table.on(training::id.nullable().eq(book_entry::training_id)))
            .left_join(
                off_record::table.on(off_record::id.nullable().eq(book_entry::off_record_id)),
            )
            .left_join(
                CORRECTED
                    .on(CORRECTED.field(book_entry::id).nullable().eq(book_entry::corrects_id)),
            )
            .left_join(
                CORRECTION
                    .on(CORRECTION.field(book_entry::corrects_id).eq(book_entry::id.nullable())),
            )
            .filter(book_entry::unit_id.eq_any($units.to_vec()))
            .filter(book_entry::section.eq(BookSection::Persons.as_str()))
            .select((
                book_entry::id,
                book_entry::number,
                book_entry::unit_id,
                book_entry::kind,
                book_entry::entered_at,
                (particulars::surname, particulars::given_name, particulars::patronymic),
                (squad::name_kk, squad::name_ru).nullable(),
                (training::held_on, training::base, training::held_by).nullable(),
                (off_record::item, off_record::is_death, off_record::arose_on).nullable(),
                CORRECTED.field(book_entry::number).nullable(),
                CORRECTION.field(book_entry::number).nullable(),
                book_entry::journal_hash,
            ))
            .into_boxed();
        let filter: &Filter = $filter;
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
        query
    }};
}

/// The newest entries of the section of people in these units' books, before that id; one more than `limit` tells that there
/// are more.
pub fn page(
    db: &mut Db,
    units: &[Id<id::Body>],
    filter: &Filter,
    before: Option<Id<id::BookEntry>>,
    limit: i64,
) -> Result<Vec<Line>> {
    let mut query = entries!(units, filter).order(book_entry::id.desc()).limit(limit + 1);
    if let Some(before) = before {
        query = query.filter(book_entry::id.lt(before));
    }
    Ok(query.load::<Row>(db)?.into_iter().map(Row::line).collect())
}

/// The entries of one unit's section of people in the order of the book; one more than `limit` tells that there are more.
pub fn printed(
    db: &mut Db,
    unit: Id<id::Body>,
    filter: &Filter,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Line>> {
    let query = entries!([unit], filter)
        .filter(book_entry::number.gt(after.unwrap_or(0)))
        .order(book_entry::number)
        .limit(limit + 1);
    Ok(query.load::<Row>(db)?.into_iter().map(Row::line).collect())
}

/// An entry of the section of results.
#[derive(Clone, Debug, Queryable)]
pub struct ResultLine {
    pub id: Id<id::BookEntry>,
    pub number: i64,
    pub unit: Id<id::Body>,
    pub kind: String,
    pub entered_at: Instant,
    pub result: Id<id::PlanResult>,
    pub summary: String,
    pub plan: PlanFacts,
    /// The number of the entry that this one corrects.
    pub corrects: Option<i64>,
    /// The number of the entry that corrects this one.
    pub corrected_by: Option<i64>,
    /// The hash of its journal entry.
    pub hash: Vec<u8>,
}

/// The duty as an entry tells it.
#[derive(Clone, Debug, Queryable)]
pub struct PlanFacts {
    pub reference: String,
    pub period: (Instant, Instant),
    pub squad_kk: String,
    pub squad_ru: String,
}

/// The newest entries of the section of results in these units' books, before that id; one more than `limit` tells that there are
/// more.
pub fn results(
    db: &mut Db,
    units: &[Id<id::Body>],
    filter: &Filter,
    before: Option<Id<id::BookEntry>>,
    limit: i64,
) -> Result<Vec<ResultLine>> {
    let mut query = book_entry::table
        .inner_join(plan_result::table.on(plan_result::id.nullable().eq(book_entry::result_id)))
        .inner_join(plan::table.on(plan::id.eq(plan_result::plan_id)))
        .inner_join(squad::table.on(squad::id.eq(plan::squad_id)))
        .left_join(
            CORRECTED.on(CORRECTED.field(book_entry::id).nullable().eq(book_entry::corrects_id)),
        )
        .left_join(
            CORRECTION.on(CORRECTION.field(book_entry::corrects_id).eq(book_entry::id.nullable())),
        )
        .filter(book_entry::unit_id.eq_any(units.to_vec()))
        .filter(book_entry::section.eq(BookSection::Results.as_str()))
        .select((
            book_entry::id,
            book_entry::number,
            book_entry::unit_id,
            book_entry::kind,
            book_entry::entered_at,
            plan_result::id,
            plan_result::summary,
            (plan::reference, (plan::starts_at, plan::ends_at), squad::name_kk, squad::name_ru),
            CORRECTED.field(book_entry::number).nullable(),
            CORRECTION.field(book_entry::number).nullable(),
            book_entry::journal_hash,
        ))
        .order(book_entry::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(unit) = filter.unit {
        query = query.filter(book_entry::unit_id.eq(unit));
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
    Ok(query.load(db)?)
}

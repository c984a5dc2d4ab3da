//! Legal training: events of a structural unit, and who of its squads has attended one (clauses 11, 13).

use crate::{
    domain::{
        book::BookKind,
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        person::full_name,
        time::Instant,
    },
    each,
    storage::{
        Db, Result, Scope,
        db::schema::{application, book_entry, membership, particulars, squad, training},
    },
};
use chrono::NaiveDate;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    Queryable, RunQueryDsl, dsl, insert_into, update,
};
use std::collections::BTreeMap;

diesel::alias! {
    const CORRECTION: Alias<Correction> = book_entry as correction;
}

/// The entries on trainings that no other entry corrects.
macro_rules! standing {
    () => {{
        let corrected = CORRECTION
            .filter(CORRECTION.field(book_entry::corrects_id).eq(book_entry::id.nullable()));
        book_entry::table
            .inner_join(training::table.on(training::id.nullable().eq(book_entry::training_id)))
            .filter(book_entry::kind.eq(BookKind::Trained.as_str()))
            .filter(dsl::not(dsl::exists(corrected)))
    }};
}

/// A training that was held.
#[derive(Clone, Debug)]
pub struct NewTraining<'a> {
    pub unit: Id<id::Body>,
    pub held_on: NaiveDate,
    /// The military unit at whose base it was held.
    pub base: &'a str,
    pub held_by: &'a str,
}

/// The training of that unit, day, base and instructor: another squad may have attended it already.
pub fn find_or_insert(
    db: &mut Db,
    new: &NewTraining<'_>,
    now: Instant,
) -> Result<Id<id::Training>> {
    let row = (
        training::id.eq(Id::<id::Training>::new()),
        training::unit_id.eq(new.unit),
        training::held_on.eq(new.held_on),
        training::base.eq(new.base),
        training::held_by.eq(new.held_by),
        training::recorded_at.eq(now),
    );
    each!(db, c => insert_into(training::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(training::table
        .filter(training::unit_id.eq(new.unit))
        .filter(training::held_on.eq(new.held_on))
        .filter(training::base.eq(new.base))
        .filter(training::held_by.eq(new.held_by))
        .select(training::id)
        .first(db)?)
}

/// Dates the member's last training by the entries of the book that nothing has corrected.
pub fn date(db: &mut Db, id: Id<id::Membership>) -> Result<()> {
    let attended = standing!().filter(book_entry::membership_id.eq(id));
    let last: Option<NaiveDate> = attended.select(dsl::max(training::held_on)).first(db)?;
    update(membership::table.find(id)).set(membership::trained_on.eq(last)).execute(db)?;
    Ok(())
}

/// An attendance that stands in the book.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Attendance {
    pub entry: Id<id::BookEntry>,
    pub number: i64,
    pub training: Id<id::Training>,
}

/// The member's attendances that nothing has corrected, the last training first.
pub fn attended(db: &mut Db, id: Id<id::Membership>) -> Result<Vec<Attendance>> {
    Ok(standing!()
        .filter(book_entry::membership_id.eq(id))
        .order((training::held_on.desc(), book_entry::id.desc()))
        .select((book_entry::id, book_entry::number, training::id))
        .load(db)?)
}

/// The entry on the last training of each member of a squad, or of a freelance officer, of those that nothing has corrected.
pub fn last_of(
    db: &mut Db,
    of: Involvement,
) -> Result<BTreeMap<Id<id::Membership>, Id<id::BookEntry>>> {
    let attended = standing!()
        .inner_join(membership::table.on(membership::id.nullable().eq(book_entry::membership_id)))
        .order((training::held_on, book_entry::id))
        .select((book_entry::membership_id, book_entry::id))
        .into_boxed();
    let attended = match of {
        Involvement::Squad(id) => attended.filter(membership::squad_id.eq(id)),
        Involvement::Application(id) => attended.filter(membership::application_id.eq(id)),
    };
    let rows: Vec<(Option<Id<id::Membership>>, Id<id::BookEntry>)> = attended.load(db)?;
    Ok(rows.into_iter().filter_map(|(member, entry)| Some((member?, entry))).collect())
}

/// How many people of a unit's squads have been trained, of those in its book.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Trained {
    pub unit: Option<Id<id::Body>>,
    pub in_book: i64,
    pub trained: i64,
}

/// The squads whose people a reader follows: those of the own units, and those of the own subdivisions.
macro_rules! followed {
    ($scope:expr) => {
        squad::unit_id
            .eq_any($scope.units.clone())
            .or(squad::territory_id.eq_any($scope.territories.clone()))
    };
}

/// The freelance officers of the own units, and those of the own subdivisions.
macro_rules! officers {
    ($scope:expr) => {
        application::unit_id
            .eq_any($scope.units.clone())
            .or(application::territory_id.eq_any($scope.territories.clone()).nullable())
    };
}

/// Trained people of squads by unit.
pub fn by_unit(db: &mut Db, scope: &Scope) -> Result<Vec<Trained>> {
    Ok(membership::table
        .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .filter(followed!(scope))
        .filter(membership::state.eq(MembershipState::Registered))
        .group_by(squad::unit_id)
        .select((squad::unit_id, dsl::count_star(), dsl::count(membership::trained_on)))
        .load(db)?)
}

/// Trained freelance officers by unit.
pub fn officers_by_unit(db: &mut Db, scope: &Scope) -> Result<Vec<Trained>> {
    Ok(membership::table
        .inner_join(
            application::table.on(application::id.nullable().eq(membership::application_id)),
        )
        .filter(officers!(scope))
        .filter(membership::state.eq(MembershipState::Registered))
        .group_by(application::unit_id)
        .select((application::unit_id, dsl::count_star(), dsl::count(membership::trained_on)))
        .load(db)?)
}

/// A freelance officer who waits for a training.
#[derive(Clone, Debug, Queryable)]
pub struct WaitingOfficer {
    pub application: Id<id::Application>,
    pub reference: String,
    name: (String, Option<String>, Option<String>),
    pub unit: Option<Id<id::Body>>,
    /// Since when the officer is in the book.
    pub since: Option<Instant>,
}

impl WaitingOfficer {
    /// The parts of the name that the officer has.
    #[must_use]
    pub fn full_name(&self) -> String {
        let (surname, given_name, patronymic) = &self.name;
        full_name(surname, given_name.as_deref(), patronymic.as_deref())
    }
}

/// The freelance officers who wait for their training, who has waited longest first.
pub fn waiting_officers(db: &mut Db, scope: &Scope) -> Result<Vec<WaitingOfficer>> {
    Ok(membership::table
        .inner_join(
            application::table.on(application::id.nullable().eq(membership::application_id)),
        )
        .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
        .filter(officers!(scope))
        .filter(membership::state.eq(MembershipState::Registered))
        .filter(membership::trained_on.is_null())
        .order((application::settled_at, application::id))
        .select((
            application::id,
            application::reference,
            (particulars::surname, particulars::given_name, particulars::patronymic),
            application::unit_id,
            application::settled_at,
        ))
        .load(db)?)
}

/// A squad with people who wait for their training.
#[derive(Clone, Debug, Queryable)]
pub struct Waiting {
    pub squad: Id<id::Squad>,
    pub reference: String,
    pub name_kk: String,
    pub name_ru: String,
    pub unit: Option<Id<id::Body>>,
    pub people: i64,
    /// When the first of them was entered in the book.
    pub since: Option<Instant>,
}

/// The squads with people who wait for their training, who has waited longest first.
pub fn waiting(db: &mut Db, scope: &Scope) -> Result<Vec<Waiting>> {
    let registered = book_entry::membership_id
        .eq(membership::id.nullable())
        .and(book_entry::kind.eq(BookKind::Registered.as_str()));
    Ok(membership::table
        .inner_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .inner_join(book_entry::table.on(registered))
        .filter(followed!(scope))
        .filter(membership::state.eq(MembershipState::Registered))
        .filter(membership::trained_on.is_null())
        .group_by((squad::id, squad::reference, squad::name_kk, squad::name_ru, squad::unit_id))
        .order((dsl::min(book_entry::entered_at), squad::id))
        .select((
            squad::id,
            squad::reference,
            squad::name_kk,
            squad::name_ru,
            squad::unit_id,
            dsl::count_star(),
            dsl::min(book_entry::entered_at),
        ))
        .load(db)?)
}

/// A training as pages list it.
#[derive(Clone, Debug, Queryable)]
pub struct Held {
    pub id: Id<id::Training>,
    pub unit: Id<id::Body>,
    pub held_on: NaiveDate,
    pub base: String,
    pub held_by: String,
    /// How many attended, by what the book says now.
    pub people: i64,
}

/// The last trainings of these units.
pub fn held(db: &mut Db, units: &[Id<id::Body>], limit: i64) -> Result<Vec<Held>> {
    let corrected =
        CORRECTION.filter(CORRECTION.field(book_entry::corrects_id).eq(book_entry::id.nullable()));
    let attendance = book_entry::training_id
        .eq(training::id.nullable())
        .and(book_entry::kind.eq(BookKind::Trained.as_str()))
        .and(dsl::not(dsl::exists(corrected)));
    Ok(training::table
        .left_join(book_entry::table.on(attendance))
        .filter(training::unit_id.eq_any(units.to_vec()))
        .group_by((
            training::id,
            training::unit_id,
            training::held_on,
            training::base,
            training::held_by,
        ))
        .order((training::held_on.desc(), training::id.desc()))
        .limit(limit)
        .select((
            training::id,
            training::unit_id,
            training::held_on,
            training::base,
            training::held_by,
            dsl::count(book_entry::id.nullable()),
        ))
        .load(db)?)
}

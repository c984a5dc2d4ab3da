//! Applications: of one subdivision each, seen by it and, once the person is in its book, by a unit. No akimat finds one.

use crate::{
    domain::{
        application::{ApplicationState, last_day},
        handoff::CaseKind,
        id::{self, Id},
        iin::Iin,
        kazakh,
        language::Named,
        membership::MembershipState,
        permissions::{Anchor, Case, Parties},
        person::{Particulars, full_name},
        search::Terms,
        state::At,
        time::{Instant, today},
        workflow::State,
    },
    storage::{
        Db, Result, Scope,
        db::{
            counter,
            schema::{application, body, membership, particulars, person},
            sealing::Keys,
        },
        squads,
    },
};
use chrono::{Datelike, NaiveDate};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into, update,
};

crate::storage::db::transition::stated!(ApplicationState in application);

/// States in which the term runs.
const OPEN: [ApplicationState; 2] = [ApplicationState::Received, ApplicationState::BeingVetted];

/// An application with its record of the applicant: no IIN, no document.
#[derive(Clone, Debug, Queryable)]
pub struct Application {
    pub id: Id<id::Application>,
    pub territory: Id<id::Body>,
    /// In whose book the person is, once the application is accepted.
    pub unit: Option<Id<id::Body>>,
    pub reference: String,
    pub state: ApplicationState,
    pub version: i32,
    /// Day 0 of the term.
    pub received_on: NaiveDate,
    pub incoming_number: Option<String>,
    /// When its copies began to be kept for the last days.
    pub settled_at: Option<Instant>,
    pub membership: Id<id::Membership>,
    record: (MembershipState, i32),
    name: (String, Option<String>, Option<String>),
    territory_name: (String, String, String),
}

impl Application {
    /// The application as the permission check sees it. No akimat and no council is a party of it.
    #[must_use]
    pub fn case(&self) -> Case {
        let (kk, ru, en) = self.territory_name.clone();
        Case {
            kind: CaseKind::Application,
            id: self.id.any(),
            anchor: Anchor::Body(self.territory),
            title: Named { kk, ru, en },
            reference: self.reference.clone(),
            state: State::Application(self.state),
            parties: Parties {
                territory: Some(self.territory),
                unit: self.unit,
                ..Parties::default()
            },
        }
    }

    /// Where the application is.
    #[must_use]
    pub const fn at(&self) -> At<ApplicationState> {
        At::new(self.id, self.version, self.state)
    }

    /// Where the record of the applicant is.
    #[must_use]
    pub const fn record_at(&self) -> At<MembershipState> {
        At::new(self.membership, self.record.1, self.record.0)
    }

    /// The last day of the term.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        last_day(self.received_on)
    }

    fn is_found_by(&self, terms: &Terms) -> bool {
        if let Some(reference) = &terms.reference {
            return self.reference == *reference;
        }
        let number = self.incoming_number.as_ref();
        if number.is_some_and(|number| terms.numbers.contains(number)) {
            return true;
        }
        let words = kazakh::words(&self.full_name());
        terms.words.iter().all(|typed| words.iter().any(|word| word.starts_with(typed)))
    }

    /// The parts of the name that the applicant has.
    #[must_use]
    pub fn full_name(&self) -> String {
        let (surname, given_name, patronymic) = &self.name;
        full_name(surname, given_name.as_deref(), patronymic.as_deref())
    }
}

/// Applications, each with the record of its applicant and further columns beside.
macro_rules! applications {
    () => {
        applications!(@joined).select(applications!(@columns))
    };
    ($beside:expr) => {
        applications!(@joined).select((applications!(@columns), $beside))
    };
    (@joined) => {
        application::table
            .inner_join(
                membership::table.on(membership::application_id.eq(application::id.nullable())),
            )
            .inner_join(particulars::table.on(particulars::membership_id.eq(membership::id)))
            .inner_join(body::table.on(body::id.eq(application::territory_id)))
    };
    (@columns) => {
        (
            application::id,
            application::territory_id,
            application::unit_id,
            application::reference,
            application::state,
            application::version,
            application::received_on,
            application::incoming_number,
            application::settled_at,
            membership::id,
            (membership::state, membership::version),
            (particulars::surname, particulars::given_name, particulars::patronymic),
            (body::name_kk, body::name_ru, body::name_en),
        )
    };
}
pub(in crate::storage) use applications;

/// Those of the reader's subdivisions, and of the reader's units those that were accepted into their books.
macro_rules! seen_by {
    ($scope:expr) => {
        application::territory_id.eq_any($scope.territories.clone()).nullable().or(
            application::unit_id
                .eq_any($scope.units.clone())
                .and(application::state.eq(ApplicationState::Accepted).nullable()),
        )
    };
}

/// An application before it has its reference.
pub struct NewApplication<'a> {
    pub id: Id<id::Application>,
    pub membership: Id<id::Membership>,
    pub territory: Id<id::Body>,
    pub received_on: NaiveDate,
    pub incoming_number: Option<&'a str>,
    pub particulars: &'a Particulars,
}

/// Keeps an application with the record of its applicant, and gives its reference. Numbers run on in each subdivision and year.
pub fn insert(db: &mut Db, keys: &Keys, new: &NewApplication<'_>, now: Instant) -> Result<String> {
    let (year, territory) = (today(now).year(), new.territory);
    let number = counter::next(db, &format!("application-{territory}-{year}"))?;
    let reference = format!("Ө-{year}-{number:04}");
    insert_into(application::table)
        .values((
            application::id.eq(new.id),
            application::territory_id.eq(territory),
            application::received_by.eq(territory),
            application::reference.eq(&reference),
            application::state.eq(ApplicationState::Received),
            application::version.eq(1),
            application::received_on.eq(new.received_on),
            application::incoming_number.eq(new.incoming_number),
            application::entered_at.eq(now),
        ))
        .execute(db)?;
    let record = (new.membership, new.particulars);
    squads::membership::insert_applicant(db, keys, new.id, territory, record, now)?;
    Ok(reference)
}

/// The application, if the reader may see it.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Application>) -> Result<Option<Application>> {
    Ok(applications!()
        .filter(application::id.eq(id))
        .filter(seen_by!(scope))
        .first(db)
        .optional()?)
}

/// The application of that id without regard to a reader: for rows that the reader may see and that belong to it.
pub fn get(db: &mut Db, id: Id<id::Application>) -> Result<Application> {
    Ok(applications!().filter(application::id.eq(id)).first(db)?)
}

/// Which applications to show.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    pub state: Option<ApplicationState>,
}

/// The applications to these subdivisions, the latest first, before that one; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    territories: &[Id<id::Body>],
    filter: Filter,
    before: Option<Id<id::Application>>,
    limit: i64,
) -> Result<Vec<Application>> {
    let mut query = applications!()
        .filter(application::territory_id.eq_any(territories.to_vec()))
        .order(application::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(state) = filter.state {
        query = query.filter(application::state.eq(state));
    }
    if let Some(before) = before {
        query = query.filter(application::id.lt(before));
    }
    Ok(query.load(db)?)
}

/// The applications to these subdivisions that wait for a decision, the first last day first.
pub fn open(db: &mut Db, territories: &[Id<id::Body>], limit: i64) -> Result<Vec<Application>> {
    Ok(applications!()
        .filter(application::territory_id.eq_any(territories.to_vec()))
        .filter(application::state.eq_any(OPEN))
        .order((application::received_on, application::id))
        .limit(limit)
        .load(db)?)
}

/// The other applications of a person to that subdivision, the latest first.
pub fn of_person(
    db: &mut Db,
    keys: &Keys,
    territory: Id<id::Body>,
    iin: &Iin,
    except: Option<Id<id::Application>>,
) -> Result<Vec<Application>> {
    let mut query = applications!()
        .inner_join(person::table.on(person::id.eq(membership::person_id)))
        .filter(application::territory_id.eq(territory))
        .filter(person::iin_hmac.eq(keys.index(iin)))
        .order(application::id.desc())
        .into_boxed();
    if let Some(except) = except {
        query = query.filter(application::id.ne(except));
    }
    Ok(query.load(db)?)
}

/// The applications that are found so, the latest first: by reference, incoming number or words of a name, or by IIN alone.
///
/// A subdivision has some hundreds of them, and their names are in no index that an akimat's search reads.
pub fn found(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    terms: &Terms,
    limit: i64,
) -> Result<Vec<Application>> {
    if scope.territories.is_empty() && scope.units.is_empty() {
        return Ok(Vec::new());
    }
    let query = applications!().filter(seen_by!(scope)).order(application::id.desc()).into_boxed();
    let limit = usize::try_from(limit + 1).unwrap_or_default();
    if let Some(iin) = &terms.iin {
        let same = person::table.filter(person::iin_hmac.eq(keys.index(iin))).select(person::id);
        let found: Vec<Application> = query.filter(membership::person_id.eq_any(same)).load(db)?;
        return Ok(found.into_iter().take(limit).collect());
    }
    let all: Vec<Application> = query.load(db)?;
    Ok(all.into_iter().filter(|one| one.is_found_by(terms)).take(limit).collect())
}

/// Notes that something of an application was changed; false when somebody else was faster.
pub fn renew(db: &mut Db, id: Id<id::Application>, version: i32) -> Result<bool> {
    let seen = application::table.find(id).filter(application::version.eq(version));
    Ok(update(seen).set(application::version.eq(version + 1)).execute(db)? == 1)
}

/// Mends the number that the office has given to the paper.
pub fn set_incoming(db: &mut Db, id: Id<id::Application>, number: Option<&str>) -> Result<()> {
    update(application::table.find(id)).set(application::incoming_number.eq(number)).execute(db)?;
    Ok(())
}

/// Names the unit in whose book the person is.
pub fn set_unit(db: &mut Db, id: Id<id::Application>, unit: Id<id::Body>) -> Result<()> {
    update(application::table.find(id)).set(application::unit_id.eq(unit)).execute(db)?;
    Ok(())
}

/// Notes when the application was decided or withdrawn.
pub fn settle(db: &mut Db, id: Id<id::Application>, now: Instant) -> Result<()> {
    update(application::table.find(id)).set(application::settled_at.eq(now)).execute(db)?;
    Ok(())
}

/// The applications of a unit's book that are another subdivision's, each with that subdivision.
pub fn under_another(
    db: &mut Db,
    unit: Id<id::Body>,
    territory: Id<id::Body>,
) -> Result<Vec<(Id<id::Application>, Id<id::Body>)>> {
    Ok(application::table
        .filter(application::unit_id.eq(unit))
        .filter(application::territory_id.ne(territory))
        .select((application::id, application::territory_id))
        .load(db)?)
}

/// Gives the applications of a body, and the records of its book, to its successor; those of a unit stand under the successor's
/// subdivision.
pub fn move_to(
    db: &mut Db,
    old: Id<id::Body>,
    new: Id<id::Body>,
    above: Option<Id<id::Body>>,
) -> Result<()> {
    update(application::table.filter(application::territory_id.eq(old)))
        .set(application::territory_id.eq(new))
        .execute(db)?;
    let of_unit = application::table.filter(application::unit_id.eq(old));
    match above {
        Some(above) => update(of_unit)
            .set((application::unit_id.eq(new), application::territory_id.eq(above)))
            .execute(db)?,
        None => update(of_unit).set(application::unit_id.eq(new)).execute(db)?,
    };
    Ok(())
}

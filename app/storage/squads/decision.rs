//! Decisions of coordination councils.

use crate::{
    domain::{
        decision::{DecisionField, DecisionKind},
        edition::Edition,
        id::{self, Id},
        person::full_name,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{
            decision, decision_correction, decision_item, leadership, particulars, squad, users,
        },
        squads::leadership::Leadership,
    },
};
use chrono::{Datelike, NaiveDate};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl, insert_into, update,
};
use std::collections::BTreeMap;

/// One thing that a council has decided, as pages show it, with the paper that says so.
#[derive(Clone, Debug, Queryable)]
pub struct Decision {
    pub id: Id<id::Decision>,
    /// The place of the item on the paper.
    pub position: i32,
    pub kind: DecisionKind,
    pub number: String,
    pub decided_on: NaiveDate,
    pub presided_by: String,
    pub votes_for: i32,
    pub votes_against: i32,
    pub votes_abstained: i32,
    pub squad: Id<id::Squad>,
    pub squad_kk: String,
    pub squad_ru: String,
}

/// The paper of a decision.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Paper {
    pub number: String,
    pub decided_on: NaiveDate,
    pub presided_by: String,
}

impl Paper {
    /// The fields in which another paper differs.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<DecisionField> {
        [
            (self.number != other.number, DecisionField::Number),
            (self.decided_on != other.decided_on, DecisionField::DecidedOn),
            (self.presided_by != other.presided_by, DecisionField::PresidedBy),
        ]
        .into_iter()
        .filter_map(|(differs, field)| differs.then_some(field))
        .collect()
    }
}

/// An item of a decision: what it decides about a squad.
#[derive(Clone, Copy, Debug)]
pub struct NewItem {
    pub kind: DecisionKind,
    pub squad: Id<id::Squad>,
    /// The member whom it appoints leader.
    pub leader: Option<Id<id::Membership>>,
    pub votes_for: i32,
    pub votes_against: i32,
    pub votes_abstained: i32,
}

/// Adds a decision of a council under an edition of the Rules.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the council has one of that number in that year.
pub fn insert(
    db: &mut Db,
    (id, council, edition): (Id<id::Decision>, Id<id::Body>, Edition),
    paper: &Paper,
    by: Id<id::User>,
    now: Instant,
) -> Result<()> {
    insert_into(decision::table)
        .values((
            decision::id.eq(id),
            decision::council_id.eq(council),
            decision::year.eq(paper.decided_on.year()),
            decision::number.eq(&paper.number),
            decision::decided_on.eq(paper.decided_on),
            decision::presided_by.eq(&paper.presided_by),
            decision::edition.eq(edition.as_str()),
            decision::recorded_by.eq(by),
            decision::recorded_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Adds what a decision decides about one more squad, and gives the item.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when another item is added at the same time.
pub fn add_item(
    db: &mut Db,
    decision: Id<id::Decision>,
    new: &NewItem,
) -> Result<Id<id::DecisionItem>> {
    let item = Id::new();
    let last: Option<i32> = decision_item::table
        .filter(decision_item::decision_id.eq(decision))
        .select(dsl::max(decision_item::position))
        .get_result(db)?;
    insert_into(decision_item::table)
        .values((
            decision_item::id.eq(item),
            decision_item::decision_id.eq(decision),
            decision_item::position.eq(last.unwrap_or_default() + 1),
            decision_item::squad_id.eq(new.squad),
            decision_item::kind.eq(new.kind),
            decision_item::leader_id.eq(new.leader),
            decision_item::votes_for.eq(new.votes_for),
            decision_item::votes_against.eq(new.votes_against),
            decision_item::votes_abstained.eq(new.votes_abstained),
        ))
        .execute(db)?;
    Ok(item)
}

macro_rules! paper {
    () => {
        (decision::number, decision::decided_on, decision::presided_by)
    };
}

/// The decision that a council has under the number of this paper in its year.
pub fn of_number(
    db: &mut Db,
    council: Id<id::Body>,
    paper: &Paper,
) -> Result<Option<(Id<id::Decision>, Paper)>> {
    Ok(decision::table
        .filter(decision::council_id.eq(council))
        .filter(decision::year.eq(paper.decided_on.year()))
        .filter(decision::number.eq(&paper.number))
        .select((decision::id, paper!()))
        .first(db)
        .optional()?)
}

/// The paper of a decision as it reads now.
pub fn paper(db: &mut Db, id: Id<id::Decision>) -> Result<Paper> {
    Ok(decision::table.find(id).select(paper!()).first(db)?)
}

/// The squads that a decision decides about, in its order.
pub fn squads(db: &mut Db, id: Id<id::Decision>) -> Result<Vec<(Id<id::Squad>, DecisionKind)>> {
    Ok(decision_item::table
        .filter(decision_item::decision_id.eq(id))
        .order(decision_item::position)
        .select((decision_item::squad_id, decision_item::kind))
        .load(db)?)
}

/// Lets a decision read so, and keeps how it read before.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the council has another one of that number in that year.
pub fn correct(
    db: &mut Db,
    id: Id<id::Decision>,
    to: &Paper,
    edition: Edition,
    by: Id<id::User>,
    now: Instant,
) -> Result<()> {
    let before = paper(db, id)?;
    let correction: Id<id::DecisionCorrection> = Id::new();
    insert_into(decision_correction::table)
        .values((
            decision_correction::id.eq(correction),
            decision_correction::decision_id.eq(id),
            decision_correction::number.eq(before.number),
            decision_correction::decided_on.eq(before.decided_on),
            decision_correction::presided_by.eq(before.presided_by),
            decision_correction::corrected_by.eq(by),
            decision_correction::corrected_at.eq(now),
        ))
        .execute(db)?;
    update(decision::table.find(id))
        .set((
            decision::year.eq(to.decided_on.year()),
            decision::number.eq(&to.number),
            decision::decided_on.eq(to.decided_on),
            decision::presided_by.eq(&to.presided_by),
            decision::edition.eq(edition.as_str()),
        ))
        .execute(db)?;
    Ok(())
}

/// How a decision read before it was corrected.
#[derive(Clone, Debug, Queryable)]
pub struct Correction {
    pub before: Paper,
    pub corrected_at: Instant,
    /// The name of the secretary who corrected it.
    pub by: String,
}

/// How a decision read before each of its corrections, the first one first.
pub fn corrections(db: &mut Db, id: Id<id::Decision>) -> Result<Vec<Correction>> {
    Ok(decision_correction::table
        .inner_join(users::table.on(users::id.eq(decision_correction::corrected_by)))
        .filter(decision_correction::decision_id.eq(id))
        .order(decision_correction::id)
        .select((
            (
                decision_correction::number,
                decision_correction::decided_on,
                decision_correction::presided_by,
            ),
            decision_correction::corrected_at,
            users::name,
        ))
        .load(db)?)
}

macro_rules! columns {
    () => {
        (
            decision::id,
            decision_item::position,
            decision_item::kind,
            decision::number,
            decision::decided_on,
            decision::presided_by,
            decision_item::votes_for,
            decision_item::votes_against,
            decision_item::votes_abstained,
            decision_item::squad_id,
            squad::name_kk,
            squad::name_ru,
        )
    };
}

macro_rules! decisions {
    () => {
        decision::table
            .inner_join(decision_item::table.on(decision_item::decision_id.eq(decision::id)))
            .inner_join(squad::table.on(squad::id.eq(decision_item::squad_id)))
            .select(columns!())
    };
}

/// The decisions about a squad, oldest first, each with the leadership that it began, if one.
pub fn with_leaderships(
    db: &mut Db,
    squad: Id<id::Squad>,
) -> Result<Vec<(Decision, Option<Leadership>)>> {
    Ok(decision::table
        .inner_join(decision_item::table.on(decision_item::decision_id.eq(decision::id)))
        .inner_join(squad::table.on(squad::id.eq(decision_item::squad_id)))
        .left_join(leadership::table.on(leadership::decision_item_id.eq(decision_item::id)))
        .filter(decision_item::squad_id.eq(squad))
        .order((decision::id, decision_item::position))
        .select((
            columns!(),
            (leadership::id, leadership::membership_id, leadership::state, leadership::version)
                .nullable(),
        ))
        .load(db)?)
}

/// Which decisions to show.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<DecisionKind>,
    pub year: Option<i32>,
}

/// The newest decisions of these councils, after that item of one; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    councils: &[Id<id::Body>],
    filter: &Filter,
    after: Option<(Id<id::Decision>, i32)>,
    limit: i64,
) -> Result<Vec<Decision>> {
    let mut query = decisions!()
        .filter(decision::council_id.eq_any(councils.to_vec()))
        .order((decision::id.desc(), decision_item::position))
        .limit(limit + 1)
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(decision_item::kind.eq(kind));
    }
    if let Some(year) = filter.year {
        query = query.filter(decision::year.eq(year));
    }
    if let Some((id, position)) = after {
        let is_later = decision::id.eq(id).and(decision_item::position.gt(position));
        query = query.filter(decision::id.le(id)).filter(decision::id.lt(id).or(is_later));
    }
    Ok(query.load(db)?)
}

/// All that the paper of that id decides, if it is one of these councils'.
pub fn items(
    db: &mut Db,
    councils: &[Id<id::Body>],
    id: Id<id::Decision>,
) -> Result<Vec<Decision>> {
    Ok(decisions!()
        .filter(decision::id.eq(id))
        .filter(decision::council_id.eq_any(councils.to_vec()))
        .order(decision_item::position)
        .load(db)?)
}

/// Whom the items of a decision appoint, by the places of the items.
pub fn leaders(db: &mut Db, id: Id<id::Decision>) -> Result<BTreeMap<i32, String>> {
    type Row = (i32, String, Option<String>, Option<String>);
    let rows: Vec<Row> = decision_item::table
        .inner_join(leadership::table.on(leadership::decision_item_id.eq(decision_item::id)))
        .inner_join(particulars::table.on(particulars::membership_id.eq(leadership::membership_id)))
        .filter(decision_item::decision_id.eq(id))
        .select((
            decision_item::position,
            particulars::surname,
            particulars::given_name,
            particulars::patronymic,
        ))
        .load(db)?;
    let name = |(position, surname, given_name, patronymic): Row| {
        (position, full_name(&surname, given_name.as_deref(), patronymic.as_deref()))
    };
    Ok(rows.into_iter().map(name).collect())
}

/// The council that has decided.
pub fn council(db: &mut Db, id: Id<id::Decision>) -> Result<Option<Id<id::Body>>> {
    Ok(decision::table.find(id).select(decision::council_id).first(db).optional()?)
}

/// The newest decisions of these councils under one of those numbers.
pub fn by_number(
    db: &mut Db,
    councils: &[Id<id::Body>],
    numbers: &[String],
    limit: i64,
) -> Result<Vec<Decision>> {
    let of_councils = decisions!().filter(decision::council_id.eq_any(councils.to_vec()));
    Ok(of_councils
        .filter(decision::number.eq_any(numbers.to_vec()))
        .order(decision::id.desc())
        .limit(limit + 1)
        .load(db)?)
}

/// The years that these councils have decided in, the latest first.
pub fn years(db: &mut Db, councils: &[Id<id::Body>]) -> Result<Vec<i32>> {
    let years = decision::table
        .filter(decision::council_id.eq_any(councils.to_vec()))
        .select(decision::year)
        .distinct();
    Ok(years.order(decision::year.desc()).load(db)?)
}

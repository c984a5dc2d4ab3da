//! Decisions of coordination councils.

use crate::{
    domain::{
        decision::DecisionKind,
        edition::Edition,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{decision, decision_item, leadership, squad},
        squads::leadership::Leadership,
    },
};
use chrono::{Datelike, NaiveDate};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, insert_into,
};

/// A decision as pages show it.
#[derive(Clone, Debug, Queryable)]
pub struct Decision {
    pub id: Id<id::Decision>,
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

/// A new decision, which decides one thing.
#[derive(Clone, Debug)]
pub struct NewDecision {
    pub kind: DecisionKind,
    pub squad: Id<id::Squad>,
    /// The member whom it appoints leader.
    pub leader: Option<Id<id::Membership>>,
    pub number: String,
    pub decided_on: NaiveDate,
    /// The edition of the Rules on that day.
    pub edition: Edition,
    pub presided_by: String,
    pub votes_for: i32,
    pub votes_against: i32,
    pub votes_abstained: i32,
}

/// Adds a decision with its one item, and gives the item.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the council has one of that number in that year.
pub fn insert(
    db: &mut Db,
    id: Id<id::Decision>,
    council: Id<id::Body>,
    new: &NewDecision,
    by: Id<id::User>,
    now: Instant,
) -> Result<Id<id::DecisionItem>> {
    insert_into(decision::table)
        .values((
            decision::id.eq(id),
            decision::council_id.eq(council),
            decision::year.eq(new.decided_on.year()),
            decision::number.eq(&new.number),
            decision::decided_on.eq(new.decided_on),
            decision::presided_by.eq(&new.presided_by),
            decision::edition.eq(new.edition.as_str()),
            decision::recorded_by.eq(by),
            decision::recorded_at.eq(now),
        ))
        .execute(db)?;
    let item = Id::new();
    insert_into(decision_item::table)
        .values((
            decision_item::id.eq(item),
            decision_item::decision_id.eq(id),
            decision_item::position.eq(1),
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

macro_rules! columns {
    () => {
        (
            decision::id,
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
        .order(decision::id)
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

/// The newest decisions of these councils, before that id; one more than `limit` tells that there are more.
pub fn page(
    db: &mut Db,
    councils: &[Id<id::Body>],
    filter: &Filter,
    before: Option<Id<id::Decision>>,
    limit: i64,
) -> Result<Vec<Decision>> {
    let mut query = decisions!()
        .filter(decision::council_id.eq_any(councils.to_vec()))
        .order(decision::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(decision_item::kind.eq(kind));
    }
    if let Some(year) = filter.year {
        query = query.filter(decision::year.eq(year));
    }
    if let Some(before) = before {
        query = query.filter(decision::id.lt(before));
    }
    Ok(query.load(db)?)
}

/// The decision of that id, if it is one of these councils'.
pub fn find(
    db: &mut Db,
    councils: &[Id<id::Body>],
    id: Id<id::Decision>,
) -> Result<Option<Decision>> {
    Ok(decisions!()
        .filter(decision::id.eq(id))
        .filter(decision::council_id.eq_any(councils.to_vec()))
        .first(db)
        .optional()?)
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

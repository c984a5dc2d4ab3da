//! The access log as auditors read it: who opened how much on which day, and each access by itself.

use super::access_log::Opened;
use crate::{
    domain::{
        body::DutyKind,
        caller::CallerKind,
        id::{self, Id},
        time::{Instant, day_begins, day_ends, today},
    },
    storage::{
        Db, Result,
        db::{
            schema::{access_log, list_entry, member_list, users},
            union::union,
        },
    },
};
use chrono::{Days, NaiveDate};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    Queryable, RunQueryDsl, dsl,
};
use std::cmp::Reverse;

/// An access as an auditor reads it: the place on the list and nothing of the person.
#[derive(Clone, Debug, Queryable)]
pub struct Access {
    pub id: Id<id::Access>,
    pub at: Instant,
    pub kind: String,
    pub body: Option<Id<id::Body>>,
    pub duty: Option<DutyKind>,
    pub user: String,
    pub list: String,
    pub position: i32,
}

impl Access {
    /// Where a page that ends with this access goes on.
    #[must_use]
    pub const fn cursor(&self) -> (Instant, Id<id::Access>) {
        (self.at, self.id)
    }
}

/// Which accesses to show: of which user, from a moment on, and before another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    pub user: Option<Id<id::User>>,
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

/// The newest accesses under duties of these bodies, before the cursor; one more than `limit` tells that there are more.
///
/// Each body is read through its index, so that a page is as fast in a country's database as in a district's.
pub fn page(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    wanted: Wanted,
    before: Option<(Instant, Id<id::Access>)>,
    limit: i64,
) -> Result<Vec<Access>> {
    let of_body = |body: &Id<id::Body>| {
        let mut query = access_log::table
            .inner_join(users::table.on(users::id.nullable().eq(access_log::caller_id)))
            .inner_join(
                list_entry::table.on(list_entry::membership_id.eq(access_log::membership_id)),
            )
            .inner_join(member_list::table.on(member_list::id.eq(list_entry::list_id)))
            .filter(access_log::caller_kind.eq(CallerKind::User))
            .filter(access_log::body_id.eq(*body))
            .order((access_log::at.desc(), access_log::id.desc()))
            .limit(limit + 1)
            .select((
                access_log::id,
                access_log::at,
                access_log::kind,
                access_log::body_id,
                access_log::duty,
                users::name,
                member_list::reference,
                list_entry::position,
            ))
            .into_boxed();
        if let Some(user) = wanted.user {
            query = query.filter(access_log::caller_id.eq(user));
        }
        if let Some(from) = wanted.from {
            query = query.filter(access_log::at.ge(from));
        }
        if let Some(until) = wanted.until {
            query = query.filter(access_log::at.lt(until));
        }
        if let Some((at, id)) = before {
            // The first condition finds the place in the index, the second the place within one moment.
            query = query
                .filter(access_log::at.le(at))
                .filter(access_log::at.lt(at).or(access_log::id.lt(id)));
        }
        query
    };
    let parts: Vec<_> = bodies.iter().map(of_body).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let mut found: Vec<Access> = union(parts).load(db)?;
    found.sort_unstable_by_key(|access| Reverse(access.cursor()));
    found.truncate(usize::try_from(limit + 1).unwrap_or(usize::MAX));
    Ok(found)
}

/// How much one person opened under one body's duty on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub day: NaiveDate,
    pub user: Id<id::User>,
    pub body: Id<id::Body>,
    pub copies: i64,
    pub iins: i64,
    pub certificates: i64,
}

/// A caller, a body, what was opened, how often, and the first moment.
type Row = (Option<Id<id::User>>, Option<Id<id::Body>>, String, i64, Option<Instant>);

/// Accesses under duties of these bodies by person and day, the most first, for the `days` days that end with `last`.
///
/// A day is a range of the index; its moments tell which day it was.
pub fn counts(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    last: NaiveDate,
    days: u64,
) -> Result<Vec<Count>> {
    let of_day = |day: NaiveDate| {
        access_log::table
            .filter(access_log::caller_kind.eq(CallerKind::User))
            .filter(access_log::body_id.eq_any(bodies.to_vec()))
            .filter(access_log::at.ge(day_begins(day)).and(access_log::at.lt(day_ends(day))))
            .group_by((access_log::caller_id, access_log::body_id, access_log::kind))
            .select((
                access_log::caller_id,
                access_log::body_id,
                access_log::kind,
                dsl::count_star(),
                dsl::min(access_log::at),
            ))
    };
    let parts: Vec<_> =
        (0..days).filter_map(|back| last.checked_sub_days(Days::new(back))).map(of_day).collect();
    let rows: Vec<Row> = if parts.is_empty() { Vec::new() } else { union(parts).load(db)? };
    let mut counts: Vec<Count> = Vec::new();
    for (user, body, kind, number, first) in rows {
        let (Some(user), Some(body), Some(day)) = (user, body, first.map(today)) else { continue };
        let is_it = |count: &Count| (count.day, count.user, count.body) == (day, user, body);
        let place = counts.iter().position(is_it).unwrap_or(counts.len());
        if place == counts.len() {
            counts.push(Count { day, user, body, copies: 0, iins: 0, certificates: 0 });
        }
        let Some(count) = counts.get_mut(place) else { continue };
        *match kind.as_str() {
            word if word == Opened::Copy.as_str() => &mut count.copies,
            word if word == Opened::Certificate.as_str() => &mut count.certificates,
            _ => &mut count.iins,
        } += number;
    }
    let all = |count: &Count| count.copies + count.iins + count.certificates;
    counts.sort_by_key(|count| Reverse((all(count), count.day)));
    Ok(counts)
}

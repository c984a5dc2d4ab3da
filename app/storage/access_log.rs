//! Every opening of an ID-card copy or an IIN: under which duty, of whom on which list, and when.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        permissions::Holding,
        time::{Instant, day_begins},
    },
    storage::{
        Db, Result,
        db::schema::{list_entry, member_list, opening, users},
    },
};
use chrono::{Days, NaiveDate};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, RunQueryDsl, dsl, insert_into};

/// What was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    Copy,
    Iin,
}

impl Opened {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Iin => "iin",
        }
    }
}

/// Notes an opening by a user under a duty: whose membership, on which list.
pub fn insert(
    db: &mut Db,
    user: Id<id::User>,
    under: Option<Holding>,
    opened: Opened,
    on: (Id<id::Membership>, Id<id::MemberList>),
    now: Instant,
) -> Result<()> {
    let (membership, list) = on;
    insert_into(opening::table)
        .values((
            opening::id.eq(Id::<id::Opening>::new()),
            opening::user_id.eq(user),
            opening::kind.eq(opened.as_str()),
            opening::membership_id.eq(membership),
            opening::at.eq(now),
            opening::body_id.eq(under.map(|holding| holding.body)),
            opening::duty.eq(under.map(|holding| holding.kind)),
            opening::list_id.eq(list),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that every IIN of a list was opened at once, in a file: whose memberships.
pub fn insert_all(
    db: &mut Db,
    user: Id<id::User>,
    under: Option<Holding>,
    memberships: &[Id<id::Membership>],
    list: Id<id::MemberList>,
    now: Instant,
) -> Result<()> {
    memberships.iter().try_for_each(|membership| insert(db, user, under, Opened::Iin, (*membership, list), now))
}

/// An opening as an auditor reads it: the place on the list and nothing of the person.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub id: Id<id::Opening>,
    pub at: Instant,
    pub kind: String,
    pub body: Option<Id<id::Body>>,
    pub duty: Option<DutyKind>,
    pub user: String,
    pub list: String,
    pub position: i32,
}

impl Line {
    /// Where a page that ends with this opening goes on.
    #[must_use]
    pub const fn cursor(&self) -> (Instant, Id<id::Opening>) {
        (self.at, self.id)
    }
}

/// Which openings to show: of which user, from a moment on, and before another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    pub user: Option<Id<id::User>>,
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

/// The newest openings under duties of these bodies, before the cursor; one more than `limit` tells that there are more.
///
/// Each body is read through its index, so that a page is as fast in a country's database as in a district's.
pub fn page(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    wanted: Wanted,
    before: Option<(Instant, Id<id::Opening>)>,
    limit: i64,
) -> Result<Vec<Line>> {
    let mut found: Vec<Line> = Vec::new();
    for body in bodies {
        let mut query = opening::table
            .inner_join(users::table.on(users::id.eq(opening::user_id)))
            .inner_join(list_entry::table.on(list_entry::membership_id.eq(opening::membership_id)))
            .inner_join(member_list::table.on(member_list::id.eq(list_entry::list_id)))
            .filter(opening::body_id.eq(*body))
            .order((opening::at.desc(), opening::id.desc()))
            .limit(limit + 1)
            .select((
                opening::id,
                opening::at,
                opening::kind,
                opening::body_id,
                opening::duty,
                users::name,
                member_list::reference,
                list_entry::position,
            ))
            .into_boxed();
        if let Some(user) = wanted.user {
            query = query.filter(opening::user_id.eq(user));
        }
        if let Some(from) = wanted.from {
            query = query.filter(opening::at.ge(from));
        }
        if let Some(until) = wanted.until {
            query = query.filter(opening::at.lt(until));
        }
        if let Some((at, id)) = before {
            // The first condition finds the place in the index, the second the place within one moment.
            query = query.filter(opening::at.le(at)).filter(opening::at.lt(at).or(opening::id.lt(id)));
        }
        found.extend(query.load::<Line>(db)?);
    }
    found.sort_unstable_by_key(|line| std::cmp::Reverse(line.cursor()));
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
}

/// Openings under duties of these bodies by person and day, the most first, for the `days` days that end with `last`.
pub fn counts(db: &mut Db, bodies: &[Id<id::Body>], last: NaiveDate, days: u64) -> Result<Vec<Count>> {
    let mut counts: Vec<Count> = Vec::new();
    for back in 0..days {
        let Some(day) = last.checked_sub_days(Days::new(back)) else { break };
        let Some(next) = day.succ_opt() else { break };
        let rows: Vec<(Id<id::User>, Option<Id<id::Body>>, String, i64)> = opening::table
            .filter(opening::body_id.eq_any(bodies.to_vec()))
            .filter(opening::at.ge(day_begins(day)).and(opening::at.lt(day_begins(next))))
            .group_by((opening::user_id, opening::body_id, opening::kind))
            .select((opening::user_id, opening::body_id, opening::kind, dsl::count_star()))
            .load(db)?;
        for (user, body, kind, number) in rows {
            let Some(body) = body else { continue };
            let (copies, iins) = if kind == Opened::Copy.as_str() { (number, 0) } else { (0, number) };
            match counts.iter_mut().find(|count| (count.day, count.user, count.body) == (day, user, body)) {
                Some(count) => (count.copies, count.iins) = (count.copies + copies, count.iins + iins),
                None => counts.push(Count { day, user, body, copies, iins }),
            }
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse((count.copies + count.iins, count.day)));
    Ok(counts)
}

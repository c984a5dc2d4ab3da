//! Handoffs: what waits on whom.

use crate::{
    domain::{
        body::DutyKind,
        handoff::{CaseKind, DueNature, HandoffKind, Nature, Urgency, bounds},
        id::{self, Id},
        permissions::Holding,
        time::Instant,
    },
    each,
    storage::{
        Db, Result, Scope,
        db::schema::{body, handoff, squad},
        db::union::union,
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    insert_into, update,
};
use std::collections::BTreeSet;

/// What a new handoff is made of.
pub struct NewHandoff {
    pub id: Id<id::Handoff>,
    pub kind: HandoffKind,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Id<id::Squad>,
    pub from_body: Id<id::Body>,
    pub to_body: Id<id::Body>,
    pub act: Id<id::ActRun>,
    pub due: Option<(Instant, DueNature)>,
}

/// A handoff as an inbox shows it.
#[derive(Clone, Debug, Queryable)]
pub struct Handoff {
    pub id: Id<id::Handoff>,
    pub kind: HandoffKind,
    pub nature: Nature,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Id<id::Squad>,
    pub from_body: Id<id::Body>,
    pub to_body: Id<id::Body>,
    pub duty: DutyKind,
    pub opened_at: Instant,
    pub due_at: Option<Instant>,
    pub due_nature: Option<DueNature>,
    pub first_opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub squad_kk: String,
    pub squad_ru: String,
    pub squad_reference: String,
}

macro_rules! handoffs {
    () => {
        handoff::table.inner_join(squad::table.on(squad::id.eq(handoff::squad_id))).select((
            handoff::id,
            handoff::kind,
            handoff::nature,
            handoff::case_kind,
            handoff::case_id,
            handoff::squad_id,
            handoff::from_body,
            handoff::to_body,
            handoff::duty,
            handoff::opened_at,
            handoff::due_at,
            handoff::due_nature,
            handoff::first_opened_at,
            handoff::closed_at,
            squad::name_kk,
            squad::name_ru,
            squad::reference,
        ))
    };
}

/// Opens a handoff. One of that kind that is open on that case already is new again, with the later due date.
pub fn open(db: &mut Db, new: &NewHandoff, now: Instant) -> Result<Id<id::Handoff>> {
    let (due_at, due_nature) = new.due.unzip();
    let row = (
        (
            handoff::id.eq(new.id),
            handoff::kind.eq(new.kind),
            handoff::nature.eq(new.kind.nature()),
            handoff::case_kind.eq(new.case_kind),
            handoff::case_id.eq(new.case_id),
            handoff::squad_id.eq(new.squad),
        ),
        handoff::from_body.eq(new.from_body),
        handoff::to_body.eq(new.to_body),
        handoff::duty.eq(new.kind.duty()),
        handoff::opened_by_act.eq(new.act),
        handoff::opened_at.eq(now),
        handoff::due_at.eq(due_at),
        handoff::due_nature.eq(due_nature),
    );
    let inserted = each!(db, c => insert_into(handoff::table).values(row).on_conflict_do_nothing().execute(c))?;
    if inserted == 1 {
        crate::storage::mail::reminder::plan(db, new.id, new.kind.nature(), due_at, now)?;
        return Ok(new.id);
    }
    let standing = handoff::table
        .filter(handoff::kind.eq(new.kind))
        .filter(handoff::case_id.eq(new.case_id))
        .filter(handoff::to_body.eq(new.to_body))
        .filter(handoff::closed_at.is_null());
    let id = standing.select(handoff::id).first(db)?;
    update(handoff::table.find(id))
        .set((
            handoff::due_at.eq(due_at),
            handoff::due_nature.eq(due_nature),
            handoff::first_opened_by.eq(None::<Id<id::User>>),
            handoff::first_opened_at.eq(None::<Instant>),
        ))
        .execute(db)?;
    crate::storage::mail::reminder::plan(db, id, new.kind.nature(), due_at, now)?;
    Ok(id)
}

/// Closes the handoffs of that kind on a case.
pub fn close(db: &mut Db, kind: HandoffKind, case: Id, act: Id<id::ActRun>, now: Instant) -> Result<usize> {
    let open = handoff::table.filter(handoff::kind.eq(kind)).filter(handoff::case_id.eq(case)).filter(handoff::closed_at.is_null());
    Ok(update(open).set((handoff::closed_by_act.eq(act), handoff::closed_at.eq(now))).execute(db)?)
}

/// What to show of an inbox.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<HandoffKind>,
    pub case: Option<CaseKind>,
    pub from: Option<Id<id::Body>>,
}

/// Where a handoff stands in its group: what is due sooner first, then what is due on no day; of those the older first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    is_undated: bool,
    at: Instant,
    opened_at: Instant,
    id: Id<id::Handoff>,
}

impl Place {
    /// The place as addresses have it: moments and an id.
    #[must_use]
    pub fn cursor(&self) -> String {
        let micros = |at: Instant| at.and_utc().timestamp_micros();
        format!("{}.{}.{}.{}", u8::from(self.is_undated), micros(self.at), micros(self.opened_at), self.id)
    }

    /// Reads it back; `None` when it is none.
    #[must_use]
    pub fn parse(cursor: &str) -> Option<Self> {
        let mut parts = cursor.split('.');
        let mut next = || parts.next();
        let is_undated = next()? == "1";
        let mut moment = || next().and_then(|text| text.parse().ok()).and_then(chrono::DateTime::from_timestamp_micros);
        let (at, opened_at) = (moment()?.naive_utc(), moment()?.naive_utc());
        Some(Self { is_undated, at, opened_at, id: next()?.parse().ok()? })
    }
}

impl Handoff {
    /// Its place in the group of an inbox.
    #[must_use]
    pub fn place(&self) -> Place {
        let due = self.due_at.filter(|_| self.nature == Nature::Duty);
        Place { is_undated: due.is_none(), at: due.unwrap_or(self.opened_at), opened_at: self.opened_at, id: self.id }
    }

    /// Its place where age alone counts.
    #[must_use]
    pub fn age(&self) -> Place {
        Place { is_undated: true, at: self.opened_at, opened_at: self.opened_at, id: self.id }
    }

    /// Its place among those that are done.
    #[must_use]
    pub fn end(&self) -> Place {
        let closed_at = self.closed_at.unwrap_or(self.opened_at);
        Place { is_undated: true, at: closed_at, opened_at: closed_at, id: self.id }
    }
}

macro_rules! filtered {
    ($filter:expr, $limit:expr) => {{
        let mut query = handoffs!().limit($limit + 1).into_boxed();
        if let Some(kind) = $filter.kind {
            query = query.filter(handoff::kind.eq(kind));
        }
        if let Some(case) = $filter.case {
            query = query.filter(handoff::case_kind.eq(case));
        }
        if let Some(from) = $filter.from {
            query = query.filter(handoff::from_body.eq(from));
        }
        query
    }};
}

/// One page of a group of what waits on the holder of these duties; one more than `limit` tells that there are more.
///
/// Each group is a range of an index of its own: how much stands in the others costs nothing.
pub fn group(
    db: &mut Db,
    holdings: &[Holding],
    urgency: Urgency,
    filter: &Filter,
    after: Option<Place>,
    limit: i64,
    now: Instant,
) -> Result<Vec<Handoff>> {
    let (passed, soon) = bounds(now);
    let mut found = Vec::new();
    for own in &distinct(holdings) {
        let mut reading = Reading { db: &mut *db, own, filter, after, limit };
        found.extend(match urgency {
            Urgency::StatutoryPassed => reading.due(DueNature::Statutory, Instant::MIN, passed)?,
            Urgency::InternalPassed => reading.due(DueNature::Internal, Instant::MIN, passed)?,
            Urgency::DueSoon => {
                [reading.due(DueNature::Statutory, passed, soon)?, reading.due(DueNature::Internal, passed, soon)?].concat()
            }
            Urgency::New => [reading.later(Opened::Not, soon)?, reading.undated(Opened::Not)?].concat(),
            Urgency::Waiting => [reading.later(Opened::Already, soon)?, reading.undated(Opened::Already)?].concat(),
            Urgency::Information => reading.information()?,
        });
    }
    Ok(cut(found, Handoff::place, limit))
}

/// Somebody may hold a duty twice, in an own right and as a deputy; what waits on it waits once.
fn distinct(holdings: &[Holding]) -> Vec<Holding> {
    let mut distinct: Vec<Holding> = Vec::new();
    for own in holdings {
        if !distinct.iter().any(|known| known.body == own.body && known.kind == own.kind) {
            distinct.push(*own);
        }
    }
    distinct
}

/// The first of what was read under several duties, in one order.
fn cut<K: Ord>(mut found: Vec<Handoff>, place: impl Fn(&Handoff) -> K, limit: i64) -> Vec<Handoff> {
    found.sort_by_key(place);
    found.truncate(usize::try_from(limit + 1).unwrap_or(0));
    found
}

/// Whether anybody has opened it.
#[derive(Clone, Copy)]
enum Opened {
    Not,
    Already,
}

/// One group being read under one duty.
struct Reading<'a> {
    db: &'a mut Db,
    own: &'a Holding,
    filter: &'a Filter,
    after: Option<Place>,
    limit: i64,
}

macro_rules! waiting {
    ($reading:expr) => {
        filtered!($reading.filter, $reading.limit)
            .filter(handoff::to_body.eq($reading.own.body))
            .filter(handoff::duty.eq($reading.own.kind))
            .filter(handoff::closed_at.is_null())
    };
}

/// Goes on behind a place with a due date; the bare bound beside it begins the range of the index.
macro_rules! behind_due {
    ($query:expr, $after:expr) => {{
        let mut query = $query.order((handoff::due_at, handoff::opened_at, handoff::id));
        if let Some(after) = $after {
            let older = handoff::opened_at.gt(after.opened_at).or(handoff::opened_at.eq(after.opened_at).and(handoff::id.gt(after.id)));
            let behind = handoff::due_at.gt(after.at).or(handoff::due_at.eq(after.at).and(older.nullable()));
            query = query.filter(handoff::due_at.ge(after.at)).filter(behind);
        }
        query
    }};
}

/// Goes on behind a place by age.
macro_rules! behind_age {
    ($query:expr, $after:expr) => {{
        let mut query = $query;
        if let Some(after) = $after {
            let behind = handoff::opened_at.gt(after.opened_at).or(handoff::opened_at.eq(after.opened_at).and(handoff::id.gt(after.id)));
            query = query.filter(handoff::opened_at.ge(after.opened_at)).filter(behind);
        }
        query
    }};
}

impl Reading<'_> {
    fn due(&mut self, nature: DueNature, from: Instant, until: Instant) -> Result<Vec<Handoff>> {
        let mut query = waiting!(self).filter(handoff::due_nature.eq(nature)).filter(handoff::due_at.lt(until));
        if from > Instant::MIN {
            query = query.filter(handoff::due_at.ge(from));
        }
        Ok(behind_due!(query, self.after).load(self.db)?)
    }

    fn later(&mut self, opened: Opened, from: Instant) -> Result<Vec<Handoff>> {
        if self.after.is_some_and(|after| after.is_undated) {
            return Ok(Vec::new());
        }
        let query = waiting!(self).filter(handoff::nature.eq(Nature::Duty)).filter(handoff::due_at.ge(from));
        let query = match opened {
            Opened::Not => query.filter(handoff::first_opened_at.is_null()),
            Opened::Already => query.filter(handoff::first_opened_at.is_not_null()),
        };
        Ok(behind_due!(query, self.after).load(self.db)?)
    }

    fn undated(&mut self, opened: Opened) -> Result<Vec<Handoff>> {
        let query = waiting!(self).filter(handoff::nature.eq(Nature::Duty)).filter(handoff::due_at.is_null());
        let query = match opened {
            Opened::Not => query.filter(handoff::first_opened_at.is_null()),
            Opened::Already => query.filter(handoff::first_opened_at.is_not_null()),
        };
        let query = query.order((handoff::due_at, handoff::opened_at, handoff::id));
        Ok(behind_age!(query, self.after.filter(|after| after.is_undated)).load(self.db)?)
    }

    fn information(&mut self) -> Result<Vec<Handoff>> {
        let query = waiting!(self).filter(handoff::nature.eq(Nature::Information)).order((handoff::opened_at, handoff::id));
        Ok(behind_age!(query, self.after).load(self.db)?)
    }
}

/// What these bodies have handed to others and wait for, the oldest first; one more than `limit` tells that there are more.
pub fn waiting_on_others(db: &mut Db, bodies: &[Id<id::Body>], filter: &Filter, after: Option<Place>, limit: i64) -> Result<Vec<Handoff>> {
    let mut found = Vec::new();
    let bodies: BTreeSet<Id<id::Body>> = bodies.iter().copied().collect();
    for body in &bodies {
        let query = filtered!(filter, limit)
            .filter(handoff::from_body.eq(*body))
            // What a body hands to itself is in no index that this question needs.
            .filter(handoff::from_body.ne(handoff::to_body))
            .filter(handoff::to_body.ne_all(bodies.iter().copied().collect::<Vec<_>>()))
            .filter(handoff::nature.eq(Nature::Duty))
            .filter(handoff::closed_at.is_null())
            .order((handoff::opened_at, handoff::id));
        found.extend(behind_age!(query, after).load(db)?);
    }
    Ok(cut(found, Handoff::age, limit))
}

/// What was done under these duties since a moment, the latest first; one more than `limit` tells that there are more.
pub fn done(db: &mut Db, holdings: &[Holding], filter: &Filter, since: Instant, before: Option<Place>, limit: i64) -> Result<Vec<Handoff>> {
    let mut found = Vec::new();
    for own in distinct(holdings) {
        let mut query = filtered!(filter, limit)
            .filter(handoff::to_body.eq(own.body))
            .filter(handoff::duty.eq(own.kind))
            .filter(handoff::closed_at.is_not_null())
            .filter(handoff::closed_at.ge(since))
            .order((handoff::closed_at.desc(), handoff::id.desc()));
        if let Some(before) = before {
            let same = handoff::closed_at.eq(before.at).and(handoff::id.lt(before.id).nullable());
            query = query.filter(handoff::closed_at.le(before.at)).filter(handoff::closed_at.lt(before.at).or(same));
        }
        found.extend(query.load(db)?);
    }
    Ok(cut(found, |h| std::cmp::Reverse(h.end()), limit))
}

/// How much waits on the holder of these duties, counted as far as `limit` and no further: one statement.
pub fn waiting(db: &mut Db, holdings: &[Holding], limit: i64) -> Result<usize> {
    let open = |own: Holding| {
        handoff::table
            .filter(handoff::to_body.eq(own.body))
            .filter(handoff::duty.eq(own.kind))
            .filter(handoff::nature.eq(Nature::Duty))
            .filter(handoff::closed_at.is_null())
            .select(handoff::id)
            .limit(limit)
    };
    let parts: Vec<_> = distinct(holdings).into_iter().map(open).collect();
    if parts.is_empty() {
        return Ok(0);
    }
    let found: Vec<Id<id::Handoff>> = union(parts).load(db)?;
    Ok(found.len().min(usize::try_from(limit).unwrap_or(0)))
}

/// The open handoff of that id, if it waits on the holder of these duties.
pub fn find(db: &mut Db, holdings: &[Holding], id: Id<id::Handoff>) -> Result<Option<Handoff>> {
    let found: Option<Handoff> = handoffs!().filter(handoff::id.eq(id)).filter(handoff::closed_at.is_null()).first(db).optional()?;
    Ok(found.filter(|h| holdings.iter().any(|own| own.body == h.to_body && own.kind == h.duty)))
}

/// The open handoff of that id, if it waits on a duty of the scope in its body.
pub fn find_within(db: &mut Db, scope: &Scope, id: Id<id::Handoff>) -> Result<Option<Handoff>> {
    let found: Option<Handoff> = handoffs!().filter(handoff::id.eq(id)).filter(handoff::closed_at.is_null()).first(db).optional()?;
    Ok(found.filter(|h| scope.has(h.duty, h.to_body)))
}

/// Notes who opened what waits on these duties about a case, the first time.
pub fn note_opened(db: &mut Db, holdings: &[Holding], case: Id, user: Id<id::User>, now: Instant) -> Result<()> {
    for own in holdings {
        let unseen = handoff::table
            .filter(handoff::case_id.eq(case))
            .filter(handoff::to_body.eq(own.body))
            .filter(handoff::duty.eq(own.kind))
            .filter(handoff::closed_at.is_null())
            .filter(handoff::first_opened_at.is_null());
        update(unseen).set((handoff::first_opened_by.eq(user), handoff::first_opened_at.eq(now))).execute(db)?;
    }
    Ok(())
}

/// The open handoffs on a case and the names of the bodies that they wait on: whose turn it is.
pub fn of_case(db: &mut Db, case: Id) -> Result<Vec<(HandoffKind, String, String, String)>> {
    Ok(handoff::table
        .inner_join(body::table.on(body::id.eq(handoff::to_body)))
        .filter(handoff::case_id.eq(case))
        .filter(handoff::closed_at.is_null())
        .filter(handoff::nature.eq(Nature::Duty))
        .order(handoff::opened_at)
        .select((handoff::kind, body::name_kk, body::name_ru, body::name_en))
        .load(db)?)
}

/// Closes what was only to be read, by its reader; false when it is closed already.
pub fn close_read(db: &mut Db, id: Id<id::Handoff>, act: Id<id::ActRun>, now: Instant) -> Result<bool> {
    let open = handoff::table.find(id).filter(handoff::nature.eq(Nature::Information)).filter(handoff::closed_at.is_null());
    Ok(update(open).set((handoff::closed_by_act.eq(act), handoff::closed_at.eq(now))).execute(db)? == 1)
}

/// Whether something waits on these duties about a case that nobody has opened yet.
pub fn is_unopened(db: &mut Db, holdings: &[Holding], case: Id) -> Result<bool> {
    let waiting: Vec<(Id<id::Body>, DutyKind)> = handoff::table
        .filter(handoff::case_id.eq(case))
        .filter(handoff::first_opened_at.is_null())
        .filter(handoff::closed_at.is_null())
        .select((handoff::to_body, handoff::duty))
        .load(db)?;
    Ok(waiting.iter().any(|(body, duty)| holdings.iter().any(|own| own.body == *body && own.kind == *duty)))
}

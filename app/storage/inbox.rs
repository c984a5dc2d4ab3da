//! The page of an inbox: all its groups in one statement, each duty's part of a group a range of an index of its own.

use super::{Db, Result, Scope, handoff::distinct};
use crate::{
    domain::{
        body::DutyKind,
        handoff::{CaseKind, DueNature, HandoffKind, Nature, Urgency, bounds},
        id::{self, Id},
        inbox::InboxGroup,
        permissions::Holding,
        time::Instant,
    },
    storage::db::{
        schema::{handoff, squad},
        union::{in_statements, union},
    },
};
use diesel::{
    BoolExpressionMethods, Connection, ExpressionMethods, IntoSql, JoinOnDsl,
    NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    dsl::{AsExprOf, IntoBoxed},
    sql_types::Integer,
};
use std::{cmp::Reverse, collections::BTreeSet};

/// A handoff as an inbox shows it.
#[derive(Clone, Debug, Queryable)]
pub struct Handoff {
    pub id: Id<id::Handoff>,
    pub kind: HandoffKind,
    pub nature: Nature,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Option<Id<id::Squad>>,
    pub from_body: Id<id::Body>,
    pub to_body: Id<id::Body>,
    pub duty: DutyKind,
    pub opened_at: Instant,
    pub due_at: Option<Instant>,
    pub due_nature: Option<DueNature>,
    pub first_opened_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub title_kk: String,
    pub title_ru: String,
    pub title_en: String,
    /// The case as mails name it.
    pub reference: String,
    /// The reference of its squad, if it belongs to one.
    pub squad_reference: Option<String>,
}

/// Handoffs with their squads, each marked with the group that it was read for.
#[diesel::dsl::auto_type(type_alias, type_name = "Handoffs")]
fn handoffs(group: i32) -> _ {
    let group: AsExprOf<i32, Integer> = group.into_sql::<Integer>();
    handoff::table.left_join(squad::table.on(squad::id.nullable().eq(handoff::squad_id))).select((
        (
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
            handoff::title_kk,
            handoff::title_ru,
            handoff::title_en,
            handoff::reference,
            squad::reference.nullable(),
        ),
        group,
    ))
}

/// One range of an index, with an order and a limit of its own.
type Part = IntoBoxed<'static, Handoffs, <Db as Connection>::Backend>;

/// Which handoffs to show of an inbox.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<HandoffKind>,
    pub case: Option<CaseKind>,
    pub from: Option<Id<id::Body>>,
}

/// Where a handoff is in its group: what is due sooner first, then what is due on no day; of those the older first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cursor {
    is_undated: bool,
    at: Instant,
    opened_at: Instant,
    id: Id<id::Handoff>,
}

impl Cursor {
    /// The cursor as addresses have it: moments and an id.
    #[must_use]
    pub fn text(&self) -> String {
        let micros = |at: Instant| at.and_utc().timestamp_micros();
        format!(
            "{}.{}.{}.{}",
            u8::from(self.is_undated),
            micros(self.at),
            micros(self.opened_at),
            self.id
        )
    }

    /// Reads it back; `None` when it is no cursor.
    #[must_use]
    pub fn parse(cursor: &str) -> Option<Self> {
        let mut parts = cursor.split('.');
        let mut next = || parts.next();
        let is_undated = next()? == "1";
        let mut moment = || {
            next()
                .and_then(|text| text.parse().ok())
                .and_then(chrono::DateTime::from_timestamp_micros)
        };
        let (at, opened_at) = (moment()?.naive_utc(), moment()?.naive_utc());
        Some(Self { is_undated, at, opened_at, id: next()?.parse().ok()? })
    }
}

impl Handoff {
    /// Its place in that group.
    #[must_use]
    pub fn cursor(&self, group: InboxGroup) -> Cursor {
        let at = match group {
            InboxGroup::Mine(_) => self.due_at.filter(|_| self.nature == Nature::Duty),
            InboxGroup::Others => None,
            InboxGroup::Done => {
                let closed_at = self.closed_at.unwrap_or(self.opened_at);
                return Cursor {
                    is_undated: true,
                    at: closed_at,
                    opened_at: closed_at,
                    id: self.id,
                };
            }
        };
        Cursor {
            is_undated: at.is_none(),
            at: at.unwrap_or(self.opened_at),
            opened_at: self.opened_at,
            id: self.id,
        }
    }
}

/// What is asked of an inbox.
pub struct InboxQuery<'a> {
    pub holdings: &'a [Holding],
    /// The bodies whose handoffs to others are shown.
    pub bodies: BTreeSet<Id<id::Body>>,
    pub filter: &'a Filter,
    /// Where each group begins.
    pub after: Option<Cursor>,
    /// Handoffs of each group; one more tells that there are more.
    pub limit: i64,
    pub now: Instant,
    /// Since when what is done is shown.
    pub done_since: Instant,
}

/// The first handoffs of these groups, group by group, each group in its order.
pub fn groups(
    db: &mut Db,
    query: &InboxQuery<'_>,
    groups: &[InboxGroup],
) -> Result<Vec<Vec<Handoff>>> {
    let parts: Vec<Part> =
        (0..).zip(groups).flat_map(|(at, group)| query.parts(at, *group)).collect();
    let mut found: Vec<Vec<Handoff>> = vec![Vec::new(); groups.len()];
    for some in in_statements(parts) {
        for (handoff, at) in union(some).load::<(Handoff, i32)>(db)? {
            if let Some(group) = usize::try_from(at).ok().and_then(|at| found.get_mut(at)) {
                group.push(handoff);
            }
        }
    }
    for (group, found) in groups.iter().zip(&mut found) {
        match group {
            InboxGroup::Mine(_) | InboxGroup::Others => found.sort_by_key(|h| h.cursor(*group)),
            InboxGroup::Done => found.sort_by_key(|h| Reverse(h.cursor(*group))),
        }
        found.truncate(usize::try_from(query.limit + 1).unwrap_or(0));
    }
    Ok(found)
}

/// The open handoff of that id, if it waits on the holder of these duties.
pub fn find(db: &mut Db, holdings: &[Holding], id: Id<id::Handoff>) -> Result<Option<Handoff>> {
    Ok(open(db, id)?
        .filter(|h| holdings.iter().any(|own| own.body == h.to_body && own.kind == h.duty)))
}

/// The open handoff of that id, if it waits on a duty of the scope in its body.
pub fn find_within(db: &mut Db, scope: &Scope, id: Id<id::Handoff>) -> Result<Option<Handoff>> {
    Ok(open(db, id)?.filter(|h| scope.has(h.duty, h.to_body)))
}

fn open(db: &mut Db, id: Id<id::Handoff>) -> Result<Option<Handoff>> {
    let found: Option<(Handoff, i32)> = handoffs(0)
        .filter(handoff::id.eq(id))
        .filter(handoff::closed_at.is_null())
        .first(db)
        .optional()?;
    Ok(found.map(|(handoff, _)| handoff))
}

/// Whether anybody has opened it.
#[derive(Clone, Copy)]
enum Opened {
    Not,
    Already,
}

impl InboxQuery<'_> {
    /// The parts of a group: one or two for each duty, or one for each body.
    fn parts(&self, at: i32, group: InboxGroup) -> Vec<Part> {
        match group {
            InboxGroup::Mine(urgency) => distinct(self.holdings)
                .iter()
                .flat_map(|own| self.mine(self.waiting(at, own), urgency))
                .collect(),
            InboxGroup::Others => {
                self.bodies.iter().map(|body| self.on_others(at, *body)).collect()
            }
            InboxGroup::Done => {
                distinct(self.holdings).iter().map(|own| self.done(at, own)).collect()
            }
        }
    }

    fn filtered(&self, at: i32) -> Part {
        let mut query = handoffs(at).limit(self.limit + 1).into_boxed();
        if let Some(kind) = self.filter.kind {
            query = query.filter(handoff::kind.eq(kind));
        }
        if let Some(case) = self.filter.case {
            query = query.filter(handoff::case_kind.eq(case));
        }
        if let Some(from) = self.filter.from {
            query = query.filter(handoff::from_body.eq(from));
        }
        query
    }

    fn waiting(&self, at: i32, own: &Holding) -> impl Fn() -> Part {
        let (body, duty) = (own.body, own.kind);
        move || {
            self.filtered(at)
                .filter(handoff::to_body.eq(body))
                .filter(handoff::duty.eq(duty))
                .filter(handoff::closed_at.is_null())
        }
    }

    fn mine(&self, waiting: impl Fn() -> Part, urgency: Urgency) -> Vec<Part> {
        let (passed, soon) = bounds(self.now);
        let due = |nature, from, until| Some(self.due(waiting(), nature, from, until));
        let parts = match urgency {
            Urgency::StatutoryPassed => [due(DueNature::Statutory, None, passed), None],
            Urgency::InternalPassed => [due(DueNature::Internal, None, passed), None],
            Urgency::DueSoon => [
                due(DueNature::Statutory, Some(passed), soon),
                due(DueNature::Internal, Some(passed), soon),
            ],
            Urgency::New => [
                self.later(waiting(), Opened::Not, soon),
                Some(self.undated(waiting(), Opened::Not)),
            ],
            Urgency::Waiting => [
                self.later(waiting(), Opened::Already, soon),
                Some(self.undated(waiting(), Opened::Already)),
            ],
            Urgency::Information => [Some(self.information(waiting())), None],
        };
        parts.into_iter().flatten().collect()
    }

    fn due(&self, waiting: Part, nature: DueNature, from: Option<Instant>, until: Instant) -> Part {
        let mut query =
            waiting.filter(handoff::due_nature.eq(nature)).filter(handoff::due_at.lt(until));
        if let Some(from) = from {
            query = query.filter(handoff::due_at.ge(from));
        }
        self.behind_due(query)
    }

    fn later(&self, waiting: Part, opened: Opened, from: Instant) -> Option<Part> {
        if self.after.is_some_and(|after| after.is_undated) {
            return None;
        }
        let query =
            waiting.filter(handoff::nature.eq(Nature::Duty)).filter(handoff::due_at.ge(from));
        Some(self.behind_due(by_opening(query, opened)))
    }

    fn undated(&self, waiting: Part, opened: Opened) -> Part {
        let query =
            waiting.filter(handoff::nature.eq(Nature::Duty)).filter(handoff::due_at.is_null());
        let query =
            by_opening(query, opened).order((handoff::due_at, handoff::opened_at, handoff::id));
        behind_age(query, self.after.filter(|after| after.is_undated))
    }

    fn information(&self, waiting: Part) -> Part {
        let query = waiting
            .filter(handoff::nature.eq(Nature::Information))
            .order((handoff::opened_at, handoff::id));
        behind_age(query, self.after)
    }

    /// What a body has handed to others and waits for, the oldest first.
    fn on_others(&self, at: i32, body: Id<id::Body>) -> Part {
        let query = self
            .filtered(at)
            .filter(handoff::from_body.eq(body))
            // What a body hands to itself is in no index that this question needs.
            .filter(handoff::from_body.ne(handoff::to_body))
            .filter(handoff::to_body.ne_all(self.bodies.iter().copied().collect::<Vec<_>>()))
            .filter(handoff::nature.eq(Nature::Duty))
            .filter(handoff::closed_at.is_null())
            .order((handoff::opened_at, handoff::id));
        behind_age(query, self.after)
    }

    /// What was done under a duty, the latest first.
    fn done(&self, at: i32, own: &Holding) -> Part {
        let query = self
            .filtered(at)
            .filter(handoff::to_body.eq(own.body))
            .filter(handoff::duty.eq(own.kind))
            .filter(handoff::closed_at.is_not_null())
            .filter(handoff::closed_at.ge(self.done_since))
            .order((handoff::closed_at.desc(), handoff::id.desc()));
        let Some(before) = self.after else { return query };
        let same = handoff::closed_at.eq(before.at).and(handoff::id.lt(before.id).nullable());
        query
            .filter(handoff::closed_at.le(before.at))
            .filter(handoff::closed_at.lt(before.at).or(same))
    }

    /// Goes on behind a place with a due date; the bare bound beside it begins the range of the index.
    fn behind_due(&self, query: Part) -> Part {
        let query = query.order((handoff::due_at, handoff::opened_at, handoff::id));
        let Some(after) = self.after else { return query };
        let older = handoff::opened_at
            .gt(after.opened_at)
            .or(handoff::opened_at.eq(after.opened_at).and(handoff::id.gt(after.id)));
        let behind =
            handoff::due_at.gt(after.at).or(handoff::due_at.eq(after.at).and(older.nullable()));
        query.filter(handoff::due_at.ge(after.at)).filter(behind)
    }
}

fn by_opening(query: Part, opened: Opened) -> Part {
    match opened {
        Opened::Not => query.filter(handoff::first_opened_at.is_null()),
        Opened::Already => query.filter(handoff::first_opened_at.is_not_null()),
    }
}

/// Goes on behind a place by age.
fn behind_age(query: Part, after: Option<Cursor>) -> Part {
    let Some(after) = after else { return query };
    let behind = handoff::opened_at
        .gt(after.opened_at)
        .or(handoff::opened_at.eq(after.opened_at).and(handoff::id.gt(after.id)));
    query.filter(handoff::opened_at.ge(after.opened_at)).filter(behind)
}

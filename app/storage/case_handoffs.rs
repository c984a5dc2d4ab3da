//! The handoffs on a case: whose turn it is, and who finished what waited on the reader. One statement.

use crate::{
    domain::{
        body::{BodyKind, DutyKind},
        handoff::{HandoffKind, Nature},
        id::{self, Id},
        permissions::Holding,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{handoff, users},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    Queryable, RunQueryDsl,
};

/// A handoff on a case.
#[derive(Clone, Debug, Queryable)]
struct Row {
    kind: HandoffKind,
    nature: Nature,
    to_body: Id<id::Body>,
    duty: DutyKind,
    first_opened_at: Option<Instant>,
    closed_by: Option<Id<id::Body>>,
    closed_at: Option<Instant>,
    user: Option<String>,
}

/// The handoffs on a case, as its reader sees them.
#[derive(Clone, Debug, Default)]
pub struct CaseHandoffs {
    /// Oldest first.
    pub open: Vec<OpenHandoff>,
    /// The last of each kind that waited on the reader's duties and waits no more, in the order in which they were finished.
    pub finished: Vec<FinishedHandoff>,
}

/// A handoff that waits on a body.
#[derive(Clone, Copy, Debug)]
pub struct OpenHandoff {
    pub kind: HandoffKind,
    pub nature: Nature,
    pub to_body: Id<id::Body>,
    pub duty: DutyKind,
    is_opened: bool,
}

/// A handoff that asked for an act, and the act was carried out.
#[derive(Clone, Debug)]
pub struct FinishedHandoff {
    pub kind: HandoffKind,
    /// Not known of what earlier programs closed.
    pub by_body: Option<Id<id::Body>>,
    /// Who acted; for readers of that body.
    pub by: Option<String>,
    pub at: Instant,
}

impl CaseHandoffs {
    /// Whether something waits on these duties that nobody has opened.
    #[must_use]
    pub fn is_unopened(&self, holdings: &[Holding]) -> bool {
        self.open
            .iter()
            .any(|handoff| !handoff.is_opened && is_own(holdings, handoff.to_body, handoff.duty))
    }
}

fn is_own(holdings: &[Holding], body: Id<id::Body>, duty: DutyKind) -> bool {
    holdings.iter().any(|own| own.body == body && own.kind == duty)
}

/// The handoffs on a case, for the holder of these duties.
pub fn on(db: &mut Db, case: Id, holdings: &[Holding]) -> Result<CaseHandoffs> {
    let bodies: Vec<_> = holdings.iter().map(|own| own.body).collect();
    let rows: Vec<Row> = handoff::table
        .left_join(users::table.on(users::id.nullable().eq(handoff::closed_by_user)))
        .filter(handoff::case_id.eq(case))
        .filter(handoff::closed_at.is_null().or(handoff::to_body.eq_any(bodies)))
        .order((handoff::closed_at, handoff::opened_at))
        .select((
            handoff::kind,
            handoff::nature,
            handoff::to_body,
            handoff::duty,
            handoff::first_opened_at,
            handoff::closed_by,
            handoff::closed_at,
            users::name.nullable(),
        ))
        .load(db)?;
    let mut found = CaseHandoffs::default();
    let is_border = holdings.iter().filter_map(|own| own.kind.body_kind()).any(BodyKind::is_border);
    for row in rows.into_iter().filter(|row| is_border || !row.kind.is_of_border_bodies()) {
        match row.closed_at {
            None => found.open.push(OpenHandoff {
                kind: row.kind,
                nature: row.nature,
                to_body: row.to_body,
                duty: row.duty,
                is_opened: row.first_opened_at.is_some(),
            }),
            Some(at) if row.nature == Nature::Duty && is_own(holdings, row.to_body, row.duty) => {
                found.finished.retain(|earlier| earlier.kind != row.kind);
                let is_by_own = holdings.iter().any(|own| Some(own.body) == row.closed_by);
                found.finished.push(FinishedHandoff {
                    kind: row.kind,
                    by_body: row.closed_by,
                    by: row.user.filter(|_| is_by_own),
                    at,
                });
            }
            Some(_) => {}
        }
    }
    let CaseHandoffs { open, finished } = &mut found;
    finished.retain(|done| !open.iter().any(|waiting| waiting.kind == done.kind));
    Ok(found)
}

//! Figures that were counted at the beginning of a month, for auditors.

use crate::{
    domain::{
        body::DutyKind,
        figures::Figures,
        id::{self, Id},
        time::{Instant, day_begins, today},
    },
    storage::{
        Db, Result, Scope, StorageError,
        db::schema::{duty, figures},
        offices::directory::Directory,
        statistics,
    },
};
use chrono::{Datelike, NaiveDate};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl, dsl, insert_into};

/// Figures as they were counted at some moment.
pub struct Counted {
    pub body: Id<id::Body>,
    pub at: Instant,
    pub figures: Figures,
}

/// Counts the figures of this month for each body that has had an auditor since before it began and lacks them; gives how many
/// bodies there were.
///
/// # Errors
/// [`StorageError::Unique`] when another node has counted them.
pub fn count(db: &mut Db, now: Instant) -> Result<usize> {
    let day = today(now);
    let month = day.with_day(1).unwrap_or(day);
    let bodies = uncounted(db, month, now)?;
    if bodies.is_empty() {
        return Ok(0);
    }
    let directory = Directory::read(db, 0)?;
    for body in &bodies {
        let own = directory.with_below(&directory.with_predecessors(&[*body]));
        let scope = Scope::over(&own.iter().map(|own| (own.id, own.kind)).collect::<Vec<_>>());
        let (counted, _) = statistics::figures(db, &scope, now)?;
        let content = serde_json::to_string(&counted).map_err(|_| StorageError::Damaged)?;
        insert_into(figures::table)
            .values((
                figures::body_id.eq(body),
                figures::month.eq(month),
                figures::counted_at.eq(now),
                figures::content.eq(content),
            ))
            .execute(db)?;
    }
    Ok(bodies.len())
}

fn uncounted(db: &mut Db, month: NaiveDate, now: Instant) -> Result<Vec<Id<id::Body>>> {
    let counted =
        figures::table.filter(figures::body_id.eq(duty::body_id)).filter(figures::month.eq(month));
    Ok(duty::table
        .filter(duty::kind.eq(DutyKind::Auditor))
        .filter(duty::from_at.lt(day_begins(month)))
        .filter(duty::to_at.is_null().or(duty::to_at.gt(now)))
        .filter(dsl::not(dsl::exists(counted)))
        .select(duty::body_id)
        .distinct()
        .load(db)?)
}

/// The latest figures of these bodies.
///
/// # Errors
/// Those of the database, and [`StorageError::Damaged`].
pub fn latest(db: &mut Db, bodies: &[Id<id::Body>]) -> Result<Vec<Counted>> {
    let rows: Vec<(Id<id::Body>, Instant, String)> = figures::table
        .filter(figures::body_id.eq_any(bodies.to_vec()))
        .order((figures::body_id, figures::month.desc()))
        .select((figures::body_id, figures::counted_at, figures::content))
        .load(db)?;
    let mut latest: Vec<Counted> = Vec::new();
    for (body, at, content) in rows {
        if latest.last().is_none_or(|counted| counted.body != body) {
            let figures = serde_json::from_str(&content).map_err(|_| StorageError::Damaged)?;
            latest.push(Counted { body, at, figures });
        }
    }
    Ok(latest)
}

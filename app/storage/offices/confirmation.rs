//! Duties that nobody but their granter stands for yet, and who may confirm them.

use super::user::{self, User};
use crate::{
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{body, duty},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, update,
};

/// A duty as its confirmation sees it.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Granted {
    pub id: Id<id::Duty>,
    pub user: Id<id::User>,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
    pub body_kind: BodyKind,
    pub parent: Option<Id<id::Body>>,
    /// The administrator who granted it; `None`: the operator.
    pub by: Option<Id<id::User>>,
    pub from: Instant,
    pub is_waiting: bool,
}

macro_rules! granted {
    () => {
        duty::table.inner_join(body::table.on(body::id.eq(duty::body_id))).select((
            duty::id,
            duty::user_id,
            duty::kind,
            duty::body_id,
            body::kind,
            body::parent_id,
            duty::granted_by,
            duty::from_at,
            duty::confirmed_at.is_null(),
        ))
    };
}

/// The duty of that id.
pub fn find(db: &mut Db, id: Id<id::Duty>) -> Result<Option<Granted>> {
    Ok(granted!().filter(duty::id.eq(id)).first(db).optional()?)
}

/// The duties in these bodies and those below them that wait to be confirmed, the first one first.
pub fn waiting(db: &mut Db, bodies: &[Id<id::Body>], now: Instant) -> Result<Vec<Granted>> {
    let is_near =
        body::id.eq_any(bodies.to_vec()).nullable().or(body::parent_id.eq_any(bodies.to_vec()));
    Ok(granted!()
        .filter(duty::confirmed_at.is_null())
        .filter(duty::to_at.is_null().or(duty::to_at.gt(now)))
        .filter(is_near)
        .order((duty::from_at, duty::id))
        .load(db)?)
}

/// Somebody who may confirm a duty, and under which duty of which body.
pub struct Confirmer {
    pub user: User,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
}

/// Who may confirm a duty: other administrators of the body and the head of its subdivision; where there is neither, those who
/// hold the same duty there. Never its granter, nor its holder, nor anybody whose own duty waits. The first holder of a duty
/// is confirmed by the operator alone.
pub fn confirmers(db: &mut Db, granted: &Granted, now: Instant) -> Result<Vec<Confirmer>> {
    let present = user::confirmed_holders(db, granted.body, granted.kind, now)?;
    if present.iter().all(|holder| holder.id == granted.user) {
        return Ok(Vec::new());
    }
    let mut asked = vec![(DutyKind::Administrator, granted.body)];
    asked.extend(granted.parent.map(|parent| (DutyKind::Administrator, parent)));
    match granted.body_kind {
        BodyKind::TerritorialSubdivision => asked.push((DutyKind::Head, granted.body)),
        BodyKind::StructuralUnit => {
            asked.extend(granted.parent.map(|parent| (DutyKind::Head, parent)));
        }
        BodyKind::Akimat | BodyKind::Council => {}
    }
    let above = of(db, granted, &asked, now)?;
    if !above.is_empty() {
        return Ok(above);
    }
    of(db, granted, &[(granted.kind, granted.body)], now)
}

fn of(
    db: &mut Db,
    granted: &Granted,
    duties: &[(DutyKind, Id<id::Body>)],
    now: Instant,
) -> Result<Vec<Confirmer>> {
    let mut found: Vec<Confirmer> = Vec::new();
    for (kind, body) in duties {
        for user in user::confirmed_holders(db, *body, *kind, now)? {
            let is_other = user.id != granted.user && Some(user.id) != granted.by;
            if is_other && !found.iter().any(|known| known.user.id == user.id) {
                found.push(Confirmer { user, kind: *kind, body: *body });
            }
        }
    }
    Ok(found)
}

/// Whom a new duty is told: those who may confirm it, and those who hold the same one; each under the own duty.
///
/// # Errors
/// Those of the database.
pub fn told(
    db: &mut Db,
    id: Id<id::Duty>,
    now: Instant,
) -> Result<Vec<(User, DutyKind, Id<id::Body>)>> {
    let Some(granted) = find(db, id)? else { return Ok(Vec::new()) };
    let asked = confirmers(db, &granted, now)?;
    let mut told: Vec<_> = asked.into_iter().map(|c| (c.user, c.kind, c.body)).collect();
    for user in user::holders(db, granted.body, granted.kind, now)? {
        if user.id != granted.user && !told.iter().any(|(known, ..)| known.id == user.id) {
            told.push((user, granted.kind, granted.body));
        }
    }
    Ok(told)
}

/// Confirms a duty; false when it is confirmed already.
pub fn confirm(db: &mut Db, id: Id<id::Duty>, now: Instant) -> Result<bool> {
    let waiting = duty::table.find(id).filter(duty::confirmed_at.is_null());
    Ok(update(waiting).set(duty::confirmed_at.eq(now)).execute(db)? == 1)
}

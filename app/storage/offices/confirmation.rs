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
        db::schema::{body, duty, users},
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
        ))
    };
}

/// The duty of that id.
pub fn find(db: &mut Db, id: Id<id::Duty>) -> Result<Option<Granted>> {
    Ok(granted!().filter(duty::id.eq(id)).first(db).optional()?)
}

/// A duty that waits, with the names that say whose it is and who granted it.
pub struct Waiting {
    pub granted: Granted,
    pub name: String,
    pub by: Option<String>,
}

/// The duties that this user, who holds duties in these bodies, may confirm, the first one first: three statements.
pub fn asked_of(
    db: &mut Db,
    user: Id<id::User>,
    bodies: &[Id<id::Body>],
    now: Instant,
) -> Result<Vec<Waiting>> {
    let is_near =
        body::id.eq_any(bodies.to_vec()).nullable().or(body::parent_id.eq_any(bodies.to_vec()));
    let waiting: Vec<Granted> = granted!()
        .filter(duty::confirmed_at.is_null())
        .filter(duty::to_at.is_null().or(duty::to_at.gt(now)))
        .filter(is_near)
        .order((duty::from_at, duty::id))
        .load(db)?;
    let near: Vec<Id<id::Body>> =
        waiting.iter().flat_map(|granted| [Some(granted.body), granted.parent]).flatten().collect();
    let held = held(db, &near, now)?;
    let is_asked = |granted: &Granted| {
        confirmers_among(&held, granted).iter().any(|confirmer| confirmer.user.id == user)
    };
    let asked: Vec<Granted> = waiting.into_iter().filter(is_asked).collect();
    let people: Vec<Id<id::User>> =
        asked.iter().flat_map(|granted| [Some(granted.user), granted.by]).flatten().collect();
    let names = user::names(db, &people)?;
    let name = |id: Id<id::User>| names.iter().find(|(own, _)| *own == id).map(|(_, name)| name);
    let with_names = |granted: Granted| Waiting {
        granted,
        name: name(granted.user).cloned().unwrap_or_default(),
        by: granted.by.and_then(name).cloned(),
    };
    Ok(asked.into_iter().map(with_names).collect())
}

/// Somebody for whose duty in a body somebody else than its granter stands.
#[derive(Clone)]
pub struct Confirmer {
    pub user: User,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
}

fn held(db: &mut Db, bodies: &[Id<id::Body>], now: Instant) -> Result<Vec<Confirmer>> {
    let rows: Vec<(User, DutyKind, Id<id::Body>)> = duty::table
        .inner_join(users::table.on(users::id.eq(duty::user_id)))
        .filter(duty::body_id.eq_any(bodies.to_vec()))
        .filter(duty::from_at.le(now).and(duty::to_at.is_null().or(duty::to_at.gt(now))))
        .filter(duty::confirmed_at.is_not_null())
        .filter(users::disabled_at.is_null())
        .order(users::id)
        .select((users::all_columns, duty::kind, duty::body_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(user, kind, body)| Confirmer { user, kind, body }).collect())
}

/// Who may confirm a duty: other administrators of the body and the head of its subdivision; where there is neither, those who
/// hold the same duty there. Never its granter, nor its holder, nor anybody whose own duty waits. The first holder of a duty
/// is confirmed by the operator alone.
///
/// # Errors
/// Those of the database.
pub fn confirmers(db: &mut Db, granted: &Granted, now: Instant) -> Result<Vec<Confirmer>> {
    let near: Vec<Id<id::Body>> =
        [Some(granted.body), granted.parent].into_iter().flatten().collect();
    Ok(confirmers_among(&held(db, &near, now)?, granted))
}

fn confirmers_among(held: &[Confirmer], granted: &Granted) -> Vec<Confirmer> {
    let is_colleague = |c: &Confirmer| c.kind == granted.kind && c.body == granted.body;
    if !held.iter().any(|c| is_colleague(c) && c.user.id != granted.user) {
        return Vec::new();
    }
    let subdivision = match granted.body_kind {
        BodyKind::TerritorialSubdivision => Some(granted.body),
        BodyKind::StructuralUnit => granted.parent,
        BodyKind::Akimat | BodyKind::Council => None,
    };
    let is_above = |c: &Confirmer| match c.kind {
        DutyKind::Administrator => c.body == granted.body || Some(c.body) == granted.parent,
        DutyKind::Head => Some(c.body) == subdivision,
        DutyKind::AkimatOfficer
        | DutyKind::CouncilSecretary
        | DutyKind::VettingOfficer
        | DutyKind::UnitRepresentative
        | DutyKind::Auditor => false,
    };
    let others = |is_asked: &dyn Fn(&Confirmer) -> bool| -> Vec<Confirmer> {
        let is_other = |c: &&Confirmer| c.user.id != granted.user && Some(c.user.id) != granted.by;
        let mut found: Vec<Confirmer> =
            held.iter().filter(is_other).filter(|c| is_asked(c)).cloned().collect();
        found.dedup_by_key(|c| c.user.id);
        found
    };
    let above = others(&is_above);
    if above.is_empty() { others(&is_colleague) } else { above }
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

//! Duties: granted, ended, never deleted.

use crate::{
    domain::{body::DutyKind, id::Id, language::Named, time::Instant},
    storage::{
        Db, Result,
        db::schema::{body, duty, users},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into,
    update,
};
use std::collections::BTreeMap;

/// A duty with the body that it is held in.
#[derive(Clone, Debug)]
pub struct Duty {
    pub id: Id,
    pub user: Id,
    pub user_name: String,
    pub kind: DutyKind,
    pub body: Id,
    pub body_name: Named,
    pub from: Instant,
    /// The moment at which it is over.
    pub to: Option<Instant>,
    pub deputy_for: Option<Id>,
    pub deputy_for_name: Option<String>,
}

impl Duty {
    /// Whether it is not over yet at that moment; it may begin later.
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.to.is_none_or(|to| to > at && to > self.from)
    }
}

/// What a new duty is made of.
#[derive(Clone, Copy, Debug)]
pub struct NewDuty {
    pub id: Id,
    pub user: Id,
    pub body: Id,
    pub kind: DutyKind,
    pub from: Instant,
    pub to: Option<Instant>,
    /// Whom the holder stands in for.
    pub deputy_for: Option<Id>,
}

impl NewDuty {
    /// A duty from now on.
    #[must_use]
    pub const fn from_now(id: Id, user: Id, body: Id, kind: DutyKind, now: Instant) -> Self {
        Self { id, user, body, kind, from: now, to: None, deputy_for: None }
    }
}

/// Grants a duty.
pub fn insert(db: &mut Db, new: &NewDuty) -> Result<()> {
    insert_into(duty::table)
        .values((
            duty::id.eq(new.id),
            duty::user_id.eq(new.user),
            duty::body_id.eq(new.body),
            duty::kind.eq(new.kind),
            duty::from_at.eq(new.from),
            duty::to_at.eq(new.to),
            duty::deputy_for.eq(new.deputy_for),
        ))
        .execute(db)?;
    Ok(())
}

/// Ends a duty at that moment; false when it ends before.
pub fn end(db: &mut Db, id: Id, at: Instant) -> Result<bool> {
    let open = duty::table.find(id).filter(duty::to_at.is_null().or(duty::to_at.gt(at)));
    Ok(update(open).set(duty::to_at.eq(at)).execute(db)? == 1)
}

type Row = (Id, (Id, String), DutyKind, (Id, String, String, String), Instant, Option<Instant>, Option<Id>);

macro_rules! duties {
    () => {
        duty::table
            .inner_join(body::table.on(body::id.eq(duty::body_id)))
            .inner_join(users::table.on(users::id.eq(duty::user_id)))
            .order((duty::from_at.desc(), duty::id.desc()))
            .select((
                duty::id,
                (users::id, users::name),
                duty::kind,
                (body::id, body::name_kk, body::name_ru, body::name_en),
                duty::from_at,
                duty::to_at,
                duty::deputy_for,
            ))
    };
}

/// All duties of these users, the latest first.
pub fn of_users(db: &mut Db, ids: &[Id]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!().filter(duty::user_id.eq_any(ids.to_vec())).load(db)?;
    with_names(db, rows)
}

/// All duties in these bodies, the latest first.
pub fn of_bodies(db: &mut Db, ids: &[Id]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!().filter(duty::body_id.eq_any(ids.to_vec())).load(db)?;
    with_names(db, rows)
}

/// The duties in these bodies of people who can sign in: of the others none is held.
pub fn held_in(db: &mut Db, ids: &[Id]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!().filter(duty::body_id.eq_any(ids.to_vec())).filter(users::disabled_at.is_null()).load(db)?;
    with_names(db, rows)
}

/// The duty of that id, if it is held in one of these bodies.
pub fn find(db: &mut Db, bodies: &[Id], id: Id) -> Result<Option<Duty>> {
    let row: Option<Row> = duties!().filter(duty::id.eq(id)).filter(duty::body_id.eq_any(bodies.to_vec())).first(db).optional()?;
    Ok(with_names(db, row.into_iter().collect())?.pop())
}

/// The name of whom a user stood in for at that moment, in that duty of that body.
pub fn represented(db: &mut Db, user: Id, kind: DutyKind, body: Id, at: Instant) -> Result<Option<String>> {
    Ok(duty::table
        .inner_join(users::table.on(duty::deputy_for.eq(users::id.nullable())))
        .filter(duty::user_id.eq(user))
        .filter(duty::body_id.eq(body))
        .filter(duty::kind.eq(kind))
        .filter(duty::from_at.le(at).and(duty::to_at.is_null().or(duty::to_at.gt(at))))
        .select(users::name)
        .first(db)
        .optional()?)
}

fn with_names(db: &mut Db, rows: Vec<Row>) -> Result<Vec<Duty>> {
    let represented: Vec<Id> = rows.iter().filter_map(|row| row.6).collect();
    let names: Vec<(Id, String)> = users::table.filter(users::id.eq_any(represented)).select((users::id, users::name)).load(db)?;
    let names: BTreeMap<Id, String> = names.into_iter().collect();
    Ok(rows
        .into_iter()
        .map(|(id, (user, user_name), kind, (body, kk, ru, en), from, to, deputy_for)| Duty {
            id,
            user,
            user_name,
            kind,
            body,
            body_name: Named { kk, ru, en },
            from,
            to,
            deputy_for,
            deputy_for_name: deputy_for.and_then(|user| names.get(&user).cloned()),
        })
        .collect())
}

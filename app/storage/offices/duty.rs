//! Duties: granted, ended, never deleted.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{body, duty, users},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, RunQueryDsl, insert_into, update,
};

/// A duty with the body that it is held in.
#[derive(Clone, Debug)]
pub struct Duty {
    pub id: Id<id::Duty>,
    pub user: Id<id::User>,
    pub user_name: String,
    pub kind: DutyKind,
    pub body: Id<id::Body>,
    pub body_name: Named,
    pub from: Instant,
    /// The moment at which it is over.
    pub to: Option<Instant>,
    pub deputy_for: Option<Id<id::User>>,
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
    pub id: Id<id::Duty>,
    pub user: Id<id::User>,
    pub body: Id<id::Body>,
    pub kind: DutyKind,
    pub from: Instant,
    pub to: Option<Instant>,
    /// Whom the holder stands in for.
    pub deputy_for: Option<Id<id::User>>,
}

impl NewDuty {
    /// A duty from now on.
    #[must_use]
    pub const fn from_now(
        id: Id<id::Duty>,
        user: Id<id::User>,
        body: Id<id::Body>,
        kind: DutyKind,
        now: Instant,
    ) -> Self {
        Self { id, user, body, kind, from: now, to: None, deputy_for: None }
    }
}

/// Grants a duty by the word of the operator, who stands for it.
pub fn insert(db: &mut Db, new: &NewDuty) -> Result<()> {
    write(db, new, None, Some(new.from))
}

/// Grants a duty by an administrator: somebody else has to stand for it.
pub fn insert_waiting(db: &mut Db, new: &NewDuty, by: Id<id::User>) -> Result<()> {
    write(db, new, Some(by), None)
}

fn write(
    db: &mut Db,
    new: &NewDuty,
    granted_by: Option<Id<id::User>>,
    confirmed_at: Option<Instant>,
) -> Result<()> {
    insert_into(duty::table)
        .values((
            duty::id.eq(new.id),
            duty::user_id.eq(new.user),
            duty::body_id.eq(new.body),
            duty::kind.eq(new.kind),
            duty::from_at.eq(new.from),
            duty::to_at.eq(new.to),
            duty::deputy_for.eq(new.deputy_for),
            duty::granted_by.eq(granted_by),
            duty::confirmed_at.eq(confirmed_at),
        ))
        .execute(db)?;
    Ok(())
}

/// Ends a duty at that moment; false when it ends before.
pub fn end(db: &mut Db, id: Id<id::Duty>, at: Instant) -> Result<bool> {
    let open = duty::table.find(id).filter(duty::to_at.is_null().or(duty::to_at.gt(at)));
    Ok(update(open).set(duty::to_at.eq(at)).execute(db)? == 1)
}

// Whom the holder of a duty stands in for.
diesel::alias!(
    const REPRESENTED: Alias<Represented> = users as represented;
);

type Row = (
    Id<id::Duty>,
    (Id<id::User>, String),
    DutyKind,
    (Id<id::Body>, String, String, String),
    Instant,
    Option<Instant>,
    (Option<Id<id::User>>, Option<String>),
);

impl From<Row> for Duty {
    fn from(
        (id, (user, user_name), kind, (body, kk, ru, en), from, to, (deputy_for, deputy_for_name)): Row,
    ) -> Self {
        Self {
            id,
            user,
            user_name,
            kind,
            body,
            body_name: Named { kk, ru, en },
            from,
            to,
            deputy_for,
            deputy_for_name,
        }
    }
}

macro_rules! duties {
    () => {
        duty::table
            .inner_join(body::table.on(body::id.eq(duty::body_id)))
            .inner_join(users::table.on(users::id.eq(duty::user_id)))
            .left_join(REPRESENTED.on(duty::deputy_for.eq(REPRESENTED.field(users::id).nullable())))
            .order((duty::from_at.desc(), duty::id.desc()))
            .select((
                duty::id,
                (users::id, users::name),
                duty::kind,
                (body::id, body::name_kk, body::name_ru, body::name_en),
                duty::from_at,
                duty::to_at,
                (duty::deputy_for, REPRESENTED.field(users::name).nullable()),
            ))
    };
}

/// All duties of these users, the latest first.
pub fn of_users(db: &mut Db, ids: &[Id<id::User>]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!().filter(duty::user_id.eq_any(ids.to_vec())).load(db)?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// All duties in these bodies, the latest first.
pub fn of_bodies(db: &mut Db, ids: &[Id<id::Body>]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!().filter(duty::body_id.eq_any(ids.to_vec())).load(db)?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// The duties in these bodies of people who can sign in: of the others none is held.
pub fn held_in(db: &mut Db, ids: &[Id<id::Body>]) -> Result<Vec<Duty>> {
    let rows: Vec<Row> = duties!()
        .filter(duty::body_id.eq_any(ids.to_vec()))
        .filter(users::disabled_at.is_null())
        .load(db)?;
    Ok(rows.into_iter().map(Duty::from).collect())
}

/// The duty of that id, if it is held in one of these bodies.
pub fn find(db: &mut Db, bodies: &[Id<id::Body>], id: Id<id::Duty>) -> Result<Option<Duty>> {
    let row: Option<Row> = duties!()
        .filter(duty::id.eq(id))
        .filter(duty::body_id.eq_any(bodies.to_vec()))
        .first(db)
        .optional()?;
    Ok(row.map(Duty::from))
}

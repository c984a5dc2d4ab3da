//! Handoffs: opened and closed by acts, and first opened by a reader.

use crate::{
    domain::{
        handoff::{DueNature, HandoffKind, Nature},
        id::{self, Id},
        permissions::{Case, Holding},
        time::Instant,
    },
    storage::{Db, Result, db::schema::handoff, db::union::union, mail::reminder},
};
use diesel::{
    AsChangeset, ExpressionMethods, NullableExpressionMethods, OptionalExtension, QueryDsl,
    Queryable, RunQueryDsl, insert_into, update,
};

/// A handoff to be opened, on a case whose anchor the caller holds.
pub struct NewHandoff<'a> {
    pub id: Id<id::Handoff>,
    pub kind: HandoffKind,
    pub case: &'a Case,
    pub from_body: Id<id::Body>,
    pub to_body: Id<id::Body>,
    pub act: Id<id::ActRun>,
    pub due: Option<(Instant, DueNature)>,
}

/// Opens a handoff. One of that kind that is open on that case already is new again, with the later due date.
pub fn open(db: &mut Db, new: &NewHandoff<'_>, now: Instant) -> Result<Id<id::Handoff>> {
    let open: Option<Id<id::Handoff>> = handoff::table
        .filter(handoff::kind.eq(new.kind))
        .filter(handoff::case_id.eq(new.case.id))
        .filter(handoff::to_body.eq(new.to_body))
        .filter(handoff::closed_at.is_null())
        .select(handoff::id)
        .first(db)
        .optional()?;
    match open {
        Some(id) => renew(db, id, new)?,
        None => insert(db, new, now)?,
    }
    let id = open.unwrap_or(new.id);
    reminder::plan(db, id, new.kind.nature(), new.due, now)?;
    Ok(id)
}

fn insert(db: &mut Db, new: &NewHandoff<'_>, now: Instant) -> Result<()> {
    let (case, (due_at, due_nature)) = (new.case, new.due.unzip());
    insert_into(handoff::table)
        .values((
            (
                handoff::id.eq(new.id),
                handoff::kind.eq(new.kind),
                handoff::nature.eq(new.kind.nature()),
                handoff::case_kind.eq(case.kind),
                handoff::case_id.eq(case.id),
                handoff::anchor_kind.eq(case.anchor.kind()),
                handoff::anchor_id.eq(case.anchor.id()),
                handoff::squad_id.eq(case.belongs_to()),
            ),
            (
                handoff::title_kk.eq(&case.title.kk),
                handoff::title_ru.eq(&case.title.ru),
                handoff::title_en.eq(&case.title.en),
                handoff::reference.eq(&case.reference),
            ),
            handoff::from_body.eq(new.from_body),
            handoff::to_body.eq(new.to_body),
            handoff::duty.eq(new.kind.duty()),
            handoff::opened_by_act.eq(new.act),
            handoff::opened_at.eq(now),
            handoff::due_at.eq(due_at),
            handoff::due_nature.eq(due_nature),
        ))
        .execute(db)?;
    Ok(())
}

fn renew(db: &mut Db, id: Id<id::Handoff>, new: &NewHandoff<'_>) -> Result<()> {
    let (due_at, due_nature) = new.due.unzip();
    update(handoff::table.find(id))
        .set((
            handoff::due_at.eq(due_at),
            handoff::due_nature.eq(due_nature),
            handoff::first_opened_by.eq(None::<Id<id::User>>),
            handoff::first_opened_at.eq(None::<Instant>),
        ))
        .execute(db)?;
    Ok(())
}

/// The facts of a handoff that its mail needs.
#[derive(Clone, Copy, Debug)]
pub struct Announced {
    pub kind: HandoffKind,
    pub to_body: Id<id::Body>,
    pub is_closed: bool,
}

/// The handoff that a mail announces.
pub fn find(db: &mut Db, id: Id<id::Handoff>) -> Result<Option<Announced>> {
    let found: Option<(HandoffKind, Id<id::Body>, Option<Instant>)> = handoff::table
        .find(id)
        .select((handoff::kind, handoff::to_body, handoff::closed_at))
        .first(db)
        .optional()?;
    Ok(found.map(|(kind, to_body, closed_at)| Announced {
        kind,
        to_body,
        is_closed: closed_at.is_some(),
    }))
}

/// The act that closed a handoff.
pub fn closing(db: &mut Db, id: Id<id::Handoff>) -> Result<Option<Closing>> {
    let closed = handoff::table
        .find(id)
        .filter(handoff::closed_by_act.is_not_null())
        .filter(handoff::closed_by.is_not_null())
        .filter(handoff::closed_at.is_not_null());
    Ok(closed
        .select((
            handoff::closed_by_act.assume_not_null(),
            handoff::closed_by.assume_not_null(),
            handoff::closed_by_user,
            handoff::closed_at.assume_not_null(),
        ))
        .first(db)
        .optional()?)
}

/// Whether a handoff of that kind waits on a case.
pub fn is_open(db: &mut Db, kind: HandoffKind, case: Id) -> Result<bool> {
    let open = handoff::table
        .filter(handoff::kind.eq(kind))
        .filter(handoff::case_id.eq(case))
        .filter(handoff::closed_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(open)).get_result(db)?)
}

/// The act that closes a handoff.
#[derive(Clone, Copy, Debug, AsChangeset, Queryable)]
#[diesel(table_name = handoff)]
pub struct Closing {
    #[diesel(column_name = closed_by_act)]
    pub act: Id<id::ActRun>,
    #[diesel(column_name = closed_by)]
    pub body: Id<id::Body>,
    /// Not known of what earlier programs closed.
    #[diesel(column_name = closed_by_user)]
    pub user: Option<Id<id::User>>,
    #[diesel(column_name = closed_at)]
    pub at: Instant,
}

/// Closes the handoffs of that kind on a case.
pub fn close(db: &mut Db, kind: HandoffKind, case: Id, by: Closing) -> Result<usize> {
    let open = handoff::table
        .filter(handoff::kind.eq(kind))
        .filter(handoff::case_id.eq(case))
        .filter(handoff::closed_at.is_null());
    Ok(update(open).set(by).execute(db)?)
}

/// Somebody may hold a duty twice, in an own right and as a deputy; what waits on it waits once.
pub(super) fn distinct(holdings: &[Holding]) -> Vec<Holding> {
    let mut distinct: Vec<Holding> = Vec::new();
    for own in holdings {
        if !distinct.iter().any(|known| known.body == own.body && known.kind == own.kind) {
            distinct.push(*own);
        }
    }
    distinct
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

/// Notes who opened what waits on these duties about a case, the first time.
pub fn note_opened(
    db: &mut Db,
    holdings: &[Holding],
    case: Id,
    user: Id<id::User>,
    now: Instant,
) -> Result<()> {
    for own in holdings {
        let unseen = handoff::table
            .filter(handoff::case_id.eq(case))
            .filter(handoff::to_body.eq(own.body))
            .filter(handoff::duty.eq(own.kind))
            .filter(handoff::closed_at.is_null())
            .filter(handoff::first_opened_at.is_null());
        update(unseen)
            .set((handoff::first_opened_by.eq(user), handoff::first_opened_at.eq(now)))
            .execute(db)?;
    }
    Ok(())
}

/// Closes what was only to be read, by its reader; false when it is closed already.
pub fn close_read(db: &mut Db, id: Id<id::Handoff>, by: Closing) -> Result<bool> {
    let open = handoff::table
        .find(id)
        .filter(handoff::nature.eq(Nature::Information))
        .filter(handoff::closed_at.is_null());
    Ok(update(open).set(by).execute(db)? == 1)
}

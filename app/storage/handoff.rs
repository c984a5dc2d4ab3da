//! Handoffs: what waits on whom.

use super::{
    Db, Result,
    schema::{body, handoff, squad},
};
use crate::{
    domain::{
        body::DutyKind,
        handoff::{CaseKind, DueNature, HandoffKind, Nature},
        id::Id,
        permissions::Holding,
        time::Instant,
    },
    each,
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into, update,
};

/// What a new handoff is made of.
pub struct NewHandoff {
    pub id: Id,
    pub kind: HandoffKind,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Id,
    pub from_body: Id,
    pub to_body: Id,
    pub act: Id,
    pub due: Option<(Instant, DueNature)>,
}

/// An open handoff as an inbox shows it.
#[derive(Clone, Debug, Queryable)]
pub struct Handoff {
    pub id: Id,
    pub kind: HandoffKind,
    pub nature: Nature,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Id,
    pub to_body: Id,
    pub duty: DutyKind,
    pub opened_at: Instant,
    pub due_at: Option<Instant>,
    pub due_nature: Option<DueNature>,
    pub first_opened_at: Option<Instant>,
    pub squad_kk: String,
    pub squad_ru: String,
    pub squad_reference: String,
}

macro_rules! handoffs {
    () => {
        handoff::table.inner_join(squad::table.on(squad::id.eq(handoff::squad_id))).filter(handoff::closed_at.is_null()).select((
            handoff::id,
            handoff::kind,
            handoff::nature,
            handoff::case_kind,
            handoff::case_id,
            handoff::squad_id,
            handoff::to_body,
            handoff::duty,
            handoff::opened_at,
            handoff::due_at,
            handoff::due_nature,
            handoff::first_opened_at,
            squad::name_kk,
            squad::name_ru,
            squad::reference,
        ))
    };
}

/// Opens a handoff. One of that kind that is open on that case already is new again, with the later due date.
pub fn open(db: &mut Db, new: &NewHandoff, now: Instant) -> Result<Id> {
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
            handoff::first_opened_by.eq(None::<Id>),
            handoff::first_opened_at.eq(None::<Instant>),
        ))
        .execute(db)?;
    Ok(id)
}

/// Closes the handoffs of that kind on a case.
pub fn close(db: &mut Db, kind: HandoffKind, case: Id, act: Id, now: Instant) -> Result<usize> {
    let open = handoff::table.filter(handoff::kind.eq(kind)).filter(handoff::case_id.eq(case)).filter(handoff::closed_at.is_null());
    Ok(update(open).set((handoff::closed_by_act.eq(act), handoff::closed_at.eq(now))).execute(db)?)
}

/// What waits on the holder of these duties, oldest first.
pub fn inbox(db: &mut Db, holdings: &[Holding], limit: i64) -> Result<Vec<Handoff>> {
    let mut query = handoffs!().order((handoff::opened_at, handoff::id)).limit(limit).into_boxed();
    let bodies: Vec<Id> = holdings.iter().map(|h| h.body).collect();
    query = query.filter(handoff::to_body.eq_any(bodies));
    let found: Vec<Handoff> = query.load(db)?;
    Ok(found.into_iter().filter(|h| holdings.iter().any(|own| own.body == h.to_body && own.kind == h.duty)).collect())
}

/// What these bodies have handed to others and wait for, with the name of whom it waits on.
pub fn waiting_on_others(db: &mut Db, bodies: &[Id], limit: i64) -> Result<Vec<(Handoff, super::body::Body)>> {
    let found: Vec<Handoff> = handoffs!()
        .filter(handoff::from_body.eq_any(bodies.to_vec()).and(handoff::to_body.ne_all(bodies.to_vec())))
        .filter(handoff::nature.eq(Nature::Duty))
        .order((handoff::opened_at, handoff::id))
        .limit(limit)
        .load(db)?;
    let names = super::body::all(db, &found.iter().map(|h| h.to_body).collect::<Vec<_>>())?;
    Ok(found.into_iter().filter_map(|h| names.iter().find(|b| b.id == h.to_body).cloned().map(|b| (h, b))).collect())
}

/// The open handoff of that id, if it waits on the holder of these duties.
pub fn find(db: &mut Db, holdings: &[Holding], id: Id) -> Result<Option<Handoff>> {
    let found: Option<Handoff> = handoffs!().filter(handoff::id.eq(id)).first(db).optional()?;
    Ok(found.filter(|h| holdings.iter().any(|own| own.body == h.to_body && own.kind == h.duty)))
}

/// Notes who opened what waits on these duties about a case, the first time.
pub fn note_opened(db: &mut Db, holdings: &[Holding], case: Id, user: Id, now: Instant) -> Result<()> {
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

/// Closes what was only to be read, by its reader; no act of the workflow closes it.
pub fn close_read(db: &mut Db, id: Id, now: Instant) -> Result<usize> {
    let open = handoff::table.find(id).filter(handoff::nature.eq(Nature::Information)).filter(handoff::closed_at.is_null());
    Ok(update(open).set(handoff::closed_at.eq(now)).execute(db)?)
}

/// Whether something waits on these duties about a case that nobody has opened yet.
pub fn is_unopened(db: &mut Db, holdings: &[Holding], case: Id) -> Result<bool> {
    let waiting: Vec<(Id, DutyKind)> = handoff::table
        .filter(handoff::case_id.eq(case))
        .filter(handoff::first_opened_at.is_null())
        .filter(handoff::closed_at.is_null())
        .select((handoff::to_body, handoff::duty))
        .load(db)?;
    Ok(waiting.iter().any(|(body, duty)| holdings.iter().any(|own| own.body == *body && own.kind == *duty)))
}

//! The bodies, and which units serve which akimat.

use crate::{
    domain::{
        body::{BodyKind, BodyState},
        id::{self, Id},
        language::Named,
        permissions::Case,
        state::At,
        time::Instant,
    },
    each,
    storage::{
        Db, Result, Scope,
        db::{
            for_change, for_share,
            schema::{body, body_name, service_area},
            transition::Stated,
        },
        offices::generation::note_change,
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, OptionalExtension,
    QueryDsl, Queryable, RunQueryDsl, delete, insert_into, update,
};

/// A body.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: Id<id::Body>,
    pub kind: BodyKind,
    pub parent: Option<Id<id::Body>>,
    pub name: Named,
    pub email: String,
    pub vetting_days: u32,
    /// Grows with each change, so that of two who change it the first wins.
    pub version: i32,
    pub closed_at: Option<Instant>,
    pub succeeded_by: Option<Id<id::Body>>,
}

impl Stated for BodyState {
    /// The column that names the successor closes a body; here it only changes hands once.
    fn transition(db: &mut Db, at: &At<Self>, _: Self) -> Result<bool> {
        let open = body::table
            .find(at.id)
            .filter(body::version.eq(at.version))
            .filter(body::valid_to.is_null());
        note_change(db)?;
        Ok(at.state == Self::Open
            && update(open).set(body::version.eq(at.version + 1)).execute(db)? == 1)
    }
}

impl Body {
    /// Where an open body is, in that version.
    #[must_use]
    pub const fn open_at(id: Id<id::Body>, version: i32) -> At<BodyState> {
        At::new(id, version, BodyState::Open)
    }

    /// A body that is about to be added.
    #[must_use]
    pub const fn new(
        id: Id<id::Body>,
        kind: BodyKind,
        parent: Option<Id<id::Body>>,
        name: Named,
        email: String,
        vetting_days: u32,
    ) -> Self {
        Self {
            id,
            kind,
            parent,
            name,
            email,
            vetting_days,
            version: 1,
            closed_at: None,
            succeeded_by: None,
        }
    }

    /// Whether it is there, or another one has succeeded it.
    #[must_use]
    pub const fn state(&self) -> BodyState {
        if self.closed_at.is_none() { BodyState::Open } else { BodyState::Closed }
    }

    /// The body as a case of its administrator, if the scope does.
    #[must_use]
    pub fn case(&self, scope: &Scope) -> Option<Case> {
        let above = [Some(self.id), self.parent]
            .into_iter()
            .flatten()
            .find(|id| scope.administered.contains(id));
        above.map(|administration| {
            Case::of_body(self.id, self.name.clone(), self.state(), administration)
        })
    }
}

#[derive(Queryable)]
struct Row {
    id: Id<id::Body>,
    kind: BodyKind,
    parent_id: Option<Id<id::Body>>,
    name_kk: String,
    name_ru: String,
    name_en: String,
    email: String,
    vetting_days: i32,
    _valid_from: Instant,
    valid_to: Option<Instant>,
    succeeded_by: Option<Id<id::Body>>,
    version: i32,
}

impl From<Row> for Body {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            parent: row.parent_id,
            name: Named { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
            email: row.email,
            vetting_days: row.vetting_days.unsigned_abs(),
            version: row.version,
            closed_at: row.valid_to,
            succeeded_by: row.succeeded_by,
        }
    }
}

/// Every body, the oldest first.
pub(in crate::storage) fn every(db: &mut Db) -> Result<Vec<Body>> {
    Ok(body::table
        .order((body::valid_from, body::id))
        .load::<Row>(db)?
        .into_iter()
        .map(Body::from)
        .collect())
}

/// Adds a body.
pub fn insert(db: &mut Db, new: &Body, from: Instant) -> Result<()> {
    insert_into(body::table)
        .values((
            body::id.eq(new.id),
            body::kind.eq(new.kind),
            body::parent_id.eq(new.parent),
            body::name_kk.eq(&new.name.kk),
            body::name_ru.eq(&new.name.ru),
            body::name_en.eq(&new.name.en),
            body::email.eq(&new.email),
            body::vetting_days.eq(i32::try_from(new.vetting_days).unwrap_or(i32::MAX)),
            body::valid_from.eq(from),
            body::version.eq(1),
        ))
        .execute(db)?;
    note_name(db, new.id, &new.name, from)
}

/// Notes the name that a body has from then on.
fn note_name(db: &mut Db, id: Id<id::Body>, name: &Named, from: Instant) -> Result<()> {
    let row = (
        body_name::body_id.eq(id),
        body_name::from_at.eq(from),
        body_name::name_kk.eq(&name.kk),
        body_name::name_ru.eq(&name.ru),
        body_name::name_en.eq(&name.en),
    );
    insert_into(body_name::table).values(row).execute(db)?;
    note_change(db)
}

/// Gives an open body another name, mailbox and target. The name that it had stays beside what happened under it.
pub fn change(
    db: &mut Db,
    id: Id<id::Body>,
    name: &Named,
    email: &str,
    vetting_days: u32,
    now: Instant,
) -> Result<()> {
    let before = get(db, id)?;
    update(body::table.find(id))
        .set((
            body::name_kk.eq(&name.kk),
            body::name_ru.eq(&name.ru),
            body::name_en.eq(&name.en),
            body::email.eq(email),
            body::vetting_days.eq(i32::try_from(vetting_days).unwrap_or(i32::MAX)),
        ))
        .execute(db)?;
    if before.name == *name { note_change(db) } else { note_name(db, id, name, now) }
}

/// Gives a body another mailbox.
pub fn set_mailbox(db: &mut Db, id: Id<id::Body>, email: &str) -> Result<()> {
    update(body::table.find(id)).set(body::email.eq(email)).execute(db)?;
    note_change(db)
}

/// The bodies that a scope administers, those above first.
pub fn administered(db: &mut Db, scope: &Scope) -> Result<Vec<Body>> {
    let own = body::id.eq_any(scope.administered.clone());
    let rows: Vec<Row> = body::table
        .filter(own.nullable().or(body::parent_id.eq_any(scope.administered.clone())))
        .order((body::valid_from, body::id))
        .load(db)?;
    let (mut bodies, below): (Vec<Body>, Vec<Body>) =
        rows.into_iter().map(Body::from).partition(|body| scope.administered.contains(&body.id));
    bodies.extend(below);
    Ok(bodies)
}

/// The body, if the scope administers it, as a case of its administrator.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Body>) -> Result<Option<(Body, Case)>> {
    let Some(found) = body::table.find(id).first::<Row>(db).optional()?.map(Body::from) else {
        return Ok(None);
    };
    Ok(found.case(scope).map(|case| (found, case)))
}

/// Takes a body until the transaction ends: acts on one body follow one another.
pub fn lock(db: &mut Db, id: Id<id::Body>) -> Result<()> {
    let _: Id<id::Body> = for_change(body::table.find(id).select(body::id)).get_result(db)?;
    Ok(())
}

/// Keeps bodies as they are until the transaction ends, so that none is closed meanwhile.
pub fn keep(db: &mut Db, ids: &[Id<id::Body>]) -> Result<()> {
    let rows = body::table.filter(body::id.eq_any(ids.to_vec())).order(body::id).select(body::id);
    let _: Vec<Id<id::Body>> = for_share(rows).load(db)?;
    Ok(())
}

/// The akimats that the units of a subdivision serve.
pub fn served_in(db: &mut Db, territory: Id<id::Body>) -> Result<Vec<Body>> {
    let units: Vec<Id<id::Body>> =
        body::table.filter(body::parent_id.eq(territory)).select(body::id).load(db)?;
    let served = service_area::table
        .filter(service_area::unit_id.eq_any(units))
        .select(service_area::akimat_id);
    let akimats = body::table.filter(body::id.eq_any(served)).filter(body::valid_to.is_null());
    Ok(akimats.order(body::name_kk).load::<Row>(db)?.into_iter().map(Body::from).collect())
}

/// Lets exactly these akimats name a unit as leading their squads.
pub fn set_served(db: &mut Db, unit: Id<id::Body>, akimats: &[Id<id::Body>]) -> Result<()> {
    delete(service_area::table.filter(service_area::unit_id.eq(unit))).execute(db)?;
    note_change(db)?;
    akimats.iter().try_for_each(|akimat| serve(db, unit, *akimat))
}

/// Lets an akimat name a unit as leading its squads.
pub fn serve(db: &mut Db, unit: Id<id::Body>, akimat: Id<id::Body>) -> Result<()> {
    let row = (service_area::unit_id.eq(unit), service_area::akimat_id.eq(akimat));
    each!(db, c => insert_into(service_area::table).values(row).on_conflict_do_nothing().execute(c))?;
    note_change(db)
}

/// The body of that id.
///
/// # Errors
/// Those of the database, not found among them: ids of bodies come from our own rows.
pub fn get(db: &mut Db, id: Id<id::Body>) -> Result<Body> {
    Ok(body::table.find(id).first::<Row>(db)?.into())
}

/// The open body whose mailbox it is, as the command line names bodies.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Body>> {
    Ok(body::table
        .filter(body::email.eq(email))
        .filter(body::valid_to.is_null())
        .first::<Row>(db)
        .optional()?
        .map(Body::from))
}

/// The council formed at an akimat.
pub fn council_of(db: &mut Db, akimat: Id<id::Body>) -> Result<Option<Body>> {
    let query = body::table
        .filter(body::parent_id.eq(akimat))
        .filter(body::kind.eq(BodyKind::Council))
        .filter(body::valid_to.is_null());
    Ok(query.first::<Row>(db).optional()?.map(Body::from))
}

/// The units of a subdivision that are there, in the order of their names.
pub fn units_of(db: &mut Db, territory: Id<id::Body>) -> Result<Vec<Body>> {
    let units = body::table
        .filter(body::parent_id.eq(territory))
        .filter(body::kind.eq(BodyKind::StructuralUnit))
        .filter(body::valid_to.is_null())
        .order(body::name_kk);
    Ok(units.load::<Row>(db)?.into_iter().map(Body::from).collect())
}

/// The units that an akimat may name, each with its territorial subdivision.
pub fn units_for(db: &mut Db, akimat: Id<id::Body>) -> Result<Vec<(Body, Body)>> {
    let served = service_area::table
        .filter(service_area::akimat_id.eq(akimat))
        .select(service_area::unit_id);
    let units: Vec<Body> = body::table
        .filter(body::id.eq_any(served))
        .filter(body::valid_to.is_null())
        .order(body::name_kk)
        .load::<Row>(db)?
        .into_iter()
        .map(Body::from)
        .collect();
    let mut pairs = Vec::new();
    for unit in units {
        if let Some(parent) = unit.parent {
            pairs.push((unit, get(db, parent)?));
        }
    }
    Ok(pairs)
}

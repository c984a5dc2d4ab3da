//! The bodies, and which units serve which akimat.

use super::{
    Db, Result, Scope,
    schema::{body, service_area},
};
use crate::{
    domain::{body::BodyKind, id::Id, kazakh, language::Named, time::Instant},
    each,
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into,
};

/// A body.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: Id,
    pub kind: BodyKind,
    pub parent: Option<Id>,
    pub name: Named,
    pub email: String,
    pub vetting_days: u32,
}

#[derive(Queryable)]
struct Row {
    id: Id,
    kind: BodyKind,
    parent_id: Option<Id>,
    name_kk: String,
    name_ru: String,
    name_en: String,
    email: String,
    vetting_days: i32,
    _valid_from: Instant,
    _valid_to: Option<Instant>,
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
        }
    }
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
        ))
        .execute(db)?;
    Ok(())
}

/// Lets an akimat name a unit as leading its squads.
pub fn serve(db: &mut Db, unit: Id, akimat: Id) -> Result<()> {
    let row = (service_area::unit_id.eq(unit), service_area::akimat_id.eq(akimat));
    each!(db, c => insert_into(service_area::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// The body of that id.
///
/// # Errors
/// Those of the database, not found among them: ids of bodies come from our own rows.
pub fn get(db: &mut Db, id: Id) -> Result<Body> {
    Ok(body::table.find(id).first::<Row>(db)?.into())
}

/// The bodies of those ids.
pub fn all(db: &mut Db, ids: &[Id]) -> Result<Vec<Body>> {
    Ok(body::table.filter(body::id.eq_any(ids.to_vec())).load::<Row>(db)?.into_iter().map(Body::from).collect())
}

/// These bodies and the bodies below them: an akimat's council, a subdivision's units.
pub fn with_below(db: &mut Db, ids: &[Id]) -> Result<Vec<Body>> {
    let named = body::table.filter(body::id.eq_any(ids.to_vec()).nullable().or(body::parent_id.eq_any(ids.to_vec())));
    Ok(named.order(body::id).load::<Row>(db)?.into_iter().map(Body::from).collect())
}

/// The body whose mailbox it is, as the command line names bodies.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Body>> {
    Ok(body::table.filter(body::email.eq(email)).first::<Row>(db).optional()?.map(Body::from))
}

/// The council formed at an akimat.
pub fn council_of(db: &mut Db, akimat: Id) -> Result<Option<Body>> {
    let query = body::table.filter(body::parent_id.eq(akimat)).filter(body::kind.eq(BodyKind::Council)).filter(body::valid_to.is_null());
    Ok(query.first::<Row>(db).optional()?.map(Body::from))
}

/// The units that an akimat may name, each with its territorial subdivision.
pub fn units_for(db: &mut Db, akimat: Id) -> Result<Vec<(Body, Body)>> {
    let served = service_area::table.filter(service_area::akimat_id.eq(akimat)).select(service_area::unit_id);
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

/// The structural units of a scope: its own and those of its subdivisions.
pub fn units_of(db: &mut Db, scope: &Scope) -> Result<Vec<Id>> {
    let children = body::table.filter(body::parent_id.eq_any(scope.territories.clone()));
    let mut units: Vec<Id> = children.filter(body::kind.eq(BodyKind::StructuralUnit)).select(body::id).load(db)?;
    units.extend(&scope.units);
    Ok(units)
}

/// The bodies that may hand something to those of a scope, by their Kazakh names: its own districts with their councils,
/// and its units with their subdivisions. Of other units nobody is shown any.
pub fn neighbours(db: &mut Db, scope: &Scope) -> Result<Vec<Body>> {
    let own = units_of(db, scope)?;
    let at: Vec<Option<Id>> = body::table.filter(body::id.eq_any(scope.councils.clone())).select(body::parent_id).load(db)?;
    let mut districts: Vec<Id> = scope.akimats.iter().copied().chain(at.into_iter().flatten()).collect();
    let mut units: Vec<Id> =
        service_area::table.filter(service_area::akimat_id.eq_any(districts.clone())).select(service_area::unit_id).load(db)?;
    let served = service_area::table.filter(service_area::unit_id.eq_any(own.clone()));
    districts.extend(served.select(service_area::akimat_id).load::<Id>(db)?);
    units.extend(own);
    let above: Vec<Option<Id>> = body::table.filter(body::id.eq_any(units.clone())).select(body::parent_id).load(db)?;
    let councils = body::table.filter(body::parent_id.eq_any(districts.clone())).filter(body::kind.eq(BodyKind::Council));
    let mut ids: Vec<Id> = councils.select(body::id).load(db)?;
    ids.extend(districts);
    ids.extend(units);
    ids.extend(above.into_iter().flatten());
    ids.sort();
    ids.dedup();
    let mut bodies = all(db, &ids)?;
    bodies.sort_by_cached_key(|body| kazakh::sort_key(&body.name.kk));
    Ok(bodies)
}

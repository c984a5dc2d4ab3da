//! People who were taken off the record, and the records of theirs that stand (clauses 15, 22).

use crate::{
    domain::{
        clause::Circumstance,
        id::{self, Id},
        involvement::Involvement,
        language::Named,
        membership::MembershipState,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{application, membership, off_record, squad},
    },
};
use chrono::NaiveDate;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into, update,
};

diesel::alias! {
    const OWN: Alias<Own> = membership as own_membership;
}

/// The end of a record.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct OffRecord {
    pub item: Circumstance,
    pub is_death: bool,
    /// The day that the circumstance arose.
    pub arose_on: NaiveDate,
}

/// Keeps the end of a person's record.
pub fn insert(
    db: &mut Db,
    id: Id<id::OffRecord>,
    membership: Id<id::Membership>,
    unit: Id<id::Body>,
    off: OffRecord,
    now: Instant,
) -> Result<()> {
    insert_into(off_record::table)
        .values((
            off_record::id.eq(id),
            off_record::membership_id.eq(membership),
            off_record::unit_id.eq(unit),
            off_record::item.eq(off.item),
            off_record::is_death.eq(off.is_death),
            off_record::arose_on.eq(off.arose_on),
            off_record::recorded_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The end of a record as it was recorded.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Ended {
    pub id: Id<id::OffRecord>,
    pub off: OffRecord,
    pub recorded_at: Instant,
}

/// The last end of a record, unless it was undone.
pub fn of_membership(db: &mut Db, id: Id<id::Membership>) -> Result<Option<Ended>> {
    Ok(off_record::table
        .filter(off_record::membership_id.eq(id))
        .filter(off_record::undone_at.is_null())
        .order(off_record::id.desc())
        .select((
            off_record::id,
            (off_record::item, off_record::is_death, off_record::arose_on),
            off_record::recorded_at,
        ))
        .first(db)
        .optional()?)
}

/// Notes that the person was put back on the record.
pub fn undo(db: &mut Db, id: Id<id::OffRecord>, now: Instant) -> Result<()> {
    update(off_record::table.find(id)).set(off_record::undone_at.eq(now)).execute(db)?;
    Ok(())
}

/// Another record of the person, of a squad or by an application.
#[derive(Clone, Debug)]
pub struct Other {
    pub membership: Id<id::Membership>,
    pub of: Involvement,
    pub reference: String,
    pub squad: Option<Named>,
    pub unit: Option<Id<id::Body>>,
    pub state: MembershipState,
}

type OtherRow = (
    (Id<id::Membership>, MembershipState),
    Option<(Id<id::Squad>, String, String, String, Option<Id<id::Body>>)>,
    Option<(Id<id::Application>, String, Option<Id<id::Body>>)>,
);

/// The person's other records in that subdivision. Each ends by an act of its own unit.
pub fn others(
    db: &mut Db,
    id: Id<id::Membership>,
    territory: Option<Id<id::Body>>,
) -> Result<Vec<Other>> {
    let Some(territory) = territory else { return Ok(Vec::new()) };
    let mut others = of_person(db, id, territory)?;
    others.retain(|other| other.state == MembershipState::Registered);
    Ok(others)
}

/// All other records of the person in that subdivision, whatever has become of them; those that no list has brought there yet are
/// the akimat's own.
pub fn of_person(
    db: &mut Db,
    id: Id<id::Membership>,
    territory: Id<id::Body>,
) -> Result<Vec<Other>> {
    let rows: Vec<OtherRow> = membership::table
        .inner_join(OWN.on(OWN.field(membership::person_id).eq(membership::person_id)))
        .left_join(squad::table.on(squad::id.nullable().eq(membership::squad_id)))
        .left_join(application::table.on(application::id.nullable().eq(membership::application_id)))
        .filter(OWN.field(membership::id).eq(id))
        .filter(
            squad::territory_id
                .eq(territory)
                .or(application::territory_id.eq(territory).nullable()),
        )
        .filter(membership::id.ne(id))
        .filter(membership::state.ne_all([MembershipState::Proposed, MembershipState::Withdrawn]))
        .order((squad::reference, membership::id))
        .select((
            (membership::id, membership::state),
            (squad::id, squad::reference, squad::name_kk, squad::name_ru, squad::unit_id)
                .nullable(),
            (application::id, application::reference, application::unit_id).nullable(),
        ))
        .load(db)?;
    let other = |((membership, state), squad, application): OtherRow| match (squad, application) {
        (Some((squad, reference, kk, ru, unit)), _) => Some(Other {
            membership,
            of: Involvement::Squad(squad),
            reference,
            squad: Some(Named::of_squad(kk, ru)),
            unit,
            state,
        }),
        (None, Some((application, reference, unit))) => Some(Other {
            membership,
            of: Involvement::Application(application),
            reference,
            squad: None,
            unit,
            state,
        }),
        (None, None) => None,
    };
    Ok(rows.into_iter().filter_map(other).collect())
}

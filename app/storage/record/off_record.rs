//! People who were taken off the record, and the records of theirs that stand (clauses 15, 22).

use crate::{
    domain::{
        clause::Circumstance,
        id::{self, Id},
        language::Named,
        membership::MembershipState,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{membership, off_record, squad},
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, insert_into,
    update,
};

diesel::alias! {
    const OWN: Alias<Own> = membership as own_membership;
    const OWN_SQUAD: Alias<OwnSquad> = squad as own_squad;
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

/// Another squad in which the person is on the record.
#[derive(Clone, Debug)]
pub struct Other {
    pub membership: Id<id::Membership>,
    pub squad: Id<id::Squad>,
    pub reference: String,
    pub name: Named,
    pub unit: Option<Id<id::Body>>,
}

/// The person's other records in squads of the same subdivision. Each ends by an act of its own unit.
pub fn others(db: &mut Db, id: Id<id::Membership>) -> Result<Vec<Other>> {
    type Row = (Id<id::Membership>, (Id<id::Squad>, String, String, String), Option<Id<id::Body>>);
    let rows: Vec<Row> = membership::table
        .inner_join(squad::table.on(squad::id.eq(membership::squad_id)))
        .inner_join(OWN.on(OWN.field(membership::person_id).eq(membership::person_id)))
        .inner_join(OWN_SQUAD.on(OWN_SQUAD.field(squad::id).eq(OWN.field(membership::squad_id))))
        .filter(OWN.field(membership::id).eq(id))
        .filter(OWN_SQUAD.field(squad::territory_id).eq(squad::territory_id))
        .filter(membership::id.ne(id))
        .filter(membership::state.eq(MembershipState::Registered))
        .order(squad::reference)
        .select((
            membership::id,
            (squad::id, squad::reference, squad::name_kk, squad::name_ru),
            squad::unit_id,
        ))
        .load(db)?;
    let other = |(membership, (squad, reference, kk, ru), unit): Row| Other {
        membership,
        squad,
        reference,
        name: Named::of_squad(kk, ru),
        unit,
    };
    Ok(rows.into_iter().map(other).collect())
}

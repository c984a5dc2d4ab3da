//! Who goes on a duty. Somebody who goes on one is free for no other at that time, in whichever squad it is.

use crate::{
    domain::{
        id::{self, Id},
        plan::{AssignmentState, CalendarEntry, PlanState, is_near},
        state::At,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{assignment, membership, plan},
        plans::plan::Plan,
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl,
    insert_into, update,
};

crate::storage::db::transition::stated!(AssignmentState in assignment);

diesel::alias! {
    const OWN: Alias<Own> = membership as own;
}

/// One person on one duty.
#[derive(Clone, Debug, Queryable)]
pub struct Assignment {
    pub id: Id<id::Assignment>,
    pub membership: Id<id::Membership>,
    pub state: AssignmentState,
    pub version: i32,
    /// How often its calendar entry has changed.
    pub sequence: i32,
    /// When the leader told the person.
    pub reached_at: Option<Instant>,
    pub plan: Duty,
}

/// Somebody who goes somewhere else, and when.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Busy {
    pub membership: Id<id::Membership>,
    pub period: (Instant, Instant),
}

impl Busy {
    /// Whether it is at the time of that period.
    #[must_use]
    pub fn meets(&self, (begins, ends): (Instant, Instant)) -> bool {
        self.period.0 < ends && self.period.1 > begins
    }
}

/// The duty, as its members are told of it.
#[derive(Clone, Debug, Queryable)]
pub struct Duty {
    pub id: Id<id::Plan>,
    pub squad: Id<id::Squad>,
    pub reference: String,
    pub period: (Instant, Instant),
    pub meeting_point: String,
}

impl Assignment {
    /// Where the assignment is.
    #[must_use]
    pub const fn at(&self) -> At<AssignmentState> {
        At::new(self.id, self.version, self.state)
    }

    /// Its calendar entry, with the meeting place or without it.
    #[must_use]
    pub fn entry(&self, with_place: bool) -> CalendarEntry {
        CalendarEntry {
            id: self.id,
            reference: self.plan.reference.clone(),
            period: self.plan.period,
            place: with_place.then(|| self.plan.meeting_point.clone()),
            sequence: self.sequence,
            is_cancelled: false,
        }
    }

    /// The entry that takes it out of the calendar.
    #[must_use]
    pub fn cancelled(&self) -> CalendarEntry {
        CalendarEntry { sequence: self.sequence + 1, is_cancelled: true, ..self.entry(false) }
    }
}

macro_rules! assignments {
    () => {
        assignment::table.inner_join(plan::table.on(plan::id.eq(assignment::plan_id))).select((
            assignment::id,
            assignment::membership_id,
            assignment::state,
            assignment::version,
            assignment::sequence,
            assignment::reached_at,
            (
                plan::id,
                plan::squad_id,
                plan::reference,
                (plan::starts_at, plan::ends_at),
                plan::meeting_point,
            ),
        ))
    };
}

/// Adds a person to a plan; somebody who is told of a duty that is near is not reminded of it.
pub fn insert(
    db: &mut Db,
    id: Id<id::Assignment>,
    plan: &Plan,
    membership: Id<id::Membership>,
    now: Instant,
) -> Result<()> {
    insert_into(assignment::table)
        .values((
            assignment::id.eq(id),
            assignment::plan_id.eq(plan.id),
            assignment::membership_id.eq(membership),
            assignment::state.eq(AssignmentState::Assigned),
            assignment::version.eq(1),
            assignment::assigned_at.eq(now),
            assignment::reminded_at.eq(is_near(plan.period.0, now).then_some(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// The assignment of that id.
pub fn get(db: &mut Db, id: Id<id::Assignment>) -> Result<Assignment> {
    Ok(assignments!().filter(assignment::id.eq(id)).first(db)?)
}

/// The assignment of that id to that plan.
pub fn in_plan(
    db: &mut Db,
    plan: Id<id::Plan>,
    id: Id<id::Assignment>,
) -> Result<Option<Assignment>> {
    let own = assignments!().filter(assignment::id.eq(id)).filter(assignment::plan_id.eq(plan));
    Ok(own.first(db).optional()?)
}

/// Everybody who was asked to go by that plan and not taken off it, in the order they were asked.
pub fn of_plan(db: &mut Db, plan: Id<id::Plan>) -> Result<Vec<Assignment>> {
    Ok(assignments!()
        .filter(assignment::plan_id.eq(plan))
        .filter(assignment::state.ne(AssignmentState::Cancelled))
        .order(assignment::id)
        .load(db)?)
}

/// The assignments of that person to agreed plans which have not begun.
pub fn future_of(
    db: &mut Db,
    membership: Id<id::Membership>,
    now: Instant,
) -> Result<Vec<Assignment>> {
    Ok(assignments!()
        .filter(assignment::membership_id.eq(membership))
        .filter(assignment::state.eq_any(AssignmentState::GOING.to_vec()))
        .filter(plan::state.eq(PlanState::Agreed))
        .filter(plan::starts_at.gt(now))
        .order(assignment::id)
        .load(db)?)
}

/// People to be reminded of a duty that begins before that moment and has not begun.
pub fn unreminded(
    db: &mut Db,
    before: Instant,
    limit: i64,
    now: Instant,
) -> Result<Vec<Assignment>> {
    Ok(assignments!()
        .filter(plan::state.eq(PlanState::Agreed))
        .filter(plan::starts_at.gt(now))
        .filter(plan::starts_at.le(before))
        .filter(assignment::reminded_at.is_null())
        .filter(assignment::state.eq_any(AssignmentState::GOING.to_vec()))
        .order((plan::starts_at, assignment::id))
        .limit(limit)
        .load(db)?)
}

/// Notes that a person was reminded; false when another node did, or the person is not to go any more.
pub fn note_reminded(db: &mut Db, id: Id<id::Assignment>, now: Instant) -> Result<bool> {
    let own = assignment::table
        .find(id)
        .filter(assignment::reminded_at.is_null())
        .filter(assignment::state.eq_any(AssignmentState::GOING.to_vec()));
    Ok(update(own).set(assignment::reminded_at.eq(now)).execute(db)? == 1)
}

/// Notes that the leader told the person.
pub fn note_reached(db: &mut Db, id: Id<id::Assignment>, now: Instant) -> Result<()> {
    update(assignment::table.find(id)).set(assignment::reached_at.eq(now)).execute(db)?;
    Ok(())
}

/// The calendar entry has changed with time or place: the person is told and reminded again.
pub fn note_moved(
    db: &mut Db,
    id: Id<id::Assignment>,
    begins: Instant,
    now: Instant,
) -> Result<()> {
    update(assignment::table.find(id))
        .set((
            assignment::sequence.eq(assignment::sequence + 1),
            assignment::reached_at.eq(None::<Instant>),
            assignment::reminded_at.eq(is_near(begins, now).then_some(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// The calendar entry has changed: the person is not to go.
pub fn note_cancelled(db: &mut Db, id: Id<id::Assignment>) -> Result<()> {
    update(assignment::table.find(id))
        .set(assignment::sequence.eq(assignment::sequence + 1))
        .execute(db)?;
    Ok(())
}

/// The people of a squad who go somewhere else in that period, whichever of their squads sends them, each with the time.
pub fn busy(
    db: &mut Db,
    squad: Id<id::Squad>,
    except: Id<id::Plan>,
    (begins, ends): (Instant, Instant),
) -> Result<Vec<Busy>> {
    Ok(assignment::table
        .inner_join(plan::table.on(plan::id.eq(assignment::plan_id)))
        .inner_join(membership::table.on(membership::id.eq(assignment::membership_id)))
        .inner_join(OWN.on(OWN.field(membership::person_id).eq(membership::person_id)))
        .filter(OWN.field(membership::squad_id).eq(squad))
        .filter(assignment::state.eq_any(AssignmentState::WENT.to_vec()))
        .filter(plan::state.eq_any([PlanState::Agreed, PlanState::Held].to_vec()))
        .filter(plan::id.ne(except))
        .filter(plan::starts_at.lt(ends))
        .filter(plan::ends_at.gt(begins))
        .select((OWN.field(membership::id), (plan::starts_at, plan::ends_at)))
        .load(db)?)
}

/// How often each person of a squad was asked to go on its duties.
pub fn asked(db: &mut Db, squad: Id<id::Squad>) -> Result<Vec<(Id<id::Membership>, i64)>> {
    Ok(assignment::table
        .inner_join(membership::table.on(membership::id.eq(assignment::membership_id)))
        .filter(membership::squad_id.eq(squad))
        .filter(assignment::state.ne(AssignmentState::Cancelled))
        .group_by(assignment::membership_id)
        .select((assignment::membership_id, dsl::count(assignment::id)))
        .load(db)?)
}

//! Who goes on a duty. Somebody who goes on one is free for no other at that time, in whichever squad it is.

use crate::{
    domain::{
        id::{self, Id},
        plan::{AssignmentState, PlanState},
        state::At,
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{assignment, membership, plan},
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable, RunQueryDsl, insert_into};

crate::storage::db::transition::stated!(AssignmentState in assignment);

diesel::alias! {
    const OWN: Alias<Own> = membership as own;
}

/// A person who is to go.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Assignment {
    pub id: Id<id::Assignment>,
    pub plan: Id<id::Plan>,
    pub membership: Id<id::Membership>,
    pub version: i32,
}

impl Assignment {
    /// Where the assignment is.
    #[must_use]
    pub const fn at(&self) -> At<AssignmentState> {
        At::new(self.id, self.version, AssignmentState::Assigned)
    }
}

macro_rules! assigned {
    () => {
        assignment::table
            .inner_join(plan::table.on(plan::id.eq(assignment::plan_id)))
            .filter(assignment::state.eq(AssignmentState::Assigned))
            .order(assignment::id)
            .select((
                assignment::id,
                assignment::plan_id,
                assignment::membership_id,
                assignment::version,
            ))
    };
}

/// Adds a person to a plan.
pub fn insert(
    db: &mut Db,
    id: Id<id::Assignment>,
    plan: Id<id::Plan>,
    membership: Id<id::Membership>,
    now: Instant,
) -> Result<()> {
    insert_into(assignment::table)
        .values((
            assignment::id.eq(id),
            assignment::plan_id.eq(plan),
            assignment::membership_id.eq(membership),
            assignment::state.eq(AssignmentState::Assigned),
            assignment::version.eq(1),
            assignment::assigned_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Who goes by that plan.
pub fn of_plan(db: &mut Db, plan: Id<id::Plan>) -> Result<Vec<Assignment>> {
    Ok(assigned!().filter(assignment::plan_id.eq(plan)).load(db)?)
}

/// The assignments of that person to agreed plans which have not begun, each with its plan.
pub fn future_of(
    db: &mut Db,
    membership: Id<id::Membership>,
    now: Instant,
) -> Result<Vec<Assignment>> {
    Ok(assigned!()
        .filter(assignment::membership_id.eq(membership))
        .filter(plan::starts_at.gt(now))
        .load(db)?)
}

/// The people of a squad who go somewhere else in that period, whichever of their squads sends them.
pub fn busy(
    db: &mut Db,
    squad: Id<id::Squad>,
    except: Id<id::Plan>,
    (begins, ends): (Instant, Instant),
) -> Result<Vec<Id<id::Membership>>> {
    Ok(assignment::table
        .inner_join(plan::table.on(plan::id.eq(assignment::plan_id)))
        .inner_join(membership::table.on(membership::id.eq(assignment::membership_id)))
        .inner_join(OWN.on(OWN.field(membership::person_id).eq(membership::person_id)))
        .filter(OWN.field(membership::squad_id).eq(squad))
        .filter(assignment::state.eq(AssignmentState::Assigned))
        .filter(plan::state.eq(PlanState::Agreed))
        .filter(plan::id.ne(except))
        .filter(plan::starts_at.lt(ends))
        .filter(plan::ends_at.gt(begins))
        .select(OWN.field(membership::id))
        .distinct()
        .load(db)?)
}

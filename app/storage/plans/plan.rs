//! Plans: of one squad each, seen by its unit and its leader and by nobody of the akimat.

use crate::{
    domain::{
        handoff::CaseKind,
        id::{self, Id},
        permissions::{Anchor, Case, Parties},
        plan::{Activity, PlanState},
        time::{Instant, today},
        workflow::State,
    },
    each,
    storage::{
        Db, Result, Scope,
        db::{
            counter,
            schema::{plan, plan_activity, plan_result},
        },
        squads::squad::{self, Squad},
    },
};
use chrono::Datelike;
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, dsl,
    insert_into, update,
};

crate::storage::db::transition::stated!(PlanState in plan);

/// A plan, without its squad.
#[derive(Clone, Debug, Queryable)]
pub struct Plan {
    pub id: Id<id::Plan>,
    pub reference: String,
    pub squad: Id<id::Squad>,
    pub state: PlanState,
    pub version: i32,
    pub period: (Instant, Instant),
    pub area: String,
    pub meeting_point: String,
    pub people: i32,
    pub remark: Option<String>,
}

impl Plan {
    /// The plan as the permission check sees it: a case of the squad's unit and its subdivision.
    #[must_use]
    pub fn case(&self, squad: &Squad) -> Case {
        Self::case_of(self.id, &self.reference, self.state, squad)
    }

    /// A plan of that squad as a case, before it is written.
    #[must_use]
    pub fn case_of(id: Id<id::Plan>, reference: &str, state: PlanState, squad: &Squad) -> Case {
        Case {
            kind: CaseKind::Plan,
            id: id.any(),
            anchor: Anchor::Squad(squad.id),
            title: squad.name.clone(),
            reference: reference.to_owned(),
            state: State::Plan(state),
            parties: Parties {
                territory: Some(squad.territory),
                unit: Some(squad.unit),
                ..Parties::default()
            },
        }
    }
}

/// The content of a plan, as a form has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    pub period: (Instant, Instant),
    pub activities: Vec<Activity>,
    pub area: String,
    pub meeting_point: String,
    pub people: i32,
}

macro_rules! plans {
    () => {
        plan::table.select((
            plan::id,
            plan::reference,
            plan::squad_id,
            plan::state,
            plan::version,
            (plan::starts_at, plan::ends_at),
            plan::area,
            plan::meeting_point,
            plan::people,
            plan::remark,
        ))
    };
}

/// Adds a proposed plan and gives its reference.
pub fn insert(
    db: &mut Db,
    id: Id<id::Plan>,
    squad: Id<id::Squad>,
    content: &Content,
    now: Instant,
) -> Result<String> {
    let year = today(now).year();
    let reference = format!("П-{year}-{:04}", counter::next(db, &format!("plan-{year}"))?);
    insert_into(plan::table)
        .values((
            plan::id.eq(id),
            plan::reference.eq(&reference),
            plan::squad_id.eq(squad),
            plan::state.eq(PlanState::Proposed),
            plan::version.eq(1),
            plan::starts_at.eq(content.period.0),
            plan::ends_at.eq(content.period.1),
            plan::area.eq(&content.area),
            plan::meeting_point.eq(&content.meeting_point),
            plan::people.eq(content.people),
            plan::created_at.eq(now),
        ))
        .execute(db)?;
    put_activities(db, id, &content.activities)?;
    Ok(reference)
}

/// Replaces the content of a plan that the leader proposes once more.
pub fn rewrite(db: &mut Db, id: Id<id::Plan>, content: &Content) -> Result<()> {
    update(plan::table.find(id))
        .set((
            plan::starts_at.eq(content.period.0),
            plan::ends_at.eq(content.period.1),
            plan::area.eq(&content.area),
            plan::meeting_point.eq(&content.meeting_point),
            plan::people.eq(content.people),
            plan::remark.eq(None::<String>),
        ))
        .execute(db)?;
    delete(plan_activity::table.filter(plan_activity::plan_id.eq(id))).execute(db)?;
    put_activities(db, id, &content.activities)
}

fn put_activities(db: &mut Db, id: Id<id::Plan>, activities: &[Activity]) -> Result<()> {
    let row = |activity: &Activity| {
        (plan_activity::plan_id.eq(id), plan_activity::activity.eq(*activity))
    };
    let rows: Vec<_> = activities.iter().map(row).collect();
    each!(db, c => insert_into(plan_activity::table).values(&rows).execute(c))?;
    Ok(())
}

/// Whether the plan has a result already.
pub fn has_result(db: &mut Db, id: Id<id::Plan>) -> Result<bool> {
    Ok(diesel::select(dsl::exists(plan_result::table.filter(plan_result::plan_id.eq(id))))
        .get_result(db)?)
}

/// Keeps why the unit has returned a plan.
pub fn remark(db: &mut Db, id: Id<id::Plan>, remark: &str) -> Result<()> {
    update(plan::table.find(id)).set(plan::remark.eq(remark)).execute(db)?;
    Ok(())
}

/// The kinds of activity of a plan.
pub fn activities(db: &mut Db, id: Id<id::Plan>) -> Result<Vec<Activity>> {
    Ok(plan_activity::table
        .filter(plan_activity::plan_id.eq(id))
        .order(plan_activity::activity)
        .select(plan_activity::activity)
        .load(db)?)
}

/// The squad of a plan for its unit and the subdivision above it, or for its leader.
fn seen(db: &mut Db, scope: &Scope, id: Id<id::Squad>) -> Result<Option<Squad>> {
    squad::opened_or(db, scope, id, |squad| {
        scope.units.contains(&squad.unit) || scope.territories.contains(&squad.territory)
    })
}

/// The plan of that id with its squad, if the reader's unit leads the squad or the reader does.
pub fn find(db: &mut Db, scope: &Scope, id: Id<id::Plan>) -> Result<Option<(Plan, Squad)>> {
    let found: Option<Plan> = plans!().filter(plan::id.eq(id)).first(db).optional()?;
    let Some(found) = found else { return Ok(None) };
    Ok(seen(db, scope, found.squad)?.map(|squad| (found, squad)))
}

/// The plan of that id without regard to a reader: for acts that have found it through their actor's scope.
pub fn get(db: &mut Db, id: Id<id::Plan>) -> Result<Plan> {
    Ok(plans!().filter(plan::id.eq(id)).first(db)?)
}

/// The plans of these squads, the latest first.
pub fn of_squads(db: &mut Db, squads: &[Id<id::Squad>], limit: i64) -> Result<Vec<Plan>> {
    Ok(plans!()
        .filter(plan::squad_id.eq_any(squads.to_vec()))
        .order((plan::starts_at.desc(), plan::id.desc()))
        .limit(limit)
        .load(db)?)
}

/// The next agreed plan of a squad that has not ended.
pub fn next(db: &mut Db, squad: Id<id::Squad>, now: Instant) -> Result<Option<Plan>> {
    Ok(plans!()
        .filter(plan::squad_id.eq(squad))
        .filter(plan::state.eq(PlanState::Agreed))
        .filter(plan::ends_at.gt(now))
        .order((plan::starts_at, plan::id))
        .first(db)
        .optional()?)
}

//! Results of duties: each recording is a row of its own, so that an entry of the book reads as it was entered.

use crate::{
    domain::{
        id::{self, Id},
        person::full_name,
        plan::Activity,
        time::Instant,
    },
    each,
    storage::{
        Db, Result,
        db::schema::{
            particulars, plan_result, plan_result_activity as activity,
            plan_result_person as person,
        },
    },
};
use diesel::{ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl, insert_into};
use std::collections::BTreeSet;

/// A result, as it was recorded.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub id: Id<id::PlanResult>,
    pub summary: String,
    pub activities: Vec<Activity>,
    pub attended: BTreeSet<Id<id::Membership>>,
}

/// Keeps a result.
pub fn insert(db: &mut Db, plan: Id<id::Plan>, new: &Recorded, now: Instant) -> Result<()> {
    insert_into(plan_result::table)
        .values((
            plan_result::id.eq(new.id),
            plan_result::plan_id.eq(plan),
            plan_result::summary.eq(&new.summary),
            plan_result::recorded_at.eq(now),
        ))
        .execute(db)?;
    let activities: Vec<_> = new
        .activities
        .iter()
        .map(|kind| (activity::result_id.eq(new.id), activity::activity.eq(*kind)))
        .collect();
    each!(db, c => insert_into(activity::table).values(&activities).execute(c))?;
    let people: Vec<_> = new
        .attended
        .iter()
        .map(|id| (person::result_id.eq(new.id), person::membership_id.eq(*id)))
        .collect();
    each!(db, c => insert_into(person::table).values(&people).execute(c))?;
    Ok(())
}

/// The last result that was recorded of a duty.
pub fn last(db: &mut Db, plan: Id<id::Plan>) -> Result<Option<Recorded>> {
    let found: Option<(Id<id::PlanResult>, String)> = plan_result::table
        .filter(plan_result::plan_id.eq(plan))
        .order(plan_result::id.desc())
        .select((plan_result::id, plan_result::summary))
        .first(db)
        .optional()?;
    let Some((id, summary)) = found else { return Ok(None) };
    let activities = activity::table
        .filter(activity::result_id.eq(id))
        .order(activity::activity)
        .select(activity::activity)
        .load(db)?;
    let attended: Vec<Id<id::Membership>> =
        person::table.filter(person::result_id.eq(id)).select(person::membership_id).load(db)?;
    Ok(Some(Recorded { id, summary, activities, attended: attended.into_iter().collect() }))
}

/// The kinds of activity of these results.
pub fn activities(
    db: &mut Db,
    results: &[Id<id::PlanResult>],
) -> Result<Vec<(Id<id::PlanResult>, Activity)>> {
    Ok(activity::table
        .filter(activity::result_id.eq_any(results.to_vec()))
        .order((activity::result_id, activity::activity))
        .select((activity::result_id, activity::activity))
        .load(db)?)
}

/// Who attended, by these results.
pub fn people(
    db: &mut Db,
    results: &[Id<id::PlanResult>],
) -> Result<Vec<(Id<id::PlanResult>, String)>> {
    type Row = (Id<id::PlanResult>, (String, Option<String>, Option<String>));
    let rows: Vec<Row> = person::table
        .inner_join(particulars::table.on(particulars::membership_id.eq(person::membership_id)))
        .filter(person::result_id.eq_any(results.to_vec()))
        .order((person::result_id, particulars::sort_key, person::membership_id))
        .select((
            person::result_id,
            (particulars::surname, particulars::given_name, particulars::patronymic),
        ))
        .load(db)?;
    let name = |(surname, given, patronymic): (String, Option<String>, Option<String>)| {
        full_name(&surname, given.as_deref(), patronymic.as_deref())
    };
    Ok(rows.into_iter().map(|(id, parts)| (id, name(parts))).collect())
}

//! The form of a plan, typed and filled in.

use crate::{
    acts::plans::plan_form::PlanForm,
    domain::plan::{Activity, shown},
    storage::plans::plan::Plan,
    web::request::form::SubmittedForm,
};
use chrono::NaiveTime;

/// The typed plan.
pub fn parse(form: &SubmittedForm) -> PlanForm {
    let time = |name| {
        let text: &str = form.text(name);
        ["%H:%M", "%H:%M:%S"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
    };
    PlanForm {
        day: form.date("day"),
        from: time("from"),
        to: time("to"),
        activities: activities(form, Activity::PLANNED),
        area: form.text("area").to_owned(),
        meeting_point: form.text("meeting_point").to_owned(),
        people: form.text("people").parse().ok(),
    }
}

/// Those of these kinds of activity that were ticked.
pub fn activities(form: &SubmittedForm, of: &[Activity]) -> Vec<Activity> {
    let is_chosen = |kind: &&Activity| !form.text(&format!("activity-{kind}")).is_empty();
    of.iter().filter(is_chosen).copied().collect()
}

/// The tick of a kind of activity.
pub const fn tick(kind: Activity) -> &'static str {
    match kind {
        Activity::Block => "activity-10.1",
        Activity::Inspect => "activity-10.2",
        Activity::Prevent => "activity-10.3",
        Activity::Force => "activity-10.4",
        Activity::Deliver => "activity-10.5",
    }
}

/// The fields of a plan that is mended, filled in.
pub fn values(plan: &Plan, activities: &[Activity]) -> Vec<(&'static str, String)> {
    let (day, from, to) = shown(plan.period);
    let fields = [
        ("day", day.to_string()),
        ("from", from.format("%H:%M").to_string()),
        ("to", to.format("%H:%M").to_string()),
        ("area", plan.area.clone()),
        ("meeting_point", plan.meeting_point.clone()),
        ("people", plan.people.to_string()),
    ];
    let chosen = activities.iter().map(|kind| (tick(*kind), "yes".to_owned()));
    fields.into_iter().chain(chosen).collect()
}

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
    let is_chosen = |activity: &Activity| !form.text(&format!("activity-{activity}")).is_empty();
    PlanForm {
        day: form.date("day"),
        from: time("from"),
        to: time("to"),
        activities: Activity::ALL.iter().copied().filter(is_chosen).collect(),
        area: form.text("area").to_owned(),
        meeting_point: form.text("meeting_point").to_owned(),
        people: form.text("people").parse().ok(),
    }
}

/// The fields of a plan that is mended, filled in.
pub fn values(plan: &Plan, activities: &[Activity]) -> Vec<(&'static str, String)> {
    let (day, from, to) = shown(plan.period);
    let name = |activity: &Activity| match activity {
        Activity::Block => "activity-10.1",
        Activity::Inspect => "activity-10.2",
        Activity::Prevent => "activity-10.3",
        Activity::Deliver => "activity-10.5",
    };
    let fields = [
        ("day", day.to_string()),
        ("from", from.format("%H:%M").to_string()),
        ("to", to.format("%H:%M").to_string()),
        ("area", plan.area.clone()),
        ("meeting_point", plan.meeting_point.clone()),
        ("people", plan.people.to_string()),
    ];
    let chosen = activities.iter().map(|activity| (name(activity), "yes".to_owned()));
    fields.into_iter().chain(chosen).collect()
}

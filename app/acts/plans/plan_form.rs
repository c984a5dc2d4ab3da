//! The fields of a duty, as its leader types them.

use crate::{
    acts::faults::{failed, is_said},
    domain::{
        plan::{Activity, PEOPLE_LIMIT, TEXT_LIMIT, period},
        time::Instant,
    },
    storage::plans::plan::Content,
};
use chrono::{NaiveDate, NaiveTime};

/// The fields of the form.
#[derive(Clone, Debug, Default)]
pub struct PlanForm {
    pub day: Option<NaiveDate>,
    pub from: Option<NaiveTime>,
    pub to: Option<NaiveTime>,
    pub activities: Vec<Activity>,
    pub area: String,
    pub meeting_point: String,
    pub people: Option<i32>,
}

faults! {
    /// The faults of a plan.
    PlanError {
        Day: "day", "date-missing";
        From: "from", "plan-time";
        To: "to", "plan-time";
        Past: "day", "plan-past";
        Activities: "activities", "plan-activities";
        Area: "area", "plan-area";
        MeetingPoint: "meeting_point", "plan-meeting-point";
        People: "people", "plan-people";
        Begun: "day", "plan-begun";
    }
}

impl PlanForm {
    /// The content of the plan.
    ///
    /// # Errors
    /// Every fault of the form.
    pub fn parse(&self, now: Instant) -> Result<Content, Vec<PlanError>> {
        use PlanError as E;
        let when = match (self.day, self.from, self.to) {
            (Some(day), Some(from), Some(to)) => Some(period(day, from, to)),
            _ => None,
        };
        let people = self.people.filter(|people| (1..=PEOPLE_LIMIT).contains(people));
        let checks = [
            (self.day.is_some(), E::Day),
            (self.from.is_some(), E::From),
            (self.to.is_some(), E::To),
            (when.is_none_or(|(begins, _)| begins > now), E::Past),
            (!self.activities.is_empty(), E::Activities),
            (is_said(&self.area, TEXT_LIMIT), E::Area),
            (is_said(&self.meeting_point, TEXT_LIMIT), E::MeetingPoint),
            (people.is_some(), E::People),
        ];
        let faults: Vec<E> = failed(checks);
        match (when, people) {
            (Some(period), Some(people)) if faults.is_empty() => Ok(Content {
                period,
                activities: self.activities.clone(),
                area: self.area.trim().to_owned(),
                meeting_point: self.meeting_point.trim().to_owned(),
                people,
            }),
            _ => Err(faults),
        }
    }
}

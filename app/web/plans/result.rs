//! The result of a duty: the leader records it, the unit enters it in its book and may correct it there (clauses 10, 23).

use super::form;
use crate::{
    acts::plans::{
        correct_result::CorrectResult, enter_result::EnterResult, record_result::RecordResult,
        result_form::ResultForm,
    },
    domain::{
        id::{self, Id},
        plan::{Activity, AssignmentState, PlanState, SUMMARY_LIMIT},
        time::Instant,
        workflow::Act,
    },
    storage::{self, plans::result::Recorded, squads::membership::Member},
    web::{
        pages::{Page, Sample, button::button},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// A result as it was recorded last.
#[derive(Serialize)]
pub struct ResultView {
    summary: String,
    activities: Vec<Activity>,
    attended: Vec<String>,
}

impl ResultView {
    /// The result, with the names of those who came.
    pub fn of(result: Recorded, members: &[Member]) -> Self {
        let came = members.iter().filter(|member| result.attended.contains(&member.id));
        Self {
            attended: came.map(Member::full_name).collect(),
            summary: result.summary,
            activities: result.activities,
        }
    }

    /// A result of nobody.
    pub fn sample() -> Self {
        Self {
            summary: "Өткізілді".to_owned(),
            activities: vec![Activity::Block, Activity::Force],
            attended: vec!["Үлгіев Үлгі".to_owned()],
        }
    }
}

/// The form.
#[derive(Serialize)]
pub struct ResultPage {
    id: Id<id::Plan>,
    reference: String,
    starts_at: Instant,
    version: i32,
    /// The number of the entry in the book that holds now.
    number: Option<i64>,
    step: Step,
    people: Vec<Attendance>,
    activities: &'static [Activity],
    limit: usize,
    #[serde(skip)]
    values: Vec<(&'static str, String)>,
}

/// The act that the form carries out.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    Record,
    Enter,
    Correct,
}

/// Somebody who was to go.
#[derive(Serialize)]
struct Attendance {
    id: Id<id::Membership>,
    name: String,
    has_come: bool,
}

impl Page for ResultPage {
    fn template(&self) -> &'static str {
        "pages/plans/result.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values.clone()
    }
}

impl Sample for ResultPage {
    fn samples() -> Vec<Self> {
        let person =
            |has_come| Attendance {
                id: Id::new(), name: "Үлгіев Үлгі".to_owned(), has_come
            };
        let page = |step, people| Self {
            id: Id::new(),
            reference: "П-2026-0001".to_owned(),
            starts_at: Instant::default(),
            version: 1,
            number: matches!(step, Step::Correct).then_some(1),
            step,
            people,
            activities: Activity::ALL,
            limit: SUMMARY_LIMIT,
            values: Vec::new(),
        };
        vec![
            page(Step::Record, vec![person(true), person(false)]),
            page(Step::Enter, Vec::new()),
            page(Step::Correct, vec![person(true)]),
        ]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Plan>) -> Result<ResultPage, WebError> {
    use storage::plans::{assignment, plan, result};
    let scope = me.plan_scope();
    let (plan, squad) = cx.read(|db| plan::find(db, &scope, id))?.ok_or(WebError::NotFound)?;
    let case = plan.case(&squad);
    let can = |act| button(me, act, &case, &[]).can;
    let step = if can(Act::RecordResult) {
        Step::Record
    } else if can(Act::EnterResult) {
        Step::Enter
    } else if can(Act::CorrectResult) {
        Step::Correct
    } else {
        return Err(WebError::NotFound);
    };
    let (members, asked, planned, last, entry) = cx.read(|db| {
        Ok((
            storage::squads::membership::of_squad(db, squad.id)?,
            assignment::of_plan(db, id)?,
            plan::activities(db, id)?,
            result::last(db, id)?,
            storage::record::book::of_plan(db, id)?,
        ))
    })?;
    // Before anything was recorded, everybody has come who did not say no, and the plan was kept.
    let has_come =
        |id: Id<id::Membership>| last.as_ref().is_none_or(|last| last.attended.contains(&id));
    let people = asked
        .iter()
        .filter(|of| AssignmentState::WENT.contains(&of.state))
        .filter_map(|of| {
            let member = members.iter().find(|member| member.id == of.membership)?;
            Some(Attendance {
                id: member.id,
                name: member.full_name(),
                has_come: has_come(member.id),
            })
        })
        .collect();
    let done = last.as_ref().map_or(&planned, |last| &last.activities);
    let ticks = done.iter().map(|kind| (form::tick(*kind), "yes".to_owned()));
    let summary = last.as_ref().map(|last| ("summary", last.summary.clone()));
    let has_force = last.as_ref().is_some_and(|last| last.activities.contains(&Activity::Force));
    let stated = has_force.then(|| ("no_other_way", "yes".to_owned()));
    Ok(ResultPage {
        id,
        reference: plan.reference,
        starts_at: plan.period.0,
        version: plan.version,
        number: entry.map(|(_, number)| number).filter(|_| plan.state == PlanState::Held),
        step,
        people,
        activities: Activity::ALL,
        limit: SUMMARY_LIMIT,
        values: ticks.chain(summary).chain(stated).collect(),
    })
}

/// The form, filled in with what is known.
pub async fn edit(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

/// Records, enters or corrects it, as the reader may.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = read(cx, me, id)?.with_ticks(form);
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let typed = ResultForm {
                attended: form.ids_with_prefix("came-")?.into_iter().map(|(id, _)| id).collect(),
                activities: form::activities(form, Activity::ALL),
                no_other_way: !form.text("no_other_way").is_empty(),
                summary: form.text("summary").to_owned(),
            };
            let done = match page.step {
                Step::Record => cx.act(me, form, &RecordResult { id, form: typed }),
                Step::Enter => {
                    let version = form.version("version")?;
                    cx.act(me, form, &EnterResult { id, version, form: typed })
                }
                // Somebody has entered it while this form was open: the act says so.
                Step::Correct if form.text("number").is_empty() => {
                    let version = form.version("version")?;
                    cx.act(me, form, &EnterResult { id, version, form: typed })
                }
                Step::Correct => {
                    let number = i64::from(form.version("number")?);
                    cx.act(me, form, &CorrectResult { id, number, form: typed })
                }
            };
            cx.answer(&page, form, &format!("/plans/{id}"), done)
        })
        .await
}

impl ResultPage {
    /// Who came, as it was ticked.
    fn with_ticks(mut self, form: &SubmittedForm) -> Self {
        for person in &mut self.people {
            person.has_come = !form.text(&format!("came-{}", person.id)).is_empty();
        }
        self
    }
}

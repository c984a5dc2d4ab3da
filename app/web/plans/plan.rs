//! One plan: the unit agrees, returns or cancels; the leader mends it, and says who goes.

use super::form;
use crate::{
    acts::{
        Command, Fault,
        plans::{
            agree_plan::AgreePlan,
            assign_people::{AssignPeople, may_go},
            cancel_plan::CancelPlan,
            propose_plan_again::ProposePlanAgain,
            return_plan::ReturnPlan,
        },
    },
    domain::{
        id::{self, Id},
        language::Named,
        plan::{Activity, PEOPLE_LIMIT, PlanState, TEXT_LIMIT},
        time::Instant,
        workflow::Act,
    },
    storage::{self, plans::plan::Plan},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeSet;

/// The plan.
#[derive(Serialize)]
pub struct PlanPage {
    id: Id<id::Plan>,
    reference: String,
    squad: Named,
    state: PlanState,
    version: i32,
    starts_at: Instant,
    ends_at: Instant,
    area: String,
    meeting_point: String,
    people: i32,
    chosen: Vec<Activity>,
    remark: Option<String>,
    going: Vec<Going>,
    /// Those who may be chosen, and those who are not free then.
    choice: Vec<Choice>,
    agree: Button,
    give_back: Button,
    cancel: Button,
    again: Button,
    assign: Button,
    activities: &'static [Activity],
    text_limit: usize,
    people_limit: i32,
    #[serde(skip)]
    values: Vec<(&'static str, String)>,
}

/// Somebody who goes.
#[derive(Serialize)]
struct Going {
    name: String,
    phone: Option<String>,
}

/// Somebody of the squad who may go on duties.
#[derive(Serialize)]
struct Choice {
    id: Id<id::Membership>,
    name: String,
    is_ticked: bool,
    is_free: bool,
}

impl Page for PlanPage {
    fn template(&self) -> &'static str {
        "pages/plans/plan.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values.clone()
    }
}

impl Sample for PlanPage {
    fn samples() -> Vec<Self> {
        let going = |phone: Option<&str>| Going {
            name: "Үлгіев Үлгі".to_owned(),
            phone: phone.map(str::to_owned),
        };
        let choice = |is_ticked, is_free| Choice {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            is_ticked,
            is_free,
        };
        let page = |state, [agree, again, assign]: [Button; 3]| Self {
            id: Id::new(),
            reference: "П-2026-0001".to_owned(),
            squad: example::squad(),
            state,
            version: 1,
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            area: "Үлгі ауылы".to_owned(),
            meeting_point: "Мектеп алды".to_owned(),
            people: 3,
            chosen: vec![Activity::Block, Activity::Deliver],
            remark: (state == PlanState::Returned).then(|| "Кейінірек".to_owned()),
            going: vec![going(Some("+77010000000")), going(None)],
            choice: vec![choice(true, true), choice(false, true), choice(false, false)],
            give_back: agree.clone(),
            cancel: agree.clone(),
            agree,
            again,
            assign,
            activities: Activity::ALL,
            text_limit: TEXT_LIMIT,
            people_limit: PEOPLE_LIMIT,
            values: Vec::new(),
        };
        let (yes, no) = (Button::sample_ready, Button::sample_foreign);
        let bare = page(PlanState::Cancelled, [no(), no(), no()]);
        vec![
            page(PlanState::Proposed, [yes(), no(), no()]),
            page(PlanState::Returned, [no(), yes(), no()]),
            page(PlanState::Agreed, [no(), no(), yes()]),
            Self { going: Vec::new(), choice: Vec::new(), ..bare },
            Self { choice: Vec::new(), ..page(PlanState::Agreed, [no(), no(), yes()]) },
        ]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Plan>) -> Result<PlanPage, WebError> {
    let scope = me.plan_scope();
    let (plan, squad) =
        cx.read(|db| storage::plans::plan::find(db, &scope, id))?.ok_or(WebError::NotFound)?;
    let (chosen, members, assigned, busy) = cx.read(|db| {
        use storage::plans::{assignment, plan};
        Ok((
            plan::activities(db, plan.id)?,
            storage::squads::membership::of_squad(db, squad.id)?,
            assignment::of_plan(db, plan.id)?,
            assignment::busy(db, squad.id, plan.id, plan.period)?,
        ))
    })?;
    let case = plan.case(&squad);
    let goes = |id: Id<id::Membership>| assigned.iter().any(|one| one.membership == id);
    let going = members.iter().filter(|member| goes(member.id)).map(|member| Going {
        name: member.full_name(),
        phone: member.own_phone.clone().unwrap_or_else(|| member.phone.clone()),
    });
    let choice = members.iter().filter(|member| may_go(member)).map(|member| Choice {
        id: member.id,
        name: member.full_name(),
        is_ticked: goes(member.id),
        is_free: !busy.contains(&member.id),
    });
    let mine = |act| button(me, act, &case, &[]);
    let Plan { reference, state, version, period, area, meeting_point, people, remark, .. } =
        plan.clone();
    Ok(PlanPage {
        id,
        reference,
        squad: squad.name,
        state,
        version,
        starts_at: period.0,
        ends_at: period.1,
        area,
        meeting_point,
        people,
        values: form::values(&plan, &chosen),
        chosen,
        remark,
        going: going.collect(),
        choice: choice.collect(),
        agree: mine(Act::AgreePlan),
        give_back: mine(Act::ReturnPlan),
        cancel: mine(Act::CancelPlan),
        again: mine(Act::ProposePlanAgain),
        assign: mine(Act::AssignPeople),
        activities: Activity::ALL,
        text_limit: TEXT_LIMIT,
        people_limit: PEOPLE_LIMIT,
    })
}

/// The page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

/// A form on the page: the act that it carries out, or the page again with what is wrong.
async fn submit<C: Command<Error: Fault>>(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
    command: impl FnOnce(Id<id::Plan>, &SubmittedForm) -> Result<C, WebError> + Send + 'static,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = read(cx, me, id)?;
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let back = format!("/plans/{id}");
            match cx.act(me, form, &command(id, form)?) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    let page = page.with_ticks(form);
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

impl PlanPage {
    /// The choices as they were ticked.
    fn with_ticks(mut self, form: &SubmittedForm) -> Self {
        for choice in &mut self.choice {
            choice.is_ticked = !form.text(&format!("person-{}", choice.id)).is_empty();
        }
        self
    }
}

/// The leader proposes the mended plan once more.
pub async fn propose_again(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, form| {
        Ok(ProposePlanAgain { id, version: form.version("version")?, form: form::parse(form) })
    })
    .await
}

/// The unit agrees.
pub async fn agree(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, form| Ok(AgreePlan { id, version: form.version("version")? }))
        .await
}

/// The unit returns the plan.
pub async fn give_back(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, form| {
        let remark = form.text("remark").to_owned();
        Ok(ReturnPlan { id, version: form.version("version")?, remark })
    })
    .await
}

/// The unit cancels the plan.
pub async fn cancel(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, form| Ok(CancelPlan { id, version: form.version("version")? }))
        .await
}

/// The leader says who goes.
pub async fn assign(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, form| {
        let people: BTreeSet<Id<id::Membership>> =
            form.ids_with_prefix("person-")?.into_iter().map(|(id, _)| id).collect();
        Ok(AssignPeople { plan: id, version: form.version("version")?, people })
    })
    .await
}

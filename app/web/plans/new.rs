//! The leader proposes a duty of the own squad.

use super::form;
use crate::{
    acts::plans::propose_plan::ProposePlan,
    domain::{
        id::Id,
        plan::{Activity, PEOPLE_LIMIT, TEXT_LIMIT},
    },
    web::{
        pages::{Page, Sample},
        request::{
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The form.
#[derive(Serialize)]
pub struct PlanNewPage {
    activities: &'static [Activity],
    text_limit: usize,
    people_limit: i32,
}

impl PlanNewPage {
    const EMPTY: Self =
        Self { activities: Activity::PLANNED, text_limit: TEXT_LIMIT, people_limit: PEOPLE_LIMIT };
}

impl Page for PlanNewPage {
    fn template(&self) -> &'static str {
        "pages/plans/plan_new.html"
    }
}

impl Sample for PlanNewPage {
    fn samples() -> Vec<Self> {
        vec![Self::EMPTY]
    }
}

/// The form for the first time.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            me.leads.ok_or(WebError::NotFound)?;
            cx.first_form(&PlanNewPage::EMPTY)
        })
        .await
}

/// Proposes the duty.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let led = me.leads.ok_or(WebError::NotFound)?;
            if cx.is_shown_again {
                return cx.form_again(&PlanNewPage::EMPTY, form);
            }
            let command = ProposePlan { id: Id::new(), squad: led.squad, form: form::parse(form) };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/plans/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, "/plans/new")?;
                    cx.rerender(&PlanNewPage::EMPTY, form, &field_errors(&faults))
                }
            }
        })
        .await
}

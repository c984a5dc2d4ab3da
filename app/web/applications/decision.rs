//! The decision on an application: chosen, looked over, and recorded; and the applicant's own withdrawal.

use super::{
    application::{Header, again, rows, submit, unanswered, units},
    named,
};
use crate::{
    acts::applications::{
        accept_application::AcceptApplication, refuse_application::RefuseApplication,
        withdraw_application::WithdrawApplication,
    },
    domain::{
        application::{ApplicationDecision, ApplicationState},
        id::{self, Id},
        language::Named,
        workflow::Act,
    },
    storage::{self, applications::application_page::ApplicationRows},
    web::{
        pages::{Page, Sample, button::may, example},
        request::{
            context::RequestContext,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The decision, to be looked over.
#[derive(Serialize)]
pub struct DecisionCheckPage {
    application: Header,
    decision: ApplicationDecision,
    unit: Option<UnitChoice>,
    /// Registers that have not answered.
    unanswered: usize,
    /// Where the mail goes; without an address an officer informs the applicant.
    email: Option<String>,
}

#[derive(Serialize)]
struct UnitChoice {
    id: Id<id::Body>,
    name: Named,
}

impl Page for DecisionCheckPage {
    fn template(&self) -> &'static str {
        "pages/applications/decision_check.html"
    }
}

impl Sample for DecisionCheckPage {
    fn samples() -> Vec<Self> {
        let page = |decision: &ApplicationDecision, unanswered| Self {
            application: Header::sample(ApplicationState::BeingVetted),
            decision: *decision,
            unit: (*decision == ApplicationDecision::Accepted)
                .then(|| UnitChoice { id: Id::new(), name: example::unit() }),
            unanswered,
            email: (unanswered == 0).then(|| "ulgi@mail.example".to_owned()),
        };
        ApplicationDecision::ALL.iter().flat_map(|is| [page(is, 0), page(is, 2)]).collect()
    }
}

impl DecisionCheckPage {
    fn of(
        cx: &RequestContext,
        rows: &ApplicationRows,
        decision: ApplicationDecision,
        unit: Option<UnitChoice>,
    ) -> Result<Self, WebError> {
        let membership = rows.application.membership;
        let reach = cx.read(|db| storage::record::contact::of(db, membership))?;
        Ok(Self {
            application: Header::of(rows),
            decision,
            unit,
            unanswered: unanswered(rows),
            email: reach.and_then(|reach| reach.address().map(str::to_owned)),
        })
    }
}

const fn act(decision: ApplicationDecision) -> Act {
    match decision {
        ApplicationDecision::Accepted => Act::AcceptApplication,
        ApplicationDecision::Refused => Act::RefuseApplication,
    }
}

/// Shows the consequences; changes nothing.
pub async fn preview(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id = named(&path)?;
            let decision: ApplicationDecision =
                form.text("decision").parse().map_err(|_| WebError::BadRequest)?;
            let rows = rows(cx, me, id)?;
            let case = rows.application.case();
            may(me, act(decision), &case, &format!("/applications/{id}"))?;
            let asked: Option<Id<id::Body>> = form.id("unit")?;
            let unit = units(cx, rows.application.territory)
                .into_iter()
                .find(|unit| Some(unit.id) == asked)
                .map(|unit| UnitChoice { id: unit.id, name: unit.name });
            if decision == ApplicationDecision::Accepted && unit.is_none() {
                let fault = FieldError {
                    field: "unit".into(),
                    code: "application-unit".into(),
                    detail: None,
                };
                return again(cx, me, form, id, &[fault]);
            }
            let unit = unit.filter(|_| decision == ApplicationDecision::Accepted);
            cx.show(&DecisionCheckPage::of(cx, &rows, decision, unit)?)
        })
        .await
}

/// Records the decision.
pub async fn create(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let application = named(&path)?;
            let version = form.version("version")?;
            match form.text("decision").parse().map_err(|_| WebError::BadRequest)? {
                ApplicationDecision::Accepted => {
                    let unit = form.id("unit")?;
                    let command = AcceptApplication { application, version, unit };
                    submit(cx, me, form, application, &command)
                }
                ApplicationDecision::Refused => {
                    let command = RefuseApplication { application, version };
                    submit(cx, me, form, application, &command)
                }
            }
        })
        .await
}

/// Records that the applicant has taken the application back.
pub async fn withdraw(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let application = named(&path)?;
            let command = WithdrawApplication { application, version: form.version("version")? };
            submit(cx, me, form, application, &command)
        })
        .await
}

//! One report: the unit says that it has read it, and its sender sees that.

use crate::{
    acts::reports::acknowledge_report::AcknowledgeReport,
    domain::{
        id::{self, Id},
        language::Named,
        report::{Regime, ReportState},
        time::Instant,
        workflow::Act,
    },
    storage,
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
        },
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The report.
#[derive(Serialize)]
pub struct ReportPage {
    id: Id<id::Report>,
    reference: String,
    squad: Named,
    regime: Regime,
    state: ReportState,
    version: i32,
    seen_at: Instant,
    reported_at: Instant,
    by: String,
    place: String,
    seen: String,
    acknowledge: Button,
}

impl Page for ReportPage {
    fn template(&self) -> &'static str {
        "pages/reports/report.html"
    }
}

impl Sample for ReportPage {
    fn samples() -> Vec<Self> {
        let page = |regime: &Regime, state: &ReportState, acknowledge| Self {
            id: Id::new(),
            reference: "Х-2026-0001".to_owned(),
            squad: example::squad(),
            regime: *regime,
            state: *state,
            version: 1,
            seen_at: Instant::default(),
            reported_at: Instant::default(),
            by: "Үлгіев Үлгі".to_owned(),
            place: "Үлгі ауылы".to_owned(),
            seen: "Іздер".to_owned(),
            acknowledge,
        };
        let regimes = Regime::ALL
            .iter()
            .map(|regime| page(regime, &ReportState::Sent, Button::sample_ready()));
        let read = page(&Regime::Border, &ReportState::Acknowledged, Button::sample_foreign());
        regimes.chain([read]).collect()
    }
}

fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Report>) -> Result<ReportPage, WebError> {
    let scope = me.plan_scope();
    let found = cx.read(|db| storage::reports::report::find(db, &scope, id))?;
    let (report, squad) = found.ok_or(WebError::NotFound)?;
    let account = cx.read(|db| storage::reports::report::account(db, &cx.app.keys, id))?;
    Ok(ReportPage {
        id,
        acknowledge: button(me, Act::AcknowledgeReport, &report.case(&squad), &[]),
        reference: report.reference,
        squad: squad.name,
        regime: report.regime,
        state: report.state,
        version: report.version,
        seen_at: report.seen_at,
        reported_at: report.reported_at,
        by: report.by,
        place: account.place,
        seen: account.seen,
    })
}

/// The page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Report> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

/// The unit has read it.
pub async fn acknowledge(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Report> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = read(cx, me, id)?;
            let back = format!("/reports/{id}");
            let command = AcknowledgeReport { id, version: form.version("version")? };
            cx.answer(&page, form, &back, cx.act(me, form, &command))
        })
        .await
}

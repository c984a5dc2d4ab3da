//! The form of a report. Sent several times over a bad line, it is one report: its key is used once, and the same words within an
//! hour are the same report.

use super::index::squads;
use crate::{
    acts::reports::report_fact::ReportFact,
    domain::{
        id::{self, Id},
        language::Named,
        report::{PLACE_LIMIT, Regime, SEEN_LIMIT},
        time::{instant, local},
    },
    storage::reports::report::{self, Account},
    web::{
        pages::{Page, Sample, example},
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
use actix_web::HttpResponse;
use chrono::{NaiveTime, TimeDelta};
use serde::Serialize;

/// Within that time the same words from the same reporter are the same report.
const SAME: TimeDelta = TimeDelta::hours(1);

/// The form.
#[derive(Serialize)]
pub struct ReportNewPage {
    regimes: &'static [Regime],
    /// The squads of a unit; a leader has one.
    squads: Vec<SquadChoice>,
    place_limit: usize,
    seen_limit: usize,
    #[serde(skip)]
    values: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct SquadChoice {
    id: Id<id::Squad>,
    name: Named,
}

impl Page for ReportNewPage {
    fn template(&self) -> &'static str {
        "pages/reports/report_new.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values.clone()
    }
}

impl Sample for ReportNewPage {
    fn samples() -> Vec<Self> {
        let choice = SquadChoice { id: Id::new(), name: example::squad() };
        let page = |squads| Self {
            regimes: Regime::ALL,
            squads,
            place_limit: PLACE_LIMIT,
            seen_limit: SEEN_LIMIT,
            values: Vec::new(),
        };
        vec![page(vec![choice]), page(Vec::new())]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser) -> Result<ReportNewPage, WebError> {
    let now = local(cx.now);
    let squads = squads(cx, me)?;
    if squads.is_empty() {
        return Err(WebError::NotFound);
    }
    let named = squads.into_iter().filter_map(|(id, name)| {
        let name = name?;
        Some(SquadChoice { id, name })
    });
    Ok(ReportNewPage {
        regimes: Regime::ALL,
        squads: named.collect(),
        place_limit: PLACE_LIMIT,
        seen_limit: SEEN_LIMIT,
        values: vec![
            ("seen_on", now.date().to_string()),
            ("seen_at", now.time().format("%H:%M").to_string()),
        ],
    })
}

/// The form for the first time, with the time as it is now.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.first_form(&read(cx, me)?)).await
}

/// Sends the report.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let page = read(cx, me)?;
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let squad = match me.leads {
                Some(led) => led.squad,
                None => form.id("squad")?.ok_or(WebError::NotFound)?,
            };
            let time = NaiveTime::parse_from_str(form.text("seen_at"), "%H:%M").ok();
            let command = ReportFact {
                id: Id::new(),
                squad,
                regime: form.text("regime").parse().ok(),
                seen_at: form.date("seen_on").zip(time).map(|(day, at)| instant(day.and_time(at))),
                account: Account {
                    place: form.text("place").trim().to_owned(),
                    seen: form.text("seen").trim().to_owned(),
                },
            };
            // A form that a browser has fetched again, because the answer to the first sending was lost.
            let since = cx.now - SAME;
            let same = cx.read(|db| {
                report::same(db, &cx.app.keys, (squad, me.user.id), &command.account, since)
            })?;
            if let Some(same) = same {
                return Ok(Reply::Redirect(format!("/reports/{same}")));
            }
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/reports/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, "/reports/new")?;
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

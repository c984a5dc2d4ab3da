//! The page that the mail about a duty opens: a member says whether he or she comes, without an account.
//!
//! It shows when and where, and neither people nor what is done. Looking changes nothing, so that scanners of mail may look. A link
//! that is worthless, one of somebody who has died, and one that never was are the same 404.

use crate::{
    acts::{
        Command, Fault,
        plans::{
            away_form::AwayForm, confirm_assignment::ConfirmAssignment,
            decline_assignment::DeclineAssignment, tell_days_away::TellDaysAway,
        },
    },
    domain::{
        caller::Caller,
        id::{self, Id},
        language::Named,
        plan::AssignmentState,
        time::Instant,
    },
    storage::{self, record::person_link::PersonLink},
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, error::WebError, form::SubmittedForm,
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The page of a link.
#[derive(Serialize)]
pub struct AssignmentPage {
    token: String,
    squad: Named,
    unit: Named,
    starts_at: Instant,
    ends_at: Instant,
    meeting_point: String,
    state: AssignmentState,
    /// Days that the member has just told, or told before.
    has_told_days: bool,
}

impl Page for AssignmentPage {
    fn template(&self) -> &'static str {
        "pages/plans/assignment.html"
    }
}

impl Sample for AssignmentPage {
    fn samples() -> Vec<Self> {
        let page = |state: &AssignmentState| Self {
            token: "0".repeat(64),
            squad: example::squad(),
            unit: example::unit(),
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            meeting_point: "Мектеп алды".to_owned(),
            state: *state,
            has_told_days: *state == AssignmentState::Declined,
        };
        AssignmentState::ALL.iter().map(page).collect()
    }
}

type Found = (PersonLink, Id<id::Assignment>, AssignmentPage);

fn read(cx: &RequestContext, token: &str) -> Result<Found, WebError> {
    use storage::plans::{assignment, days_away};
    let found = cx.read(|db| {
        let link = storage::record::person_link::find_of_assignment(db, token, cx.now)?;
        let Some((link, id)) = link else { return Ok(None) };
        let of = assignment::get(db, id)?;
        let squad = storage::squads::squad::get(db, link.squad)?;
        let days = days_away::of_membership(db, link.membership)?;
        Ok(Some((link, id, of, squad, days)))
    })?;
    let (link, id, of, squad, days) = found.ok_or(WebError::NotFound)?;
    let page = AssignmentPage {
        token: token.to_owned(),
        squad: squad.name,
        unit: squad.unit_name,
        starts_at: of.plan.period.0,
        ends_at: of.plan.period.1,
        meeting_point: of.plan.meeting_point,
        state: of.state,
        has_told_days: days > 0,
    };
    Ok((link, id, page))
}

/// The page.
pub async fn show(request: IncomingRequest, token: web::Path<String>) -> HttpResponse {
    request.counting_strangers().open(move |cx| cx.first_form(&read(cx, &token)?.2)).await
}

/// A form on the page: the act that it carries out, or the page again with what is wrong.
async fn submit<C: Command<Error: Fault>>(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
    command: impl FnOnce(PersonLink, Id<id::Assignment>, &SubmittedForm) -> C + Send + 'static,
) -> HttpResponse {
    request
        .with_form(&form)
        .counting_strangers()
        .open(move |cx| {
            let (link, id, page) = read(cx, &token)?;
            let (caller, back) = (Caller::Link(link.id), format!("/assignments/{token}"));
            cx.submit(caller, &page, &form, &back, || Ok(command(link, id, &form)))
        })
        .await
}

/// The member comes.
pub async fn confirm(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, token, form, |_, assignment, _| ConfirmAssignment { assignment }).await
}

/// The member does not come.
pub async fn decline(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, token, form, |_, assignment, _| DeclineAssignment { assignment }).await
}

/// The member tells other days on which he or she can't come.
pub async fn tell_days(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, token, form, |link, _, form| TellDaysAway {
        link,
        form: AwayForm { from: form.date("away_from"), to: form.date("away_to") },
    })
    .await
}

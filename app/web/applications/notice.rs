//! How an applicant was informed of the decision (clause 18).

use super::{application::submit, named};
use crate::{
    acts::applications::{
        inform_applicant::InformApplicant, reopen_applicant_notice::ReopenApplicantNotice,
    },
    domain::application::ApplicationDecision,
    storage,
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Records how and when the applicant was informed.
pub async fn discharge(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let application = named(&path)?;
            let found =
                cx.read(|db| storage::applications::application::find(db, &me.scope, application))?;
            let decision = found.ok_or(WebError::NotFound)?.state.decision();
            let command = InformApplicant {
                application,
                // The table of acts refuses it where nothing is decided.
                decision: decision.unwrap_or(ApplicationDecision::Accepted),
                version: form.version("version")?,
                channel: form.text("channel").parse().ok(),
                on: form.date("given_on"),
                proof: form.text("proof").to_owned(),
            };
            submit(cx, me, form, application, &command)
        })
        .await
}

/// Marks that the notice did not arrive.
pub async fn reopen(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let application = named(&path)?;
            let version = form.version("version")?;
            submit(cx, me, form, application, &ReopenApplicantNotice { application, version })
        })
        .await
}

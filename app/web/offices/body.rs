//! One body: shown, and changed.

use super::{body_form, body_page};
use crate::{
    acts::offices::change_body::ChangeBody,
    domain::id::{self, Id},
    web::request::{
        after::After,
        error::{WebError, faults_of},
        form::{SubmittedForm, field_errors},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// The page.
pub async fn show(
    request: IncomingRequest,
    id: web::Path<String>,
    after: web::Query<After>,
) -> HttpResponse {
    let done = after.word(&["changed"]);
    request
        .signed(move |cx, me| {
            let id: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&body_page::read(cx, me, id, done)?)
        })
        .await
}

/// Changes its words.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let body: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = ChangeBody {
                body,
                version: form.version("version")?,
                form: body_form::typed(form)?,
            };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(format!("/bodies/{body}?done=changed"))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/bodies/{body}"))?;
                    cx.rerender(&body_page::read(cx, me, body, None)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

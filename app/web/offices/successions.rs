//! One body succeeds another.

use super::body_page;
use crate::{
    acts::offices::succeed_body::SucceedBody,
    domain::id::{self, Id},
    web::request::{
        error::{WebError, faults_of},
        form::{SubmittedForm, field_errors},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// Closes a body in favour of its successor and shows the successor.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let body: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = SucceedBody {
                body,
                version: form.version("version")?,
                successor: form.id("successor")?,
            };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/bodies/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/bodies/{body}"))?;
                    cx.rerender(&body_page::read(cx, me, body, None)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

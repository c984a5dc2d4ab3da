//! One body succeeds another.

use super::bodies;
use crate::{
    acts::offices::succeed_body::SucceedBody,
    domain::id::Id,
    web::request::{
        context::Call,
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};

/// Closes a body in favour of its successor and shows the successor.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let body: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = SucceedBody { body, version: posted.version("version"), successor: posted.id("successor") };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/bodies/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/bodies/{body}"))?;
                visit.again("pages/offices/body.html", bodies::content(visit, reader, body)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

//! A candidate is withdrawn, without a reason.

use crate::{
    acts::withdraw_candidate::WithdrawCandidate,
    domain::id::Id,
    web::{
        answer::Answer,
        entries,
        error::{WebError, faults_of},
        posted::{Posted, shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Withdraws one candidate.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        match visit.act(reader, posted, &WithdrawCandidate { entry, version: posted.version("version") }) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/entries/{entry}"))?;
                visit.again("pages/entry.html", entries::content(visit, reader, entry)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

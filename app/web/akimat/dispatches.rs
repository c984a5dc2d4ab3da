//! A list is sent.

use crate::{
    acts::send_list::SendList,
    domain::id::Id,
    web::{
        answer::Answer,
        error::{WebError, faults_of},
        lists,
        posted::{Posted, shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Sends a draft, or what was returned of a list once it is corrected.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = SendList {
            list,
            version: posted.version("version"),
            outgoing_number: posted.text("outgoing_number").to_owned(),
            outgoing_date: posted.date("outgoing_date"),
            is_stated: posted.text("statement") == "yes",
        };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/lists/{list}"))?;
                visit.again("pages/list.html", lists::content(visit, reader, list)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

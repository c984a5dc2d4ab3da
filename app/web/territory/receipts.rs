//! A list is received.

use crate::{
    acts::receive_list::ReceiveList,
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

/// Notes the receipt under the subdivision's incoming number.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = ReceiveList {
            list,
            version: posted.version("version"),
            incoming_number: posted.text("incoming_number").to_owned(),
            incoming_date: posted.date("incoming_date"),
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

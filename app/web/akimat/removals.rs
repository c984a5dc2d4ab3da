//! People are removed from a squad.

use crate::{
    acts::remove_people::RemovePeople,
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

/// Removes the people who are ticked.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let ticked = |entry: &str| Some((entry.parse::<Id>().ok()?, posted.version(&format!("version-{entry}"))));
        let entries = posted.all("entry").filter_map(ticked).collect();
        match visit.act(reader, posted, &RemovePeople { list, entries }) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/lists/{list}"))?;
                visit.again("pages/list.html", lists::content(visit, reader, list)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

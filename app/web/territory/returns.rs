//! An entry is returned for correction, with a text of a closed list.

use crate::{
    acts::return_entries::ReturnEntries,
    domain::id::Id,
    storage,
    web::{
        answer::Answer,
        entries,
        error::{WebError, faults_of},
        posted::{Posted, Shown, shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Returns one entry.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let (_, list) = visit.read(|db| storage::entry::find(db, &reader.scope, entry))?.ok_or(WebError::NotFound)?;
        let again = |errors: &[Shown]| visit.again("pages/entry.html", entries::content(visit, reader, entry)?, posted, errors);
        let Ok(code) = posted.text("code").parse() else { return again(&[Shown { field: "code".into(), code: "return-code".into() }]) };
        let verb = ReturnEntries { list: list.id, entries: vec![(entry, posted.version("version"), code)] };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => again(&shown(&faults_of(refusal, &format!("/entries/{entry}"))?)),
        }
    })
    .await
}

//! Entries are returned for correction, one or several, each with a text of a closed list.

use super::list;
use crate::{
    acts::lists::return_entries::ReturnEntries,
    domain::{id::Id, workflow::Act},
    storage,
    web::request::{
        context::{Call, may},
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

const PAGE: &str = "pages/lists/returns.html";

/// The form: everybody who is being vetted, with a choice of what is to be mended.
pub async fn new(call: Call, id: web::Path<String>, chosen: web::Query<Chosen>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let case = visit.read(|db| storage::lists::member_list::find(db, &reader.scope, list))?.ok_or(WebError::NotFound)?.case();
        may(reader, Act::ReturnEntries, &case, &format!("/lists/{list}"))?;
        let mut content = list::content(visit, reader, list)?;
        content["chosen"] = json!(chosen.entry);
        visit.form(PAGE, content)
    })
    .await
}

/// The person from whose page the reader came.
#[derive(Deserialize)]
pub struct Chosen {
    entry: Option<String>,
}

/// Returns them, all or none: fields `code-ENTRY` beside `version-ENTRY`; no choice is no return.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let entries = posted
            .with_prefix("code-")
            .filter_map(|(entry, code)| Some((entry.parse().ok()?, posted.version(&format!("version-{entry}")), code.parse().ok()?)))
            .collect();
        match visit.act(reader, posted, &ReturnEntries { list, entries }) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/lists/{list}"))?;
                let mut content = list::content(visit, reader, list)?;
                content["chosen"] = json!(null);
                visit.again(PAGE, content, posted, &shown(&faults))
            }
        }
    })
    .await
}

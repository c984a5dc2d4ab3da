//! An entry is returned for correction, with a text of a closed list.

use crate::{
    acts::return_entries::ReturnEntries,
    domain::id::Id,
    storage,
    web::{
        entries,
        error::WebError,
        posted::{Posted, Shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Returns one entry.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let (_, list) = visit.read(|db| storage::entry::find(db, &reader.scope, entry))?.ok_or(WebError::NotFound)?;
        let Ok(code) = posted.text("code").parse() else {
            let missing = [Shown { field: "code".into(), code: "return-code".into() }];
            return visit.again("pages/entry.html", entries::content(visit, reader, entry)?, posted, &missing);
        };
        let verb = ReturnEntries { list: list.id, entries: vec![(entry, posted.version("version"), code)] };
        entries::settle(visit, reader, posted, entry, &verb, |list| format!("/lists/{list}"))
    })
    .await
}

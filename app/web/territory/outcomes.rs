//! Outcomes are chosen, seen once more, and returned, for one person or many.

use crate::{
    acts::{return_outcomes::ReturnOutcomes, take_back_outcome::TakeBackOutcome},
    domain::{id::Id, membership::Outcome, workflow::Act},
    storage,
    web::{
        entries,
        error::WebError,
        lists,
        posted::{Posted, Shown},
        visit::{Call, may},
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::json;

/// Shows what will happen; changes nothing.
pub async fn preview(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let chosen = chosen(posted);
        let case = visit.read(|db| storage::member_list::find(db, &reader.scope, list))?.ok_or(WebError::NotFound)?.case();
        may(reader, Act::ReturnOutcomes, &case, &format!("/lists/{list}"))?;
        let mut content = lists::content(visit, reader, list)?;
        if chosen.is_empty() {
            return visit.again("pages/list.html", content, posted, &[Shown { field: "outcomes".into(), code: "outcomes-none".into() }]);
        }
        let on_list = visit.read(|db| storage::entry::of_list(db, list))?;
        let of = |outcome: Outcome| -> Vec<_> {
            let entries = on_list.iter().filter(|e| chosen.iter().any(|(id, _, o)| *id == e.id && *o == outcome));
            entries.map(lists::line).collect()
        };
        content["preview"] = json!({
            "registered": of(Outcome::Registered),
            "to_be_removed": of(Outcome::ToBeRemoved),
            "fields": chosen.iter().map(|(id, version, o)| json!({ "id": id, "version": version, "outcome": o })).collect::<Vec<_>>(),
        });
        visit.page("pages/outcomes.html", StatusCode::OK, &content)
    })
    .await
}

/// Returns them, all or nothing.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        lists::settle(visit, reader, posted, list, &ReturnOutcomes { list, outcomes: chosen(posted) })
    })
    .await
}

/// The outcomes that were chosen: fields `outcome-ENTRY` beside `version-ENTRY`; no choice is no outcome.
fn chosen(posted: &Posted) -> Vec<(Id, i32, Outcome)> {
    posted
        .with_prefix("outcome-")
        .filter_map(|(entry, outcome)| Some((entry.parse().ok()?, posted.version(&format!("version-{entry}")), outcome.parse().ok()?)))
        .collect()
}

/// Takes "to be removed" back while the akimat has not acted.
pub async fn take_back(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = TakeBackOutcome { entry, version: posted.version("version") };
        entries::settle(visit, reader, posted, entry, &verb, |_| format!("/entries/{entry}"))
    })
    .await
}

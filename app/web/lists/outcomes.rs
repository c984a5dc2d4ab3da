//! Outcomes are chosen, seen once more, and returned, for one person or many.

use super::{entries, list};
use crate::{
    acts::lists::{return_outcomes::ReturnOutcomes, take_back_outcome::TakeBackOutcome},
    domain::{
        id::Id,
        member_list::EntryState,
        membership::{MembershipState, Outcome},
        workflow::Act,
    },
    storage::{self, lists::entry::Entry},
    web::request::{
        context::{Call, may},
        error::WebError,
        form::{Posted, Shown},
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::{Value, json};

/// Shows what will happen; changes nothing.
pub async fn preview(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let case = visit.read(|db| storage::lists::member_list::find(db, &reader.scope, list))?.ok_or(WebError::NotFound)?.case();
        may(reader, Act::ReturnOutcomes, &case, &format!("/lists/{list}"))?;
        let mut content = list::content(visit, reader, list)?;
        let on_list = visit.read(|db| storage::lists::entry::of_list(db, list))?;
        let mut chosen = chosen(posted);
        if let Ok(outcome) = posted.text("rest").parse() {
            let rest = on_list.iter().filter(|entry| is_vetted(entry) && !chosen.iter().any(|(id, ..)| *id == entry.id));
            chosen.extend(rest.map(|entry| (entry.id, posted.version(&format!("version-{}", entry.id)), outcome)).collect::<Vec<_>>());
        }
        // The preview goes on being one when its language is changed, and the list goes on being the list.
        let is_list = visit.is_switch && posted.text("preview").is_empty();
        if chosen.is_empty() || is_list {
            return visit.again(
                "pages/lists/list.html",
                content,
                posted,
                &[Shown { field: "outcomes".into(), code: "outcomes-none".into() }],
            );
        }
        let lines = content["entries"].as_array().cloned().unwrap_or_default();
        let of = |outcome: Outcome| -> Vec<Value> {
            let is_chosen = |line: &&Value| chosen.iter().any(|(id, _, o)| line["id"] == json!(id) && *o == outcome);
            lines.iter().filter(is_chosen).cloned().collect()
        };
        let is_unanswered = |line: &&Value| line["registers"].as_array().is_some_and(|all| all.iter().any(|r| r["answered_at"].is_null()));
        let (registered, to_be_removed) = (of(Outcome::Registered), of(Outcome::ToBeRemoved));
        content["preview"] = json!({
            "unanswered": registered.iter().chain(&to_be_removed).filter(is_unanswered).count(),
            "registered": registered,
            "to_be_removed": to_be_removed,
            "fields": chosen.iter().map(|(id, version, o)| json!({ "id": id, "version": version, "outcome": o })).collect::<Vec<_>>(),
        });
        visit.page("pages/lists/outcomes.html", StatusCode::OK, &content)
    })
    .await
}

/// Returns them, all or nothing.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        list::settle(visit, reader, posted, list, &ReturnOutcomes { list, outcomes: chosen(posted) })
    })
    .await
}

/// Whether an outcome can be returned for somebody now.
fn is_vetted(entry: &Entry) -> bool {
    entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted
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

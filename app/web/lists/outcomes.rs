//! Outcomes are chosen, seen once more, and returned, for one person or many.

use super::{entries, list};
use crate::{
    acts::lists::{return_outcomes::ReturnOutcomes, take_back_outcome::TakeBackOutcome},
    domain::{
        id::{self, Id},
        member_list::EntryState,
        membership::{MembershipState, Outcome},
        workflow::Act,
    },
    storage::{self, lists::entry::Entry},
    web::{
        pages::{Loose, button::may},
        request::{
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::{Value, json};

/// Shows what will happen; changes nothing.
pub async fn preview(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let case = cx.read(|db| storage::lists::member_list::find(db, &me.scope, list))?.ok_or(WebError::NotFound)?.case();
            may(me, Act::ReturnOutcomes, &case, &format!("/lists/{list}"))?;
            let mut content = list::content(cx, me, list)?;
            let on_list = cx.read(|db| storage::lists::entry::of_list(db, list))?;
            let mut chosen = chosen(form)?;
            if let Ok(outcome) = form.text("rest").parse() {
                // Whoever has come to be vetted since the page was shown is nobody that its reader has seen.
                for (entry, version) in form.ids_with_prefix::<id::ListEntry>("version-")? {
                    let is_open = on_list.iter().any(|known| known.id == entry && is_vetted(known));
                    if is_open && !chosen.iter().any(|(id, ..)| *id == entry) {
                        chosen.push((entry, version.parse().map_err(|_| WebError::BadRequest)?, outcome));
                    }
                }
            }
            // The preview goes on being one when its language is changed, and the list goes on being the list.
            let is_list = cx.is_language_switch && form.text("preview").is_empty();
            if chosen.is_empty() || is_list {
                return cx.rerender(
                    &Loose("pages/lists/list.html", content),
                    form,
                    &[FieldError { field: "outcomes".into(), code: "outcomes-none".into() }],
                );
            }
            let lines = content["entries"].as_array().cloned().unwrap_or_default();
            let of = |outcome: Outcome| -> Vec<Value> {
                let is_chosen = |line: &&Value| chosen.iter().any(|(id, _, o)| line["id"] == json!(id) && *o == outcome);
                lines.iter().filter(is_chosen).cloned().collect()
            };
            let is_unanswered =
                |line: &&Value| line["registers"].as_array().is_some_and(|all| all.iter().any(|r| r["answered_at"].is_null()));
            let (registered, to_be_removed) = (of(Outcome::Registered), of(Outcome::ToBeRemoved));
            content["preview"] = json!({
                "unanswered": registered.iter().chain(&to_be_removed).filter(is_unanswered).count(),
                "registered": registered,
                "to_be_removed": to_be_removed,
                "fields": chosen.iter().map(|(id, version, o)| json!({ "id": id, "version": version, "outcome": o })).collect::<Vec<_>>(),
            });
            cx.page(StatusCode::OK, &Loose("pages/lists/outcomes.html", content))
        })
        .await
}

/// Returns them, all or nothing.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            list::submit(cx, me, form, list, &ReturnOutcomes { list, outcomes: chosen(form)? })
        })
        .await
}

/// Whether an outcome can be returned for somebody now.
fn is_vetted(entry: &Entry) -> bool {
    entry.state == EntryState::Open && entry.membership_state == MembershipState::BeingVetted
}

/// The outcomes that were chosen: fields `outcome-ENTRY` beside `version-ENTRY`; no choice is no outcome.
fn chosen(form: &SubmittedForm) -> Result<Vec<(Id<id::ListEntry>, i32, Outcome)>, WebError> {
    let fields = form.ids_with_prefix("outcome-")?.into_iter().filter(|(_, outcome)| !outcome.is_empty());
    fields
        .map(|(entry, outcome)| {
            Ok((entry, form.version(&format!("version-{entry}"))?, outcome.parse().map_err(|_| WebError::BadRequest)?))
        })
        .collect()
}

/// Takes "to be removed" back while the akimat has not acted.
pub async fn take_back(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let entry: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = TakeBackOutcome { entry, version: form.version("version")? };
            entries::submit(cx, me, form, entry, &command, |_| format!("/entries/{entry}"))
        })
        .await
}

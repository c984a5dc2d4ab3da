//! Outcomes are chosen, seen once more, and returned, for one person or many.

use super::{
    entries,
    list::{self, ListPage},
    views::{EntryLine, ListHeader, is_vetted},
};
use crate::{
    acts::lists::{return_outcomes::ReturnOutcomes, take_back_outcome::TakeBackOutcome},
    domain::{
        id::{self, Id},
        membership::Outcome,
        workflow::Act,
    },
    storage::lists::list_page::ListRows,
    web::{
        pages::{Page, button::may},
        request::{
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The page that shows outcomes once more before they are returned.
#[derive(Serialize)]
pub struct OutcomesPage {
    pub(super) list: ListHeader,
    pub(super) registered: Vec<EntryLine>,
    pub(super) to_be_removed: Vec<EntryLine>,
    /// How many of these people a register has not answered about.
    pub(super) unanswered: usize,
    pub(super) fields: Vec<Chosen>,
}

impl Page for OutcomesPage {
    fn template(&self) -> &'static str {
        "pages/lists/outcomes.html"
    }
}

/// An outcome that was chosen for an entry, in the version that was seen.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Chosen {
    pub id: Id<id::ListEntry>,
    pub version: i32,
    pub outcome: Outcome,
}

/// Shows what will happen; changes nothing.
pub async fn preview(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let rows = list::rows(cx, me, list)?;
            may(me, Act::ReturnOutcomes, &rows.list.case(), &format!("/lists/{list}"))?;
            let chosen = with_rest(form, &rows)?;
            // The preview goes on being one when its language is changed, and the list goes on being the list.
            let is_list = cx.is_shown_again && form.text("preview").is_empty();
            if chosen.is_empty() || is_list {
                let fault = FieldError {
                    field: "outcomes".into(),
                    code: "outcomes-none".into(),
                    detail: None,
                };
                return cx.rerender(&ListPage::of(cx, me, rows), form, &[fault]);
            }
            cx.show(&OutcomesPage::of(&rows, chosen))
        })
        .await
}

impl OutcomesPage {
    fn of(rows: &ListRows, fields: Vec<Chosen>) -> Self {
        let of = |outcome: Outcome| -> Vec<EntryLine> {
            let is_chosen =
                |id| fields.iter().any(|chosen| chosen.id == id && chosen.outcome == outcome);
            rows.entries
                .iter()
                .filter(|listed| is_chosen(listed.entry.id))
                .map(|listed| EntryLine::of(listed, &rows.notes))
                .collect()
        };
        let (registered, to_be_removed) = (of(Outcome::Registered), of(Outcome::ToBeRemoved));
        let is_unanswered = |line: &&EntryLine| {
            line.registers.iter().any(|register| register.answered_at.is_none())
        };
        Self {
            list: ListHeader::from(&rows.list),
            unanswered: registered.iter().chain(&to_be_removed).filter(is_unanswered).count(),
            registered,
            to_be_removed,
            fields,
        }
    }
}

/// Returns them, all or nothing.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let outcomes = chosen(form)?
                .iter()
                .map(|chosen| (chosen.id, chosen.version, chosen.outcome))
                .collect();
            list::submit(cx, me, form, list, &ReturnOutcomes { list, outcomes })
        })
        .await
}

/// The outcomes that were chosen: fields `outcome-ENTRY` beside `version-ENTRY`; no choice is no outcome.
fn chosen(form: &SubmittedForm) -> Result<Vec<Chosen>, WebError> {
    let fields =
        form.ids_with_prefix("outcome-")?.into_iter().filter(|(_, outcome)| !outcome.is_empty());
    fields
        .map(|(id, outcome)| {
            let version = form.version(&format!("version-{id}"))?;
            Ok(Chosen { id, version, outcome: outcome.parse().map_err(|_| WebError::BadRequest)? })
        })
        .collect()
}

/// Those, and the outcome of the rest, if there is one, for everybody else whom the page showed and who is still being vetted.
fn with_rest(form: &SubmittedForm, rows: &ListRows) -> Result<Vec<Chosen>, WebError> {
    let mut chosen = chosen(form)?;
    if !chosen.iter().all(|one| rows.entries.iter().any(|listed| listed.entry.id == one.id)) {
        return Err(WebError::NotFound);
    }
    let rest = form.text("rest");
    if rest.is_empty() {
        return Ok(chosen);
    }
    let outcome = rest.parse().map_err(|_| WebError::BadRequest)?;
    let vetted = rows.entries.iter().map(|listed| &listed.entry).filter(|entry| is_vetted(entry));
    for id in vetted.map(|entry| entry.id) {
        let field = format!("version-{id}");
        if form.all(&field).next().is_some() && !chosen.iter().any(|one| one.id == id) {
            chosen.push(Chosen { id, version: form.version(&field)?, outcome });
        }
    }
    Ok(chosen)
}

/// Takes "to be removed" back while the akimat has not acted.
pub async fn take_back(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let entry: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = TakeBackOutcome { entry, version: form.version("version")? };
            entries::submit(cx, me, form, entry, &command, |_| format!("/entries/{entry}"))
        })
        .await
}

//! Entries are returned for correction, one or several, each with a text of a closed list.

use super::list;
use crate::{
    acts::lists::return_entries::ReturnEntries,
    domain::{
        id::{self, Id},
        member_list::ReturnCode,
        workflow::Act,
    },
    storage,
    web::{
        pages::{Loose, button::may},
        request::{
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

const PAGE: &str = "pages/lists/returns.html";

/// The form: everybody who is being vetted, with a choice of what is to be mended.
pub async fn new(request: IncomingRequest, id: web::Path<String>, chosen: web::Query<Chosen>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let case = cx.read(|db| storage::lists::member_list::find(db, &me.scope, list))?.ok_or(WebError::NotFound)?.case();
            may(me, Act::ReturnEntries, &case, &format!("/lists/{list}"))?;
            let mut content = list::content(cx, me, list)?;
            content["chosen"] = json!(chosen.entry);
            cx.first_form(&Loose(PAGE, content))
        })
        .await
}

/// The person from whose page the reader came.
#[derive(Deserialize)]
pub struct Chosen {
    entry: Option<String>,
}

/// Returns them, all or none.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            match cx.act(me, form, &ReturnEntries { list, entries: chosen(form)? }) {
                Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/lists/{list}"))?;
                    let mut content = list::content(cx, me, list)?;
                    content["chosen"] = json!(null);
                    cx.rerender(&Loose(PAGE, content), form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// The entries that something is to be mended in: fields `code-ENTRY` beside `version-ENTRY`; no choice is no return.
fn chosen(form: &SubmittedForm) -> Result<Vec<(Id<id::ListEntry>, i32, ReturnCode)>, WebError> {
    let fields = form.ids_with_prefix("code-")?.into_iter().filter(|(_, code)| !code.is_empty());
    fields
        .map(|(entry, code)| Ok((entry, form.version(&format!("version-{entry}"))?, code.parse().map_err(|_| WebError::BadRequest)?)))
        .collect()
}

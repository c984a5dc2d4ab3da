//! Entries are returned for correction, one or several, each with a text of a closed list.

use super::views::{ListHeader, is_vetted};
use crate::{
    acts::lists::return_entries::ReturnEntries,
    domain::{
        id::{self, Id},
        language::Named,
        member_list::ReturnCode,
        workflow::Act,
    },
    storage::{
        self,
        lists::{entry::Entry, member_list::MemberList},
    },
    web::{
        pages::{Page, button::may},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The form: everybody who is being vetted, with a choice of what is to be mended.
#[derive(Serialize)]
pub struct ReturnsPage {
    pub(super) list: ListHeader,
    /// The name of the squad.
    pub(super) squad: Named,
    pub(super) entries: Vec<VettedLine>,
    pub(super) return_codes: &'static [ReturnCode],
    /// The person from whose page the reader came.
    pub(super) chosen: Option<Id<id::ListEntry>>,
}

impl Page for ReturnsPage {
    fn template(&self) -> &'static str {
        "pages/lists/returns.html"
    }
}

/// A person who is being vetted.
#[derive(Serialize)]
pub(super) struct VettedLine {
    pub id: Id<id::ListEntry>,
    pub position: i32,
    pub version: i32,
    pub name: String,
}

impl From<&Entry> for VettedLine {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            position: entry.position,
            version: entry.version,
            name: entry.full_name(),
        }
    }
}

/// The person from whose page the reader comes.
#[derive(Deserialize)]
pub struct Origin {
    entry: Option<String>,
}

/// The form for the first time.
pub async fn new(
    request: IncomingRequest,
    id: web::Path<String>,
    origin: web::Query<Origin>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let list = find(cx, me, id)?;
            may(me, Act::ReturnEntries, &list.case(), &format!("/lists/{id}"))?;
            let chosen = origin
                .entry
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(|_| WebError::BadRequest)?;
            cx.first_form(&page(cx, &list, chosen)?)
        })
        .await
}

/// Returns them, all or none.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            match cx.act(me, form, &ReturnEntries { list, entries: chosen(form)? }) {
                Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/lists/{list}"))?;
                    cx.rerender(
                        &page(cx, &find(cx, me, list)?, None)?,
                        form,
                        &field_errors(&faults),
                    )
                }
            }
        })
        .await
}

fn find(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::MemberList>,
) -> Result<MemberList, WebError> {
    cx.read(|db| storage::lists::member_list::find(db, &me.scope, id))?.ok_or(WebError::NotFound)
}

fn page(
    cx: &RequestContext,
    list: &MemberList,
    chosen: Option<Id<id::ListEntry>>,
) -> Result<ReturnsPage, WebError> {
    let entries = cx.read(|db| storage::lists::entry::of_list(db, list.id))?;
    Ok(ReturnsPage {
        list: ListHeader::from(list),
        squad: list.squad.name.clone(),
        entries: entries.iter().filter(|entry| is_vetted(entry)).map(VettedLine::from).collect(),
        return_codes: ReturnCode::ALL,
        chosen,
    })
}

/// The entries that something is to be mended in: fields `code-ENTRY` beside `version-ENTRY`; no choice is no return.
fn chosen(form: &SubmittedForm) -> Result<Vec<(Id<id::ListEntry>, i32, ReturnCode)>, WebError> {
    let fields = form.ids_with_prefix("code-")?.into_iter().filter(|(_, code)| !code.is_empty());
    fields
        .map(|(entry, code)| {
            Ok((
                entry,
                form.version(&format!("version-{entry}"))?,
                code.parse().map_err(|_| WebError::BadRequest)?,
            ))
        })
        .collect()
}

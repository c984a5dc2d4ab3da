//! A file of candidates: read, and kept with its report until its rows have been reviewed; nothing is saved before.

use super::drafts::Draft;
use crate::{
    acts::{lists::add_candidates::Import, squads::propose_squad::ProposeSquad},
    domain::{
        id::{self, Id},
        person::Particulars,
        workflow::Act,
    },
    intake, storage,
    web::{
        pages::{Loose, button::button},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
        },
        squads::proposals::akimat,
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The words of a proposal that waits, with its file, for confirmation.
#[derive(Clone, Serialize, Deserialize)]
pub struct Proposal {
    pub id: String,
    pub akimat: String,
    pub name_kk: String,
    pub name_ru: String,
    pub area: String,
    pub unit: String,
}

impl Proposal {
    /// The act that these words ask for; `None` when the ids are none.
    pub fn command(&self, candidates: Vec<Particulars>, import: Option<Import>) -> Option<ProposeSquad> {
        Some(ProposeSquad {
            id: self.id.parse().ok()?,
            akimat: self.akimat.parse().ok()?,
            name_kk: self.name_kk.clone(),
            name_ru: self.name_ru.clone(),
            area: self.area.clone(),
            unit: self.unit.parse().ok(),
            candidates,
            import,
        })
    }
}

/// The table that offices may start from.
pub async fn template(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|_, _| {
            let content = intake::template::template().map_err(|e| WebError::Failed(e.to_string()))?;
            Ok(Reply::spreadsheet(content, intake::template::FILE_NAME.to_owned()))
        })
        .await
}

/// The form for a file of candidates of a squad that is there.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let content = about(cx, me, &id)?;
            cx.first_form(&Loose("pages/lists/import_new.html", content))
        })
        .await
}

/// Reads the file and keeps what was read.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| {
            let content = about(cx, me, &id)?;
            match keep(cx, me, form, akimat(me)?, Some(id.to_string()), None)? {
                Ok(draft) => Ok(Reply::Redirect(format!("/imports/{draft}"))),
                Err(error) => cx.rerender(&Loose("pages/lists/import_new.html", content), form, &[error]),
            }
        })
        .await
}

fn about(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<Value, WebError> {
    let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
    let squad = cx.read(|db| storage::squads::squad::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
    let add = button(me, Act::AddCandidates, &squad.case(), &[]);
    Ok(json!({ "squad": crate::web::squads::squad::words(&squad), "add": add }))
}

/// Reads the posted file and keeps it with its report; a file that can't be read is a fault of its field.
pub fn keep(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    akimat: Id<id::Body>,
    squad: Option<String>,
    proposal: Option<Proposal>,
) -> Result<Result<Id<id::Draft>, FieldError>, WebError> {
    let fault = |code: &str| Ok(Err(FieldError { field: "file".into(), code: code.to_owned() }));
    if form.is_too_large {
        return fault("file-too-large");
    }
    let Some(file) = form.file("file") else { return fault("file-missing") };
    let mut draft = Draft::new(file, squad, proposal);
    if let Err(refusal) = draft.read(cx, me, &file.content)? {
        return fault(&format!("refusal-{}", refusal.code()).replace('_', "-"));
    }
    Ok(Ok(draft.keep(cx, me, akimat, &file.content)?))
}

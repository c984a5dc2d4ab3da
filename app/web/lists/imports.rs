//! A file of candidates for a squad is uploaded and read; its candidates are saved after a review.

use crate::{
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    intake, storage,
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            squad_link::SquadLink,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            draft::{Draft, Target},
            error::WebError,
            form::SubmittedForm,
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The form for a file.
#[derive(Serialize)]
pub struct ImportPage {
    squad: SquadLink,
    add: Button,
}

impl Page for ImportPage {
    fn template(&self) -> &'static str {
        "pages/lists/import_new.html"
    }
}

impl Sample for ImportPage {
    fn samples() -> Vec<Self> {
        let buttons = [Button::sample_ready(), Button::sample_waiting(), Button::sample_foreign()];
        buttons.map(|add| Self { squad: SquadLink::sample(), add }).into()
    }
}

/// The table that offices may start from.
pub async fn template(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|_, _| {
            let content =
                intake::template::template().map_err(|e| WebError::Failed(e.to_string()))?;
            Ok(Reply::spreadsheet(content, intake::template::FILE_NAME.to_owned()))
        })
        .await
}

/// The form for a file of candidates of an existing squad.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request.signed(move |cx, me| cx.first_form(&page(cx, me, &id)?)).await
}

/// Reads the file and keeps it for its review.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let page = page(cx, me, &id)?;
            match Draft::create(cx, me, form, Target::Squad(page.squad.id))? {
                Ok(draft) => Ok(Reply::Redirect(format!("/imports/{draft}"))),
                Err(error) => cx.rerender(&page, form, &[error]),
            }
        })
        .await
}

fn page(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<ImportPage, WebError> {
    let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
    let squad =
        cx.read(|db| storage::squads::squad::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
    Ok(ImportPage {
        squad: SquadLink::from(&squad),
        add: button(me, Act::AddCandidates, &squad.case(), &[]),
    })
}

//! One person: shown, shut out, signed out.

use super::person_page;
use crate::{
    acts::{
        Command, Fault,
        offices::{disable_user::DisableUser, end_sessions::EndSessions},
    },
    domain::id::{self, Id},
    storage,
    web::request::{
        after::After,
        context::RequestContext,
        current_user::CurrentUser,
        error::{WebError, faults_of},
        form::{SubmittedForm, field_errors},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// The words of what the forms of the page have done.
const DONE: [&str; 7] = ["invited", "granted", "duty", "linked", "ended", "disabled", "sessions"];

/// The page.
pub async fn show(
    request: IncomingRequest,
    id: web::Path<String>,
    after: web::Query<After>,
) -> HttpResponse {
    let done = after.word(&DONE);
    request
        .signed(move |cx, me| {
            let id: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            match person_page::read(cx, me, id, done) {
                Err(WebError::NotFound) => accepted(cx, me, id),
                page => cx.first_form(&page?),
            }
        })
        .await
}

/// An offer whose owner has accepted it is that account from then on.
fn accepted(cx: &RequestContext, me: &CurrentUser, offer: Id<id::User>) -> Result<Reply, WebError> {
    let account = cx.read(|db| storage::offices::offer::accepted_by(db, offer))?;
    let account = account.ok_or(WebError::NotFound)?;
    person_page::read(cx, me, account, None)?;
    Ok(Reply::Redirect(format!("/people/{account}")))
}

/// Carries out an act that a form on a person's page asks for; the page then says that it was done, or shows what is wrong.
pub fn submit<C: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    person: Id<id::User>,
    command: &C,
    done: &str,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(_) => Ok(Reply::Redirect(format!("/people/{person}?done={done}"))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/people/{person}"))?;
            cx.rerender(&person_page::read(cx, me, person, None)?, form, &field_errors(&faults))
        }
    }
}

/// Shuts a person out.
pub async fn disable(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, user, &DisableUser { user }, "disabled")
        })
        .await
}

/// Ends every session of a person.
pub async fn end_sessions(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, user, &EndSessions { user }, "sessions")
        })
        .await
}

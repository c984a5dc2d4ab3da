//! What administrators do about mail that did not arrive.

use super::{undelivered, undelivered_mail};
use crate::{
    acts::{
        Command, Fault,
        mail::{
            correct_address::CorrectAddress, mark_undelivered::MarkUndelivered,
            resend_mail::ResendMail, resend_mails::ResendMails,
        },
    },
    domain::id::{self, Id},
    web::request::{
        context::RequestContext,
        current_user::CurrentUser,
        error::{WebError, faults_of},
        form::{SubmittedForm, field_errors},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// Lets a mail be tried again.
pub async fn resend(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let mail: Id<id::Mail> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, mail, &ResendMail { mail }, "resent")
        })
        .await
}

/// Lets all mails be tried again that can go as they are.
pub async fn resend_all(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let body = undelivered::administration(me).ok_or(WebError::NotFound)?;
            match cx.act(me, form, &ResendMails { body }) {
                Ok(_) => Ok(Reply::Redirect("/mails?done=resent_all".to_owned())),
                Err(refusal) => {
                    let faults = faults_of(refusal, "/mails")?;
                    cx.rerender(&undelivered::first(cx, me)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// Says that a mail did not arrive, though the server took it.
pub async fn mark(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let mail: Id<id::Mail> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, mail, &MarkUndelivered { mail }, "marked")
        })
        .await
}

/// Corrects the address, and sends what was refused there.
pub async fn correct(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let mail: Id<id::Mail> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = CorrectAddress { mail, address: form.address("address") };
            submit(cx, me, form, mail, &command, "corrected")
        })
        .await
}

fn submit<C: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    mail: Id<id::Mail>,
    command: &C,
    done: &str,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(_) => Ok(Reply::Redirect(format!("/mails/{mail}?done={done}"))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/mails/{mail}"))?;
            cx.rerender(&undelivered_mail::read(cx, me, mail)?, form, &field_errors(&faults))
        }
    }
}

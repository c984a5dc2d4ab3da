//! A printed code that sets a password: typed, never part of an address.

use super::link::{self, LinkPage};
use crate::{
    domain::code,
    storage::{self, offices::user::User},
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The form to type a code into.
#[derive(Serialize)]
pub struct CodePage {}

impl Page for CodePage {
    fn template(&self) -> &'static str {
        "pages/account/code.html"
    }
}

impl Sample for CodePage {
    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}

/// The form for the first time.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request.open(|cx| cx.first_form(&CodePage {})).await
}

/// Looks the code up and shows the form of its owner; nothing is used up yet.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with_form(&form)
        .counting_strangers()
        .open(move |cx| match owner(cx, &form)?.filter(|_| !cx.is_shown_again) {
            Some((code, user)) => cx.first_form(&LinkPage::of(&user, Some(code))),
            None if cx.is_shown_again => unknown(cx, &form),
            None => used_or_unknown(cx, &form),
        })
        .await
}

/// Sets the password and uses the code up.
pub async fn update(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with_form(&form)
        .with(Permit::Hashing)
        .counting_strangers()
        .open(move |cx| match owner(cx, &form)? {
            Some((code, user)) => link::set(cx, &form, &code, &user, Some(code.clone())),
            None => used_or_unknown(cx, &form),
        })
        .await
}

/// A code that has been used leads to the sign-in; any other is unknown.
fn used_or_unknown(cx: &RequestContext, form: &SubmittedForm) -> Result<Reply, WebError> {
    match code::read(form.text("code")).map(|code| link::not_open(cx, &code)) {
        Some(Err(WebError::NotFound)) | None => unknown(cx, form),
        Some(answer) => answer,
    }
}

fn owner(cx: &RequestContext, form: &SubmittedForm) -> Result<Option<(String, User)>, WebError> {
    let Some(code) = code::read(form.text("code")) else { return Ok(None) };
    Ok(cx.read(|db| storage::account::link::owner(db, &code, cx.now))?.map(|user| (code, user)))
}

fn unknown(cx: &RequestContext, form: &SubmittedForm) -> Result<Reply, WebError> {
    if !cx.is_shown_again {
        cx.note_failure_of_stranger();
    }
    let mut kept = form.clone();
    kept.forget("password");
    kept.forget("again");
    cx.rerender(
        &CodePage {},
        &kept,
        &[FieldError { field: "code".into(), code: "code-unknown".into(), detail: None }],
    )
}

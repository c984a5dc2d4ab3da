//! A link that sets a password: looked at as often as one likes, used once, by POST.

use super::password::{self, SHORTEST};
use crate::{
    acts::account::use_link::{Used, use_link},
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
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The form of a link, or of a code that was typed.
#[derive(Serialize)]
pub struct LinkPage {
    name: String,
    /// Whether somebody who has an account may have been invited by it.
    is_invitation: bool,
    shortest: usize,
    code: Option<String>,
}

impl LinkPage {
    /// The form of a link's owner, or of a code's.
    pub fn of(user: &User, code: Option<String>) -> Self {
        let is_invitation = user.password_hash.is_none();
        Self { name: user.name.clone(), is_invitation, shortest: SHORTEST, code }
    }
}

impl Page for LinkPage {
    fn template(&self) -> &'static str {
        "pages/account/link.html"
    }
}

impl Sample for LinkPage {
    fn samples() -> Vec<Self> {
        let page = |is_invitation, code| Self {
            name: "Мысалова Гүлнар".into(),
            is_invitation,
            shortest: SHORTEST,
            code,
        };
        vec![page(false, None), page(true, Some("ABCDEFGHJKLM".into()))]
    }
}

/// The page; looking uses nothing up.
pub async fn edit(request: IncomingRequest, token: web::Path<String>) -> HttpResponse {
    request
        .open(move |cx| match owner(cx, &token)? {
            Some(user) => cx.first_form(&LinkPage::of(&user, None)),
            None => not_open(cx, &token),
        })
        .await
}

/// Sets the password, uses the link up and ends the user's sessions.
pub async fn update(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with_form(&form)
        .with(Permit::Hashing)
        .open(move |cx| match owner(cx, &token)? {
            Some(user) => set(cx, &form, &token, &user, None),
            None => not_open(cx, &token),
        })
        .await
}

/// Sets the password that was typed, or shows the form again with what is wrong with it.
pub fn set(
    cx: &RequestContext,
    form: &SubmittedForm,
    token: &str,
    user: &User,
    code: Option<String>,
) -> Result<Reply, WebError> {
    let typed = |name| form.all(name).next().unwrap_or_default();
    let fault = password::fault(typed("password"), typed("again"), user.address());
    if fault.is_some() || cx.is_shown_again {
        let field_errors: Vec<FieldError> = fault
            .map(|code| FieldError { field: "password".into(), code: code.into(), detail: None })
            .into_iter()
            .collect();
        return cx.rerender(&LinkPage::of(user, code), &SubmittedForm::default(), &field_errors);
    }
    match use_link(&cx.app, token, &password::hash(typed("password"))?)? {
        Used::Set => Ok(Reply::Redirect("/sign-in".into())),
        Used::Offered => Ok(Reply::Redirect("/sign-in?offered=1&next=/account".into())),
        Used::Gone => not_open(cx, token),
    }
}

/// The answer to a link or code that sets no password now: one that has been used leads to the sign-in, which says so.
pub fn not_open(cx: &RequestContext, token: &str) -> Result<Reply, WebError> {
    if cx.read(|db| storage::account::link::is_used(db, token))? {
        return Ok(Reply::Redirect("/sign-in?used=1".into()));
    }
    Err(WebError::NotFound)
}

fn owner(cx: &RequestContext, token: &str) -> Result<Option<User>, WebError> {
    cx.read(|db| storage::account::link::owner(db, token, cx.now))
}

//! Signing in and out.

use super::{attempt::Attempt, password};
use crate::{
    storage::{self, StorageError, offices::user::User},
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            own_path::own_path,
            permit::Permit,
            reply::Reply,
            session::{self, device_cookie, session_cookie},
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// `/`: the inbox, or the way in.
pub async fn root(request: IncomingRequest) -> HttpResponse {
    request
        .open(|cx| Ok(Reply::Redirect(if cx.me.is_some() { "/inbox" } else { "/sign-in" }.into())))
        .await
}

/// The form; an address that was asked for is kept until somebody is signed in.
#[derive(Serialize)]
pub struct SignInPage {
    next: String,
    /// The reader came by a link that had been used.
    is_link_used: bool,
    /// The session that the browser shows has ended by time.
    ended: Option<Ended>,
}

/// A session that has ended by time, as its reader is told.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Ended {
    /// Nothing was typed.
    Bare,
    /// The form that was sent is kept.
    Kept,
}

impl Page for SignInPage {
    fn template(&self) -> &'static str {
        "pages/account/sign_in.html"
    }
}

impl Sample for SignInPage {
    fn samples() -> Vec<Self> {
        vec![
            Self { next: "/inbox".into(), is_link_used: true, ended: None },
            Self { next: String::new(), is_link_used: false, ended: Some(Ended::Bare) },
            Self { next: String::new(), is_link_used: false, ended: Some(Ended::Kept) },
        ]
    }
}

/// The form for the first time.
pub async fn new(request: IncomingRequest, query: web::Query<Next>) -> HttpResponse {
    let Next { next, used } = query.into_inner();
    let next = next.unwrap_or_default();
    request
        .open(move |cx| {
            if cx.me.is_some() {
                return Ok(Reply::Redirect(own_path(&next)));
            }
            cx.first_form(&SignInPage { next, is_link_used: used.is_some(), ended: ended(cx)? })
        })
        .await
}

/// Whether the session that the browser shows has ended by time.
fn ended(cx: &RequestContext) -> Result<Option<Ended>, WebError> {
    let Some(session) = &cx.session_hash else { return Ok(None) };
    cx.read(|db| {
        if storage::account::session::known(db, session, cx.now)?.is_none() {
            return Ok(None);
        }
        let is_kept = storage::account::parked_form::is_there(db, session, cx.now)?;
        Ok(Some(if is_kept { Ended::Kept } else { Ended::Bare }))
    })
}

/// Where to go on after signing in.
#[derive(Deserialize)]
pub struct Next {
    next: Option<String>,
    used: Option<String>,
}

/// Checks address and password. Whether an address is known shows neither in words nor in time.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with_form(&form)
        .with(Permit::Hashing)
        .counting_strangers()
        .open(move |cx| {
            if cx.is_shown_again {
                return rerender(cx, &form);
            }
            let user =
                cx.read(|db| storage::offices::user::by_email(db, &form.address("email")))?;
            let attempt = user.as_ref().map(|user| Attempt::of(cx, user)).transpose()?;
            let is_early = attempt.as_ref().is_some_and(Attempt::is_early);
            let hash = user.as_ref().and_then(|user| user.password_hash.as_deref());
            let fits = password::fits(form.all("password").next().unwrap_or_default(), hash);
            match (&user, &attempt) {
                (Some(user), Some(attempt)) if fits && !is_early && user.disabled_at.is_none() => {
                    begin(cx, user, attempt.is_known(), &own_path(form.text("next")))
                }
                (_, attempt) => {
                    cx.note_failure_of_stranger();
                    if let Some(attempt) = attempt.as_ref().filter(|_| !is_early) {
                        attempt.note_failure()?;
                    }
                    rerender(cx, &form)
                }
            }
        })
        .await
}

fn rerender(cx: &RequestContext, form: &SubmittedForm) -> Result<Reply, WebError> {
    let mut kept = form.clone();
    kept.forget("password");
    let next = form.text("next").to_owned();
    let page = SignInPage { next, is_link_used: false, ended: ended(cx)? };
    cx.rerender(
        &page,
        &kept,
        &[FieldError { field: "email".into(), code: "sign-in".into(), detail: None }],
    )
}

fn begin(cx: &RequestContext, user: &User, is_known: bool, next: &str) -> Result<Reply, WebError> {
    let (token, form_token) = (session::new_token()?, session::new_token()?);
    let device = match &cx.device_token {
        Some(token)
            if cx.read(|db| {
                storage::account::known_browser::is_issued(db, &session::hash(token))
            })? =>
        {
            token.clone()
        }
        _ => session::new_token()?,
    };
    let begun = cx.write(|db| -> Result<Option<bool>, StorageError> {
        // A password that was changed while this one was being hashed ends what it would begin.
        let stands = storage::offices::user::hold(db, user.id)?;
        if stands.password_hash != user.password_hash || stands.disabled_at.is_some() {
            return Ok(None);
        }
        // What strangers guessed wrong goes on slowing strangers down when the owner comes in by a known browser.
        if !is_known {
            storage::offices::user::note_success(db, user.id)?;
        }
        storage::account::known_browser::note_success(
            db,
            &session::hash(&device),
            user.id,
            cx.now,
        )?;
        storage::account::session::insert(
            db,
            &session::hash(&token),
            user.id,
            &form_token,
            &cx.device,
            cx.now,
        )?;
        let Some(old) = &cx.session_hash else { return Ok(Some(false)) };
        let new = session::hash(&token);
        let is_parked = storage::account::parked_form::hand_over(db, old, user.id, &new, cx.now)?;
        storage::account::session::end(db, old)?;
        Ok(Some(is_parked))
    })?;
    let Some(is_parked) = begun else {
        return Err(WebError::Stale { subjects: Vec::new(), back: "/sign-in".into() });
    };
    let next = if is_parked { "/parked" } else { next };
    let is_https = cx.app.settings.is_https();
    Ok(Reply::RedirectWith(
        next.to_owned(),
        vec![session_cookie(token, is_https), device_cookie(device, is_https)],
    ))
}

/// Ends the session.
pub async fn end(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, _| {
            cx.write(|db| storage::account::session::end(db, &me.token_hash))?;
            let mut cookie = session_cookie(String::new(), cx.app.settings.is_https());
            cookie.make_removal();
            Ok(Reply::RedirectWith("/sign-in".into(), vec![cookie]))
        })
        .await
}

//! Signing in and out.

use super::{attempt::Attempt, password};
use crate::{
    domain::code,
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
        .open(|cx| {
            let place = match &cx.me {
                Some(me) if me.user.login.is_some() => "/my-squad",
                Some(_) => "/inbox",
                None => "/sign-in",
            };
            Ok(Reply::Redirect(place.into()))
        })
        .await
}

/// The form; an address that was asked for is kept until somebody is signed in.
#[derive(Serialize)]
pub struct SignInPage {
    next: String,
    /// The reader came by a link that had been used.
    is_link_used: bool,
    /// An offer waits for the reader, who has an account.
    is_offered: bool,
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

impl SignInPage {
    const fn of(next: String, ended: Option<Ended>) -> Self {
        Self { next, is_link_used: false, is_offered: false, ended }
    }
}

impl Page for SignInPage {
    fn template(&self) -> &'static str {
        "pages/account/sign_in.html"
    }
}

impl Sample for SignInPage {
    fn samples() -> Vec<Self> {
        vec![
            Self { is_link_used: true, ..Self::of("/inbox".into(), None) },
            Self { is_offered: true, ..Self::of("/account".into(), None) },
            Self::of(String::new(), Some(Ended::Bare)),
            Self::of(String::new(), Some(Ended::Kept)),
        ]
    }
}

/// The form for the first time.
pub async fn new(request: IncomingRequest, query: web::Query<Arrival>) -> HttpResponse {
    let Arrival { next, used, offered } = query.into_inner();
    let next = next.unwrap_or_default();
    request
        .open(move |cx| {
            if cx.me.is_some() {
                return Ok(Reply::Redirect(own_path(&next)));
            }
            let (is_link_used, is_offered) = (used.is_some(), offered.is_some());
            let bare = SignInPage::of(next, ended(cx)?);
            cx.first_form(&SignInPage { is_link_used, is_offered, ..bare })
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

/// Where a reader comes from, and goes on to after signing in.
#[derive(Deserialize)]
pub struct Arrival {
    next: Option<String>,
    used: Option<String>,
    offered: Option<String>,
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
            let user = find(cx, &form)?;
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

/// The account of an address, or of a leader's login.
fn find(cx: &RequestContext, form: &SubmittedForm) -> Result<Option<User>, WebError> {
    use storage::offices::user::{by_email, by_login};
    let typed = form.text("email");
    match code::read_login(typed).filter(|_| !typed.contains('@')) {
        Some(login) => cx.read(|db| by_login(db, &login)),
        None => cx.read(|db| by_email(db, &form.address("email"))),
    }
}

fn rerender(cx: &RequestContext, form: &SubmittedForm) -> Result<Reply, WebError> {
    let mut kept = form.clone();
    kept.forget("password");
    let next = form.text("next").to_owned();
    let page = SignInPage::of(next, ended(cx)?);
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
            user,
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
    let next = match (is_parked, user.login.is_some()) {
        (true, _) => "/parked",
        (false, true) => "/my-squad",
        (false, false) => next,
    };
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
            Ok(Reply::Farewell("/sign-in".into(), vec![cookie]))
        })
        .await
}

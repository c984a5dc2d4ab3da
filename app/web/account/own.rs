//! The own account: duties, sessions, password.

use super::{attempt::Attempt, password};
use crate::{
    acts::account::{
        change_password::change_password,
        end_own_sessions::{Which, end_own_sessions},
    },
    domain::{
        address, code,
        id::{self, Id},
        language::Language,
        theme::Theme,
        time::Instant,
    },
    storage::{self, account::session::Session, offices::offer::Offer},
    web::{
        pages::{Page, Sample, duty::DutyView},
        request::{
            after::After,
            context::RequestContext,
            current_user::CurrentUser,
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

/// The page.
#[derive(Serialize)]
pub struct AccountPage {
    user: Account,
    languages: &'static [Language],
    themes: &'static [Theme],
    duties: Vec<DutyView>,
    offers: Vec<OfferView>,
    sessions: Vec<OwnSession>,
    /// The fewest characters of a password.
    shortest: usize,
    done: Option<&'static str>,
}

/// What the user has chosen.
#[derive(Serialize)]
struct Account {
    name: String,
    /// None of an account that signs in by a login.
    email: Option<String>,
    login: Option<String>,
    language: Language,
    digest: bool,
    theme: Theme,
}

/// An offer of another administration to the address of the account.
#[derive(Serialize)]
struct OfferView {
    id: Id<id::User>,
    duties: Vec<DutyView>,
}

/// A session of the user.
#[derive(Serialize)]
struct OwnSession {
    /// The hash of its token, which opens nothing.
    name: String,
    device: String,
    began_at: Instant,
    seen_at: Instant,
    is_this: bool,
}

impl Page for AccountPage {
    fn template(&self) -> &'static str {
        "pages/account/account.html"
    }
}

impl Sample for AccountPage {
    fn samples() -> Vec<Self> {
        let session = |device: &str, is_this| OwnSession {
            name: "00ff".into(),
            device: device.into(),
            began_at: Instant::default(),
            seen_at: Instant::default(),
            is_this,
        };
        let offer = || OfferView { id: Id::default(), duties: DutyView::samples() };
        let page = |duties: Vec<DutyView>, sessions, done: Option<&'static str>| {
            let is_leader = done.is_none();
            let user = Account {
                name: "Мысалова Гүлнар".into(),
                email: (!is_leader).then(|| "mysalova@ulgi.invalid".into()),
                login: is_leader.then(|| "7KQ2M-X4T".into()),
                language: Language::Kk,
                digest: true,
                theme: Theme::Dark,
            };
            let (languages, themes) = (Language::ALL, Theme::ALL);
            let offers = duties.first().map(|_| offer()).into_iter().collect();
            let shortest = password::SHORTEST;
            Self { user, languages, themes, duties, offers, sessions, shortest, done }
        };
        vec![
            page(
                DutyView::samples(),
                vec![session("Firefox, Linux", true), session("", false)],
                Some("digest"),
            ),
            page(Vec::new(), vec![session("Firefox, Linux", true)], Some("password")),
            page(Vec::new(), vec![session("Firefox, Linux", true)], None),
        ]
    }
}

/// The page, and what was done by one of its forms.
pub async fn show(request: IncomingRequest, after: web::Query<After>) -> HttpResponse {
    let done = after.word(&["password", "digest", "accepted", "declined"]);
    request.signed(move |cx, me| cx.first_form(&AccountPage { done, ..read(cx, me)? })).await
}

/// Reads the page; forms on it that were refused show it again.
pub fn read(cx: &RequestContext, me: &CurrentUser) -> Result<AccountPage, WebError> {
    let (duties, offers, sessions) = cx.read(|db| {
        Ok((
            storage::offices::duty::of_users(db, &[me.user.id])?,
            storage::offices::offer::open_to(db, &me.user, cx.now)?,
            storage::account::session::of_user(db, me.user.id, cx.now)?,
        ))
    })?;
    let offered = |offer: Offer| OfferView {
        id: offer.id,
        duties: offer.duties.iter().map(|duty| DutyView::of(duty, cx.now)).collect(),
    };
    let own = |session: Session| OwnSession {
        name: hex::encode(&session.token_hash),
        is_this: session.token_hash == me.token_hash,
        device: session.device,
        began_at: session.began_at,
        seen_at: session.seen_at,
    };
    let user = &me.user;
    let (name, login) = (user.name.clone(), user.login.as_deref().map(code::grouped));
    let email = login.is_none().then(|| address::shown(&user.email));
    Ok(AccountPage {
        user: Account {
            name,
            email,
            login,
            language: user.language,
            digest: user.digest,
            theme: user.theme,
        },
        languages: Language::ALL,
        themes: Theme::ALL,
        duties: duties.iter().map(|duty| DutyView::of(duty, cx.now)).collect(),
        offers: offers.into_iter().map(offered).collect(),
        sessions: sessions.into_iter().map(own).collect(),
        shortest: password::SHORTEST,
        done: None,
    })
}

/// Changes the password: the old one is asked for, and a wrong one counts as one at the sign-in does.
pub async fn change(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Hashing)
        .form(form, |cx, me, form| {
            let attempt = Attempt::of(cx, &me.user)?;
            let is_early = attempt.is_early();
            let typed = |name| form.all(name).next().unwrap_or_default();
            let fits = password::fits(typed("old_password"), me.user.password_hash.as_deref());
            let fault = if fits && !is_early {
                password::fault(typed("password"), typed("again"), &me.user.email)
                    .map(|code| ("password", code))
            } else {
                if !is_early {
                    attempt.note_failure()?;
                }
                Some(("old_password", "old-password"))
            };
            if let Some((field, code)) = fault {
                let field_errors =
                    [FieldError { field: field.into(), code: code.into(), detail: None }];
                return cx.rerender(&read(cx, me)?, &SubmittedForm::default(), &field_errors);
            }
            change_password(
                &cx.app,
                &me.user,
                &me.token_hash,
                &password::hash(typed("password"))?,
            )?;
            Ok(Reply::Redirect("/account?done=password".into()))
        })
        .await
}

/// Chooses to get information together once a morning, or each mail by itself.
pub async fn choose_digest(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let is_chosen = form.text("digest") == "yes";
            cx.write(|db| storage::mail::digest::choose(db, me.user.id, is_chosen, cx.now))?;
            cx.app.wake.send_replace(());
            Ok(Reply::Redirect("/account?done=digest".into()))
        })
        .await
}

/// Ends one own session, or all others.
pub async fn end_sessions(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let which = match form.text("session") {
                "others" => Which::AllBut(me.token_hash.clone()),
                name => Which::One(hex::decode(name).map_err(|_| WebError::BadRequest)?),
            };
            end_own_sessions(&cx.app, me.user.id, &which)?;
            Ok(Reply::Redirect("/account".into()))
        })
        .await
}

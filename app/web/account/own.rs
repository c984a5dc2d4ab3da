//! The own account: duties, sessions, password.

use super::{attempt::Attempt, password};
use crate::{
    acts::account::{
        change_password::change_password,
        end_own_sessions::{Which, end_own_sessions},
    },
    domain::{language::Language, theme::Theme},
    storage,
    web::{
        pages::Loose,
        request::{
            after::After,
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
            session::{ABSOLUTE, IDLE},
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: &str = "pages/account/account.html";

/// The page.
pub async fn show(request: IncomingRequest, after: web::Query<After>) -> HttpResponse {
    let done = after.word(&["password", "digest"]);
    request
        .signed(move |cx, me| {
            let mut content = content(cx, me)?;
            content["done"] = json!(done);
            cx.show(&Loose(PAGE, content))
        })
        .await
}

fn content(cx: &RequestContext, me: &CurrentUser) -> Result<Value, WebError> {
    let (duties, sessions) = cx.read(|db| {
        let sessions = storage::account::session::of_user(db, me.user.id, cx.now - IDLE, cx.now - ABSOLUTE)?;
        Ok((storage::offices::duty::of_users(db, &[me.user.id])?, sessions))
    })?;
    let sessions: Vec<Value> = sessions
        .iter()
        .map(|s| {
            let is_this = s.token_hash == me.token_hash;
            // Named by the hash of its token, which opens nothing.
            json!({ "name": hex::encode(&s.token_hash), "device": s.device, "began_at": s.began_at, "seen_at": s.seen_at, "is_this": is_this })
        })
        .collect();
    Ok(json!({
        "user": {
            "name": me.user.name, "email": me.user.email, "language": me.user.language, "digest": me.user.digest,
            "theme": me.user.theme,
        },
        "languages": Language::ALL,
        "themes": Theme::ALL,
        "duties": duties.iter().map(|duty| crate::web::offices::people::duty_words(duty, cx.now)).collect::<Vec<_>>(),
        "sessions": sessions,
        "shortest": password::SHORTEST,
        "done": null,
        "typed": {},
        "errors": [],
    }))
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
                password::fault(typed("password"), typed("again"), &me.user.email).map(|code| ("password", code))
            } else {
                if !is_early {
                    attempt.note_failure()?;
                }
                Some(("old_password", "old-password"))
            };
            if let Some((field, code)) = fault {
                let field_errors = [FieldError { field: field.into(), code: code.into() }];
                return cx.rerender(&Loose(PAGE, content(cx, me)?), &SubmittedForm::default(), &field_errors);
            }
            change_password(&cx.app, &me.user, &me.token_hash, &password::hash(typed("password"))?)?;
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

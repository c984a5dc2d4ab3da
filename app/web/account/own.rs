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
        offices::administration::After,
        request::{
            context::{Call, Reader, Visit},
            error::WebError,
            form::{Posted, Shown},
            reply::Answer,
            session::{ABSOLUTE, IDLE},
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: &str = "pages/account/account.html";

/// The page.
pub async fn show(call: Call, after: web::Query<After>) -> HttpResponse {
    let done = after.into_inner().word(&["password", "digest"]);
    call.signed(move |visit, reader| {
        let mut content = content(visit, reader)?;
        content["done"] = json!(done);
        visit.show(PAGE, &content)
    })
    .await
}

fn content(visit: &Visit, reader: &Reader) -> Result<Value, WebError> {
    let (duties, sessions) = visit.read(|db| {
        let sessions = storage::account::session::of_user(db, reader.user.id, visit.now - IDLE, visit.now - ABSOLUTE)?;
        Ok((storage::offices::duty::of_users(db, &[reader.user.id])?, sessions))
    })?;
    let sessions: Vec<Value> = sessions
        .iter()
        .map(|s| {
            let is_this = s.token_hash == reader.token_hash;
            // Named by the hash of its token, which opens nothing.
            json!({ "name": hex::encode(&s.token_hash), "device": s.device, "began_at": s.began_at, "seen_at": s.seen_at, "is_this": is_this })
        })
        .collect();
    Ok(json!({
        "user": {
            "name": reader.user.name, "email": reader.user.email, "language": reader.user.language, "digest": reader.user.digest,
            "theme": reader.user.theme,
        },
        "languages": Language::ALL,
        "themes": Theme::ALL,
        "duties": duties.iter().map(|duty| crate::web::offices::people::duty_words(duty, visit.now)).collect::<Vec<_>>(),
        "sessions": sessions,
        "shortest": password::SHORTEST,
        "done": null,
        "typed": {},
        "errors": [],
    }))
}

/// Changes the password: the old one is asked for, and a wrong one counts as one at the sign-in does.
pub async fn change(call: Call, posted: Posted) -> HttpResponse {
    call.hashing_form(posted, |visit, reader, posted| {
        let attempt = Attempt::of(visit, &reader.user)?;
        let is_early = attempt.is_early();
        let typed = |name| posted.all(name).next().unwrap_or_default();
        let fits = password::fits(typed("old_password"), reader.user.password_hash.as_deref());
        let fault = if fits && !is_early {
            password::fault(typed("password"), typed("again"), &reader.user.email).map(|code| ("password", code))
        } else {
            if !is_early {
                attempt.note_failure()?;
            }
            Some(("old_password", "old-password"))
        };
        if let Some((field, code)) = fault {
            let shown = [Shown { field: field.into(), code: code.into() }];
            return visit.again(PAGE, content(visit, reader)?, &Posted::default(), &shown);
        }
        change_password(&visit.house, &reader.user, &reader.token_hash, &password::hash(typed("password"))?)?;
        Ok(Answer::See("/account?done=password".into()))
    })
    .await
}

/// Chooses to get information together once a morning, or each mail by itself.
pub async fn choose_digest(call: Call, posted: Posted) -> HttpResponse {
    call.form(posted, |visit, reader, posted| {
        let is_chosen = posted.text("digest") == "yes";
        visit.house.store.write(|db| storage::mail::digest::choose(db, reader.user.id, is_chosen, visit.now))?;
        visit.house.wake.send_replace(());
        Ok(Answer::See("/account?done=digest".into()))
    })
    .await
}

/// Ends one own session, or all others.
pub async fn end_sessions(call: Call, posted: Posted) -> HttpResponse {
    call.form(posted, |visit, reader, posted| {
        let which = match posted.text("session") {
            "others" => Which::AllBut(reader.token_hash.clone()),
            name => Which::One(hex::decode(name).map_err(|_| WebError::BadRequest)?),
        };
        end_own_sessions(&visit.house, reader.user.id, &which)?;
        Ok(Answer::See("/account".into()))
    })
    .await
}

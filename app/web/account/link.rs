//! A link that sets a password: looked at as often as one likes, used once, by POST.

use super::password::{self, LONGEST, SHORTEST};
use crate::{
    storage::{self, StorageError},
    web::{
        answer::Answer,
        error::WebError,
        posted::{Posted, Shown},
        session,
        visit::{Call, Visit},
    },
};
use actix_web::{HttpResponse, web};
use serde_json::json;

/// The form; looking uses nothing up.
pub async fn edit(call: Call, token: web::Path<String>) -> HttpResponse {
    call.open(move |visit| {
        let user = owner(visit, &token)?;
        visit.show("pages/link.html", &json!({ "name": user.name, "shortest": SHORTEST, "errors": [] }))
    })
    .await
}

/// Sets the password, uses the link up and ends the user's sessions.
pub async fn update(call: Call, token: web::Path<String>, posted: Posted) -> HttpResponse {
    call.hashing(move |visit| {
        let user = owner(visit, &token)?;
        let typed = posted.all("password").next().unwrap_or_default();
        let code = match typed.chars().count() {
            n if n < SHORTEST => Some("password-short"),
            n if n > LONGEST => Some("password-long"),
            _ if Some(typed) != posted.all("again").next() => Some("password-differs"),
            _ if typed.to_lowercase().contains(user.email.split('@').next().unwrap_or("\0")) => Some("password-guessable"),
            _ => None,
        };
        if let Some(code) = code {
            let content = json!({ "name": user.name, "shortest": SHORTEST });
            return visit.again("pages/link.html", content, &Posted::default(), &[Shown { field: "password".into(), code: code.into() }]);
        }
        let hash = password::hash(typed)?;
        let is_first = visit.house.store.write(|db| -> Result<bool, StorageError> {
            if !storage::user::use_link(db, &session::hash(&token), visit.now)? {
                return Ok(false);
            }
            storage::user::set_password(db, user.id, &hash)?;
            storage::session::end_all(db, user.id)?;
            Ok(true)
        })?;
        if is_first { Ok(Answer::See("/sign-in".into())) } else { Err(WebError::NotFound) }
    })
    .await
}

fn owner(visit: &Visit, token: &str) -> Result<storage::user::User, WebError> {
    visit.read(|db| storage::user::of_link(db, &session::hash(token), visit.now))?.ok_or(WebError::NotFound)
}

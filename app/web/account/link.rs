//! A link that sets a password: looked at as often as one likes, used once, by POST.

use super::password::{self, SHORTEST};
use crate::{
    acts::account::use_link::use_link,
    storage::{self, offices::user::User},
    web::request::{
        context::{Call, Visit},
        error::WebError,
        form::{Posted, Shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// The form; looking uses nothing up.
pub async fn edit(call: Call, token: web::Path<String>) -> HttpResponse {
    call.open(move |visit| {
        let user = owner(visit, &token)?;
        visit.show("pages/account/link.html", &json!({ "name": user.name, "shortest": SHORTEST, "code": null, "errors": [] }))
    })
    .await
}

/// Sets the password, uses the link up and ends the user's sessions.
pub async fn update(call: Call, token: web::Path<String>, posted: Posted) -> HttpResponse {
    call.heeding(&posted)
        .hashing(move |visit| {
            let user = owner(visit, &token)?;
            set(visit, &posted, &token, &user, json!({ "code": null }))
        })
        .await
}

/// Sets the password that was typed, or shows the form again with what is wrong with it.
pub fn set(visit: &Visit, posted: &Posted, token: &str, user: &User, mut content: Value) -> Result<Answer, WebError> {
    let typed = |name| posted.all(name).next().unwrap_or_default();
    let fault = password::fault(typed("password"), typed("again"), &user.email);
    if fault.is_some() || visit.is_switch {
        let shown: Vec<Shown> = fault.map(|code| Shown { field: "password".into(), code: code.into() }).into_iter().collect();
        content["name"] = json!(user.name);
        content["shortest"] = json!(SHORTEST);
        return visit.again("pages/account/link.html", content, &Posted::default(), &shown);
    }
    let is_first = use_link(&visit.house, token, &password::hash(typed("password"))?)?;
    if is_first { Ok(Answer::See("/sign-in".into())) } else { Err(WebError::NotFound) }
}

fn owner(visit: &Visit, token: &str) -> Result<User, WebError> {
    visit.read(|db| storage::account::link::owner(db, token, visit.now))?.ok_or(WebError::NotFound)
}

//! A printed code that sets a password: typed, never part of an address.

use super::{link, password::SHORTEST};
use crate::{
    domain::code,
    storage::{self, offices::user::User},
    web::request::{
        context::{Call, Visit},
        error::WebError,
        form::{Posted, Shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, http::StatusCode};
use serde_json::json;

const PAGE: &str = "pages/account/code.html";

/// The form to type a code into.
pub async fn new(call: Call) -> HttpResponse {
    call.open(|visit| visit.show(PAGE, &json!({ "typed": {}, "errors": [] }))).await
}

/// Looks the code up and shows the form of its owner; nothing is used up yet.
pub async fn create(call: Call, posted: Posted) -> HttpResponse {
    call.heeding(&posted)
        .open(move |visit| match owner(visit, &posted)?.filter(|_| !visit.is_switch) {
            Some((code, user)) => {
                let content = json!({ "name": user.name, "shortest": SHORTEST, "code": code, "typed": {}, "errors": [] });
                visit.page("pages/account/link.html", StatusCode::OK, &content)
            }
            None => unknown(visit, &posted),
        })
        .await
}

/// Sets the password and uses the code up.
pub async fn update(call: Call, posted: Posted) -> HttpResponse {
    call.heeding(&posted)
        .hashing(move |visit| match owner(visit, &posted)? {
            Some((code, user)) => link::set(visit, &posted, &code, &user, json!({ "code": code })),
            None => unknown(visit, &posted),
        })
        .await
}

fn owner(visit: &Visit, posted: &Posted) -> Result<Option<(String, User)>, WebError> {
    let Some(code) = code::read(posted.text("code")) else { return Ok(None) };
    Ok(visit.read(|db| storage::account::link::owner(db, &code, visit.now))?.map(|user| (code, user)))
}

fn unknown(visit: &Visit, posted: &Posted) -> Result<Answer, WebError> {
    let mut kept = posted.clone();
    kept.forget("password");
    kept.forget("again");
    visit.again(PAGE, json!({}), &kept, &[Shown { field: "code".into(), code: "code-unknown".into() }])
}

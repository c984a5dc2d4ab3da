//! Asking for a link that sets a new password: the same answer and the same work for every address.

use crate::{
    acts::account::send_reset_links,
    domain::address::is_address,
    web::request::{
        context::Call,
        form::{Posted, Shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::json;

const PAGE: &str = "pages/account/password_reset.html";

/// Whether somebody has just asked.
#[derive(Deserialize)]
pub struct After {
    done: Option<String>,
}

/// The form, and after it what to expect.
pub async fn new(call: Call, after: web::Query<After>) -> HttpResponse {
    let is_asked = after.into_inner().done.is_some();
    call.open(move |visit| visit.show(PAGE, &json!({ "is_asked": is_asked, "typed": {}, "errors": [] }))).await
}

/// Keeps the request.
pub async fn create(call: Call, posted: Posted) -> HttpResponse {
    call.heeding(&posted)
        .open(move |visit| {
            let address = posted.text("email");
            if visit.is_switch || !is_address(address) {
                let shown = [Shown { field: "email".into(), code: "address".into() }];
                return visit.again(PAGE, json!({ "is_asked": false }), &posted, &shown);
            }
            send_reset_links::ask(&visit.house, address)?;
            Ok(Answer::See("/password-reset?done=1".into()))
        })
        .await
}

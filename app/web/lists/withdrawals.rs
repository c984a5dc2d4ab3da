//! A candidate is withdrawn, without a reason.

use super::entries;
use crate::{
    acts::lists::withdraw_candidate::WithdrawCandidate,
    domain::id::Id,
    web::request::{context::Call, error::WebError, form::Posted},
};
use actix_web::{HttpResponse, web};

/// Withdraws one candidate.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = WithdrawCandidate { entry, version: posted.version("version") };
        entries::settle(visit, reader, posted, entry, &verb, |list| format!("/lists/{list}"))
    })
    .await
}

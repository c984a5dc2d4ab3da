//! A candidate is withdrawn, without a reason.

use super::entries;
use crate::{
    acts::lists::withdraw_candidate::WithdrawCandidate,
    domain::id::{self, Id},
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Withdraws one candidate.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let entry: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = WithdrawCandidate { entry, version: form.version("version")? };
            entries::submit(cx, me, form, entry, &command, |list| format!("/lists/{list}"))
        })
        .await
}

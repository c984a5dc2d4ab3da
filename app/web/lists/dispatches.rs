//! A list is sent.

use super::list;
use crate::{
    acts::lists::send_list::SendList,
    domain::id::{self, Id},
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Sends a draft, or what was returned of a list once it is corrected.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = SendList {
                list,
                version: form.version("version")?,
                outgoing_number: form.text("outgoing_number").to_owned(),
                outgoing_date: form.date("outgoing_date"),
                is_stated: form.text("statement") == "yes",
            };
            list::submit(cx, me, form, list, &command)
        })
        .await
}

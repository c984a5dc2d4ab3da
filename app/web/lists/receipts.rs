//! A list is received.

use super::list;
use crate::{
    acts::lists::receive_list::ReceiveList,
    domain::id::{self, Id},
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Notes the receipt under the subdivision's incoming number.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = ReceiveList {
                list,
                version: form.version("version")?,
                incoming_number: form.text("incoming_number").to_owned(),
                incoming_date: form.date("incoming_date"),
            };
            list::submit(cx, me, form, list, &command)
        })
        .await
}

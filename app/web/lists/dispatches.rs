//! A list is sent.

use super::list;
use crate::{
    acts::lists::send_list::SendList,
    domain::id::Id,
    web::request::{context::Call, error::WebError, form::Posted},
};
use actix_web::{HttpResponse, web};

/// Sends a draft, or what was returned of a list once it is corrected.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = SendList {
            list,
            version: posted.version("version"),
            outgoing_number: posted.text("outgoing_number").to_owned(),
            outgoing_date: posted.date("outgoing_date"),
            is_stated: posted.text("statement") == "yes",
        };
        list::settle(visit, reader, posted, list, &verb)
    })
    .await
}

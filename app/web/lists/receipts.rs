//! A list is received.

use super::list;
use crate::{
    acts::lists::receive_list::ReceiveList,
    domain::id::Id,
    web::request::{context::Call, error::WebError, form::Posted},
};
use actix_web::{HttpResponse, web};

/// Notes the receipt under the subdivision's incoming number.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = ReceiveList {
            list,
            version: posted.version("version"),
            incoming_number: posted.text("incoming_number").to_owned(),
            incoming_date: posted.date("incoming_date"),
        };
        list::settle(visit, reader, posted, list, &verb)
    })
    .await
}

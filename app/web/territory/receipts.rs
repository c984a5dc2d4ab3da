//! A list is received.

use crate::{
    acts::receive_list::ReceiveList,
    domain::id::Id,
    web::{error::WebError, lists, posted::Posted, visit::Call},
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
        lists::settle(visit, reader, posted, list, &verb)
    })
    .await
}

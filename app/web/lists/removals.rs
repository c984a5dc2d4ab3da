//! People are removed from a squad.

use super::list;
use crate::{
    acts::lists::remove_people::RemovePeople,
    domain::id::Id,
    web::request::{context::Call, error::WebError, form::Posted},
};
use actix_web::{HttpResponse, web};

/// Removes the people who are ticked.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let ticked = |entry: &str| Some((entry.parse::<Id>().ok()?, posted.version(&format!("version-{entry}"))));
        let entries = posted.all("entry").filter_map(ticked).collect();
        list::settle(visit, reader, posted, list, &RemovePeople { list, entries })
    })
    .await
}

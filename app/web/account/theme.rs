//! Light or dark: kept with the user and written on the page by the server, so that no page flashes.

use crate::{
    domain::theme::Theme,
    storage,
    web::request::{context::Call, error::WebError, form::Posted, reply::Answer},
};
use actix_web::HttpResponse;

/// Sets it for every browser of the user.
pub async fn update(call: Call, posted: Posted) -> HttpResponse {
    call.form(posted, |visit, reader, posted| {
        let theme: Theme = posted.text("theme").parse().map_err(|_| WebError::BadRequest)?;
        visit.house.store.write(|db| storage::offices::user::set_theme(db, reader.user.id, theme))?;
        Ok(Answer::See("/account".into()))
    })
    .await
}

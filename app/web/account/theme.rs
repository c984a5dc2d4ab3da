//! Light or dark: kept with the user and written on the page by the server, so that no page flashes.

use crate::{
    domain::theme::Theme,
    storage,
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest, reply::Reply},
};
use actix_web::HttpResponse;

/// Sets it for every browser of the user.
pub async fn update(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let theme: Theme = form.text("theme").parse().map_err(|_| WebError::BadRequest)?;
            cx.write(|db| storage::offices::user::set_theme(db, me.user.id, theme))?;
            Ok(Reply::Redirect("/account".into()))
        })
        .await
}

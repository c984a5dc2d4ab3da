//! The language of screens and mails.

use crate::{
    domain::language::Language,
    web::request::{
        error::WebError, form::SubmittedForm, incoming::IncomingRequest, language,
        own_path::own_path, reply::Reply,
    },
};
use actix_web::HttpResponse;

/// Sets the language, for good when somebody is signed in, and shows the same page.
pub async fn update(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with_form(&form)
        .open(move |cx| {
            let chosen: Language =
                form.text("language").parse().map_err(|_| WebError::BadRequest)?;
            if let Some(me) = &cx.me {
                language::keep(&cx.app, me.user.id, chosen)?;
            }
            Ok(Reply::RedirectWith(
                own_path(form.text("next")),
                vec![language::cookie(chosen, cx.app.settings.is_https())],
            ))
        })
        .await
}

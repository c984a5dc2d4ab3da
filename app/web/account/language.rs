//! The language of screens and mails.

use super::sign_in::own_path;
use crate::{
    domain::{id::Id, language::Language},
    state::AppState,
    storage::{self, StorageError},
    web::request::{context::IncomingRequest, error::WebError, form::SubmittedForm, reply::Reply},
};
use actix_web::{
    HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};

/// Sets the language, for good when somebody is signed in, and shows the same page.
pub async fn update(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .open(move |cx| {
            let language: Language = form.text("language").parse().map_err(|_| WebError::BadRequest)?;
            if let Some(me) = &cx.me {
                keep(&cx.app, me.user.id, language)?;
            }
            Ok(Reply::RedirectWith(own_path(form.text("next")), vec![cookie(language, cx.app.settings.is_https())]))
        })
        .await
}

/// Keeps the language with a user, for screens and mails.
pub fn keep(app: &AppState, user: Id, language: Language) -> Result<(), StorageError> {
    app.store.write(|db| storage::offices::user::set_language(db, user, language))
}

/// The cookie that a browser's language is known by before anybody signs in.
pub fn cookie(language: Language, is_https: bool) -> Cookie<'static> {
    Cookie::build("language", language.as_str())
        .path("/")
        .http_only(true)
        .secure(is_https)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(365))
        .finish()
}

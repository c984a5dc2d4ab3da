//! The language of screens and mails.

use super::sign_in::own_path;
use crate::{
    domain::{id::Id, language::Language},
    state::House,
    storage::{self, StorageError},
    web::request::{context::Call, error::WebError, form::Posted, reply::Answer},
};
use actix_web::{
    HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
};

/// Sets the language, for good when somebody is signed in, and shows the same page.
pub async fn update(call: Call, posted: Posted) -> HttpResponse {
    call.open(move |visit| {
        let language: Language = posted.text("language").parse().map_err(|_| WebError::BadRequest)?;
        if let Some(reader) = &visit.reader {
            keep(&visit.house, reader.user.id, language)?;
        }
        Ok(Answer::SeeWith(own_path(posted.text("next")), vec![cookie(language, visit.house.settings.is_https())]))
    })
    .await
}

/// Keeps the language with a user, for screens and mails.
pub fn keep(house: &House, user: Id, language: Language) -> Result<(), StorageError> {
    house.store.write(|db| storage::offices::user::set_language(db, user, language))
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

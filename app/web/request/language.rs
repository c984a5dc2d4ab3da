//! The language of screens and mails.

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
    },
    state::AppState,
    storage::{self, StorageError},
};
use actix_web::cookie::{Cookie, SameSite, time::Duration};

/// Keeps the language with a user, for screens and mails.
pub fn keep(app: &AppState, user: Id<id::User>, language: Language) -> Result<(), StorageError> {
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

//! The language of screens and mails.

use super::sign_in::own_path;
use crate::{
    domain::language::Language,
    storage,
    web::{answer::Answer, error::WebError, posted::Posted, visit::Call},
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
            visit.house.store.write(|db| storage::user::set_language(db, reader.user.id, language))?;
        }
        let cookie = Cookie::build("language", language.as_str())
            .path("/")
            .http_only(true)
            .secure(visit.house.settings.is_https())
            .same_site(SameSite::Lax)
            .max_age(Duration::days(365))
            .finish();
        Ok(Answer::SeeWith(own_path(posted.text("next")), vec![cookie]))
    })
    .await
}

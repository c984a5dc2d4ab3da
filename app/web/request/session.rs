//! Tokens of sessions and known browsers: 256 random bits, of which only the SHA-256 is stored.

pub use crate::storage::account::link::{hash, new_token};

use crate::storage::account::known_browser::KNOWN;
use actix_web::cookie::{Cookie, CookieBuilder, SameSite, time::Duration};

/// The name of the session's cookie: browsers drop `__Host-` on plain http.
#[must_use]
pub const fn cookie_name(is_https: bool) -> &'static str {
    if is_https { "__Host-session" } else { "session" }
}

/// The name of the cookie that a browser is known by.
#[must_use]
pub const fn device_cookie_name(is_https: bool) -> &'static str {
    if is_https { "__Host-device" } else { "device" }
}

/// The cookie of a new session.
#[must_use]
pub fn session_cookie(token: String, is_https: bool) -> Cookie<'static> {
    own_cookie(cookie_name(is_https), token, is_https).finish()
}

/// The cookie that a browser is known by, for as long as it is.
#[must_use]
pub fn device_cookie(token: String, is_https: bool) -> Cookie<'static> {
    let known = Duration::seconds(KNOWN.num_seconds());
    own_cookie(device_cookie_name(is_https), token, is_https).max_age(known).finish()
}

fn own_cookie(name: &'static str, value: String, is_https: bool) -> CookieBuilder<'static> {
    Cookie::build(name, value).path("/").http_only(true).secure(is_https).same_site(SameSite::Lax)
}

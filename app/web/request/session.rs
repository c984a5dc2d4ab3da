//! Tokens of sessions and known browsers: 256 random bits, of which only the SHA-256 is stored.

pub use crate::storage::account::link::{hash, new_token};
use chrono::TimeDelta;

/// A session that nobody uses ends after this time.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time in any case.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);

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

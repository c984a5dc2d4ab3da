//! Tokens of sessions and links: 256 random bits, of which only the SHA-256 is stored.

use crate::storage::{Result, sealing::random};
use chrono::TimeDelta;
use sha2::{Digest, Sha256};

/// A session that nobody uses ends after this time.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// A session ends after this time in any case.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);

/// A new token, for a cookie or a link.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn new_token() -> Result<String> {
    Ok(hex::encode(random::<32>()?))
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The name of the session's cookie: browsers drop `__Host-` on plain http.
#[must_use]
pub const fn cookie_name(is_https: bool) -> &'static str {
    if is_https { "__Host-session" } else { "session" }
}

//! Password hashes: argon2id, m = 46 MiB, t = 1, p = 1.

use crate::storage::StorageError;
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::PasswordHash,
};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;
/// The most characters that are taken, so that a sign-in can't be made to hash megabytes.
pub const LONGEST: usize = 256;

fn hasher() -> Result<Argon2<'static>, StorageError> {
    let params =
        Params::new(46 * 1024, 1, 1, None).map_err(|e| StorageError::Other(e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash that is stored of a password.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn hash(password: &str) -> Result<String, StorageError> {
    hasher()?
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|e| StorageError::Other(e.to_string()))
}

/// Whether it is the password. Without a hash the same work is done, so that the time tells nothing.
pub fn fits(password: &str, hash: Option<&str>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=47104,t=1,p=1$c29tZSBzYWx0IG9mIG5vYm9keQ$RdescudvJCsgt3ub+b27hWbTFbOEmPmqxRDWyZlJHSo";
    let parsed = PasswordHash::new(hash.unwrap_or(NOBODY));
    let (Ok(parsed), Ok(hasher)) = (parsed, hasher()) else { return false };
    let fits = password.chars().count() <= LONGEST
        && hasher.verify_password(password.as_bytes(), &parsed).is_ok();
    fits && hash.is_some()
}

/// What is wrong with a new password, as the code of its sentence.
#[must_use]
pub fn fault(typed: &str, rerender: &str, email: &str) -> Option<&'static str> {
    match typed.chars().count() {
        n if n < SHORTEST => Some("password-short"),
        n if n > LONGEST => Some("password-long"),
        _ if typed != rerender => Some("password-differs"),
        _ if typed.to_lowercase().contains(email.split('@').next().unwrap_or("\0")) => {
            Some("password-guessable")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_only_and_nobody_has_none() {
        let stored = hash("дұрыс құпиясөз 866").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"));
        assert!(fits("дұрыс құпиясөз 866", Some(&stored)));
        assert!(!fits("дұрыс құпиясөз 867", Some(&stored)));
        assert!(!fits("дұрыс құпиясөз 866", None));
    }
}

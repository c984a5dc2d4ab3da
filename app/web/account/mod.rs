//! Signing in and out, passwords, language.

pub mod language;
pub mod link;
pub mod password;
pub mod sign_in;

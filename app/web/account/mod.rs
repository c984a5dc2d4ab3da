//! Signing in and out, passwords, the own account, language, light or dark.

mod attempt;
pub mod code;
pub mod language;
pub mod link;
pub mod own;
pub mod password;
pub mod reset;
pub mod sign_in;
pub mod theme;

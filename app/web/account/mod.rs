//! Pages of the own account: signing in and out, passwords, links, language and theme.

mod attempt;
pub mod code;
pub mod language;
pub mod link;
pub mod offers;
pub mod own;
pub mod parked;
pub mod password;
pub mod reset;
pub mod sign_in;
pub mod theme;

//! Credentials, sessions, links, known browsers and requests for a new password.

pub mod credentials;
pub mod known_browser;
pub mod link;
pub mod reset_request;
pub mod session;

//! Credentials, sessions, links, known browsers, parked forms and requests for a new password.

pub mod credentials;
pub mod known_browser;
pub mod link;
pub mod parked_form;
pub mod reset_request;
pub mod session;

//! Sessions, links and known browsers.

pub mod known_browser;
pub mod link;
pub mod reset_request;
pub mod session;

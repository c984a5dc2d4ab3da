//! The request and its reply: user, form, filters, language, permits, policy and errors.

pub mod after;
mod arrival;
pub mod client;
pub mod context;
pub mod current_user;
pub mod cursor;
pub mod draft;
pub mod error;
pub mod file;
pub mod filters;
pub mod form;
pub mod glance;
pub mod incoming;
pub mod language;
pub mod not_taken;
pub mod own_path;
pub mod paper;
pub mod parking;
pub mod permit;
pub mod pictures;
pub mod policy;
pub mod proposal_form;
pub mod record_path;
pub mod reply;
pub mod session;
pub mod user_agent;

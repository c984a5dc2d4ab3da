//! What needs no session.

pub mod emails;
pub mod health;
pub mod mail;
pub mod ui;

//! What needs no session.

pub mod health;
pub mod mail;
pub mod ui;

//! Samples and sent mail, where the program does not run in production.

pub mod emails;
pub mod mail;
pub mod ui;

//! Pages of components, sample mails and sent mails. They do not exist in production.

pub mod emails;
pub mod mail;
pub mod ui;
mod ui_parts;

//! Pages of undelivered mail, for officers and administrators.

pub mod corrections;
mod reach;
pub mod undelivered;
pub mod undelivered_mail;

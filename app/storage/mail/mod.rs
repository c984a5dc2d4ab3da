//! The outbox, the mail server, digests and reminders.

pub mod digest;
pub mod mail_server;
pub mod outbox;
pub mod reminder;
pub mod undelivered;

//! The outbox, the state of the mail server, reminders, digests and undelivered mail.

pub mod delivery;
pub mod digest;
pub mod fate;
pub mod mail_server;
pub mod outbox;
pub mod part;
pub mod person_mail;
pub mod queue;
pub mod reminder;
pub mod undelivered;

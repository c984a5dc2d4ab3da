//! Mails as data: one constructor a mail, with only what it may say; one file an area.
//!
//! A mail never holds a name, an IIN, an outcome of a person or a reason. Kazakh first, then Russian; English before both
//! for a reader who chose it.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod calendar;
mod content;
mod email;
mod kind;
mod render;
mod samples;
mod specimen;

pub mod account;
pub mod applications;
pub mod certificates;
pub mod lists;
pub mod mail;
pub mod offices;
pub mod plans;
pub mod record;
pub mod reports;
pub mod squads;

pub use content::{restored, stored};
pub use email::{Email, MailRow};
pub use kind::{MailKind, reminds};
pub use render::{Letter, Reader, Recipient, render};
pub use samples::{Sample, samples};

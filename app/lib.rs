//! Jasaq: volunteer squads that help protect the State Border of Kazakhstan, as Government Resolution 866 orders.
//!
//! Data flows one way. [`web`] finds out who sends a request and what they may see. An act of [`acts`] validates, writes
//! and announces in one transaction. [`storage`] holds all the SQL, [`emails`] the texts of mails, [`domain`] the Rules and
//! nothing else. [`jobs`] deliver queued mail through the [`mailer`]. Every floor has the same areas.
//!
//! The modules are in the order of their dependencies; `tests/architecture.rs` keeps it.

#[macro_use]
pub mod domain;

pub mod documents;
pub mod intake;
pub mod look;
pub mod phrases;
pub mod places;
pub mod tasks;
pub mod templates;

pub mod clock;
pub mod config;
pub mod state;
pub mod storage;
pub mod strangers;

pub mod emails;

pub mod acts;

pub mod jobs;
pub mod mailer;
pub mod web;

pub mod cli;

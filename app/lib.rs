//! Jasaq: volunteer squads that help protect the State Border of Kazakhstan, as Government Resolution 866 orders.
//!
//! Data flows one way. A request comes to [`web`], which finds out who it is and what they may see; an act of [`acts`]
//! validates, writes and announces in one transaction; [`storage`] holds all the SQL; [`emails`] says what is said by
//! mail; [`domain`] knows the Rules and nothing else. [`jobs`] deliver what acts have queued, through the [`mailer`].
//! The modules stand below in the order of their dependencies; `tests/architecture.rs` keeps it.

pub mod domain;
pub mod phrases;
pub mod templates;

pub mod clock;
pub mod config;
pub mod state;
pub mod storage;

pub mod emails;
pub mod intake;

pub mod acts;

pub mod jobs;
pub mod mailer;
pub mod web;

pub mod cli;

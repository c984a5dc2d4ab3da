//! The behaviour of the product, through its real router, a real database and real mail.
//!
//! `JASAQ_TEST_DATABASE_URL=postgres://…` runs everything on PostgreSQL, each test in a database of its own; without it
//! everything runs on SQLite.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, clippy::missing_panics_doc)]

mod architecture;
mod audit;
mod bodies;
mod candidates;
mod copies;
mod doors;
mod exports;
mod face;
mod filters;
mod harness;
mod histories;
mod inbox;
mod intake;
mod journal;
mod lists;
mod mails;
mod people;
mod phrases;
mod refusals;
mod reviews;
mod road;
mod rules;
mod search;
mod security;
mod strength;
mod workflow;

//! The behaviour of the product, through its real router, a real database and real mail.
//!
//! `JASAQ_TEST_DATABASE_URL=postgres://…` runs everything on PostgreSQL, each test in a database of its own; without it
//! everything runs on SQLite.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::missing_panics_doc
)]

mod access_matrix;
mod applications;
mod architecture;
mod assignments;
mod audit;
mod benches;
mod certificates;
mod circles;
mod concurrency;
mod decisions;
mod demo;
mod duties_at_random;
mod editions;
mod filters;
mod foreign_ids;
mod frontend;
mod glances;
mod harness;
mod histories;
mod inbox;
mod leader;
mod letters;
mod lists;
mod mail;
mod migrations;
mod offices;
mod papers;
mod parking;
mod phrases;
mod plans;
mod record;
mod refusals;
mod repeats;
mod reports;
mod results;
mod road;
mod road_at_random;
mod rules;
mod search;
mod security;
mod statements;
mod strangers;
mod uploads;
mod workflow;

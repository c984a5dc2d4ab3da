//! ALL the SQL there is, and the only user of diesel: one file per table, one read model per page; rows stay private.
//!
//! Whoever reads for a page passes a [`Scope`], what the reader may see; "not yours" and "not there" are the same answer.
//! Where a function says nothing of errors, they are those of the database.
#![expect(clippy::disallowed_methods, reason = "the one module that may run queries")]

pub mod access_log;
pub mod access_log_page;
pub mod account;
pub mod anchor;
pub mod applications;
pub mod case_acts;
pub mod case_handoffs;
pub mod certificates;
pub mod db;
pub mod figures;
pub mod handoff;
pub mod idempotency;
pub mod inbox;
pub mod journal;
pub mod journal_page;
pub mod lists;
pub mod mail;
pub mod name_index;
mod name_keys;
pub mod offices;
pub mod plans;
pub mod record;
pub mod reports;
pub mod search;
pub mod search_results;
pub mod squads;
pub mod statistics;
mod sweep;

pub use db::error::{Result, StorageError};
pub use db::scope::Scope;
pub use db::transition::Stated;
pub use db::{Db, store::Store};
pub use sweep::sweep;

/// Rows of one statement: databases take so many values in one and no more.
const BATCH: usize = 500;

//! ALL the SQL there is, and the only user of diesel: one file per table, one read model per page; rows stay private.
//!
//! Whoever reads for a page passes a [`Scope`], what the reader may see; "not yours" and "not there" are the same answer.
//! Where a function says nothing of errors, they are those of the database.
#![expect(clippy::disallowed_methods, reason = "the one module that may run queries")]

mod advance;
pub mod body;
pub mod book;
pub mod canary;
mod columns;
pub mod copy;
pub mod correction;
mod counter;
pub mod db;
pub mod decision;
pub mod device;
pub mod digest;
pub mod dispatch;
pub mod draft;
pub mod duty;
pub mod entry;
pub mod error;
pub mod found;
pub mod handoff;
pub mod idempotency;
pub mod journal;
pub mod leadership;
pub mod link;
pub mod list_import;
pub mod mail;
pub mod mail_server;
pub mod member_list;
pub mod membership;
mod migrate;
pub mod name_word;
pub mod opening;
pub mod outbox;
pub mod people;
pub mod reminder;
pub mod reset_request;
mod schema;
pub mod scope;
pub mod sealing;
pub mod search;
pub mod session;
pub mod squad;
pub mod statistics;
pub mod succession;
mod sweep;
pub mod user;

pub use advance::advance;
pub use db::{Db, Store};
pub use error::{Result, StorageError};
pub use scope::Scope;
pub use sweep::sweep;

/// Rows of one statement: databases take so many values in one and no more.
const BATCH: usize = 500;

//! HTTP and nothing else: who are you, may you see it, parse; then an act; then 303; then a page.

mod account;
mod admin;
mod akimat;
mod answer;
mod asked;
mod assets;
mod audit;
mod copies;
mod council;
mod entries;
mod error;
mod exports;
mod histories;
mod inbox;
mod lists;
mod mails;
mod posted;
mod public;
pub mod routes;
mod rules;
mod searches;
mod serve;
mod session;
mod squads;
mod territory;
mod unit;
pub mod views;
mod visit;

pub use account::password::hash as hash_password;
pub use serve::{Server, serve};

use crate::domain::id::Id;

/// Notes that somebody whom a case waits on has opened it: "read" is recorded on our page, never by a pixel in a mail.
fn note_opened(visit: &visit::Visit, reader: &visit::Reader, case: Id) -> Result<(), error::WebError> {
    let is_new = visit.read(|db| crate::storage::handoff::is_unopened(db, &reader.holdings, case))?;
    if is_new {
        visit.house.store.write(|db| crate::storage::handoff::note_opened(db, &reader.holdings, case, reader.user.id, visit.now))?;
    }
    Ok(())
}

/// One page of rows that were read with one to spare, and where the next one begins if there is one.
fn first_page<T, C>(mut rows: Vec<T>, size: i64, cursor: impl Fn(&T) -> C) -> (Vec<T>, Option<C>) {
    let size = usize::try_from(size).unwrap_or(0);
    let is_more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| is_more).map(cursor);
    (rows, next)
}

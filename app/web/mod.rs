//! HTTP and nothing else: who are you, may you see it, parse; then an act; then 303; then a page.

mod account;
mod assets;
mod audit;
mod dev;
mod health;
mod histories;
mod icons;
mod inbox;
mod lists;
mod mail;
mod offices;
mod record;
mod request;
pub mod routes;
mod rules;
mod search;
mod serve;
mod squads;

pub use account::password::hash as hash_password;
pub use serve::{Server, serve};

use crate::domain::id::Id;

/// Notes that somebody whom a case waits on has opened it: "read" is recorded on our page, never by a pixel in a mail.
fn note_opened(
    cx: &request::context::RequestContext,
    me: &request::context::CurrentUser,
    case: Id,
) -> Result<(), request::error::WebError> {
    let is_new = cx.read(|db| crate::storage::handoff::is_unopened(db, &me.holdings, case))?;
    if is_new {
        cx.app.store.write(|db| crate::storage::handoff::note_opened(db, &me.holdings, case, me.user.id, cx.now))?;
    }
    Ok(())
}

/// Steps of a way as templates see them: those that are done, the first that is not, and those after it.
fn steps(of: &str, way: &[(&str, bool)]) -> Vec<serde_json::Value> {
    let now = way.iter().position(|(_, is_done)| !is_done);
    let is = |(at, (_, is_done)): (usize, &(&str, bool))| match now {
        Some(now) if now == at => "now",
        None if at + 1 == way.len() => "end",
        _ if *is_done => "done",
        _ => "next",
    };
    way.iter().enumerate().map(|step| serde_json::json!({ "of": of, "word": step.1.0, "is": is(step) })).collect()
}

/// One page of rows that were read with one to spare, and where the next one begins if there is one.
fn first_page<T, C>(mut rows: Vec<T>, size: i64, cursor: impl Fn(&T) -> C) -> (Vec<T>, Option<C>) {
    let size = usize::try_from(size).unwrap_or(0);
    let is_more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| is_more).map(cursor);
    (rows, next)
}

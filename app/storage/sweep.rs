//! Deletes what has done its work: used form keys, ended sessions, links, drafts, searches, browsers that came no more, and
//! copies of people who have been vetted.

use crate::{
    domain::time::Instant,
    storage::{
        Db, Result,
        db::schema::{draft, idempotency, known_browser, link, search, session},
    },
};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, delete};

/// How long a form that was sent is known: the browser that shows it has been closed by then.
const FORMS: TimeDelta = TimeDelta::hours(48);
/// The longest life of a session.
const SESSIONS: TimeDelta = TimeDelta::hours(12);

/// Deletes it, and says how many rows there were.
pub fn sweep(db: &mut Db, copies_kept: TimeDelta, now: Instant) -> Result<usize> {
    Ok(delete(idempotency::table.filter(idempotency::created_at.lt(now - FORMS))).execute(db)?
        + delete(session::table.filter(session::created_at.lt(now - SESSIONS))).execute(db)?
        + delete(link::table.filter(link::expires_at.lt(now))).execute(db)?
        + delete(known_browser::table.filter(
            known_browser::seen_at.lt(now - crate::storage::account::known_browser::KNOWN),
        ))
        .execute(db)?
        + delete(draft::table.filter(draft::expires_at.lt(now))).execute(db)?
        + delete(search::table.filter(search::expires_at.lt(now))).execute(db)?
        + crate::storage::lists::copy::sweep(db, copies_kept, now)?)
}

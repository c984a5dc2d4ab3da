//! Deletes what has done its work: used form keys, ended sessions with their forms, links, drafts, searches, browsers that came no more, and
//! copies of people who have been vetted.

use crate::{
    domain::time::{Instant, today},
    storage::{
        Db, Result,
        account::session::{KNOWN, goes_on},
        db::schema::{draft, idempotency, known_browser, link, parked_form, search, session},
    },
};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, delete, dsl};

/// How long a form that was sent is known: the browser that shows it has been closed by then.
const FORMS: TimeDelta = TimeDelta::hours(48);

/// Deletes it, and says how many rows there were.
pub fn sweep(db: &mut Db, copies_kept: TimeDelta, now: Instant) -> Result<usize> {
    let has_ended = dsl::not(goes_on(now - KNOWN));
    let parked = parked_form::table.filter(parked_form::session_hash.eq(session::token_hash));
    Ok(delete(idempotency::table.filter(idempotency::created_at.lt(now - FORMS))).execute(db)?
        + delete(parked_form::table.filter(parked_form::parked_at.lt(now - KNOWN))).execute(db)?
        + delete(session::table.filter(has_ended).filter(dsl::not(dsl::exists(parked))))
            .execute(db)?
        + delete(link::table.filter(link::expires_at.lt(now))).execute(db)?
        + delete(known_browser::table.filter(
            known_browser::seen_at.lt(now - crate::storage::account::known_browser::KNOWN),
        ))
        .execute(db)?
        + delete(draft::table.filter(draft::expires_at.lt(now))).execute(db)?
        + crate::storage::plans::days_away::sweep(db, today(now))?
        + delete(search::table.filter(search::expires_at.lt(now))).execute(db)?
        + crate::storage::lists::copy::sweep(db, copies_kept, now)?)
}

//! Browsers that have signed in to an account. Only the SHA-256 of the cookie is stored.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    each,
    storage::{Db, Result, db::schema::known_browser},
};
use chrono::TimeDelta;
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, delete, insert_into,
    update,
};

/// How long a browser is known after it was last used to sign in.
pub const KNOWN: TimeDelta = TimeDelta::days(180);

/// A browser as one account knows it.
#[derive(Clone, Debug, Queryable)]
pub struct KnownBrowser {
    pub failed_sign_ins: i32,
    pub blocked_until: Option<Instant>,
}

/// The browser, if that user has signed in with it.
pub fn find(
    db: &mut Db,
    token_hash: &[u8],
    user: Id<id::User>,
    now: Instant,
) -> Result<Option<KnownBrowser>> {
    Ok(known_browser::table
        .find((token_hash, user))
        .filter(known_browser::seen_at.gt(now - KNOWN))
        .select((known_browser::failed_sign_ins, known_browser::blocked_until))
        .first(db)
        .optional()?)
}

/// Whether the token is one of ours: a browser that one account knows may become known to another.
pub fn is_issued(db: &mut Db, token_hash: &[u8]) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        known_browser::table.filter(known_browser::token_hash.eq(token_hash)),
    ))
    .get_result(db)?)
}

/// Counts a sign-in that failed in this browser, and blocks its further ones until then.
pub fn note_failure(
    db: &mut Db,
    token_hash: &[u8],
    user: Id<id::User>,
    blocked_until: Option<Instant>,
) -> Result<()> {
    update(known_browser::table.find((token_hash, user)))
        .set((
            known_browser::failed_sign_ins.eq(known_browser::failed_sign_ins + 1),
            known_browser::blocked_until.eq(blocked_until),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that the user has signed in with this browser.
pub fn note_success(
    db: &mut Db,
    token_hash: &[u8],
    user: Id<id::User>,
    now: Instant,
) -> Result<()> {
    let row = (
        known_browser::token_hash.eq(token_hash),
        known_browser::user_id.eq(user),
        known_browser::seen_at.eq(now),
        known_browser::failed_sign_ins.eq(0),
        known_browser::blocked_until.eq(None::<Instant>),
    );
    each!(db, c => insert_into(known_browser::table).values(row).on_conflict_do_nothing().execute(c))?;
    update(known_browser::table.find((token_hash, user)))
        .set((
            known_browser::seen_at.eq(now),
            known_browser::failed_sign_ins.eq(0),
            known_browser::blocked_until.eq(None::<Instant>),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets every browser of a user.
pub fn forget(db: &mut Db, user: Id<id::User>) -> Result<()> {
    delete(known_browser::table.filter(known_browser::user_id.eq(user))).execute(db)?;
    Ok(())
}

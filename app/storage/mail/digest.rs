//! Information mails that are laid aside for whoever chose to get them together, once a morning.

use super::outbox::Mail;
use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            for_update,
            schema::{outbox, users},
        },
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, QueryDsl, RunQueryDsl,
    update,
};

/// Chooses the digest, or single mails: then what was laid aside leaves at once.
pub fn choose(db: &mut Db, user: Id<id::User>, is_chosen: bool, now: Instant) -> Result<()> {
    update(users::table.find(user)).set(users::digest.eq(is_chosen)).execute(db)?;
    if !is_chosen {
        let held = outbox::table
            .filter(outbox::user_id.eq(user))
            .filter(outbox::held_at.is_not_null())
            .filter(outbox::digest_id.is_null());
        update(held)
            .set((outbox::held_at.eq(None::<Instant>), outbox::due_at.eq(now)))
            .execute(db)?;
    }
    Ok(())
}

/// Users for whom something was laid aside before that moment and who have had no digest since.
pub fn readers(db: &mut Db, morning: Instant, limit: i64) -> Result<Vec<Id<id::User>>> {
    let held = outbox::table
        .filter(outbox::held_at.lt(morning))
        .filter(outbox::digest_id.is_null())
        .filter(outbox::user_id.is_not_null())
        .select(outbox::user_id.assume_not_null());
    let waiting = users::table
        .filter(users::id.eq_any(held))
        .filter(users::digested_at.is_null().or(users::digested_at.lt(morning)));
    Ok(waiting.order(users::id).limit(limit).select(users::id).load(db)?)
}

/// Takes this morning's digest of a user, once: what was laid aside, oldest first; empty when another node was faster.
pub fn take(db: &mut Db, user: Id<id::User>, morning: Instant, now: Instant) -> Result<Vec<Mail>> {
    let unsent = users::table
        .find(user)
        .filter(users::digested_at.is_null().or(users::digested_at.lt(morning)));
    if update(unsent).set(users::digested_at.eq(now)).execute(db)? == 0 {
        return Ok(Vec::new());
    }
    let held = outbox::table
        .filter(outbox::user_id.eq(user))
        .filter(outbox::held_at.is_not_null())
        .filter(outbox::digest_id.is_null())
        .order(outbox::id);
    Ok(for_update(held).load(db)?)
}

/// Lets mails leave by themselves that were laid aside for a digest.
pub fn let_go(db: &mut Db, mails: &[Mail], now: Instant) -> Result<()> {
    let ids: Vec<Id<id::Mail>> = mails.iter().map(|mail| mail.id).collect();
    update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set((outbox::held_at.eq(None::<Instant>), outbox::due_at.eq(now)))
        .execute(db)?;
    Ok(())
}

/// Lets the mails leave by themselves that a digest had taken along which did not leave.
pub fn release(db: &mut Db, digest: Id<id::Mail>, now: Instant) -> Result<()> {
    update(outbox::table.filter(outbox::digest_id.eq(digest)))
        .set((
            outbox::digest_id.eq(None::<Id<id::Mail>>),
            outbox::held_at.eq(None::<Instant>),
            outbox::due_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that a digest takes these mails along.
pub fn note(db: &mut Db, mails: &[Mail], digest: Id<id::Mail>) -> Result<()> {
    let ids: Vec<Id<id::Mail>> = mails.iter().map(|mail| mail.id).collect();
    update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set(outbox::digest_id.eq(digest))
        .execute(db)?;
    Ok(())
}

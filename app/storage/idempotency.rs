//! Doing things once: the key of a form is written in the transaction of its act.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
        workflow::Act,
    },
    storage::{Db, Result, db::schema::idempotency},
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into, update};

/// What a form's key led to, if this user has used it.
pub fn result(db: &mut Db, key: &str, user: Id<id::User>, act: Act) -> Result<Option<Id>> {
    Ok(idempotency::table
        .find(key)
        .filter(idempotency::user_id.eq(user))
        .filter(idempotency::act.eq(act.as_str()))
        .select(idempotency::result_id)
        .first(db)
        .optional()?)
}

/// Takes the key for the act that now runs.
///
/// # Errors
/// [`super::StorageError::Unique`] when another submit of the same form is faster.
pub fn take(db: &mut Db, key: &str, user: Id<id::User>, act: Act, now: Instant) -> Result<()> {
    insert_into(idempotency::table)
        .values((
            idempotency::form_key.eq(key),
            idempotency::user_id.eq(user),
            idempotency::act.eq(act.as_str()),
            idempotency::result_id.eq(<Id>::from_bytes([0; 16])),
            idempotency::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes what the act led to.
pub fn store_result(db: &mut Db, key: &str, result: Id) -> Result<()> {
    update(idempotency::table.find(key)).set(idempotency::result_id.eq(result)).execute(db)?;
    Ok(())
}

//! Doing things once: the key of a form is written in the transaction of its act, and looked up within its caller.

use crate::{
    domain::{caller::Caller, id::Id, time::Instant, workflow::Act},
    storage::{Db, Result, db::schema::idempotency},
};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, insert_into, update};

/// The result of a form's key, if this caller has used it and the act is done. The system submits no forms.
pub fn result(db: &mut Db, key: &str, caller: Caller, act: Act) -> Result<Option<Id>> {
    let Some(id) = caller.id() else { return Ok(None) };
    let used =
        idempotency::table.find((caller.kind(), id, key)).filter(idempotency::act.eq(act.as_str()));
    Ok(used.select(idempotency::result_id).first::<Option<Id>>(db).optional()?.flatten())
}

/// Takes the key for the act that now runs.
///
/// # Errors
/// [`super::StorageError::Unique`] when another submit of the same form is faster.
pub fn take(db: &mut Db, key: &str, caller: Caller, act: Act, now: Instant) -> Result<()> {
    let Some(id) = caller.id() else { return Ok(()) };
    insert_into(idempotency::table)
        .values((
            idempotency::caller_kind.eq(caller.kind()),
            idempotency::caller_id.eq(id),
            idempotency::form_key.eq(key),
            idempotency::act.eq(act.as_str()),
            idempotency::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes the result of the act.
pub fn store_result(db: &mut Db, key: &str, caller: Caller, result: Id) -> Result<()> {
    let Some(id) = caller.id() else { return Ok(()) };
    update(idempotency::table.find((caller.kind(), id, key)))
        .set(idempotency::result_id.eq(result))
        .execute(db)?;
    Ok(())
}

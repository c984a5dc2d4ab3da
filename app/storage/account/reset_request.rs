//! Requests for a link that sets a new password, until they are looked at: whoever asks learns nothing, not even by time.

use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::reset_request,
            sealing::{Keys, SealContext},
        },
    },
};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, delete, insert_into};

/// Requests that may wait at once; more are dropped, so that asking fills no disk.
const WAITING: i64 = 1000;

/// Keeps a request.
pub fn insert(db: &mut Db, keys: &Keys, address: &str, now: Instant) -> Result<()> {
    let waiting: i64 = reset_request::table.count().get_result(db)?;
    if waiting < WAITING {
        let id = Id::<id::ResetRequest>::new();
        insert_into(reset_request::table)
            .values((
                reset_request::id.eq(id),
                reset_request::address_sealed.eq(keys.seal(
                    SealContext::ResetAddress,
                    id,
                    address.as_bytes(),
                )?),
                reset_request::asked_at.eq(now),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Takes the oldest requests: they are gone when the transaction ends. Gives their addresses.
pub fn take(db: &mut Db, keys: &Keys, limit: i64) -> Result<Vec<String>> {
    let oldest = reset_request::table
        .order(reset_request::id)
        .limit(limit)
        .select((reset_request::id, reset_request::address_sealed));
    let rows: Vec<(Id<id::ResetRequest>, Vec<u8>)> =
        crate::storage::db::skip_locked(oldest).load(db)?;
    let mut addresses = Vec::new();
    for (id, sealed) in rows {
        delete(reset_request::table.find(id)).execute(db)?;
        addresses.extend(
            keys.open(SealContext::ResetAddress, id, &sealed)
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok()),
        );
    }
    Ok(addresses)
}

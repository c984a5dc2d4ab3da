//! Sendings of lists, their snapshots and receipts.

use crate::{
    domain::{
        id::{self, Id},
        language::Language,
        person::DocumentKind,
        time::Instant,
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::dispatch,
            sealing::{Keys, SealContext},
        },
    },
};
use chrono::NaiveDate;
use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl, dsl, insert_into,
    update,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A sending as pages show it.
#[derive(Clone, Debug, Queryable)]
pub struct Dispatch {
    pub id: Id<id::Dispatch>,
    pub serial: i32,
    pub outgoing_number: String,
    pub outgoing_date: NaiveDate,
    pub sent_by: Id<id::User>,
    pub sent_at: Instant,
    pub entries: i32,
    pub incoming_number: Option<String>,
    pub incoming_date: Option<NaiveDate>,
    pub received_at: Option<Instant>,
}

/// What a new sending is made of.
pub struct NewDispatch<'a> {
    pub id: Id<id::Dispatch>,
    pub list: Id<id::MemberList>,
    pub outgoing_number: &'a str,
    pub outgoing_date: NaiveDate,
    pub sent_by: Id<id::User>,
    pub territory: Id<id::Body>,
    pub entries: usize,
    /// The values sent and the hashes of the copies, as they were.
    pub snapshot: &'a [Sent],
}

/// One person of a sending, as sent: what the snapshot is a list of. It holds an IIN and has no `Debug`.
#[derive(Serialize, Deserialize)]
pub struct Sent {
    pub entry: Id<id::ListEntry>,
    pub position: i32,
    pub surname: String,
    pub given_name: Option<String>,
    pub patronymic: Option<String>,
    pub iin: String,
    pub birth_date: Option<NaiveDate>,
    pub document_kind: DocumentKind,
    pub document_number: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
    #[serde(default)]
    pub email: Option<String>,
    #[serde(default)]
    pub language: Option<Language>,
    /// The hashes of the pages of the copy, in their order.
    pub copies_sha256: Vec<String>,
}

/// Adds a sending, numbered within its list.
pub fn insert(
    db: &mut Db,
    keys: &Keys,
    new: &NewDispatch<'_>,
    stated_on: NaiveDate,
    now: Instant,
) -> Result<i32> {
    let last: Option<i32> = dispatch::table
        .filter(dispatch::list_id.eq(new.list))
        .select(dsl::max(dispatch::serial))
        .first(db)?;
    let serial = last.unwrap_or(0) + 1;
    let snapshot =
        serde_json::to_vec(new.snapshot).map_err(|e| StorageError::Other(e.to_string()))?;
    insert_into(dispatch::table)
        .values((
            dispatch::id.eq(new.id),
            dispatch::list_id.eq(new.list),
            dispatch::serial.eq(serial),
            dispatch::outgoing_number.eq(new.outgoing_number),
            dispatch::outgoing_date.eq(new.outgoing_date),
            dispatch::sent_by.eq(new.sent_by),
            dispatch::sent_at.eq(now),
            dispatch::stated_on.eq(stated_on),
            dispatch::territory_id.eq(new.territory),
            dispatch::entries.eq(i32::try_from(new.entries).unwrap_or(i32::MAX)),
            dispatch::snapshot_sealed.eq(keys.seal(
                SealContext::DispatchSnapshot,
                new.id,
                &snapshot,
            )?),
            dispatch::snapshot_sha256.eq(Sha256::digest(&snapshot).to_vec()),
        ))
        .execute(db)?;
    Ok(serial)
}

/// Notes the receipt of a list's latest sending; false when it was noted already.
pub fn receive(
    db: &mut Db,
    list: Id<id::MemberList>,
    incoming_number: &str,
    incoming_date: NaiveDate,
    by: Id<id::User>,
    now: Instant,
) -> Result<bool> {
    let latest: Option<Id<id::Dispatch>> = dispatch::table
        .filter(dispatch::list_id.eq(list))
        .order(dispatch::serial.desc())
        .select(dispatch::id)
        .first(db)
        .optional()?;
    let Some(latest) = latest else { return Ok(false) };
    let open = dispatch::table.find(latest).filter(dispatch::received_at.is_null());
    let rows = update(open)
        .set((
            dispatch::incoming_number.eq(incoming_number),
            dispatch::incoming_date.eq(incoming_date),
            dispatch::received_by.eq(by),
            dispatch::received_at.eq(now),
        ))
        .execute(db)?;
    Ok(rows == 1)
}

/// The sendings of a list, oldest first.
pub fn of_list(db: &mut Db, list: Id<id::MemberList>) -> Result<Vec<Dispatch>> {
    Ok(dispatch::table
        .filter(dispatch::list_id.eq(list))
        .order(dispatch::serial)
        .select((
            dispatch::id,
            dispatch::serial,
            dispatch::outgoing_number,
            dispatch::outgoing_date,
            dispatch::sent_by,
            dispatch::sent_at,
            dispatch::entries,
            dispatch::incoming_number,
            dispatch::incoming_date,
            dispatch::received_at,
        ))
        .load(db)?)
}

/// The snapshot of a sending, opened and checked against its hash.
///
/// # Errors
/// Those of the database, and [`StorageError::Damaged`].
pub fn snapshot(db: &mut Db, keys: &Keys, id: Id<id::Dispatch>) -> Result<Vec<Sent>> {
    let (sealed, sha256): (Vec<u8>, Vec<u8>) = dispatch::table
        .find(id)
        .select((dispatch::snapshot_sealed, dispatch::snapshot_sha256))
        .first(db)?;
    let snapshot = keys.open(SealContext::DispatchSnapshot, id, &sealed)?;
    if Sha256::digest(&snapshot).as_slice() != sha256 {
        return Err(StorageError::Damaged);
    }
    serde_json::from_slice(&snapshot).map_err(|_| StorageError::Damaged)
}

//! What an akimat has corrected in entries that were returned; sealed, and nobody else's until they are sent again.

use crate::{
    domain::{
        id::{self, Id},
        iin::Iin,
        language::Language,
        person::{DocumentKind, Particulars},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::correction,
            sealing::{Keys, SealContext},
        },
    },
};
use chrono::NaiveDate;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, delete, insert_into};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Words {
    surname: String,
    given_name: Option<String>,
    patronymic: Option<String>,
    iin: String,
    birth_date: Option<NaiveDate>,
    is_passport: bool,
    document_number: Option<String>,
    address: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    language: Option<Language>,
}

/// Keeps what is to stand once the entry is sent again, in place of what was corrected before.
pub fn put(
    db: &mut Db,
    keys: &Keys,
    entry: Id<id::ListEntry>,
    typed_by: Id<id::Body>,
    typed: &Particulars,
    now: Instant,
) -> Result<()> {
    let words = Words {
        surname: typed.surname.clone(),
        given_name: typed.given_name.clone(),
        patronymic: typed.patronymic.clone(),
        iin: typed.iin.expose().to_owned(),
        birth_date: typed.birth_date,
        is_passport: typed.document_kind == DocumentKind::Passport,
        document_number: typed.document_number.clone(),
        address: typed.address.clone(),
        phone: typed.phone.clone(),
        email: typed.email.clone(),
        language: typed.language,
    };
    let content = serde_json::to_vec(&words)
        .map_err(|e| crate::storage::StorageError::Other(e.to_string()))?;
    remove(db, entry)?;
    insert_into(correction::table)
        .values((
            correction::entry_id.eq(entry),
            correction::content_sealed.eq(keys.seal(SealContext::Correction, entry, &content)?),
            correction::typed_by.eq(typed_by),
            correction::typed_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// What is to stand once the entry is sent again, if anything was corrected.
///
/// # Errors
/// Those of the database, and [`crate::storage::StorageError::Damaged`].
pub fn of(db: &mut Db, keys: &Keys, entry: Id<id::ListEntry>) -> Result<Option<Particulars>> {
    let sealed: Option<Vec<u8>> =
        correction::table.find(entry).select(correction::content_sealed).first(db).optional()?;
    let Some(sealed) = sealed else { return Ok(None) };
    let words: Words =
        serde_json::from_slice(&keys.open(SealContext::Correction, entry, &sealed)?)
            .map_err(|_| crate::storage::StorageError::Damaged)?;
    Ok(Some(Particulars {
        iin: Iin::parse(&words.iin).map_err(|_| crate::storage::StorageError::Damaged)?,
        surname: words.surname,
        given_name: words.given_name,
        patronymic: words.patronymic,
        birth_date: words.birth_date,
        document_kind: if words.is_passport {
            DocumentKind::Passport
        } else {
            DocumentKind::IdCard
        },
        document_number: words.document_number,
        address: words.address,
        phone: words.phone,
        email: words.email,
        language: words.language,
    }))
}

/// Forgets a correction that has travelled, or never will.
pub fn remove(db: &mut Db, entry: Id<id::ListEntry>) -> Result<()> {
    delete(correction::table.find(entry)).execute(db)?;
    Ok(())
}

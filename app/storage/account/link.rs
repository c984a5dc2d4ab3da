//! Links and codes that set a password. Only the SHA-256 of a token is stored; it is used once, by POST.

use crate::{
    domain::{
        code,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::{link, users},
            sealing::random,
        },
        offices::user::User,
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl, delete, insert_into,
    update,
};
use sha2::{Digest, Sha256};

/// A new token for a link: 256 random bits.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn new_token() -> Result<String> {
    Ok(hex::encode(random::<32>()?))
}

/// Bytes for a new login.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn new_bytes() -> Result<[u8; 5]> {
    random()
}

/// Bytes for the code of a certificate.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn new_check_bytes() -> Result<[u8; 10]> {
    random()
}

/// A new code to be printed and typed: 128 random bits.
///
/// # Errors
/// When the machine gives no random numbers.
pub fn new_code() -> Result<String> {
    Ok(code::spell(random()?))
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Stores a link's token; whatever link the user had before is void from now on. Using it `proves` that the account's
/// mail is read, when it went there and was not handed over on paper.
pub fn insert(
    db: &mut Db,
    token: &str,
    user: Id<id::User>,
    now: Instant,
    expires_at: Instant,
    proves: bool,
) -> Result<()> {
    void(db, user)?;
    insert_beside(db, token, user, now, expires_at, proves)
}

/// Stores a link's token beside those that the user has.
pub fn insert_beside(
    db: &mut Db,
    token: &str,
    user: Id<id::User>,
    now: Instant,
    expires_at: Instant,
    proves: bool,
) -> Result<()> {
    let times = (link::created_at.eq(now), link::expires_at.eq(expires_at));
    insert_into(link::table)
        .values((
            link::token_hash.eq(hash(token)),
            link::user_id.eq(user),
            times.0,
            times.1,
            link::proves.eq(proves),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether using that link proves that the account's mail is read.
pub fn proves(db: &mut Db, token: &str) -> Result<bool> {
    Ok(link::table.filter(link::token_hash.eq(hash(token))).select(link::proves).first(db)?)
}

/// Makes every unused link of a user worthless.
pub fn void(db: &mut Db, user: Id<id::User>) -> Result<()> {
    delete(link::table.filter(link::user_id.eq(user)).filter(link::used_at.is_null()))
        .execute(db)?;
    Ok(())
}

/// The user whom an unused, unexpired link belongs to. Looking changes nothing.
pub fn owner(db: &mut Db, token: &str, now: Instant) -> Result<Option<User>> {
    Ok(link::table
        .inner_join(users::table.on(users::id.eq(link::user_id)))
        .filter(link::token_hash.eq(hash(token)))
        .filter(link::used_at.is_null())
        .filter(link::expires_at.gt(now))
        .filter(users::disabled_at.is_null())
        .select(users::all_columns)
        .first(db)
        .optional()?)
}

/// Whether the link has set a password already; known until it would have expired.
pub fn is_used(db: &mut Db, token: &str) -> Result<bool> {
    let used =
        link::table.filter(link::token_hash.eq(hash(token))).filter(link::used_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(used)).get_result(db)?)
}

/// Uses a link up; false when somebody was faster.
pub fn use_up(db: &mut Db, token: &str, now: Instant) -> Result<bool> {
    let unused =
        link::table.filter(link::token_hash.eq(hash(token))).filter(link::used_at.is_null());
    Ok(update(unused).set(link::used_at.eq(now)).execute(db)? == 1)
}

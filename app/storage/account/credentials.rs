//! Password and address of an account: whoever changes one ends what was signed in or sent by the old one.

use super::{known_browser, link, session};
use crate::{
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::users,
        offices::{
            offer,
            user::{self, User},
        },
    },
};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, update};

/// Sets the password's hash.
pub fn set_password(db: &mut Db, id: Id<id::User>, hash: &str) -> Result<()> {
    update(users::table.find(id)).set(users::password_hash.eq(hash)).execute(db)?;
    // Whatever other link lies in a mailbox, and whatever browser was trusted, is worth nothing from now on.
    link::void(db, id)?;
    known_browser::forget(db, id)?;
    user::note_success(db, id)
}

/// Forgets the password: nobody signs in before a new link or code has set one.
pub fn clear_password(db: &mut Db, id: Id<id::User>) -> Result<()> {
    update(users::table.find(id)).set(users::password_hash.eq(None::<String>)).execute(db)?;
    link::void(db, id)?;
    known_browser::forget(db, id)
}

/// Gives the account another address. Nobody has shown yet to read its mail; links that lie in the old mailbox are void. Who
/// was only invited becomes an offer where the address has an account.
///
/// # Errors
/// [`crate::storage::StorageError::Unique`] when the account is in use and the address is taken.
pub fn set_email(db: &mut Db, user: &User, email: &str) -> Result<()> {
    let other = user::by_email(db, email)?.filter(|other| other.id != user.id);
    let is_offer = user.password_hash.is_none() && other.is_some();
    offer::readdress(db, user.id, email, is_offer)?;
    link::void(db, user.id)
}

/// Shuts a user out from that moment on: sessions end, links are void.
pub fn disable(db: &mut Db, id: Id<id::User>, now: Instant) -> Result<()> {
    update(users::table.find(id)).set(users::disabled_at.eq(now)).execute(db)?;
    link::void(db, id)?;
    session::end_all(db, id)
}

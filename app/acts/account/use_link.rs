//! The owner of a link or code sets the password with it, once.

use super::journal_entry;
use crate::{
    domain::{
        events::account::{OfferAccepted, PasswordSet},
        id::Id,
        journal::{AccountAct, Actor},
    },
    emails,
    state::AppState,
    storage::{
        self, Db, Result,
        offices::{offer, user::User},
    },
};

/// The outcome of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// The password is set.
    Set,
    /// It came with an offer to an account that has a password: nothing is set, its owner accepts when signed in.
    Offered,
    /// Somebody was faster.
    Gone,
}

/// Uses the link up, sets the password and ends the user's sessions.
pub fn use_link(app: &AppState, token: &str, password_hash: &str) -> Result<Used> {
    let now = app.clock.now();
    let used = app.store.write(|db| {
        let Some(invited) = storage::account::link::owner(db, token, now)? else {
            return Ok(Used::Gone);
        };
        let journal = journal_entry::journal(db)?;
        if !storage::account::link::use_up(db, token, now)? {
            return Ok(Used::Gone);
        }
        let proves = storage::account::link::proves(db, token)?;
        let Some(user) = account(db, invited.clone(), proves)? else { return Ok(Used::Offered) };
        if proves {
            storage::offices::user::prove(db, user.id, now)?;
        }
        storage::account::credentials::set_password(db, user.id, password_hash)?;
        storage::account::session::end_all(db, user.id)?;
        let (act, owner) = ((AccountAct::UseLink, Id::new()), Actor::Owner { user: user.id });
        journal_entry::note(db, journal, act, owner, PasswordSet { id: user.id }, now)?;
        if user.id != invited.id {
            offer::accept(db, invited.id, user.id)?;
            let (act, journal) =
                ((AccountAct::AcceptOffer, Id::new()), journal_entry::journal(db)?);
            let accepted = OfferAccepted { id: user.id, offer: invited.id };
            journal_entry::note(db, journal, act, owner, accepted, now)?;
        }
        if user.password_hash.is_some() {
            let changed = emails::account::password_changed();
            journal_entry::notify(app, db, act, &changed, &user, None, now)?;
        }
        Ok::<_, storage::StorageError>(Used::Set)
    })?;
    app.wake.send_replace(());
    Ok(used)
}

/// The account whose password the link sets. Of an offer it is the one that has the address, as long as it has no password and
/// the link came by mail; none when there is one already.
fn account(db: &mut Db, invited: User, proves: bool) -> Result<Option<User>> {
    let Some(address) = &invited.offered_to else { return Ok(Some(invited)) };
    match storage::offices::user::by_email(db, address)? {
        None => {
            offer::readdress(db, invited.id, address, false)?;
            Ok(Some(invited))
        }
        Some(other) => {
            let is_new = other.password_hash.is_none() && other.disabled_at.is_none();
            Ok((is_new && proves).then_some(other))
        }
    }
}

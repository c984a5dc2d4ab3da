//! The owner of a link or code sets the password with it, once.

use super::journal_entry;
use crate::{
    domain::{
        events::account::PasswordSet,
        id::Id,
        journal::{AccountAct, Actor},
    },
    emails,
    state::AppState,
    storage::{self, Result},
};

/// Sets the password, uses the link up and ends the user's sessions; false when somebody was faster.
pub fn use_link(app: &AppState, token: &str, password_hash: &str) -> Result<bool> {
    let now = app.clock.now();
    let is_done = app.store.write(|db| {
        let Some(user) = storage::account::link::owner(db, token, now)? else { return Ok(false) };
        let journal = journal_entry::journal(db)?;
        if !storage::account::link::use_up(db, token, now)? {
            return Ok(false);
        }
        if storage::account::link::proves(db, token)? {
            storage::offices::user::prove(db, user.id, now)?;
        }
        storage::account::credentials::set_password(db, user.id, password_hash)?;
        storage::account::session::end_all(db, user.id)?;
        let act = (AccountAct::UseLink, Id::new());
        journal_entry::note(
            db,
            journal,
            act,
            Actor::Owner { user: user.id },
            PasswordSet { id: user.id },
            now,
        )?;
        if user.password_hash.is_some() {
            journal_entry::notify(
                app,
                db,
                act,
                &emails::account::password_changed(),
                &user,
                None,
                now,
            )?;
        }
        Ok::<_, storage::StorageError>(true)
    })?;
    app.wake.send_replace(());
    Ok(is_done)
}

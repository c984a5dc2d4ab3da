//! A user changes the own password: every other session ends, and a mail says that it was done.

use super::journal_entry;
use crate::{
    domain::{
        events::account::PasswordChanged,
        id::Id,
        journal::{AccountAct, Actor},
    },
    emails,
    state::AppState,
    storage::{self, Result, StorageError, offices::user::User},
};

/// Sets the new password and keeps the session that it was typed in.
pub fn change_password(
    app: &AppState,
    user: &User,
    session: &[u8],
    password_hash: &str,
) -> Result<()> {
    let now = app.clock.now();
    app.store.write(|db| -> Result<(), StorageError> {
        let journal = journal_entry::journal(db)?;
        storage::account::credentials::set_password(db, user.id, password_hash)?;
        storage::account::session::end_others(db, user.id, session)?;
        let act = (AccountAct::ChangePassword, Id::new());
        journal_entry::note(
            db,
            journal,
            act,
            Actor::Owner { user: user.id },
            PasswordChanged { id: user.id },
            now,
        )?;
        journal_entry::notify(app, db, act, &emails::account::password_changed(), user, None, now)
    })?;
    app.wake.send_replace(());
    Ok(())
}

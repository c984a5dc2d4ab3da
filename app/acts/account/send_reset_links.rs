//! Answers those who asked for a link that sets a new password: known addresses get a mail, others nothing.
//!
//! The request itself was only kept, whoever made it, so that neither words nor time told whether the address is known.

use super::journal_entry;
use crate::{
    acts::offices::delivery_method::RESET,
    domain::{
        events::account::ResetLinkSent,
        id::Id,
        journal::{AccountAct, Actor},
        time::Instant,
    },
    emails,
    state::AppState,
    storage::{self, Db, Result, StorageError, offices::user::User},
};
use chrono::TimeDelta;

/// Requests answered in one transaction.
const BATCH: i64 = 20;
/// The most links that one account is sent within [`WINDOW`].
const MOST: i64 = 3;
const WINDOW: TimeDelta = TimeDelta::hours(1);

/// Keeps a request. The same work is done for every address.
pub fn ask(app: &AppState, address: &str) -> Result<()> {
    let now = app.clock.now();
    app.store.write(|db| storage::account::reset_request::insert(db, &app.keys, address, now))?;
    app.wake.send_replace(());
    Ok(())
}

/// Answers one batch of requests and says how many there were.
pub fn send_reset_links(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    app.store.write(|db| -> Result<usize, StorageError> {
        let addresses = storage::account::reset_request::take(db, &app.keys, BATCH)?;
        for address in &addresses {
            if let Some(user) = storage::offices::user::by_email(db, address)? {
                answer(app, db, &user, now)?;
            }
        }
        Ok(addresses.len())
    })
}

fn answer(app: &AppState, db: &mut Db, user: &User, now: Instant) -> Result<()> {
    let email = emails::account::password_reset(now + RESET);
    let is_active = user.password_hash.is_some() && user.disabled_at.is_none();
    if !is_active
        || storage::mail::outbox::count_to(db, user.id, email.kind.as_str(), now - WINDOW)? >= MOST
    {
        return Ok(());
    }
    let (token, act) =
        (storage::account::link::new_token()?, (AccountAct::SendResetLink, Id::new()));
    let journal = journal_entry::journal(db)?;
    // Nothing that was sent before is voided: strangers may ask, too.
    storage::account::link::insert_beside(db, &token, user.id, now, now + RESET, true)?;
    journal_entry::note(
        db,
        journal,
        act,
        Actor::System,
        ResetLinkSent { id: user.id, until: now + RESET },
        now,
    )?;
    journal_entry::notify(app, db, act, &email, user, Some(&token), now)
}

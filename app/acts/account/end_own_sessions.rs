//! A user ends own sessions: one of them, or all but the present one.

use super::journal_entry;
use crate::{
    domain::{
        events::account::OwnSessionsEnded,
        id::{self, Id},
        journal::{AccountAct, Actor},
    },
    state::AppState,
    storage::{self, Result, StorageError},
};

/// Which sessions end.
pub enum Which {
    /// The one with that hash.
    One(Vec<u8>),
    /// All but the one with that hash.
    AllBut(Vec<u8>),
}

/// Ends them; ending what has ended is no fault.
pub fn end_own_sessions(app: &AppState, user: Id<id::User>, which: &Which) -> Result<()> {
    let now = app.clock.now();
    app.store.write(|db| -> Result<(), StorageError> {
        let journal = journal_entry::journal(db)?;
        let is_any = match which {
            Which::One(session) => storage::account::session::end_of(db, user, session)?,
            Which::AllBut(session) => {
                storage::account::session::end_others(db, user, session)?;
                true
            }
        };
        let act = (AccountAct::EndOwnSessions, Id::new());
        let ended = OwnSessionsEnded { id: user };
        if is_any {
            journal_entry::note(db, journal, act, Actor::Owner { user }, ended, now)
        } else {
            Ok(())
        }
    })
}

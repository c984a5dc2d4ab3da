//! Reminds the holders of a duty of what nobody has closed, from some day on those above them, and members of duties that are near.

use crate::{
    acts::{mail::remind, plans::remind_members},
    state::AppState,
    storage::Result,
};

/// Sends one batch of reminders of each kind and says how many handoffs and people it looked at.
///
/// # Errors
/// Those of the database; what was not reminded of is due still.
pub fn run_once(app: &AppState) -> Result<usize> {
    // A handoff that fails keeps no member from being reminded.
    let (handoffs, members) = (remind::remind(app), remind_members::remind(app));
    Ok(handoffs? + members?)
}

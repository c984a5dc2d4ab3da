//! Reminds the holders of a duty of what nobody has closed, and from some day on those above them.

use crate::{acts::mail::remind, state::AppState, storage::Result};

/// Sends one batch of reminders and says how many handoffs it looked at.
///
/// # Errors
/// Those of the database; what was not reminded of is due still.
pub fn run_once(app: &AppState) -> Result<usize> {
    remind::remind(app)
}

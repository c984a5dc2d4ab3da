//! Answers requests for links that set a new password, after the page has answered whoever asked.

use crate::{acts::account::send_reset_links, state::AppState, storage::Result};

/// Answers one batch and says how many requests there were.
///
/// # Errors
/// Those of the database; the requests then wait.
pub fn run_once(app: &AppState) -> Result<usize> {
    send_reset_links::send_reset_links(app)
}

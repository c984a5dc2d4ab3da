//! Sends, once a morning, what was laid aside for those who chose to get information together.

use crate::{acts::mail::send_digests, state::AppState, storage::Result};

/// Sends one batch of digests and says how many readers it looked at.
///
/// # Errors
/// Those of the database; whoever got no digest gets it at the next look.
pub fn run_once(app: &AppState) -> Result<usize> {
    send_digests::send_digests(app)
}

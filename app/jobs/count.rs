//! Counts, at the beginning of a month, the figures that auditors see until its end.

use crate::{
    state::AppState,
    storage::{self, Result, StorageError},
};

/// Counts them for each audited body that lacks them, and says for how many.
///
/// # Errors
/// Those of the database; the next run counts what this one did not.
pub fn run_once(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    match app.store.write(|db| storage::figures::count(db, now)) {
        // Another node has counted them at the same time.
        Err(StorageError::Unique) => Ok(0),
        other => other,
    }
}

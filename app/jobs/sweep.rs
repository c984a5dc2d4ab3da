//! Deletes what has done its work.

use crate::{
    state::AppState,
    storage::{self, Result},
};
use chrono::TimeDelta;

/// Sweeps once and says how many rows went.
///
/// # Errors
/// Those of the database; the next sweep takes what this one left.
pub fn run_once(app: &AppState) -> Result<usize> {
    let now = app.clock.now();
    let copies_kept = TimeDelta::days(i64::from(app.settings.copies_kept_days));
    app.store.write(|db| storage::sweep(db, copies_kept, now))
}

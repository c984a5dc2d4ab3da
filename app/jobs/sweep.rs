//! Deletes what has done its work.

use crate::{
    state::House,
    storage::{self, Result},
};
use chrono::TimeDelta;

/// Sweeps once and says how many rows went.
///
/// # Errors
/// Those of the database; the next sweep takes what this one left.
pub fn run_once(house: &House) -> Result<usize> {
    let now = house.clock.now();
    let copies_kept = TimeDelta::days(i64::from(house.settings.copies_kept_days));
    house.store.write(|db| storage::sweep(db, copies_kept, now))
}

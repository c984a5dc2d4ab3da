//! Deletes what has done its work.

use crate::{
    acts::House,
    storage::{self, Result},
};

/// Sweeps once and says how many rows went.
///
/// # Errors
/// Those of the database; the next sweep takes what this one left.
pub fn run_once(house: &House) -> Result<usize> {
    let now = house.clock.now();
    house.store.write(|db| storage::sweep(db, now))
}

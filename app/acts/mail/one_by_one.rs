//! A batch, each part of it in a transaction of its own, so that one that fails holds no other up.

use crate::{
    state::AppState,
    storage::{Db, Result},
};

/// Deals with each and says with how many it has; the first failure is given at the end.
pub fn one_by_one<T>(
    app: &AppState,
    batch: &[T],
    deal: impl Fn(&mut Db, &T) -> Result<()>,
) -> Result<usize> {
    let (mut dealt_with, mut failure) = (0, None);
    for one in batch {
        match app.store.write(|db| deal(db, one)) {
            Ok(()) => dealt_with += 1,
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    failure.map_or(Ok(dealt_with), Err)
}

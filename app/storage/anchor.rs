//! Locks the row that a case is anchored in: acts on one anchor follow one another.

use crate::{
    domain::permissions::Anchor,
    storage::{Db, Result, offices::body, squads::squad},
};

/// Holds the anchor until the transaction ends.
pub fn lock(db: &mut Db, anchor: Anchor) -> Result<()> {
    match anchor {
        Anchor::Squad(id) => squad::lock(db, id),
        Anchor::Body(id) => body::lock(db, id),
    }
}

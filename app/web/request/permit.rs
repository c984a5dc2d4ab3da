//! Work that takes memory waits for a permit before it takes a page's thread.

use crate::state::AppState;
use std::{sync::Arc, time::Duration};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Longest wait of somebody whose password is hashed.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a handler does that only so many may do at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permit {
    /// Hashes a password, which takes 46 MiB for a moment.
    Hashing,
    /// Reads or makes a file.
    Reading,
    /// Goes through the whole journal.
    Verifying,
}

impl Permit {
    /// Waits outside the blocking pool; `None` when there is none in time: the reader is told to try again.
    pub async fn acquire(self, app: &AppState) -> Option<OwnedSemaphorePermit> {
        let (permits, patience): (&Arc<Semaphore>, _) = match self {
            Self::Hashing => (&app.hashing, PATIENCE),
            Self::Reading => (&app.reading, 5 * PATIENCE),
            Self::Verifying => (&app.verifying, 5 * PATIENCE),
        };
        timeout(patience, Arc::clone(permits).acquire_owned()).await.ok()?.ok()
    }
}

//! Work that takes memory waits for a place before it takes a page's thread.

use super::client::Client;
use crate::{places::Place, state::AppState};

/// What a handler does that only so many may do at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permit {
    /// Hashes a password.
    Hashing,
    /// Reads or makes a file.
    Reading,
    /// Goes through the whole journal.
    Verifying,
}

impl Permit {
    /// Waits outside the blocking pool; `None` when there is no place in time: the reader is told to try again.
    pub async fn acquire(self, app: &AppState, session: &str, client: &Client) -> Option<Place> {
        match self {
            Self::Hashing if client.is_stranger => {
                app.places.hashing_of_stranger(&client.address.to_string()).await
            }
            Self::Hashing => app.places.hashing().await,
            Self::Reading => app.places.reading(session).await,
            Self::Verifying => app.places.verifying().await,
        }
    }
}

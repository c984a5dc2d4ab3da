//! Places for work that takes memory. A node has so many, and a session at most so many of them, so that nobody keeps all others
//! waiting. Those who wait are served in turn.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Longest wait of somebody whose password is hashed.
const SHORT: Duration = Duration::from_secs(2);
/// Longest wait of a stranger whose password is hashed: a hundred people of one office, who come at nine with new browsers.
const NINE: Duration = Duration::from_secs(20);
/// Longest wait of somebody whose file is read or made.
const LONG: Duration = Duration::from_secs(30);
/// Large forms that arrive at once: each takes up to 16 MiB for what is typed, and the disk for its files.
const ARRIVING: usize = 12;
/// Files that are read at once, each in a process of its own.
const READING: usize = 2;

/// The places of a node.
pub struct Places {
    /// Hashes a password, which takes 46 MiB for a moment: of browsers that have signed in before …
    hashing: Arc<Semaphore>,
    /// … and of strangers, in turn by their addresses.
    strangers: Shared,
    /// Goes through the whole journal.
    verifying: Arc<Semaphore>,
    reading: Shared,
    arriving: Shared,
}

/// A place, until it is dropped.
pub struct Place {
    _node: OwnedSemaphorePermit,
    _session: Option<SessionPlace>,
}

impl Places {
    /// The places of a node with so many cores.
    #[must_use]
    pub fn new(cores: usize) -> Self {
        Self {
            hashing: Arc::new(Semaphore::new(cores)),
            strangers: Shared::new(cores, cores, NINE),
            verifying: Arc::new(Semaphore::new(1)),
            reading: Shared::new(READING, 1, LONG),
            arriving: Shared::new(ARRIVING, 2, LONG),
        }
    }

    /// A place for hashing the password of somebody who has signed in before with that browser.
    pub async fn hashing(&self) -> Option<Place> {
        alone(&self.hashing, SHORT).await
    }

    /// A place for hashing the password of a stranger. However many come from one address, the others are behind no more of
    /// them than the node has cores.
    pub async fn hashing_of_stranger(&self, address: &str) -> Option<Place> {
        self.strangers.enter(address).await
    }

    /// The place for going through the journal.
    pub async fn verifying(&self) -> Option<Place> {
        alone(&self.verifying, 5 * SHORT).await
    }

    /// A place for reading or making a file.
    pub async fn reading(&self, session: &str) -> Option<Place> {
        self.reading.enter(session).await
    }

    /// A place for a large form that arrives.
    pub async fn arriving(&self, session: &str) -> Option<Place> {
        self.arriving.enter(session).await
    }
}

async fn alone(places: &Arc<Semaphore>, patience: Duration) -> Option<Place> {
    let node = timeout(patience, Arc::clone(places).acquire_owned()).await.ok()?.ok()?;
    Some(Place { _node: node, _session: None })
}

/// Places that sessions share.
struct Shared {
    patience: Duration,
    node: Arc<Semaphore>,
    sessions: Arc<Sessions>,
}

/// How many places each session has.
struct Sessions {
    taken: Mutex<HashMap<String, usize>>,
    most: usize,
    left: Notify,
}

struct SessionPlace {
    sessions: Arc<Sessions>,
    session: String,
}

impl Shared {
    fn new(of_node: usize, of_session: usize, patience: Duration) -> Self {
        let (taken, left) = (Mutex::default(), Notify::new());
        Self {
            patience,
            node: Arc::new(Semaphore::new(of_node)),
            sessions: Arc::new(Sessions { taken, most: of_session, left }),
        }
    }

    async fn enter(&self, session: &str) -> Option<Place> {
        let enter = async {
            // First among the session's own, so that they don't stand in line for the node one behind another.
            let own = Sessions::enter(&self.sessions, session).await;
            let node = Arc::clone(&self.node).acquire_owned().await.ok()?;
            Some(Place { _node: node, _session: Some(own) })
        };
        timeout(self.patience, enter).await.ok()?
    }
}

impl Sessions {
    async fn enter(own: &Arc<Self>, session: &str) -> SessionPlace {
        loop {
            let left = own.left.notified();
            tokio::pin!(left);
            left.as_mut().enable();
            if own.take(session) {
                return SessionPlace { sessions: Arc::clone(own), session: session.to_owned() };
            }
            left.await;
        }
    }

    fn take(&self, session: &str) -> bool {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let own = taken.entry(session.to_owned()).or_default();
        let is_free = *own < self.most;
        *own += usize::from(is_free);
        is_free
    }
}

impl Drop for SessionPlace {
    fn drop(&mut self) {
        let mut taken = self.sessions.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = taken.get_mut(&self.session) {
            *own -= 1;
            if *own == 0 {
                taken.remove(&self.session);
            }
        }
        drop(taken);
        self.sessions.left.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(of_node: usize, of_session: usize) -> Shared {
        Shared::new(of_node, of_session, Duration::from_millis(200))
    }

    fn run(test: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(test);
    }

    #[test]
    fn a_session_has_its_share_and_others_get_theirs() {
        run(async {
            let places = shared(12, 2);
            let (first, second) = (places.enter("a").await, places.enter("a").await);
            assert!(first.is_some() && second.is_some());
            assert!(places.enter("a").await.is_none(), "two are its share");
            assert!(places.enter("b").await.is_some());
            drop(first);
            assert!(places.enter("a").await.is_some());
            drop(second);
            assert!(places.sessions.taken.lock().unwrap().is_empty(), "nobody is remembered");
        });
    }

    #[test]
    fn a_node_has_no_more_than_it_can_hold_and_who_waits_is_served() {
        run(async {
            let places = shared(2, 1);
            let held = [places.enter("a").await, places.enter("b").await];
            assert!(held.iter().all(Option::is_some));
            assert!(places.enter("c").await.is_none());
            let leave = async {
                tokio::time::sleep(Duration::from_millis(50)).await;
                drop(held);
            };
            let (served, ()) = tokio::join!(places.enter("c"), leave);
            assert!(served.is_some());
        });
    }
}

//! The only place that asks what time it is.

use crate::domain::time::Instant;
use chrono::SubsecRound;
use std::sync::{Arc, Mutex, PoisonError};

/// A source of the present moment, in UTC with microseconds.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands until it is moved; for tests.
    Fixed(Arc<Mutex<Instant>>),
}

impl Clock {
    /// A clock that stands at that moment.
    #[must_use]
    pub fn fixed(at: Instant) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    /// The present moment.
    #[expect(clippy::disallowed_methods, reason = "the one place")]
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => chrono::Utc::now().naive_utc().trunc_subsecs(6),
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves a clock that stands; the machine's clock stays as it is.
    pub fn forward(&self, by: chrono::TimeDelta) {
        if let Self::Fixed(at) = self {
            *at.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }
}

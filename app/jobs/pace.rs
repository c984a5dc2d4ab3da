//! How fast a node sends: the server that is back after an outage is not run over.

use std::{
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// Gives each mail of a node its moment, whichever session it goes over.
pub struct Pace {
    every: Duration,
    next: Mutex<Option<Instant>>,
}

impl Pace {
    /// So many mails a second at most; 0: as many as the server takes.
    #[must_use]
    pub const fn of(rate: u32) -> Self {
        let every = match 1_000_000_000_u64.checked_div(rate as u64) {
            Some(nanoseconds) => Duration::from_nanos(nanoseconds),
            None => Duration::ZERO,
        };
        Self { every, next: Mutex::new(None) }
    }

    /// Waits for the next moment. Nothing is saved up: after a rest the pace is the same.
    pub fn wait(&self) {
        if self.every.is_zero() {
            return;
        }
        let now = Instant::now();
        let mine = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let mine = next.map_or(now, |next| next.max(now));
            *next = Some(mine + self.every);
            mine
        };
        thread::sleep(mine.saturating_duration_since(now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_than_the_rate_leave_whoever_sends_them() {
        let pace = Pace::of(200);
        let began = Instant::now();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..10).for_each(|_| pace.wait()));
            }
        });
        assert!(began.elapsed() >= Duration::from_millis(39 * 5), "{:?}", began.elapsed());
        let began = Instant::now();
        let free = Pace::of(0);
        (0..1000).for_each(|_| free.wait());
        assert!(began.elapsed() < Duration::from_secs(1));
    }
}

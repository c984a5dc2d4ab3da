//! An attempt to prove a password: how long one has to wait after wrong ones.
//!
//! A browser that the account knows counts its own failures, so that strangers who guess slow down strangers only.

use crate::{
    domain::time::Instant,
    storage::{self, account::known_browser::KnownBrowser, offices::user::User},
    web::request::{context::RequestContext, error::WebError, session},
};
use chrono::TimeDelta;

/// Failures in a row before waiting times begin.
const FREE_FAILURES: i32 = 5;

/// An attempt on one account from one browser.
pub struct Attempt<'a> {
    cx: &'a RequestContext,
    user: &'a User,
    /// The browser's hash, and what the account knows of it.
    device: Option<(Vec<u8>, KnownBrowser)>,
}

impl<'a> Attempt<'a> {
    /// The attempt that a request makes.
    pub fn of(cx: &'a RequestContext, user: &'a User) -> Result<Self, WebError> {
        let hash = cx.device_token.as_deref().map(session::hash);
        let device = match hash {
            Some(hash) => cx
                .read(|db| storage::account::known_browser::find(db, &hash, user.id, cx.now))?
                .map(|device| (hash, device)),
            None => None,
        };
        Ok(Self { cx, user, device })
    }

    /// Whether it comes too early after others.
    pub fn is_early(&self) -> bool {
        let until = self
            .device
            .as_ref()
            .map_or(self.user.blocked_until, |(_, device)| device.blocked_until);
        until.is_some_and(|until| until > self.cx.now)
    }

    /// Counts a wrong password.
    pub fn note_failure(&self) -> Result<(), WebError> {
        let now = self.cx.now;
        self.cx.write(|db| match &self.device {
            Some((hash, device)) => storage::account::known_browser::note_failure(
                db,
                hash,
                self.user.id,
                blocked_until(device.failed_sign_ins + 1, now),
            ),
            None => storage::offices::user::note_failure(
                db,
                self.user.id,
                blocked_until(self.user.failed_sign_ins + 1, now),
            ),
        })?;
        Ok(())
    }

    /// Whether the account knows the browser.
    pub const fn is_known(&self) -> bool {
        self.device.is_some()
    }
}

/// Growing waiting times of a minute at most: guessing is slow, and an officer is never shut out for longer than it goes on.
fn blocked_until(failures: i32, now: Instant) -> Option<Instant> {
    let over = failures - FREE_FAILURES;
    (over >= 0).then(|| now + TimeDelta::seconds(1_i64 << over.min(6)).min(TimeDelta::seconds(60)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_times_grow_and_end() {
        let now = Instant::default();
        let wait = |failures| blocked_until(failures, now).map(|until| (until - now).num_seconds());
        assert_eq!(
            (1..=13).map(wait).collect::<Vec<_>>(),
            [
                None,
                None,
                None,
                None,
                Some(1),
                Some(2),
                Some(4),
                Some(8),
                Some(16),
                Some(32),
                Some(60),
                Some(60),
                Some(60)
            ]
        );
    }
}

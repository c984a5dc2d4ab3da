//! Takes mails from the outbox and sends them, with no transaction open while a server is spoken to.

use crate::{
    acts::House,
    domain::time::Instant,
    mailer::{Failure, Mailer},
    storage::{
        Result,
        outbox::{self, Mail, Settlement},
    },
};
use chrono::TimeDelta;

/// Mails taken at once.
const BATCH: i64 = 8;
/// How long a batch is this worker's.
const LEASE: TimeDelta = TimeDelta::minutes(20);
/// After this time no further mail of a batch is begun: a server that answers everything at the last moment takes eight
/// minutes for one.
const BEGIN_WITHIN: TimeDelta = TimeDelta::minutes(10);
/// How long a mail is tried for.
const PERSISTENCE: TimeDelta = TimeDelta::hours(72);
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(30);
/// Wait when the server may have taken the mail already, and how often that may happen.
const UNKNOWN_WAIT: TimeDelta = TimeDelta::minutes(10);
const UNKNOWN_TRIES: i32 = 3;

/// Delivers one batch and says how many mails it took.
///
/// # Errors
/// Those of the database; a mail that could not be settled is sent again with the same Message-ID.
pub fn run_once(house: &House, mailer: &Mailer) -> Result<usize> {
    let now = house.clock.now();
    let mails = house.store.write(|db| outbox::claim(db, BATCH, LEASE, now))?;
    for mail in &mails {
        if house.clock.now() - now > BEGIN_WITHIN {
            break;
        }
        let sent = outbox::revealed(mail, &house.keys)
            .map_err(|_| Failure::Permanent("its secret can't be opened".into()))
            .and_then(|mail| mailer.send(&house.settings, &mail));
        let now = house.clock.now();
        let settlement = settlement(mail, sent, now);
        if !matches!(settlement, Settlement::Sent) {
            tracing::warn!(mail = %mail.id, attempts = mail.attempts, ?settlement, "not delivered");
        }
        if !house.store.write(|db| outbox::settle(db, mail, &settlement, now))? {
            tracing::warn!(mail = %mail.id, "the lease had lapsed");
        }
    }
    Ok(mails.len())
}

fn settlement(mail: &Mail, sent: std::result::Result<(), Failure>, now: Instant) -> Settlement {
    let (wait, why, is_last) = match sent {
        Ok(()) => return Settlement::Sent,
        Err(Failure::Permanent(why)) => return Settlement::Failed(why),
        Err(Failure::Temporary(why)) => (back_off(mail.attempts), why, now - mail.created_at > PERSISTENCE),
        Err(Failure::Unknown(why)) => (UNKNOWN_WAIT, why, mail.attempts >= UNKNOWN_TRIES),
    };
    if is_last { Settlement::Failed(why) } else { Settlement::Retry(now + wait, why) }
}

/// 1, 2, 4 … 30 minutes.
fn back_off(attempts: i32) -> TimeDelta {
    let exponent = u32::try_from(attempts.clamp(1, 6) - 1).unwrap_or(0);
    TimeDelta::minutes(1_i64 << exponent).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_half_an_hour() {
        assert_eq!((1..9).map(|n| back_off(n).num_minutes()).collect::<Vec<_>>(), [1, 2, 4, 8, 16, 30, 30, 30]);
    }
}

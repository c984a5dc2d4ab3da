//! Takes mails from the outbox and sends them, with no transaction open while a server is spoken to.
//!
//! A mail is leased to one worker; a worker that dies or sleeps past its lease loses the mail to another one, and with it the
//! right to say what became of it. A server that is away is nobody's fault: mails keep their place, and one of them at a
//! time looks whether it is back. Only what the server says of a mail itself counts against that mail.

use super::pace::Pace;
use crate::{
    acts::{
        Refusal, mail::keep_back::keep_back, perform,
        record::mail_to_person_fails::MailToPersonFails,
    },
    domain::{
        caller::Caller,
        delivery::{MailFault, RecipientKind, ServerFault},
        time::Instant,
    },
    mailer::{Failure, Mailer, Session},
    state::AppState,
    storage::{
        Result, StorageError,
        mail::{
            delivery::{self, PutOff, Settlement},
            mail_server::{self, Standing},
            outbox::Mail,
            part::{self, Part},
        },
    },
};
use chrono::TimeDelta;
use std::sync::Arc;
use tokio::sync::watch;

/// Mails taken at once.
const BATCH: i64 = 8;
/// How long a mail is this worker's: longer than a server that answers everything at the last moment takes for one.
const LEASE: TimeDelta = TimeDelta::minutes(30);
/// A lease that is older is renewed before the mail is begun.
const FRESH: TimeDelta = TimeDelta::minutes(1);
/// How long a mail that the server puts off is tried, from its first refusal on.
const PERSISTENCE: TimeDelta = TimeDelta::hours(72);
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(30);
/// The shortest wait for a server that puts strangers off: those who come back sooner are put off again.
const GREYLIST_WAIT: TimeDelta = TimeDelta::minutes(5);
/// Wait when the server may have taken the mail already, and how often that may happen.
const UNKNOWN_WAIT: TimeDelta = TimeDelta::minutes(10);
const UNKNOWN_TRIES: i32 = 3;
/// Readers for whom a server in a row does not take us, before all mails wait.
const UNWELCOME_READERS: i64 = 3;
/// Workers that may die with the same mail in their hands before it is left alone.
const DEATHS: i32 = 10;

/// One of the lines over which a node delivers: a session, kept while there is work.
pub struct Line {
    session: Session,
    pace: Arc<Pace>,
    stop: watch::Receiver<bool>,
}

impl Line {
    /// A line at the node's pace, until the node is told to stop.
    #[must_use]
    pub fn new(mailer: &Mailer, pace: Arc<Pace>, stop: watch::Receiver<bool>) -> Self {
        Self { session: mailer.session(), pace, stop }
    }

    /// A line that nothing holds up or stops.
    #[must_use]
    pub fn unbound(mailer: &Mailer) -> Self {
        Self::new(mailer, Arc::new(Pace::of(0)), watch::channel(false).1)
    }

    /// Ends the session in order; the next mail begins another.
    pub fn rest(&mut self) {
        self.session.end();
    }
}

/// What became of one batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Mails that were tried.
    pub tried: usize,
    /// Whether the server is away or broke off, so that going on at once would help nobody.
    pub is_halted: bool,
}

/// Delivers one batch.
///
/// # Errors
/// Those of the database; a mail that could not be settled is sent again with the same Message-ID.
pub fn run_once(app: &AppState, line: &mut Line) -> Result<Batch> {
    let claimed_at = app.clock.now();
    let (standing, mails) = app.store.write(|db| {
        let standing = mail_server::standing(db, claimed_at)?;
        let limit = match standing {
            Standing::There => BATCH,
            Standing::Suspected => 1,
            Standing::Away => return Ok((standing, Vec::new())),
        };
        Ok::<_, StorageError>((standing, delivery::claim(db, limit, LEASE, claimed_at)?))
    })?;
    let mut batch = Batch { tried: 0, is_halted: false };
    for mail in &mails {
        if batch.is_halted || *line.stop.borrow() {
            app.store.write(|db| delivery::release(db, mail))?;
            continue;
        }
        line.pace.wait();
        let now = app.clock.now();
        if now - claimed_at > FRESH
            && !app.store.write(|db| delivery::renew(db, mail, LEASE, now))?
        {
            tracing::warn!(mail = %mail.id, "the lease had lapsed");
            continue;
        }
        batch.tried += 1;
        if keep_back(app, mail, now)? {
            continue;
        }
        batch.is_halted = deliver(app, line, mail, standing)?;
    }
    Ok(batch)
}

/// Tries one mail and notes what became of it; true when the rest should wait.
fn deliver(app: &AppState, line: &mut Line, mail: &Mail, standing: Standing) -> Result<bool> {
    let files = app.store.read(|db| part::of_mail(db, mail.id))?;
    let sent = send(app, &mut line.session, mail, &files);
    let now = app.clock.now();
    if let Err(Failure::Away(cause, why)) = &sent {
        tracing::warn!(mail = %mail.id, why, "the mail server is away");
        app.store.write(|db| {
            delivery::release(db, mail)?;
            mail_server::note_away(db, *cause, why, now)
        })?;
        return Ok(true);
    }
    if let Err(Failure::Unwelcome(cause, why)) = &sent {
        return unwelcome(app, mail, standing, *cause, why, now);
    }
    let settlement = settlement(mail, sent, now);
    if !matches!(settlement, Settlement::Sent) {
        tracing::warn!(mail = %mail.id, attempts = mail.attempts, ?settlement, "not delivered");
    }
    if standing == Standing::Suspected {
        app.store.write(mail_server::note_back)?;
    }
    settle(app, mail, &settlement, now)?;
    Ok(!matches!(settlement, Settlement::Sent) && !line.session.is_open())
}

/// Notes what became of a mail, unless another worker has it by now. A mail to a person that fails is an act of its own: what it
/// was to tell is owed again.
fn settle(app: &AppState, mail: &Mail, settlement: &Settlement, now: Instant) -> Result<()> {
    let is_settled = match (mail.recipient, settlement) {
        (RecipientKind::Person, Settlement::Failed(fault, why)) => {
            let fails = MailToPersonFails { mail, fault: *fault, why: why.clone() };
            match perform(app, Caller::System, "", &fails) {
                Ok(_) => true,
                Err(Refusal::Stale(_)) => false,
                Err(Refusal::Storage(error)) => return Err(error),
                Err(refusal) => return Err(StorageError::Other(format!("{refusal:?}"))),
            }
        }
        _ => app.store.write(|db| delivery::settle(db, mail, settlement, now))?,
    };
    if !is_settled {
        tracing::warn!(mail = %mail.id, "the lease had lapsed");
    }
    Ok(())
}

/// The server does not take us for this reader. If it takes us for none, mails wait as for a server that is away; a mail of
/// one reader that alone is refused so holds no other up.
fn unwelcome(
    app: &AppState,
    mail: &Mail,
    standing: Standing,
    cause: ServerFault,
    why: &str,
    now: Instant,
) -> Result<bool> {
    tracing::warn!(mail = %mail.id, why, %cause, "the mail server does not take us");
    let is_over = standing == Standing::There
        && mail.refused_at.is_some_and(|since| now - since > PERSISTENCE);
    let settlement = if is_over {
        Settlement::Failed(MailFault::SenderRefused, Some(why.to_owned()))
    } else {
        let at = now + back_off(mail.attempts);
        Settlement::Retry { at, cause: PutOff::Unwelcome, why: why.to_owned() }
    };
    settle(app, mail, &settlement, now)?;
    app.store.write(|db| {
        let is_known = standing == Standing::Suspected;
        if is_known || mail_server::is_unwelcome(db, UNWELCOME_READERS)? {
            mail_server::note_away(db, Some(cause), why, now)?;
            return Ok(true);
        }
        Ok(false)
    })
}

fn send(
    app: &AppState,
    session: &mut Session,
    mail: &Mail,
    files: &[Part],
) -> std::result::Result<(), Failure> {
    if mail.attempts > DEATHS && mail.refused_at.is_none() {
        return Err(Failure::Permanent(MailFault::OwnFault, "workers died with it".into()));
    }
    let whole = delivery::revealed(mail, &app.keys).map_err(|_| {
        Failure::Permanent(MailFault::OwnFault, "its secret can't be opened".into())
    })?;
    session.send(&app.settings, &whole, files)
}

fn settlement(mail: &Mail, sent: std::result::Result<(), Failure>, now: Instant) -> Settlement {
    let is_over = mail.refused_at.is_some_and(|since| now - since > PERSISTENCE);
    let later = |wait: TimeDelta, why: String| {
        if is_over {
            Settlement::Failed(MailFault::TimeOver, Some(why))
        } else {
            Settlement::Retry { at: now + wait, cause: PutOff::Later, why }
        }
    };
    match sent {
        Ok(()) => Settlement::Sent,
        Err(Failure::Permanent(fault, why)) => Settlement::Failed(fault, Some(why)),
        Err(Failure::Greylisted(why)) => later(back_off(mail.attempts).max(GREYLIST_WAIT), why),
        Err(Failure::Temporary(why) | Failure::Away(_, why) | Failure::Unwelcome(_, why)) => {
            later(back_off(mail.attempts), why)
        }
        Err(Failure::Unknown(why)) if mail.unknowns + 1 >= UNKNOWN_TRIES => {
            Settlement::Failed(MailFault::Unclear, Some(why))
        }
        Err(Failure::Unknown(why)) => {
            Settlement::Retry { at: now + UNKNOWN_WAIT, cause: PutOff::Unknown, why }
        }
    }
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
        assert_eq!(
            (1..9).map(|n| back_off(n).num_minutes()).collect::<Vec<_>>(),
            [1, 2, 4, 8, 16, 30, 30, 30]
        );
    }
}

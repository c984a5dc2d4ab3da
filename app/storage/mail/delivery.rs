//! Mails on their way: claimed by lease, settled once, and tried again when somebody has mended what kept them.

use super::outbox::{Mail, SECRET, is_to};
use crate::{
    domain::{
        delivery::MailFault,
        id::{self, Id},
        time::Instant,
        workflow::Notice,
    },
    storage::{
        Db, Result, StorageError,
        db::{
            schema::outbox,
            sealing::{Keys, SealContext},
            skip_locked,
        },
    },
};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, update};

/// Takes up to `limit` mails that are due, those first that have waited longest. Pushing `due_at` forward is the lease.
pub fn claim(db: &mut Db, limit: i64, lease: TimeDelta, now: Instant) -> Result<Vec<Mail>> {
    let due = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(outbox::held_at.is_null())
        .filter(outbox::due_at.le(now))
        .order((outbox::due_at, outbox::id))
        .limit(limit);
    let mut mails: Vec<Mail> = skip_locked(due).load(db)?;
    let ids: Vec<Id<id::Mail>> = mails.iter().map(|mail| mail.id).collect();
    update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set((
            outbox::due_at.eq(now + lease),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::fence.eq(outbox::fence + 1),
            outbox::claimed_at.eq(now),
        ))
        .execute(db)?;
    for mail in &mut mails {
        mail.attempts += 1;
        mail.fence += 1;
    }
    Ok(mails)
}

/// The row of a claimed mail, as long as it is still the claimant's.
macro_rules! mine {
    ($mail:expr) => {
        outbox::table
            .find($mail.id)
            .filter(outbox::fence.eq($mail.fence))
            .filter(outbox::sent_at.is_null())
            .filter(outbox::failed_at.is_null())
    };
}

/// Prolongs the lease; false when it had lapsed and another worker has the mail.
pub fn renew(db: &mut Db, mail: &Mail, lease: TimeDelta, now: Instant) -> Result<bool> {
    Ok(update(mine!(mail)).set(outbox::due_at.eq(now + lease)).execute(db)? == 1)
}

/// Gives back a mail that was not tried, as if it had not been claimed: its place in the queue is the one it had.
pub fn release(db: &mut Db, mail: &Mail) -> Result<()> {
    update(mine!(mail))
        .set((
            outbox::due_at.eq(mail.due_at),
            outbox::attempts.eq(outbox::attempts - 1),
            outbox::claimed_at.eq(None::<Instant>),
        ))
        .execute(db)?;
    Ok(())
}

/// The mail as it is sent: with its secret in place, the same at each attempt.
///
/// # Errors
/// [`StorageError::Damaged`] when the key file is not the one that it was sealed with.
pub fn revealed(mail: &Mail, keys: &Keys) -> Result<Mail> {
    let Some(sealed) = &mail.secret_sealed else { return Ok(mail.clone()) };
    let secret = String::from_utf8(keys.open(SealContext::MailSecret, mail.id, sealed)?)
        .map_err(|_| StorageError::Damaged)?;
    let put = |text: &str| text.replace(SECRET, &secret);
    Ok(Mail {
        body_text: put(&mail.body_text),
        body_html: put(&mail.body_html),
        secret_sealed: None,
        ..mail.clone()
    })
}

/// The fate of a claimed mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The server took it.
    Sent,
    /// Try again then.
    Retry { at: Instant, cause: PutOff, why: String },
    /// It will never be taken, with the stage and code of the refusal if a server has refused it.
    Failed(MailFault, Option<String>),
}

/// Why a mail is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOff {
    /// The server puts it off.
    Later,
    /// Nobody knows whether the server took it.
    Unknown,
    /// The server does not take us for its reader.
    Unwelcome,
}

/// Notes what became of a mail; false when the lease had lapsed and another worker has it.
pub fn settle(db: &mut Db, mail: &Mail, settlement: &Settlement, now: Instant) -> Result<bool> {
    let mine = mine!(mail);
    let rows = match settlement {
        Settlement::Sent => update(mine)
            .set((
                outbox::sent_at.eq(now),
                outbox::last_error.eq(None::<String>),
                outbox::fault.eq(None::<MailFault>),
                outbox::secret_sealed.eq(None::<Vec<u8>>),
                outbox::claimed_at.eq(None::<Instant>),
            ))
            .execute(db)?,
        Settlement::Retry { at, cause, why } => update(mine)
            .set((
                outbox::due_at.eq(*at),
                outbox::last_error.eq(why),
                outbox::refused_at.eq(mail.refused_at.unwrap_or(now)),
                outbox::unknowns.eq(outbox::unknowns + i32::from(*cause == PutOff::Unknown)),
                outbox::fault.eq((*cause == PutOff::Unwelcome).then_some(MailFault::SenderRefused)),
                outbox::claimed_at.eq(None::<Instant>),
            ))
            .execute(db)?,
        Settlement::Failed(fault, why) => update(mine)
            .set((
                outbox::failed_at.eq(now),
                outbox::fault.eq(*fault),
                outbox::last_error.eq(why),
                outbox::secret_sealed.eq(None::<Vec<u8>>),
                outbox::claimed_at.eq(None::<Instant>),
            ))
            .execute(db)?,
    };
    Ok(rows == 1)
}

/// Lets a mail that had failed be tried anew, to that address, as if it had just been queued. Its Message-ID stays.
pub fn revive(db: &mut Db, id: Id<id::Mail>, address: &str, now: Instant) -> Result<()> {
    update(outbox::table.find(id).filter(outbox::failed_at.is_not_null()))
        .set((
            outbox::address.eq(address),
            outbox::due_at.eq(now),
            outbox::attempts.eq(0),
            outbox::unknowns.eq(0),
            outbox::refused_at.eq(None::<Instant>),
            outbox::failed_at.eq(None::<Instant>),
            outbox::fault.eq(None::<MailFault>),
            outbox::last_error.eq(None::<String>),
        ))
        .execute(db)?;
    Ok(())
}

/// A mail that the server took did not arrive, nor did what went to the same reader at that address later. Says how many.
pub fn mark_undelivered(db: &mut Db, mail: &Mail, now: Instant) -> Result<usize> {
    let taken = outbox::table
        .filter(outbox::address.eq(&mail.address))
        .filter(outbox::sent_at.ge(mail.sent_at))
        .filter(outbox::failed_at.is_null());
    let lost = (
        outbox::sent_at.eq(None::<Instant>),
        outbox::failed_at.eq(now),
        outbox::fault.eq(MailFault::AddressMarked),
    );
    Ok(update(taken.filter(is_to(mail.user, mail.body))).set(lost).execute(db)?)
}

/// Sends what still waits for that reader, or for the body's own mailbox, to another address. Notices to a former
/// address stay: its reader is to know.
pub fn redirect(
    db: &mut Db,
    user: Option<Id<id::User>>,
    body: Option<Id<id::Body>>,
    address: &str,
) -> Result<()> {
    let waiting = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(outbox::kind.ne(Notice::AddressReplaced.as_str()));
    // A worker that is sending to the old address has lost the mail.
    let address = (outbox::address.eq(address), outbox::fence.eq(outbox::fence + 1));
    update(waiting.filter(is_to(user, body))).set(address).execute(db)?;
    Ok(())
}

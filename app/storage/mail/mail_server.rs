//! What all workers know of the mail server: while it is away one mail at a time looks whether it is back.

use crate::{
    domain::{
        delivery::{MailFault, ServerFault},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::schema::{mail_server, outbox},
    },
};
use chrono::TimeDelta;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, update,
};

const ONLY: i32 = 1;
/// The longest time between two looks.
const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(5);
/// A mail that nobody has taken for so long is late: no worker runs, or the queue is longer than the rate allows.
const LATE: TimeDelta = TimeDelta::minutes(10);

/// How the server stands for whoever is about to claim mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Take as many as you can.
    There,
    /// Take one, and see.
    Suspected,
    /// Not before a later moment.
    Away,
}

/// How it stands now.
pub fn standing(db: &mut Db, now: Instant) -> Result<Standing> {
    let try_at: Option<Instant> =
        mail_server::table.find(ONLY).select(mail_server::try_at).first(db)?;
    Ok(match try_at {
        None => Standing::There,
        Some(at) if at <= now => Standing::Suspected,
        Some(_) => Standing::Away,
    })
}

/// Notes that it takes no mail: 1, 2, 4 and then 5 minutes until the next look. Of several workers who find out at once one
/// is counted.
pub fn note_away(db: &mut Db, cause: Option<ServerFault>, why: &str, now: Instant) -> Result<()> {
    let (since, failures): (Option<Instant>, i32) = mail_server::table
        .find(ONLY)
        .select((mail_server::away_since, mail_server::failures))
        .first(db)?;
    let wait = TimeDelta::minutes(1_i64 << failures.clamp(0, 6)).min(LONGEST_WAIT);
    let unknown = mail_server::table
        .find(ONLY)
        .filter(mail_server::try_at.is_null().or(mail_server::try_at.le(now)));
    update(unknown)
        .set((
            mail_server::away_since.eq(since.unwrap_or(now)),
            mail_server::failures.eq(failures + 1),
            mail_server::try_at.eq(now + wait),
            mail_server::last_error.eq(why),
            mail_server::cause.eq(cause),
        ))
        .execute(db)?;
    Ok(())
}

/// Mails that wait because the server does not take us for their readers.
macro_rules! unwelcome {
    () => {
        outbox::table
            .filter(outbox::refused_at.is_not_null())
            .filter(outbox::sent_at.is_null())
            .filter(outbox::failed_at.is_null())
            .filter(outbox::fault.eq(MailFault::SenderRefused))
    };
}

/// Whether the server has taken mail from us for none of so many readers, since it took the last one.
pub fn is_unwelcome(db: &mut Db, readers: i64) -> Result<bool> {
    let taken: Option<Instant> = outbox::table
        .filter(outbox::sent_at.is_not_null())
        .order(outbox::sent_at.desc())
        .select(outbox::sent_at)
        .first(db)
        .optional()?
        .flatten();
    let mut refused = unwelcome!().select(outbox::address).distinct().limit(readers).into_boxed();
    if let Some(taken) = taken {
        refused = refused.filter(outbox::refused_at.gt(taken));
    }
    Ok(i64::try_from(refused.load::<String>(db)?.len()) == Ok(readers))
}

/// Notes that it is back. Mails that it did not take from us are due again, as if it had been away; a mail that a worker has
/// in hand stays that worker's.
pub fn note_back(db: &mut Db) -> Result<()> {
    update(unwelcome!().filter(outbox::claimed_at.is_null()))
        .set((
            outbox::due_at.eq(outbox::created_at),
            outbox::refused_at.eq(None::<Instant>),
            outbox::fault.eq(None::<MailFault>),
        ))
        .execute(db)?;
    update(mail_server::table.find(ONLY))
        .set((
            mail_server::away_since.eq(None::<Instant>),
            mail_server::failures.eq(0),
            mail_server::try_at.eq(None::<Instant>),
            mail_server::last_error.eq(None::<String>),
            mail_server::cause.eq(None::<ServerFault>),
        ))
        .execute(db)?;
    Ok(())
}

/// When the oldest mail that waits was due, as a part of another statement.
#[diesel::dsl::auto_type(no_type_alias)]
pub(in crate::storage) fn oldest_waiting() -> _ {
    outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(outbox::held_at.is_null())
        .order((outbox::due_at, outbox::id))
        .select(outbox::due_at)
        .limit(1_i64)
        .single_value()
}

/// Since when the server is away, as a part of another statement.
#[diesel::dsl::auto_type(no_type_alias)]
pub(in crate::storage) fn away_since() -> _ {
    mail_server::table.select(mail_server::away_since).limit(1_i64).single_value()
}

/// Since when mail waits that should have left, by the oldest that waits: the server is away, or nobody delivers.
pub(in crate::storage) fn waits_since(
    oldest: Instant,
    away_since: Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    away_since.or_else(|| (oldest < now - LATE).then_some(oldest))
}

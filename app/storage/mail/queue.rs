//! The queue of the whole system, as administrators see it.

use crate::{
    domain::{delivery::ServerFault, time::Instant},
    storage::{
        Db, Result,
        db::{
            schema::{mail_server, outbox},
            union::union,
        },
    },
};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

/// Mails are counted as far as this.
pub const COUNTED: i64 = 10_000;

/// The state of the queue.
#[derive(Clone, Debug)]
pub struct Queue {
    /// Mails that wait, counted as far as [`COUNTED`].
    pub waiting: usize,
    /// When the oldest of them was queued.
    pub oldest: Option<Instant>,
    /// Mails that left within the last hour, counted as far as [`COUNTED`].
    pub sent: usize,
    /// Why the server does not take us.
    pub cause: Option<ServerFault>,
    /// The code of the mail server's last refusal.
    pub last_error: Option<String>,
}

/// The queue at that moment, in two statements.
pub fn read(db: &mut Db, now: Instant) -> Result<Queue> {
    let waiting = || {
        outbox::table
            .filter(outbox::sent_at.is_null())
            .filter(outbox::failed_at.is_null())
            .filter(outbox::held_at.is_null())
    };
    let sent = outbox::table
        .filter(outbox::sent_at.gt(now - TimeDelta::hours(1)))
        .filter(outbox::sent_at.is_not_null());
    let counted: Vec<Option<Instant>> = union(vec![
        waiting().select(outbox::sent_at).limit(COUNTED).into_boxed(),
        sent.select(outbox::sent_at).limit(COUNTED).into_boxed(),
    ])
    .load(db)?;
    let oldest =
        waiting().order(outbox::created_at).select(outbox::created_at).limit(1).single_value();
    let error = mail_server::table.select(mail_server::last_error).limit(1).single_value();
    let cause = mail_server::table.select(mail_server::cause).limit(1).single_value();
    let (oldest, last_error, cause) = diesel::select((oldest, error, cause)).first(db)?;
    let sent = counted.iter().flatten().count();
    Ok(Queue { waiting: counted.len() - sent, oldest, sent, cause, last_error })
}

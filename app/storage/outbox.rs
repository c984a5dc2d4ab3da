//! Mails: queued in the transaction of their act, claimed by lease, settled once.

use super::{Db, Result, db::skip_locked, schema::outbox};
use crate::domain::{handoff::CaseKind, id::Id, time::Instant};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, Queryable, RunQueryDsl, insert_into, update};

/// A mail.
#[derive(Clone, Queryable)]
pub struct Mail {
    pub id: Id,
    pub act_id: Id,
    pub act: String,
    pub kind: String,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Id,
    pub handoff: Option<Id>,
    pub user: Option<Id>,
    pub body: Id,
    pub address: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub created_at: Instant,
    pub due_at: Instant,
    pub attempts: i32,
    pub sent_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub last_error: Option<String>,
}

/// Queues a mail; it is due at once.
pub fn insert(db: &mut Db, mail: &Mail) -> Result<()> {
    insert_into(outbox::table)
        .values((
            (
                outbox::id.eq(mail.id),
                outbox::act_id.eq(mail.act_id),
                outbox::act.eq(&mail.act),
                outbox::kind.eq(&mail.kind),
                outbox::case_kind.eq(mail.case_kind),
                outbox::case_id.eq(mail.case_id),
                outbox::squad_id.eq(mail.squad),
                outbox::handoff_id.eq(mail.handoff),
            ),
            outbox::user_id.eq(mail.user),
            outbox::body_id.eq(mail.body),
            outbox::address.eq(&mail.address),
            outbox::subject.eq(&mail.subject),
            outbox::body_text.eq(&mail.body_text),
            outbox::body_html.eq(&mail.body_html),
            outbox::created_at.eq(mail.created_at),
            outbox::due_at.eq(mail.due_at),
            outbox::attempts.eq(0),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes up to `limit` mails that are due. Pushing `due_at` forward is the lease, the count of attempts its fence.
pub fn claim(db: &mut Db, limit: i64, lease: TimeDelta, now: Instant) -> Result<Vec<Mail>> {
    let due = outbox::table
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(outbox::due_at.le(now))
        .order((outbox::due_at, outbox::id))
        .limit(limit);
    let mut mails: Vec<Mail> = skip_locked(due).load(db)?;
    let ids: Vec<Id> = mails.iter().map(|mail| mail.id).collect();
    update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set((outbox::due_at.eq(now + lease), outbox::attempts.eq(outbox::attempts + 1)))
        .execute(db)?;
    for mail in &mut mails {
        mail.attempts += 1;
    }
    Ok(mails)
}

/// What became of a claimed mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The server took it.
    Sent,
    /// Try again then.
    Retry(Instant, String),
    /// It will never be taken.
    Failed(String),
}

/// Notes what became of a mail; false when the lease had lapsed and another worker has it.
pub fn settle(db: &mut Db, mail: &Mail, settlement: &Settlement, now: Instant) -> Result<bool> {
    let mine = outbox::table.find(mail.id).filter(outbox::attempts.eq(mail.attempts)).filter(outbox::sent_at.is_null());
    let rows = match settlement {
        Settlement::Sent => update(mine).set((outbox::sent_at.eq(now), outbox::last_error.eq(None::<String>))).execute(db)?,
        Settlement::Retry(at, why) => update(mine).set((outbox::due_at.eq(*at), outbox::last_error.eq(why))).execute(db)?,
        Settlement::Failed(why) => update(mine).set((outbox::failed_at.eq(now), outbox::last_error.eq(why))).execute(db)?,
    };
    Ok(rows == 1)
}

/// A mail in the history of a case: whom it is to, and what became of it; never its address.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub act_id: Id,
    pub act: String,
    pub kind: String,
    pub case_kind: CaseKind,
    pub user: Option<Id>,
    pub body: Id,
    pub sent_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub attempts: i32,
}

/// The mails that these acts on these cases caused, oldest first.
pub fn of_acts(db: &mut Db, acts: &[Id], cases: &[Id]) -> Result<Vec<Line>> {
    Ok(outbox::table
        .filter(outbox::case_id.eq_any(cases.to_vec()))
        .filter(outbox::act_id.eq_any(acts.to_vec()))
        .order(outbox::id)
        .select((
            outbox::act_id,
            outbox::act,
            outbox::kind,
            outbox::case_kind,
            outbox::user_id,
            outbox::body_id,
            outbox::sent_at,
            outbox::failed_at,
            outbox::attempts,
        ))
        .load(db)?)
}

/// How many mails wait to be sent.
pub fn waiting(db: &mut Db) -> Result<i64> {
    Ok(outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null()).count().get_result(db)?)
}

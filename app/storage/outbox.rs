//! Mails: queued in the transaction of their act, claimed by lease, settled once.

use super::{
    Db, Result,
    db::skip_locked,
    schema::outbox,
    sealing::{Keys, Place},
};
use crate::domain::{handoff::CaseKind, id::Id, time::Instant};
use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, Queryable, RunQueryDsl, insert_into, update};

/// What stands in a stored mail where its secret belongs.
pub const SECRET: &str = "{secret}";

/// A mail.
#[derive(Clone, Queryable)]
pub struct Mail {
    pub id: Id,
    pub act_id: Id,
    pub act: String,
    pub kind: String,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Option<Id>,
    pub handoff: Option<Id>,
    pub user: Option<Id>,
    pub body: Id,
    pub address: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    /// What stands in text and HTML as [`SECRET`] until the mail is sent: the token of a link, sealed.
    pub secret_sealed: Option<Vec<u8>>,
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
            outbox::secret_sealed.eq(&mail.secret_sealed),
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

/// The mail as it is sent: with its secret in place, the same at each attempt.
///
/// # Errors
/// [`super::StorageError::Damaged`] when the key file is not the one that it was sealed with.
pub fn revealed(mail: &Mail, keys: &Keys) -> Result<Mail> {
    let Some(sealed) = &mail.secret_sealed else { return Ok(mail.clone()) };
    let secret = String::from_utf8(keys.open(place(mail.id), sealed)?).map_err(|_| super::StorageError::Damaged)?;
    let put = |text: &str| text.replace(SECRET, &secret);
    Ok(Mail { body_text: put(&mail.body_text), body_html: put(&mail.body_html), secret_sealed: None, ..mail.clone() })
}

/// The place of a mail's secret.
#[must_use]
pub const fn place(row: Id) -> Place {
    Place { table: "outbox", column: "secret_sealed", row }
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
        Settlement::Sent => update(mine)
            .set((outbox::sent_at.eq(now), outbox::last_error.eq(None::<String>), outbox::secret_sealed.eq(None::<Vec<u8>>)))
            .execute(db)?,
        Settlement::Retry(at, why) => update(mine).set((outbox::due_at.eq(*at), outbox::last_error.eq(why))).execute(db)?,
        Settlement::Failed(why) => update(mine)
            .set((outbox::failed_at.eq(now), outbox::last_error.eq(why), outbox::secret_sealed.eq(None::<Vec<u8>>)))
            .execute(db)?,
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
    pub created_at: Instant,
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
            outbox::created_at,
            outbox::sent_at,
            outbox::failed_at,
            outbox::attempts,
        ))
        .load(db)?)
}

/// How many mails of that kind a user has been written since then.
pub fn count_to(db: &mut Db, user: Id, kind: &str, since: Instant) -> Result<i64> {
    let written = outbox::table.filter(outbox::user_id.eq(user)).filter(outbox::kind.eq(kind)).filter(outbox::created_at.gt(since));
    Ok(written.count().get_result(db)?)
}

/// How many mails wait to be sent.
pub fn waiting(db: &mut Db) -> Result<i64> {
    Ok(outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null()).count().get_result(db)?)
}

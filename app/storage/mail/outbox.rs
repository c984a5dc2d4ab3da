//! Mails: queued in the transaction of their act, claimed by lease, settled once.

use crate::{
    domain::{
        body::DutyKind,
        delivery::{MailFault, RecipientKind},
        handoff::CaseKind,
        id::{self, Id},
        time::Instant,
    },
    storage::{
        Db, Result,
        db::{
            schema::outbox,
            sealing::{Keys, SealContext},
            skip_locked,
        },
    },
};
use chrono::TimeDelta;
use diesel::{
    ExpressionMethods, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable,
    RunQueryDsl, insert_into, update,
};

/// What stands in a stored mail where its secret belongs.
pub const SECRET: &str = "{secret}";

/// A mail.
#[derive(Clone, Queryable)]
pub struct Mail {
    pub id: Id<id::Mail>,
    pub act_id: Id<id::ActRun>,
    pub act: String,
    pub kind: String,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub squad: Option<Id<id::Squad>>,
    pub handoff: Option<Id<id::Handoff>>,
    pub recipient: RecipientKind,
    pub user: Option<Id<id::User>>,
    /// The body that its reader gets it in, or whose mailbox it is to.
    pub body: Option<Id<id::Body>>,
    pub person: Option<Id<id::Person>>,
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
    /// The stage and code of the last refusal; no address.
    pub last_error: Option<String>,
    /// What its readers call the case.
    pub reference: String,
    /// The duty that it is for, if it is for one.
    pub duty: Option<DutyKind>,
    /// Grows with each claim: whoever holds an older one has lost the mail to another worker.
    pub fence: i32,
    /// How often nobody knew whether the server had taken it.
    pub unknowns: i32,
    /// When it was first put off for a cause of its own; an outage of the server is none.
    pub refused_at: Option<Instant>,
    /// Why it failed for good.
    pub fault: Option<MailFault>,
    /// When it was laid aside for its reader's digest.
    pub held_at: Option<Instant>,
    /// The digest that took it along.
    pub digest: Option<Id<id::Mail>>,
}

/// Queues a mail; it is due at once, unless it is held for a digest.
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
            (outbox::recipient_kind.eq(mail.recipient), outbox::user_id.eq(mail.user)),
            (outbox::body_id.eq(mail.body), outbox::person_id.eq(mail.person)),
            outbox::address.eq(&mail.address),
            outbox::subject.eq(&mail.subject),
            outbox::body_text.eq(&mail.body_text),
            outbox::body_html.eq(&mail.body_html),
            outbox::secret_sealed.eq(&mail.secret_sealed),
            outbox::created_at.eq(mail.created_at),
            outbox::due_at.eq(mail.due_at),
            outbox::attempts.eq(0),
            outbox::reference.eq(&mail.reference),
            outbox::duty.eq(mail.duty),
            outbox::held_at.eq(mail.held_at),
        ))
        .execute(db)?;
    Ok(())
}

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
        .set((outbox::due_at.eq(mail.due_at), outbox::attempts.eq(outbox::attempts - 1)))
        .execute(db)?;
    Ok(())
}

/// The mail as it is sent: with its secret in place, the same at each attempt.
///
/// # Errors
/// [`crate::storage::StorageError::Damaged`] when the key file is not the one that it was sealed with.
pub fn revealed(mail: &Mail, keys: &Keys) -> Result<Mail> {
    let Some(sealed) = &mail.secret_sealed else { return Ok(mail.clone()) };
    let secret = String::from_utf8(keys.open(SealContext::MailSecret, mail.id, sealed)?)
        .map_err(|_| crate::storage::StorageError::Damaged)?;
    let put = |text: &str| text.replace(SECRET, &secret);
    Ok(Mail {
        body_text: put(&mail.body_text),
        body_html: put(&mail.body_html),
        secret_sealed: None,
        ..mail.clone()
    })
}

/// What became of a claimed mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The server took it.
    Sent,
    /// Try again then.
    Retry { at: Instant, why: String, is_unknown: bool },
    /// It will never be taken.
    Failed(MailFault, String),
}

/// Notes what became of a mail; false when the lease had lapsed and another worker has it.
pub fn record_delivery(
    db: &mut Db,
    mail: &Mail,
    settlement: &Settlement,
    now: Instant,
) -> Result<bool> {
    let mine = mine!(mail);
    let rows = match settlement {
        Settlement::Sent => update(mine)
            .set((
                outbox::sent_at.eq(now),
                outbox::last_error.eq(None::<String>),
                outbox::secret_sealed.eq(None::<Vec<u8>>),
            ))
            .execute(db)?,
        Settlement::Retry { at, why, is_unknown } => update(mine)
            .set((
                outbox::due_at.eq(*at),
                outbox::last_error.eq(why),
                outbox::refused_at.eq(mail.refused_at.unwrap_or(now)),
                outbox::unknowns.eq(outbox::unknowns + i32::from(*is_unknown)),
            ))
            .execute(db)?,
        Settlement::Failed(fault, why) => update(mine)
            .set((
                outbox::failed_at.eq(now),
                outbox::fault.eq(*fault),
                outbox::last_error.eq(why),
                outbox::secret_sealed.eq(None::<Vec<u8>>),
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

/// Sends what still waits for that reader, or for the body's own mailbox, to another address.
pub fn redirect(
    db: &mut Db,
    user: Option<Id<id::User>>,
    body: Option<Id<id::Body>>,
    address: &str,
) -> Result<()> {
    let waiting =
        outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null());
    // Whoever is sending to the old address has nothing to say any more.
    let address = (outbox::address.eq(address), outbox::fence.eq(outbox::fence + 1));
    match (user, body) {
        (Some(user), _) => {
            update(waiting.filter(outbox::user_id.eq(user))).set(address).execute(db)?
        }
        (None, Some(body)) => {
            update(waiting.filter(outbox::body_id.eq(body)).filter(outbox::user_id.is_null()))
                .set(address)
                .execute(db)?
        }
        (None, None) => 0,
    };
    Ok(())
}

/// A mail in the history of a case: whom it is to, and what became of it; never its address.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub id: Id<id::Mail>,
    pub act_id: Id<id::ActRun>,
    pub act: String,
    pub kind: String,
    pub case_kind: CaseKind,
    pub duty: Option<DutyKind>,
    pub user: Option<Id<id::User>>,
    pub body: Id<id::Body>,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub attempts: i32,
    pub refused_at: Option<Instant>,
    pub fault: Option<MailFault>,
    pub held_at: Option<Instant>,
    digest: Option<Id<id::Mail>>,
    /// The handoff that it announces, if it announces one.
    pub handoff: Option<Id<id::Handoff>>,
}

/// The mails to bodies that these acts on these cases caused, oldest first; what a digest took along has become what the digest did.
pub fn of_acts(db: &mut Db, acts: &[Id<id::ActRun>], cases: &[Id]) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = outbox::table
        .filter(outbox::case_id.eq_any(cases.to_vec()))
        .filter(outbox::act_id.eq_any(acts.to_vec()))
        .filter(outbox::body_id.is_not_null())
        .order(outbox::id)
        .select((
            outbox::id,
            outbox::act_id,
            outbox::act,
            outbox::kind,
            outbox::case_kind,
            outbox::duty,
            outbox::user_id,
            outbox::body_id.assume_not_null(),
            outbox::created_at,
            outbox::sent_at,
            outbox::failed_at,
            outbox::attempts,
            outbox::refused_at,
            outbox::fault,
            outbox::held_at,
            outbox::digest_id,
            outbox::handoff_id,
        ))
        .load(db)?;
    let digests: Vec<Id<id::Mail>> = lines.iter().filter_map(|line| line.digest).collect();
    if !digests.is_empty() {
        type Fate = (
            Id<id::Mail>,
            Option<Instant>,
            Option<Instant>,
            i32,
            Option<Instant>,
            Option<MailFault>,
        );
        let fates: Vec<Fate> = outbox::table
            .filter(outbox::id.eq_any(digests))
            .select((
                outbox::id,
                outbox::sent_at,
                outbox::failed_at,
                outbox::attempts,
                outbox::refused_at,
                outbox::fault,
            ))
            .load(db)?;
        for line in &mut lines {
            if let Some(fate) = fates.iter().find(|(id, ..)| line.digest == Some(*id)) {
                (line.sent_at, line.failed_at, line.attempts, line.refused_at, line.fault) =
                    (fate.1, fate.2, fate.3, fate.4, fate.5);
                line.held_at = None;
            }
        }
    }
    Ok(lines)
}

/// How many mails of that kind a user has been written since then.
pub fn count_to(db: &mut Db, user: Id<id::User>, kind: &str, since: Instant) -> Result<i64> {
    let written = outbox::table
        .filter(outbox::user_id.eq(user))
        .filter(outbox::kind.eq(kind))
        .filter(outbox::created_at.gt(since));
    Ok(written.count().get_result(db)?)
}

/// The act that a handoff was last announced by: what reminds of it is told in the history beside that act.
pub fn announced_by(
    db: &mut Db,
    handoff: Id<id::Handoff>,
) -> Result<Option<(Id<id::ActRun>, String)>> {
    let latest = outbox::table.filter(outbox::handoff_id.eq(handoff)).order(outbox::id.desc());
    Ok(latest.select((outbox::act_id, outbox::act)).first(db).optional()?)
}

/// How many mails wait to be sent; what is held for a digest does not.
pub fn waiting(db: &mut Db) -> Result<i64> {
    let unsent =
        outbox::table.filter(outbox::sent_at.is_null()).filter(outbox::failed_at.is_null());
    Ok(unsent.filter(outbox::held_at.is_null()).count().get_result(db)?)
}

//! Mails as pages show them: what could not be delivered and what is tried again.

use super::outbox::{Mail, is_to};
use crate::{
    domain::{
        body::DutyKind,
        delivery::MailFault,
        handoff::CaseKind,
        id::{self, Id},
        time::Instant,
        workflow::Notice,
    },
    storage::{
        Db, Result,
        db::schema::{handoff, outbox, users},
    },
};
use chrono::TimeDelta;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods,
    OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
};

/// How long a mail that failed is shown.
const SHOWN: TimeDelta = TimeDelta::days(90);

/// A mail to a user or mailbox of a body, in trouble.
#[derive(Clone, Debug, Queryable)]
pub struct Line {
    pub id: Id<id::Mail>,
    pub kind: String,
    pub reference: String,
    pub case_kind: CaseKind,
    pub case_id: Id,
    pub body: Id<id::Body>,
    pub duty: Option<DutyKind>,
    pub user: Option<Id<id::User>>,
    pub user_name: Option<String>,
    pub address: String,
    pub created_at: Instant,
    pub refused_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub fault: Option<MailFault>,
    pub last_error: Option<String>,
    /// The body that handed over what the mail announces.
    pub from_body: Option<Id<id::Body>>,
    pub handoff_closed_at: Option<Instant>,
}

macro_rules! lines {
    () => {
        outbox::table
            .left_join(handoff::table.on(outbox::handoff_id.eq(handoff::id.nullable())))
            .left_join(users::table.on(outbox::user_id.eq(users::id.nullable())))
            .filter(outbox::body_id.is_not_null())
            .select((
                outbox::id,
                outbox::kind,
                outbox::reference,
                outbox::case_kind,
                outbox::case_id,
                outbox::body_id.assume_not_null(),
                outbox::duty,
                outbox::user_id,
                users::name.nullable(),
                outbox::address,
                outbox::created_at,
                outbox::refused_at,
                outbox::failed_at,
                outbox::fault,
                outbox::last_error,
                handoff::from_body.nullable(),
                handoff::closed_at.nullable(),
            ))
    };
}

/// Mails to these bodies, or that hand over something of theirs, which failed lately; the newest first, one more than `limit`.
pub fn failed(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    before: Option<Id<id::Mail>>,
    limit: i64,
    now: Instant,
) -> Result<Vec<Line>> {
    let concerned = outbox::body_id
        .eq_any(bodies.to_vec())
        .or(handoff::from_body.eq_any(bodies.to_vec()).nullable());
    let mut query = lines!()
        .filter(outbox::failed_at.is_not_null())
        .filter(outbox::failed_at.gt(now - SHOWN))
        .filter(troubles())
        .filter(concerned)
        .order(outbox::id.desc())
        .limit(limit + 1)
        .into_boxed();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query.load(db)?)
}

/// Mails of the same bodies that were put off for a cause of their own and are tried again; the oldest first.
pub fn refused(db: &mut Db, bodies: &[Id<id::Body>], limit: i64) -> Result<Vec<Line>> {
    let concerned = outbox::body_id
        .eq_any(bodies.to_vec())
        .or(handoff::from_body.eq_any(bodies.to_vec()).nullable());
    Ok(lines!()
        .filter(outbox::refused_at.is_not_null())
        .filter(outbox::sent_at.is_null())
        .filter(outbox::failed_at.is_null())
        .filter(concerned)
        .order(outbox::id)
        .limit(limit)
        .load(db)?)
}

/// How many mails to these bodies have failed lately, counted as far as `limit`.
pub fn count_failed(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    limit: i64,
    now: Instant,
) -> Result<usize> {
    let failed = outbox::table
        .filter(outbox::body_id.eq_any(bodies.to_vec()))
        .filter(outbox::failed_at.is_not_null())
        .filter(outbox::failed_at.gt(now - SHOWN))
        .filter(troubles());
    Ok(failed.select(outbox::id).limit(limit).load::<Id<id::Mail>>(db)?.len())
}

/// Mails to these bodies that failed lately for another cause than their address, the oldest first.
pub fn resendable(
    db: &mut Db,
    bodies: &[Id<id::Body>],
    limit: i64,
    now: Instant,
) -> Result<Vec<Mail>> {
    let causes = faults(|fault| !fault.is_of_address() && !fault.is_kept_back());
    Ok(outbox::table
        .filter(outbox::body_id.eq_any(bodies.to_vec()))
        .filter(outbox::failed_at.gt(now - SHOWN))
        .filter(outbox::failed_at.is_not_null())
        .filter(outbox::fault.eq_any(causes))
        .order(outbox::id)
        .limit(limit)
        .load(db)?)
}

/// Failures that somebody may mend: a mail that was kept back needs nothing, and the former address of somebody, none.
#[diesel::dsl::auto_type(no_type_alias)]
pub(in crate::storage) fn troubles() -> _ {
    let kept_back: Vec<MailFault> = faults(MailFault::is_kept_back);
    let replaced: &'static str = Notice::AddressReplaced.as_str();
    outbox::fault.ne_all(kept_back).and(outbox::kind.ne(replaced))
}

fn faults(is_one: fn(MailFault) -> bool) -> Vec<MailFault> {
    MailFault::ALL.iter().copied().filter(|fault| is_one(*fault)).collect()
}

/// A mail with the body that handed over what it announces, if it announces a handoff.
pub fn find(db: &mut Db, id: Id<id::Mail>) -> Result<Option<(Mail, Option<Id<id::Body>>)>> {
    let Some(mail) = outbox::table.find(id).first::<Mail>(db).optional()? else { return Ok(None) };
    let from = match mail.handoff {
        Some(handoff) => {
            handoff::table.find(handoff).select(handoff::from_body).first(db).optional()?
        }
        None => None,
    };
    Ok(Some((mail, from)))
}

/// Mails to the same reader, or to the same body's own mailbox, that failed because that address was refused.
pub fn refused_at_address(db: &mut Db, mail: &Mail) -> Result<Vec<Id<id::Mail>>> {
    let refused = outbox::table
        .filter(outbox::failed_at.is_not_null())
        .filter(outbox::fault.eq_any(faults(MailFault::is_of_address)))
        .filter(outbox::address.eq(&mail.address))
        .filter(is_to(mail.user, mail.body))
        .order(outbox::id)
        .select(outbox::id);
    Ok(refused.load(db)?)
}

/// Whether a mail to that address has been taken by the server since then.
pub fn was_taken_since(db: &mut Db, address: &str, since: Instant) -> Result<bool> {
    let taken = outbox::table.filter(outbox::address.eq(address)).filter(outbox::sent_at.gt(since));
    Ok(diesel::select(diesel::dsl::exists(taken)).get_result(db)?)
}

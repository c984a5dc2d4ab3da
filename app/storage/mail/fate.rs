//! The fate of the mails about a case, as histories show it.

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
        db::schema::{handoff, outbox},
    },
};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable, RunQueryDsl,
};

/// A mail in the history of a case: whom it is to, and what became of it; never its address.
#[derive(Clone, Debug, Queryable)]
pub struct MailFate {
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
    /// Since when a worker has it in hand.
    pub claimed_at: Option<Instant>,
    /// When the work that it announces was done, and by which body.
    pub done_at: Option<Instant>,
    pub done_by: Option<Id<id::Body>>,
}

/// The mails to bodies that these acts on these cases caused, oldest first; what a digest took along has become what the digest did.
pub fn of_acts(db: &mut Db, acts: &[Id<id::ActRun>], cases: &[Id]) -> Result<Vec<MailFate>> {
    let mut lines: Vec<MailFate> = outbox::table
        .left_join(handoff::table.on(outbox::handoff_id.eq(handoff::id.nullable())))
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
            outbox::claimed_at,
            handoff::closed_at.nullable(),
            handoff::closed_by.nullable(),
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

/// The fate of a mail to one reader.
#[derive(Clone, Debug, Queryable)]
pub struct LatestMail {
    pub id: Id<id::Mail>,
    pub kind: String,
    pub reference: String,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub fault: Option<MailFault>,
}

macro_rules! latest {
    ($mails:expr, $limit:expr) => {
        $mails.order((outbox::created_at.desc(), outbox::id.desc())).limit($limit).select((
            outbox::id,
            outbox::kind,
            outbox::reference,
            outbox::created_at,
            outbox::sent_at,
            outbox::failed_at,
            outbox::fault,
        ))
    };
}

/// The last mails to a user under duties of these bodies, the newest first.
pub fn latest_to_user(
    db: &mut Db,
    user: Id<id::User>,
    bodies: &[Id<id::Body>],
    limit: i64,
) -> Result<Vec<LatestMail>> {
    let mails = outbox::table
        .filter(outbox::user_id.eq(user))
        .filter(outbox::body_id.eq_any(bodies.to_vec()));
    Ok(latest!(mails, limit).load(db)?)
}

/// The last mails to the mailbox of a body, the newest first.
pub fn latest_to_mailbox(db: &mut Db, body: Id<id::Body>, limit: i64) -> Result<Vec<LatestMail>> {
    let mails = outbox::table
        .filter(outbox::recipient_kind.eq(RecipientKind::Mailbox))
        .filter(outbox::body_id.eq(body));
    Ok(latest!(mails, limit).load(db)?)
}

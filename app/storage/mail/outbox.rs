//! Mails, queued in the transaction of their act.

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
        db::schema::{mail_content, outbox},
    },
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, RunQueryDsl,
    insert_into,
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
    /// Since when a worker has it in hand.
    pub claimed_at: Option<Instant>,
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

/// The mails to a user, or to the own mailbox of a body.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn is_to(user: Option<Id<id::User>>, body: Option<Id<id::Body>>) -> _ {
    let mailbox: Option<Id<id::Body>> = body.filter(|_| user.is_none());
    outbox::user_id.eq(user).or(outbox::user_id.is_null().and(outbox::body_id.eq(mailbox)))
}

/// Keeps the content of a mail apart from its reader.
pub fn keep_content(db: &mut Db, mail: Id<id::Mail>, content: &str) -> Result<()> {
    insert_into(mail_content::table)
        .values((mail_content::outbox_id.eq(mail), mail_content::content.eq(content)))
        .execute(db)?;
    Ok(())
}

/// The content of a mail apart from its reader, if it was kept.
pub fn content(db: &mut Db, mail: Id<id::Mail>) -> Result<Option<String>> {
    Ok(mail_content::table.find(mail).select(mail_content::content).first(db).optional()?)
}

/// Who has got, or is about to get, a mail of that kind from the same act; `None` stands for the mailbox of the body.
pub fn readers(db: &mut Db, mail: &Mail) -> Result<Vec<Option<Id<id::User>>>> {
    let same = outbox::table
        .filter(outbox::case_id.eq(mail.case_id))
        .filter(outbox::act_id.eq(mail.act_id))
        .filter(outbox::kind.eq(&mail.kind))
        .filter(outbox::created_at.ge(mail.created_at))
        .filter(outbox::failed_at.is_null());
    Ok(same.select(outbox::user_id).load(db)?)
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

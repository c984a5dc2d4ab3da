//! Puts mails into the outbox, already rendered, in the transaction of what they tell of.

use super::House;
use crate::{
    domain::{body::DutyKind, handoff::CaseKind, id::Id, language::Language, language::Named, permissions::Case, time::Instant},
    emails::{self, Email, Recipient},
    storage::{self, Db, StorageError, body::Body, outbox::Mail, user::User},
};

/// What a mail belongs to and under which duty of which body its reader gets it.
pub struct Posting<'a> {
    pub act_id: Id,
    pub act: &'a str,
    pub case: &'a Case,
    pub duty: DutyKind,
    pub body: &'a Body,
    pub handoff: Option<Id>,
    /// The token of a link: sealed beside the mail until it is sent.
    pub secret: Option<&'a str>,
}

/// Queues a mail for each holder of the duty, or for the body's own mailbox when nobody holds it.
pub fn to_holders(house: &House, db: &mut Db, posting: &Posting<'_>, email: &Email, now: Instant) -> Result<(), StorageError> {
    let holders = storage::user::holders(db, posting.body.id, posting.duty, now)?;
    if holders.is_empty() {
        return queue(house, db, posting, email, (None, &posting.body.email, Language::Kk), now);
    }
    holders.iter().try_for_each(|user| to_user(house, db, posting, email, user, now))
}

/// Queues a mail for one user.
pub fn to_user(house: &House, db: &mut Db, posting: &Posting<'_>, email: &Email, user: &User, now: Instant) -> Result<(), StorageError> {
    queue(house, db, posting, email, (Some(user.id), &user.email, user.language), now)
}

type Reader<'a> = (Option<Id>, &'a str, Language);

fn queue(house: &House, db: &mut Db, posting: &Posting<'_>, email: &Email, to: Reader<'_>, now: Instant) -> Result<(), StorageError> {
    let (id, case) = (Id::new(), posting.case);
    let (user, address, language) = to;
    let squad = match case.belongs_to() {
        Some(squad) => storage::squad::name(db, squad)?,
        None => Named { kk: String::new(), ru: String::new(), en: String::new() },
    };
    let recipient = Recipient { duty: posting.duty, body: posting.body.name.clone(), language, is_mailbox: user.is_none() };
    let letter = emails::render(&house.templates, email, &case.reference, &squad, &link(house, case, email), &recipient)
        .map_err(|e| StorageError::Other(e.to_string()))?;
    let secret = posting.secret.map(|secret| house.keys.seal(storage::outbox::place(id), secret.as_bytes())).transpose()?;
    let mail = Mail {
        id,
        act_id: posting.act_id,
        act: posting.act.to_owned(),
        kind: email.kind().to_owned(),
        case_kind: case.kind,
        case_id: case.id,
        squad: case.belongs_to(),
        handoff: posting.handoff,
        user,
        body: posting.body.id,
        address: address.to_owned(),
        subject: letter.subject,
        body_text: letter.text,
        body_html: letter.html,
        secret_sealed: secret,
        created_at: now,
        due_at: now,
        attempts: 0,
        sent_at: None,
        failed_at: None,
        last_error: None,
    };
    storage::outbox::insert(db, &mail)
}

/// The one link of a mail: the page that it names, or the case's.
fn link(house: &House, case: &Case, email: &Email) -> String {
    let url = &house.settings.public_url;
    match (email.page(), case.kind) {
        (Some(page), _) => format!("{url}{page}"),
        (None, CaseKind::Squad) => format!("{url}/squads/{}", case.id),
        (None, CaseKind::List) => format!("{url}/lists/{}", case.id),
        (None, CaseKind::Body) => format!("{url}/bodies/{}", case.id),
    }
}

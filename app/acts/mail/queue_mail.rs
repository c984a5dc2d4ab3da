//! Puts mails into the outbox, already rendered, in the transaction of what they tell of.

use crate::{
    domain::{
        body::DutyKind,
        delivery::RecipientKind,
        handoff::CaseKind,
        id::{self, Id},
        language::{Language, Named},
        permissions::Case,
        time::Instant,
    },
    emails::{
        self, Email, Recipient,
        calendar::{self, Publisher},
    },
    state::AppState,
    storage::{
        self, Db, StorageError,
        db::sealing::SealContext,
        mail::{outbox::Mail, part::Part},
        offices::{body::Body, user::User},
        record::contact::Reach,
    },
};

/// What a mail belongs to and under which duty of which body its reader gets it.
pub struct Posting<'a> {
    pub act_id: Id<id::ActRun>,
    pub act: &'a str,
    pub about: About<'a>,
    pub duty: DutyKind,
    pub body: &'a Body,
    pub handoff: Option<Id<id::Handoff>>,
    /// The token of a link: sealed beside the mail until it is sent.
    pub secret: Option<&'a str>,
}

/// What a mail is about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub kind: CaseKind,
    pub id: Id,
    /// The squad that it belongs to, if it belongs to one.
    pub squad: Option<Id<id::Squad>>,
    /// What its readers call it.
    pub reference: &'a str,
}

impl<'a> From<&'a Case> for About<'a> {
    fn from(case: &'a Case) -> Self {
        Self { kind: case.kind, id: case.id, squad: case.belongs_to(), reference: &case.reference }
    }
}

/// Queues a mail for each holder of the duty, or for the body's own mailbox when nobody holds it.
pub fn to_holders(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    now: Instant,
) -> Result<(), StorageError> {
    let holders = storage::offices::user::holders(db, posting.body.id, posting.duty, now)?;
    if holders.is_empty() {
        return to_mailbox(app, db, posting, email, now).map(drop);
    }
    holders.iter().try_for_each(|user| to_user(app, db, posting, email, user, now))
}

/// Queues a mail for the body's own mailbox.
pub fn to_mailbox(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    now: Instant,
) -> Result<Id<id::Mail>, StorageError> {
    let to = Reader {
        kind: ReaderKind::Mailbox,
        address: &posting.body.email,
        language: Language::Kk,
        digests: false,
    };
    queue(app, db, posting, email, &to, now)
}

/// Queues a mail for one user, at once or for the next digest.
pub fn to_user(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    user: &User,
    now: Instant,
) -> Result<(), StorageError> {
    let to = Reader {
        kind: ReaderKind::User(user.id),
        address: user.address(),
        language: user.language,
        digests: user.digest,
    };
    queue(app, db, posting, email, &to, now).map(drop)
}

/// Queues the digest of a user and gives its id.
pub fn digest_to(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    user: &User,
    now: Instant,
) -> Result<Id<id::Mail>, StorageError> {
    let to = Reader {
        kind: ReaderKind::User(user.id),
        address: user.address(),
        language: user.language,
        digests: false,
    };
    queue(app, db, posting, email, &to, now)
}

/// Queues a mail for the person of a record, at an address that the unit has made sure of. A body writes it, and no history
/// of its case shows it. The caller has made sure that the person lives.
pub fn to_person(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    (membership, reach): (Id<id::Membership>, &Reach),
    now: Instant,
) -> Result<Option<Id<id::Mail>>, StorageError> {
    let Some(address) = reach.address() else { return Ok(None) };
    let language = reach.contact.language;
    let to = Reader { kind: ReaderKind::Person(reach.person), address, language, digests: false };
    let mail = queue(app, db, posting, email, &to, now)?;
    storage::mail::person_mail::insert(db, mail, membership)?;
    Ok(Some(mail))
}

/// Whom a mail is to.
struct Reader<'a> {
    kind: ReaderKind,
    address: &'a str,
    language: Language,
    /// Whether information waits for the reader's digest.
    digests: bool,
}

/// The kinds of readers.
#[derive(Clone, Copy)]
enum ReaderKind {
    User(Id<id::User>),
    /// The body's own mailbox.
    Mailbox,
    Person(Id<id::Person>),
}

fn queue(
    app: &AppState,
    db: &mut Db,
    posting: &Posting<'_>,
    email: &Email,
    to: &Reader<'_>,
    now: Instant,
) -> Result<Id<id::Mail>, StorageError> {
    let (id, about) = (Id::new(), posting.about);
    let squad = match about.squad {
        Some(squad) => storage::squads::squad::name(db, squad)?,
        None => Named { kk: String::new(), ru: String::new(), en: String::new() },
    };
    let (recipient, reader, user, person) = match to.kind {
        ReaderKind::User(user) => {
            (RecipientKind::User, emails::Reader::Holder(posting.duty), Some(user), None)
        }
        ReaderKind::Mailbox => {
            (RecipientKind::Mailbox, emails::Reader::Mailbox(posting.duty), None, None)
        }
        ReaderKind::Person(person) => {
            (RecipientKind::Person, emails::Reader::Person, None, Some(person))
        }
    };
    let read_by = Recipient { reader, body: posting.body.name.clone(), language: to.language };
    let letter = emails::render(
        &app.templates,
        email,
        about.reference,
        &squad,
        &link(app, about, email),
        &read_by,
    )
    .map_err(|e| StorageError::Other(e.to_string()))?;
    let secret = posting
        .secret
        .map(|secret| app.keys.seal(SealContext::MailSecret, id, secret.as_bytes()))
        .transpose()?;
    let mail = Mail {
        id,
        act_id: posting.act_id,
        act: posting.act.to_owned(),
        kind: email.kind.to_string(),
        case_kind: about.kind,
        case_id: about.id,
        squad: about.squad,
        handoff: posting.handoff,
        recipient,
        user,
        // No page of a body shows a mail to a person.
        body: person.is_none().then_some(posting.body.id),
        person,
        address: to.address.to_owned(),
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
        reference: about.reference.to_owned(),
        duty: reader.duty(),
        fence: 0,
        unknowns: 0,
        refused_at: None,
        fault: None,
        held_at: (to.digests && email.kind.is_information()).then_some(now),
        digest: None,
        claimed_at: None,
    };
    storage::mail::outbox::insert(db, &mail)?;
    if let Some(entry) = &email.entry {
        let settings = &app.settings;
        let publisher =
            Publisher { domain: &settings.message_id_domain, address: settings.sender() };
        let file = calendar::file(entry, to.language, &publisher, now);
        let part = Part {
            media_type: calendar::MEDIA_TYPE.to_owned(),
            file_name: calendar::FILE_NAME.to_owned(),
            content: file.into_bytes(),
        };
        storage::mail::part::insert(db, id, &part)?;
    }
    if let Some(content) = emails::stored(email) {
        storage::mail::outbox::keep_content(db, id, &content)?;
    }
    Ok(id)
}

/// The one link of a mail: the page that it names, or the case's.
fn link(app: &AppState, about: About<'_>, email: &Email) -> String {
    let url = &app.settings.public_url;
    match email.page {
        Some(page) => format!("{url}{page}"),
        None => format!("{url}/{}/{}", about.kind.pages(), about.id),
    }
}

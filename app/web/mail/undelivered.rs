//! Mail that did not arrive: for whoever keeps the addresses, and for those whose work it announces.
//!
//! Administrators see mails to their bodies, with address and owner, and never the text: it speaks of cases. Officers see mails
//! to their own bodies and those that announce what they have handed over, and read the text; of other bodies' readers they
//! see body and duty.

use crate::{
    acts::mail::{correct_address, resend_mail::had_link},
    domain::{
        body::{BodyKind, DutyKind},
        handoff::CaseKind,
        id::{self, Id},
        time::Instant,
        workflow::Act,
    },
    emails::reminds,
    storage::{
        self, Db, Scope, StorageError,
        mail::{outbox::Mail, undelivered::Line},
        offices::body::Body,
    },
    web::{
        pages::{Loose, button::button, paging::first_page},
        request::{
            after::After,
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            filters::{ListFilters, Pairs},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Mails on one page.
const PAGE: i64 = 50;
/// Duties that nobody holds are shown as far as this.
const VACANT: usize = 50;
/// The page of one mail.
pub const SHOW: &str = "pages/mail/undelivered_mail.html";

/// Through which bodies a reader sees mails.
struct Reach {
    /// Those of the reader's own duties on cases.
    own: Vec<Id<id::Body>>,
    /// Those that the reader administers.
    administered: Vec<Body>,
}

impl Reach {
    fn of(db: &mut Db, scope: &Scope) -> Result<Self, StorageError> {
        Ok(Self { own: scope.bodies(), administered: storage::offices::body::administered(db, scope)? })
    }

    fn administers(&self, body: Id<id::Body>) -> bool {
        self.administered.iter().any(|own| own.id == body)
    }

    fn all(&self) -> Vec<Id<id::Body>> {
        self.own.iter().copied().chain(self.administered.iter().map(|body| body.id)).collect()
    }

    /// Whether addresses and names of readers in that body are shown.
    fn shows_readers_of(&self, body: Id<id::Body>) -> bool {
        self.own.contains(&body) || self.administers(body)
    }

    /// How a body keeps after its own work stays within it.
    fn is_told(&self, kind: &str, body: Id<id::Body>) -> bool {
        !reminds(kind) || self.shows_readers_of(body)
    }
}

/// What could not be delivered and what is tried again; for administrators, how the queue stands and which duties nobody holds.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/mails", &[], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let before = filters.cursor("before", |text| text.parse::<Id<id::Mail>>().ok());
            let content = cx.read(|db| {
                let reach = Reach::of(db, &me.scope)?;
                let bodies = reach.all();
                let failed = storage::mail::undelivered::failed(db, &bodies, before, PAGE, cx.now)?;
                let (mut failed, next) = first_page(failed, PAGE, |line| line.id);
                let mut refused = if before.is_none() { storage::mail::undelivered::refused(db, &bodies, PAGE)? } else { Vec::new() };
                for lines in [&mut failed, &mut refused] {
                    lines.retain(|line| reach.is_told(&line.kind, line.body));
                }
                let named = storage::offices::body::all(db, &failed.iter().chain(&refused).map(|line| line.body).collect::<Vec<_>>())?;
                let words = |lines: &[Line]| lines.iter().map(|line| words(line, &reach, &named)).collect::<Vec<_>>();
                let is_administrator = me.has(DutyKind::Administrator);
                Ok(json!({
                    "failed": words(&failed),
                    "refused": words(&refused),
                    "next": next.map(|id| filters.next("before", &id.to_string())),
                    "is_administrator": is_administrator,
                    "queue": if is_administrator { queue(db, cx.now)? } else { Value::Null },
                    "vacant": if is_administrator { vacant(db, &reach, cx.now)? } else { Vec::new() },
                }))
            })?;
            cx.show(&Loose("pages/mail/undelivered.html", content))
        })
        .await
}

fn words(line: &Line, reach: &Reach, bodies: &[Body]) -> Value {
    let shows_reader = reach.shows_readers_of(line.body);
    json!({
        "id": line.id,
        "kind": line.kind,
        "reference": line.reference,
        "body": bodies.iter().find(|body| body.id == line.body).map(|body| &body.name),
        "duty": line.duty,
        "is_mailbox": line.user.is_none(),
        "address": shows_reader.then_some(&line.address),
        "owner": line.user_name.as_ref().filter(|_| shows_reader),
        "since": line.failed_at.or(line.refused_at),
        "fault": line.fault,
        "error": line.last_error,
        "is_over": line.handoff_closed_at.is_some(),
    })
}

fn queue(db: &mut Db, now: Instant) -> Result<Value, StorageError> {
    let queue = storage::mail::undelivered::queue(db, now)?;
    let away = storage::mail::mail_server::mail_waits_since(db, now)?;
    let error = storage::mail::mail_server::last_error(db)?;
    let counted = usize::try_from(storage::mail::undelivered::COUNTED).unwrap_or(usize::MAX);
    let number = |n: usize| if n >= counted { format!("{n}+") } else { n.to_string() };
    Ok(json!({ "waiting": number(queue.waiting), "oldest": queue.oldest, "sent": number(queue.sent), "away": away, "error": error }))
}

/// Duties of the administered bodies whose mails go to the body's own mailbox, because nobody holds them.
fn vacant(db: &mut Db, reach: &Reach, now: Instant) -> Result<Vec<Value>, StorageError> {
    let open: Vec<&Body> = reach.administered.iter().filter(|body| body.closed_at.is_none()).collect();
    let held = storage::offices::duty::held_in(db, &open.iter().map(|body| body.id).collect::<Vec<_>>())?;
    let mut holders: BTreeMap<(Id<id::Body>, DutyKind), usize> = BTreeMap::new();
    for duty in held.iter().filter(|duty| duty.from <= now && duty.is_open(now)) {
        *holders.entry((duty.body, duty.kind)).or_default() += 1;
    }
    let duties = |kind: BodyKind| DutyKind::ALL.iter().copied().filter(move |duty| duty.body_kind() == Some(kind));
    let pairs = open.iter().flat_map(|body| duties(body.kind).map(move |duty| (*body, duty)));
    let vacant = pairs.filter(|(body, duty)| !holders.contains_key(&(body.id, *duty)));
    Ok(vacant.take(VACANT).map(|(body, duty)| json!({ "id": body.id, "body": body.name, "mailbox": body.email, "duty": duty })).collect())
}

/// One mail: what became of it, its letter for those who may read it, and what can be done.
pub async fn show(request: IncomingRequest, id: web::Path<String>, after: web::Query<After>) -> HttpResponse {
    let done = after.word(&["resent", "corrected"]);
    request
        .signed(move |cx, me| {
            let id: Id<id::Mail> = id.parse().map_err(|_| WebError::NotFound)?;
            let mut content = content(cx, me, id)?;
            content["done"] = json!(done);
            cx.first_form(&Loose(SHOW, content))
        })
        .await
}

/// What the page of a mail shows; forms on it that were refused show it again.
pub fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::Mail>) -> Result<Value, WebError> {
    cx.read(|db| read(db, me, id))?.ok_or(WebError::NotFound)
}

fn read(db: &mut Db, me: &CurrentUser, id: Id<id::Mail>) -> Result<Option<Value>, StorageError> {
    let Some((mail, from)) = storage::mail::undelivered::find(db, id)? else { return Ok(None) };
    let reach = Reach::of(db, &me.scope)?;
    // Mails about people and accounts are their owner's and the administrator's.
    let is_of_case = mail.case_kind != CaseKind::Body
        && reach.is_told(&mail.kind, mail.body)
        && from.into_iter().chain([mail.body]).any(|body| reach.own.contains(&body));
    if !is_of_case && !reach.administers(mail.body) {
        return Ok(None);
    }
    let body = storage::offices::body::get(db, mail.body)?;
    let shows_reader = reach.shows_readers_of(mail.body);
    let owner = mail.user.filter(|_| shows_reader).map(|user| storage::offices::user::get(db, user)).transpose()?;
    let case = storage::offices::body::find(db, &me.scope, mail.body)?.map(|(_, case)| case);
    let is_refused = correct_address::is_refused(db, &mail)?;
    Ok(Some(json!({
        "mail": {
            "id": mail.id,
            "kind": mail.kind,
            "reference": mail.reference,
            "case": is_of_case.then(|| case_path(&mail)),
            "body": body.name,
            "duty": mail.duty,
            "is_mailbox": mail.user.is_none(),
            "address": shows_reader.then_some(&mail.address),
            "owner": owner.as_ref().map(|user| &user.name),
            "owner_id": owner.as_ref().map(|user| user.id).filter(|_| reach.administers(mail.body)),
            "created_at": mail.created_at,
            "sent_at": mail.sent_at,
            "failed_at": mail.failed_at,
            "refused_at": mail.refused_at,
            "held_at": mail.held_at,
            "attempts": mail.attempts,
            "fault": mail.fault,
            "error": mail.last_error,
            "had_link": had_link(&mail),
            "is_refused": is_refused,
        },
        "letter": is_of_case.then(|| letter(&mail)),
        "resend": case.as_ref().map(|case| button(me, Act::ResendMail, case, &[])),
        "correct": case.as_ref().map(|case| button(me, Act::CorrectAddress, case, &[])),
        "done": null,
    })))
}

fn case_path(mail: &Mail) -> String {
    format!("/{}/{}", if mail.case_kind == CaseKind::Squad { "squads" } else { "lists" }, mail.case_id)
}

/// The text as it was sent, for paper: a case's mail has no secret in it.
fn letter(mail: &Mail) -> Value {
    json!({ "subject": mail.subject, "text": mail.body_text })
}

//! One mail: its fate, its letter for those who may read it, and the buttons that mend it.

use super::reach::Reach;
use crate::{
    acts::mail::{correct_address, resend_mail::had_link},
    domain::{
        address,
        body::DutyKind,
        delivery::MailFault,
        handoff::CaseKind,
        id::{self, Id},
        language::Named,
        permissions::Unmet,
        time::Instant,
        workflow::Act,
    },
    storage::{self, mail::outbox::Mail},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
        },
        request::{
            after::After, context::RequestContext, current_user::CurrentUser, error::WebError,
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The page.
#[derive(Serialize)]
pub struct MailPage {
    mail: MailView,
    letter: Option<LetterView>,
    /// For administrators of the body only, as [`Self::correct`] is.
    resend: Option<Button>,
    correct: Option<Button>,
    mark: Option<Button>,
    done: Option<&'static str>,
}

/// A mail and its fate.
#[derive(Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "the template asks each by name")]
struct MailView {
    id: Id<id::Mail>,
    kind: String,
    reference: String,
    /// The way to its case.
    case: Option<String>,
    body: Option<Named>,
    duty: Option<DutyKind>,
    is_mailbox: bool,
    address: Option<String>,
    owner: Option<String>,
    owner_id: Option<Id<id::User>>,
    created_at: Instant,
    sent_at: Option<Instant>,
    failed_at: Option<Instant>,
    refused_at: Option<Instant>,
    held_at: Option<Instant>,
    /// A worker has it in hand.
    sending: bool,
    attempts: i32,
    fault: Option<MailFault>,
    is_kept_back: bool,
    /// When the work that it announces was done, and by which body.
    done_at: Option<Instant>,
    done_by: Option<Named>,
    error: Option<String>,
    had_link: bool,
    /// Whether the server refuses the address that its reader still has.
    is_refused: bool,
}

/// The text as it was sent, for paper: a case's mail has no secret in it.
#[derive(Serialize)]
struct LetterView {
    text: String,
}

impl Page for MailPage {
    fn template(&self) -> &'static str {
        "pages/mail/undelivered_mail.html"
    }
}

impl Sample for MailPage {
    fn samples() -> Vec<Self> {
        let at = Some(Instant::default());
        let failed = MailView {
            id: Id::default(),
            kind: "vet_list".into(),
            reference: "Т-2026-0001".into(),
            case: Some("/lists/0192".into()),
            body: Some(example::territory()),
            duty: Some(DutyKind::VettingOfficer),
            is_mailbox: false,
            address: Some("synaqov@ulgi.invalid".into()),
            owner: Some("Сынақов Бауыржан".into()),
            owner_id: Some(Id::default()),
            created_at: Instant::default(),
            sent_at: None,
            failed_at: at,
            refused_at: at,
            held_at: None,
            sending: false,
            attempts: 3,
            fault: Some(MailFault::AddressRefused),
            is_kept_back: false,
            done_at: None,
            done_by: None,
            error: Some("RCPT 550".into()),
            had_link: false,
            is_refused: true,
        };
        let page = |mail: MailView, unmet: Option<&[Unmet]>, done| {
            let button = |act| unmet.map(|unmet| Button::of(act, unmet));
            let letter = mail
                .case
                .as_ref()
                .map(|_| LetterView { text: "Тізім келіп түсті.".into() });
            Self {
                mail,
                letter,
                resend: button(Act::ResendMail),
                correct: button(Act::CorrectAddress),
                mark: button(Act::MarkUndelivered),
                done,
            }
        };
        let linked = MailView { case: None, had_link: true, is_refused: false, ..failed.clone() };
        let going = MailView { failed_at: None, fault: None, ..failed.clone() };
        let sent = MailView { sent_at: at, ..going.clone() };
        let held = MailView { held_at: at, ..going.clone() };
        let queued = MailView { refused_at: None, owner: None, address: None, ..going.clone() };
        let kept_back = |fault| MailView {
            fault: Some(fault),
            is_kept_back: true,
            is_refused: false,
            ..failed.clone()
        };
        let done = MailView {
            done_at: at,
            done_by: Some(example::akimat()),
            ..kept_back(MailFault::WorkDone)
        };
        let marked = MailView { fault: Some(MailFault::AddressMarked), ..failed.clone() };
        let sending = MailView { sending: true, ..queued.clone() };
        let denied: &[Unmet] = &[Unmet::Duty(DutyKind::Administrator)];
        vec![
            page(failed.clone(), Some(&[]), Some("corrected")),
            page(failed.clone(), Some(denied), None),
            page(failed.clone(), None, None),
            page(linked, Some(&[]), Some("resent")),
            page(going, None, None),
            page(sent.clone(), None, None),
            page(sent, Some(&[]), None),
            page(kept_back(MailFault::DutyEnded), Some(&[]), None),
            page(done, Some(&[]), None),
            page(kept_back(MailFault::WorkDone), None, None),
            page(marked, Some(&[]), Some("marked")),
            page(sending, None, None),
            page(held, None, None),
            page(queued, None, None),
        ]
    }
}

/// The page, and what was done by one of its forms.
pub async fn show(
    request: IncomingRequest,
    id: web::Path<String>,
    after: web::Query<After>,
) -> HttpResponse {
    let done = after.word(&["resent", "corrected", "marked"]);
    request
        .signed(move |cx, me| {
            let id: Id<id::Mail> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&MailPage { done, ..read(cx, me, id)? })
        })
        .await
}

/// Reads the page; forms on it that were refused show it again.
pub fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Mail>) -> Result<MailPage, WebError> {
    let (mail, from) =
        cx.read(|db| storage::mail::undelivered::find(db, id))?.ok_or(WebError::NotFound)?;
    let body = mail.body.ok_or(WebError::NotFound)?;
    let reach = Reach::of(&cx.directory, &me.scope);
    // Mails about people and accounts are their owner's and the administrator's.
    let is_of_case = mail.case_kind != CaseKind::Body
        && reach.is_told(&mail.kind, body)
        && from.into_iter().chain([body]).any(|body| reach.own.contains(&body));
    if !is_of_case && !reach.administers(body) {
        return Err(WebError::NotFound);
    }
    let reader = mail.user.filter(|_| reach.shows_readers_of(body));
    let (owner, is_refused, closing) = cx.read(|db| {
        let owner = reader.map(|user| storage::offices::user::get(db, user)).transpose()?;
        let closing = match mail.handoff.filter(|_| mail.fault == Some(MailFault::WorkDone)) {
            Some(handoff) => storage::handoff::closing(db, handoff)?,
            None => None,
        };
        Ok((owner, correct_address::is_refused(db, &mail)?, closing))
    })?;
    let case = cx.directory.find(&me.scope, body).map(|(_, case)| case);
    let button = |act| case.as_ref().map(|case| button(me, act, case, &[]));
    let view = MailView {
        id: mail.id,
        kind: mail.kind.clone(),
        reference: mail.reference.clone(),
        case: is_of_case.then(|| case_path(&mail)),
        body: cx.directory.name(body).cloned(),
        duty: mail.duty,
        is_mailbox: mail.user.is_none(),
        address: reach.shows_readers_of(body).then(|| address::shown(&mail.address)),
        owner_id: owner.as_ref().map(|user| user.id).filter(|_| reach.administers(body)),
        owner: owner.map(|user| user.name),
        created_at: mail.created_at,
        sent_at: mail.sent_at,
        failed_at: mail.failed_at,
        refused_at: mail.refused_at,
        held_at: mail.held_at,
        sending: mail.claimed_at.is_some(),
        attempts: mail.attempts,
        fault: mail.fault,
        is_kept_back: mail.fault.is_some_and(MailFault::is_kept_back),
        done_at: closing.map(|closing| closing.at),
        done_by: closing
            .and_then(|closing| cx.directory.name_at(closing.body, closing.at))
            .cloned(),
        had_link: had_link(&mail),
        error: mail.last_error,
        is_refused,
    };
    let letter = is_of_case.then_some(LetterView { text: mail.body_text });
    Ok(MailPage {
        mail: view,
        letter,
        resend: button(Act::ResendMail),
        correct: button(Act::CorrectAddress),
        mark: button(Act::MarkUndelivered),
        done: None,
    })
}

fn case_path(mail: &Mail) -> String {
    format!("/{}/{}", mail.case_kind.pages(), mail.case_id)
}

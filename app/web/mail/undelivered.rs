//! Mails that did not arrive, for those who keep the addresses and for those whose work the mails announce.

use super::reach::Reach;
use crate::{
    domain::{
        address,
        body::DutyKind,
        delivery::{MailFault, ServerFault},
        id::{self, Id},
        language::Named,
        time::Instant,
        workflow::Act,
    },
    storage::{
        self, Db, StorageError,
        mail::{queue, undelivered::Line},
        offices::{body::Body, directory::Directory},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
            paging::first_page,
        },
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
use serde::Serialize;
use std::collections::BTreeSet;

/// Mails on one page.
const PAGE: i64 = 50;
/// Duties that nobody holds are shown as far as this.
const VACANT: usize = 50;

/// What could not be delivered and what is tried again; for administrators, the state of the queue and the duties that nobody holds.
#[derive(Serialize)]
pub struct UndeliveredPage {
    failed: Vec<MailLine>,
    refused: Vec<MailLine>,
    next: Option<String>,
    is_administrator: bool,
    /// For administrators, when something can be sent again as it is.
    resend: Option<Button>,
    queue: Option<QueueView>,
    vacant: Vec<VacantDuty>,
    done: Option<&'static str>,
}

/// A mail in trouble.
#[derive(Clone, Serialize)]
struct MailLine {
    id: Id<id::Mail>,
    kind: String,
    reference: String,
    body: Option<Named>,
    duty: Option<DutyKind>,
    is_mailbox: bool,
    address: Option<String>,
    owner: Option<String>,
    since: Option<Instant>,
    fault: Option<MailFault>,
    error: Option<String>,
    /// Whether the work that it announces is done.
    is_over: bool,
}

/// The queue of the whole system.
#[derive(Serialize)]
struct QueueView {
    waiting: String,
    oldest: Option<Instant>,
    sent: String,
    /// Since when mail waits that should have left.
    away: Option<Instant>,
    /// Why the server does not take us.
    cause: Option<ServerFault>,
    error: Option<String>,
}

/// A duty whose mails go to the body's own mailbox, because nobody holds it.
#[derive(Serialize)]
struct VacantDuty {
    id: Id<id::Body>,
    body: Named,
    mailbox: String,
    duty: DutyKind,
}

impl Page for UndeliveredPage {
    fn template(&self) -> &'static str {
        "pages/mail/undelivered.html"
    }
}

impl Sample for UndeliveredPage {
    fn samples() -> Vec<Self> {
        let name = example::akimat();
        let mail = MailLine {
            id: Id::default(),
            kind: "vet_list".into(),
            reference: "Т-2026-0001".into(),
            body: Some(name.clone()),
            duty: Some(DutyKind::VettingOfficer),
            is_mailbox: false,
            address: Some("mysalova@ulgi.invalid".into()),
            owner: Some("Мысалова Гүлнар".into()),
            since: Some(Instant::default()),
            fault: Some(MailFault::AddressRefused),
            error: Some("RCPT 550".into()),
            is_over: true,
        };
        let foreign = MailLine {
            owner: None,
            address: None,
            fault: None,
            error: None,
            is_over: false,
            ..mail.clone()
        };
        let mailbox = MailLine { is_mailbox: true, duty: None, ..foreign.clone() };
        let queue = |away: Option<Instant>, cause| {
            let error = away.map(|_| "connect".to_owned());
            Some(QueueView {
                waiting: "10000+".into(),
                oldest: away,
                sent: "7".into(),
                away,
                cause,
                error,
            })
        };
        let vacant = VacantDuty {
            id: Id::default(),
            body: name,
            mailbox: "synaq@ulgi.invalid".into(),
            duty: DutyKind::Head,
        };
        let (failed, refused) = (vec![mail, mailbox], vec![foreign]);
        let administrators = Self {
            failed,
            refused,
            next: Some("/mails?before=0192".into()),
            is_administrator: true,
            resend: Some(Button::of(Act::ResendMail, &[])),
            queue: queue(Some(Instant::default()), None),
            vacant: vec![vacant],
            done: Some("resent_all"),
        };
        let empty = |is_administrator, queue| Self {
            failed: Vec::new(),
            refused: Vec::new(),
            next: None,
            is_administrator,
            resend: None,
            queue,
            vacant: Vec::new(),
            done: None,
        };
        let refused = ServerFault::ALL
            .iter()
            .map(|cause| empty(true, queue(Some(Instant::default()), Some(*cause))));
        [administrators, empty(true, queue(None, None)), empty(false, None)]
            .into_iter()
            .chain(refused)
            .collect()
    }
}

/// The page.
pub async fn index(
    request: IncomingRequest,
    pairs: web::Query<Pairs>,
    after: web::Query<After>,
) -> HttpResponse {
    let done = after.word(&["resent_all"]);
    let filters = ListFilters::read("/mails", &[], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let before = filters.cursor("before", |text| text.parse::<Id<id::Mail>>().ok());
            let page = cx.read(|db| read(db, cx, me, &filters, before))?;
            cx.first_form(&UndeliveredPage { done, ..page })
        })
        .await
}

/// The first page again, for a form on it that was refused.
pub fn first(cx: &RequestContext, me: &CurrentUser) -> Result<UndeliveredPage, WebError> {
    let filters = ListFilters::read("/mails", &[], Pairs::default());
    cx.read(|db| read(db, cx, me, &filters, None))
}

fn read(
    db: &mut Db,
    cx: &RequestContext,
    me: &CurrentUser,
    filters: &ListFilters,
    before: Option<Id<id::Mail>>,
) -> Result<UndeliveredPage, StorageError> {
    let reach = Reach::of(&cx.directory, &me.scope);
    let bodies = reach.all();
    let failed = storage::mail::undelivered::failed(db, &bodies, before, PAGE, cx.now)?;
    let (failed, next) = first_page(failed, PAGE, |line| line.id);
    let refused = if before.is_none() {
        storage::mail::undelivered::refused(db, &bodies, PAGE)?
    } else {
        Vec::new()
    };
    let lines = |lines: Vec<Line>| {
        let told = lines.into_iter().filter(|line| reach.is_told(&line.kind, line.body));
        told.map(|line| MailLine::of(line, &reach, &cx.directory)).collect()
    };
    let is_administrator = me.has(DutyKind::Administrator);
    let (queue, vacant) = if is_administrator {
        (Some(QueueView::read(db, me.mail_waits_since, cx.now)?), vacant(db, &reach, cx.now)?)
    } else {
        (None, Vec::new())
    };
    let next = next.map(|id| filters.next("before", &id.to_string()));
    let can_go = failed.iter().any(|line| line.fault.is_some_and(|fault| !fault.is_of_address()));
    let resend = administration(me)
        .filter(|_| can_go)
        .and_then(|body| cx.directory.find(&me.scope, body))
        .map(|(_, case)| button(me, Act::ResendMail, &case, &[]));
    Ok(UndeliveredPage {
        failed: lines(failed),
        refused: lines(refused),
        next,
        is_administrator,
        resend,
        queue,
        vacant,
        done: None,
    })
}

/// The body in which the user administers.
pub fn administration(me: &CurrentUser) -> Option<Id<id::Body>> {
    me.scope.administered.first().copied()
}

impl MailLine {
    fn of(line: Line, reach: &Reach<'_>, directory: &Directory) -> Self {
        let shows_reader = reach.shows_readers_of(line.body);
        Self {
            id: line.id,
            kind: line.kind,
            reference: line.reference,
            body: directory.name(line.body).cloned(),
            duty: line.duty,
            is_mailbox: line.user.is_none(),
            address: shows_reader.then(|| address::shown(&line.address)),
            owner: line.user_name.filter(|_| shows_reader),
            since: line.failed_at.or(line.refused_at),
            fault: line.fault,
            error: line.last_error,
            is_over: line.handoff_closed_at.is_some(),
        }
    }
}

impl QueueView {
    fn read(db: &mut Db, away: Option<Instant>, now: Instant) -> Result<Self, StorageError> {
        let queue = queue::read(db, now)?;
        let counted = usize::try_from(queue::COUNTED).unwrap_or(usize::MAX);
        let number = |n: usize| if n >= counted { format!("{n}+") } else { n.to_string() };
        Ok(Self {
            waiting: number(queue.waiting),
            oldest: queue.oldest,
            sent: number(queue.sent),
            away,
            cause: queue.cause,
            error: queue.last_error,
        })
    }
}

fn vacant(db: &mut Db, reach: &Reach<'_>, now: Instant) -> Result<Vec<VacantDuty>, StorageError> {
    let open: Vec<&Body> =
        reach.administered.iter().copied().filter(|body| body.closed_at.is_none()).collect();
    let held =
        storage::offices::duty::held_in(db, &open.iter().map(|body| body.id).collect::<Vec<_>>())?;
    let held = held.iter().filter(|duty| duty.from <= now && duty.is_open(now));
    let held: BTreeSet<(Id<id::Body>, DutyKind)> =
        held.map(|duty| (duty.body, duty.kind)).collect();
    let duties = |body: &Body| {
        let kind = body.kind;
        DutyKind::ALL.iter().copied().filter(move |duty| duty.body_kind() == Some(kind))
    };
    let pairs = open.into_iter().flat_map(|body| duties(body).map(move |duty| (body, duty)));
    let vacant = pairs.filter(|(body, duty)| !held.contains(&(body.id, *duty)));
    let line = |(body, duty): (&Body, DutyKind)| VacantDuty {
        id: body.id,
        body: body.name.clone(),
        mailbox: address::shown(&body.email),
        duty,
    };
    Ok(vacant.take(VACANT).map(line).collect())
}

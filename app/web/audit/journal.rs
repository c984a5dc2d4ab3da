//! The journal of the audited bodies, and whether its chains are what was written.

use super::{Audited, BodyChoice, word};
use crate::{
    domain::{
        body::DutyKind,
        clause::Clause,
        edition::Edition,
        id::{self, Id},
        language::Named,
        permissions::chain_of,
        time::Instant,
        workflow::{Act, ShownBasis},
    },
    storage::{
        self, Db, StorageError,
        journal::{ChainFault, Stored},
        journal_page::{Cursor, Wanted},
    },
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            context::RequestContext,
            cursor::{read_moment, write_moment},
            filters::{ListFilters, Pairs},
            form::SubmittedForm,
            incoming::IncomingRequest,
            permit::Permit,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// Acts on one page.
const PAGE: i64 = 50;

/// A page of the journal.
#[derive(Serialize)]
pub struct JournalPage {
    entries: Vec<EntryLine>,
    next: Option<String>,
    bodies: Vec<BodyChoice>,
    acts: Vec<Act>,
    filter: JournalFilter,
}

/// An act as its auditor reads it: codes, the reference of its case, officers of the audited bodies by name.
#[derive(Serialize)]
struct EntryLine {
    chain: Option<Named>,
    at: Instant,
    act: String,
    basis: ShownBasis,
    duty: Option<DutyKind>,
    body: Option<Named>,
    by: Option<String>,
    subject: String,
    case: Option<String>,
}

/// What the page was filtered by.
#[derive(Serialize)]
struct JournalFilter {
    body: Option<Id<id::Body>>,
    act: Option<Act>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Page for JournalPage {
    fn template(&self) -> &'static str {
        "pages/audit/journal.html"
    }
}

impl Sample for JournalPage {
    fn samples() -> Vec<Self> {
        let page = |entries, next| Self {
            entries,
            next,
            bodies: vec![BodyChoice { id: Id::default(), name: example::territory() }],
            acts: Act::audited(true).collect(),
            filter: JournalFilter { body: None, act: Some(Act::SendList), from: None, to: None },
        };
        let officers = EntryLine {
            chain: Some(example::territory()),
            at: Instant::default(),
            act: "Тізім жіберілді".to_owned(),
            basis: ShownBasis::Ordered { clause: Clause::C19, edition: Some(Edition::May2023) },
            duty: Some(DutyKind::AkimatOfficer),
            body: Some(example::akimat()),
            by: Some("Үлгіев Ү.".to_owned()),
            subject: "Тізім".to_owned(),
            case: Some("Т-2026-0001".to_owned()),
        };
        let systems = EntryLine {
            chain: None,
            at: Instant::default(),
            act: "Қызмет берілді".to_owned(),
            basis: ShownBasis::Administration,
            duty: None,
            body: None,
            by: None,
            subject: "Міндет".to_owned(),
            case: None,
        };
        vec![page(Vec::new(), None), page(vec![officers, systems], Some("1.7.system".to_owned()))]
    }
}

/// The newest entries.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/journal", &["body", "act", "from", "to"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let audited = Audited::of(cx, me)?;
            let filter = JournalFilter {
                body: audited.chosen(&filters)?,
                act: filters.get("act")?,
                from: filters.date("from")?,
                to: filters.date("to")?,
            };
            let wanted = Wanted {
                act: filter.act.map(|act| act.as_str().to_owned()),
                from: filters.from()?,
                until: filters.until()?,
            };
            let before = filters.cursor("before", parse_cursor);
            // A body is asked for by name: what others wrote in its chain is not its.
            let (bodies, chains) = filter
                .body
                .map_or_else(|| (audited.ids(), audited.chains()), |body| (vec![body], Vec::new()));
            let (entries, next) = cx.read(|db| {
                let found = storage::journal_page::page(
                    db,
                    &bodies,
                    &chains,
                    &wanted,
                    before.as_ref(),
                    PAGE,
                )?;
                let (entries, next) = first_page(found, PAGE, |entry| cursor(&entry.cursor()));
                Ok((lines(db, cx, &audited, &entries)?, next))
            })?;
            cx.show(&JournalPage {
                entries,
                next,
                bodies: audited.choices(),
                acts: Act::audited(audited.has_border()).collect(),
                filter,
            })
        })
        .await
}

fn lines(
    db: &mut Db,
    cx: &RequestContext,
    audited: &Audited,
    entries: &[Stored],
) -> Result<Vec<EntryLine>, StorageError> {
    let references =
        storage::journal::references(db, &entries.iter().map(|e| e.case_id).collect::<Vec<_>>())?;
    let names = storage::offices::user::names(
        db,
        &entries.iter().filter_map(|e| e.user_id).collect::<Vec<_>>(),
    )?;
    let name_of = |id: Option<Id<id::Body>>| id.and_then(|id| cx.directory.name(id)).cloned();
    let line = |entry: &Stored| {
        // A line whose record is damaged still says what its columns say.
        let record = entry.record().ok();
        let is_audited = audited.name(entry.body_id).is_some();
        EntryLine {
            chain: name_of(chain_of(&entry.chain).map(|(body, _)| body)),
            at: entry.at,
            act: word(cx, "act", &entry.act),
            basis: record
                .as_ref()
                .map_or(ShownBasis::Administration, |record| record.basis.shown()),
            duty: record.as_ref().and_then(|record| record.actor.duty()),
            body: name_of(entry.body_id),
            by: names
                .iter()
                .find(|(id, _)| is_audited && Some(*id) == entry.user_id)
                .map(|(_, name)| name.clone()),
            subject: word(cx, "subject", &entry.subject),
            case: references
                .iter()
                .find(|(id, _)| *id == entry.case_id)
                .map(|(_, reference)| reference.clone()),
        }
    };
    Ok(entries.iter().map(line).collect())
}

fn cursor((at, chain, number): &Cursor) -> String {
    format!("{}.{number}.{chain}", write_moment(*at))
}

fn parse_cursor(text: &str) -> Option<Cursor> {
    let mut parts = text.splitn(3, '.');
    let at = read_moment(parts.next()?)?;
    let number = parts.next()?.parse().ok()?;
    Some((at, parts.next()?.to_owned(), number))
}

/// What came of going through the chains.
#[derive(Serialize)]
pub struct VerifiedPage {
    chains: Vec<VerifiedChain>,
}

/// One chain: sound, or with the first fault.
#[derive(Serialize)]
struct VerifiedChain {
    chain: Option<Named>,
    is_of_applications: bool,
    fault: Option<FaultView>,
    head: Option<HeadView>,
}

#[derive(Serialize)]
struct FaultView {
    kind: &'static str,
    number: i64,
}

#[derive(Serialize)]
struct HeadView {
    /// The number of entries is told to the chain's own auditors.
    number: Option<i64>,
    hash: String,
}

impl Page for VerifiedPage {
    fn template(&self) -> &'static str {
        "pages/audit/journal_verified.html"
    }
}

impl Sample for VerifiedPage {
    fn samples() -> Vec<Self> {
        let head = |number| Some(HeadView { number, hash: "00ff".repeat(16) });
        let sound = VerifiedChain {
            chain: Some(example::territory()),
            is_of_applications: true,
            fault: None,
            head: head(Some(7)),
        };
        let fault = |kind| VerifiedChain {
            chain: None,
            is_of_applications: false,
            fault: Some(FaultView { kind, number: 3 }),
            head: head(None),
        };
        vec![
            Self { chains: Vec::new() },
            Self {
                chains: ["changed", "unreadable", "missing", "head"]
                    .into_iter()
                    .map(fault)
                    .chain([sound])
                    .collect(),
            },
        ]
    }
}

/// Goes through the chains that the auditor's bodies have written in. It changes nothing; a form asks for it because it
/// takes time.
pub async fn verify(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Verifying)
        .form(form, |cx, me, _| {
            let audited = Audited::of(cx, me)?;
            let chains = cx.read(|db| {
                let mut chains = storage::journal::chains_of(db, &audited.ids())?;
                chains.extend(audited.chains());
                chains.sort();
                chains.dedup();
                chains
                    .iter()
                    .map(|chain| verified(db, cx, &audited, chain))
                    .collect::<Result<Vec<_>, StorageError>>()
            })?;
            cx.show(&VerifiedPage { chains })
        })
        .await
}

/// A fault is named to the auditor who verifies its chain.
fn verified(
    db: &mut Db,
    cx: &RequestContext,
    audited: &Audited,
    chain: &str,
) -> Result<VerifiedChain, StorageError> {
    let fault = storage::journal::verify(db, chain)?.map(|fault| {
        let (kind, number) = match fault {
            ChainFault::Changed { number, .. } => ("changed", number),
            ChainFault::Unreadable { number, .. } => ("unreadable", number),
            ChainFault::Missing { number, .. } => ("missing", number),
            ChainFault::Head { number, .. } => ("head", number),
        };
        FaultView { kind, number }
    });
    let head = storage::journal::head(db, chain)?.map(|(number, hash)| HeadView {
        number: audited.has_chain(chain).then_some(number),
        hash: hex::encode(hash),
    });
    let of = chain_of(chain);
    let body = of.and_then(|(body, _)| cx.directory.name(body)).cloned();
    let is_of_applications = of.is_some_and(|(_, is_of_applications)| is_of_applications);
    Ok(VerifiedChain { chain: body, is_of_applications, fault, head })
}

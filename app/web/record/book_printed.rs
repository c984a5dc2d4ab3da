//! A unit's book on paper: its entries in the order of their numbers, with the head of the chain that binds them (clause 23).

use super::book::{BookLine, filter, readable};
use crate::{
    documents::office,
    domain::{
        id::{self, Id},
        language::Named,
        permissions::chains_of,
        time::{Instant, today},
    },
    phrases,
    storage::{self, record::book},
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            filters::{ListFilters, Pairs},
            incoming::IncomingRequest,
            paper,
            permit::Permit,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Entries of one print; a longer book is printed in parts.
const ENTRIES: i64 = 500;

const FIELDS: &[&str] = &["unit", "kind", "from", "to"];

/// The columns on paper, with their widths.
const COLUMNS: [(&str, u8); 6] = [
    ("paper-order", 3),
    ("entered-at", 7),
    ("name", 14),
    ("squad", 10),
    ("entry", 18),
    ("book-entry-hash", 9),
];

/// The book of one unit, to be printed.
#[derive(Serialize)]
pub struct PrintedBookPage {
    unit: Named,
    lines: Vec<BookLine>,
    next: Option<String>,
    /// The filters and the place, for the same entries as PDF.
    papers: String,
    printed_at: Instant,
    /// The ends of the chains that the entries are bound by: of squads, and of freelance officers.
    heads: Vec<HeadLine>,
}

/// The last entry of a chain.
#[derive(Serialize)]
struct HeadLine {
    hash: String,
    /// Its number, for the body whose chain it is.
    number: Option<i64>,
}

impl Page for PrintedBookPage {
    fn template(&self) -> &'static str {
        "pages/record/book_printed.html"
    }
}

impl Sample for PrintedBookPage {
    fn samples() -> Vec<Self> {
        let full = Self {
            unit: example::unit(),
            lines: BookLine::samples(),
            next: Some("/book/printed?after=1".to_owned()),
            papers: "?after=1".to_owned(),
            printed_at: Instant::default(),
            heads: vec![
                HeadLine { hash: "00".repeat(32), number: Some(12) },
                HeadLine { hash: "00".repeat(32), number: None },
            ],
        };
        let empty = Self {
            unit: example::unit(),
            lines: Vec::new(),
            next: None,
            papers: String::new(),
            printed_at: Instant::default(),
            heads: Vec::new(),
        };
        vec![full, empty]
    }
}

fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    filters: &ListFilters,
) -> Result<PrintedBookPage, WebError> {
    let units = readable(cx, me);
    let asked: Option<Id<id::Body>> = filters.get("unit")?;
    let unit = match (asked, units.as_slice()) {
        (Some(unit), _) if units.contains(&unit) => unit,
        (None, [unit]) => *unit,
        _ => return Err(WebError::NotFound),
    };
    let body = cx.directory.get(unit).ok_or(WebError::NotFound)?;
    let after = filters.cursor("after", |number| number.parse().ok());
    let wanted = filter(filters)?;
    let lines = cx.read(|db| book::printed(db, unit, &wanted, after, ENTRIES))?;
    let (lines, next) = first_page(lines, ENTRIES, |line| line.number.to_string());
    let territory = body.parent;
    let chains: Vec<String> = territory.into_iter().flat_map(chains_of).collect();
    let heads = cx.read(|db| storage::journal::heads(db, &chains))?;
    let is_own = territory.is_some_and(|id| me.scope.territories.contains(&id));
    Ok(PrintedBookPage {
        unit: body.name.clone(),
        lines: lines.into_iter().map(|line| BookLine::of(line, &cx.directory)).collect(),
        next: next.map(|number| filters.next("after", &number)),
        papers: filters.query("after"),
        printed_at: cx.now,
        heads: heads
            .into_iter()
            .map(|(number, hash)| HeadLine {
                hash: hex::encode(hash),
                number: is_own.then_some(number),
            })
            .collect(),
    })
}

/// The book of one unit; which one, the address says, unless the reader has but one.
pub async fn show(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/book/printed", FIELDS, pairs.into_inner());
    request.signed(move |cx, me| cx.show(&read(cx, me, &filters)?)).await
}

/// The same entries as PDF.
pub async fn paper(
    request: IncomingRequest,
    language: web::Path<String>,
    pairs: web::Query<Pairs>,
) -> HttpResponse {
    let filters = ListFilters::read("/book/printed", FIELDS, pairs.into_inner());
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let language = paper::language(&language)?;
            let page = read(cx, me, &filters)?;
            let rows = page.lines.iter().map(|line| line.cells(language)).collect();
            let says = |key: &str| phrases::plain(language, key);
            let goes_on = page.next.map(|_| says("paper-goes-on"));
            let head = |head: HeadLine| format!("{} {}", says("book-head"), head.hash);
            let close = goes_on.into_iter().chain(page.heads.into_iter().map(head)).collect();
            let of = (&page.unit, today(cx.now));
            let table = (&COLUMNS[..], rows);
            paper::show(&office::extract(language, of, "book-heading", table, close), "kitap")
        })
        .await
}

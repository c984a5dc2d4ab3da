//! The border-service book, section of results: what duties of the squads came to (clauses 10, 23).

use super::book::{filter, readable};
use crate::{
    domain::{
        book::BookKind,
        id::{self, Id},
        language::Named,
        plan::Activity,
        time::Instant,
    },
    storage::{self, record::book::ResultLine},
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            filters::{FilterBar, ListFilters, Options, Pairs, of_names},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const PAGE: i64 = 50;

const FIELDS: &[&str] = &["unit", "from", "to"];

/// The entries, a page of them.
#[derive(Serialize)]
pub struct BookResultsPage {
    lines: Vec<Line>,
    next: Option<String>,
    filters: FilterBar,
    /// The general record of a subdivision; else the book of a unit.
    is_general: bool,
}

#[derive(Serialize)]
struct Line {
    number: i64,
    unit: Option<Named>,
    kind: String,
    entered_at: Instant,
    plan: String,
    squad: Named,
    starts_at: Instant,
    ends_at: Instant,
    activities: Vec<Activity>,
    attended: Vec<String>,
    summary: String,
    corrects: Option<i64>,
    corrected_by: Option<i64>,
    /// The hash of its journal entry.
    hash: String,
}

impl Page for BookResultsPage {
    fn template(&self) -> &'static str {
        "pages/record/book_results.html"
    }
}

impl Sample for BookResultsPage {
    fn samples() -> Vec<Self> {
        let bar = || ListFilters::read("/book/results", FIELDS, Pairs::new()).bar(Options::new());
        let line = |kind: BookKind| Line {
            number: 1,
            unit: Some(example::unit()),
            kind: kind.as_str().to_owned(),
            entered_at: Instant::default(),
            plan: "П-2026-0001".to_owned(),
            squad: example::squad(),
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            activities: vec![Activity::Block, Activity::Force],
            attended: vec!["Үлгіев Үлгі".to_owned()],
            summary: "Өткізілді".to_owned(),
            corrects: (kind == BookKind::ResultCorrected).then_some(1),
            corrected_by: (kind == BookKind::Result).then_some(2),
            hash: "00".repeat(32),
        };
        let full = Self {
            lines: vec![line(BookKind::Result), line(BookKind::ResultCorrected)],
            next: Some("/book/results?before=1".to_owned()),
            filters: bar(),
            is_general: true,
        };
        vec![full, Self { lines: Vec::new(), next: None, filters: bar(), is_general: false }]
    }
}

/// The newest entries of the reader's books.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/book/results", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let units = readable(cx, me);
            let wanted = filter(&filters)?;
            let before = filters.cursor("before", |id| id.parse().ok());
            let lines =
                cx.read(|db| storage::record::book::results(db, &units, &wanted, before, PAGE))?;
            let (lines, next) = first_page(lines, PAGE, |line| line.id.to_string());
            let ids: Vec<Id<id::PlanResult>> = lines.iter().map(|line| line.result).collect();
            let (done, came) = cx.read(|db| {
                use storage::plans::result;
                Ok((result::activities(db, &ids)?, result::people(db, &ids)?))
            })?;
            let line = |line: ResultLine| Line {
                number: line.number,
                unit: cx.directory.name_at(line.unit, line.entered_at).cloned(),
                kind: line.kind,
                entered_at: line.entered_at,
                plan: line.plan.reference,
                squad: Named::of_squad(line.plan.squad_kk, line.plan.squad_ru),
                starts_at: line.plan.period.0,
                ends_at: line.plan.period.1,
                activities: of(&done, line.result),
                attended: of(&came, line.result),
                summary: line.summary,
                corrects: line.corrects,
                corrected_by: line.corrected_by,
                hash: hex::encode(line.hash),
            };
            let bodies = cx.directory.by_name(&units);
            let named = bodies.iter().filter(|_| bodies.len() > 1);
            let choices = of_names(named.map(|body| (body.id, &body.name)));
            cx.show(&BookResultsPage {
                lines: lines.into_iter().map(line).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(Options::from([("unit", choices)])),
                is_general: !me.scope.territories.is_empty(),
            })
        })
        .await
}

/// The parts of that result.
fn of<T: Clone>(all: &[(Id<id::PlanResult>, T)], id: Id<id::PlanResult>) -> Vec<T> {
    all.iter().filter(|(of, _)| *of == id).map(|(_, one)| one.clone()).collect()
}

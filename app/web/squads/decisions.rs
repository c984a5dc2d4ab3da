//! Decisions of the council: recorded, never changed.

use crate::{
    domain::{
        decision::DecisionKind,
        id::{self, Id},
    },
    storage::{self, lists::copy::Owner, squads::decision::Filter},
    web::{
        pages::{Page, Sample, decision_view::DecisionView, paging::first_page},
        request::{
            error::WebError,
            filters::{FilterBar, ListFilters, Options, Pairs, of_values, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const PAGE: i64 = 50;

const FIELDS: &[&str] = &["year", "kind"];

/// The decisions, a page of them.
#[derive(Serialize)]
pub struct DecisionsPage {
    decisions: Vec<DecisionView>,
    next: Option<String>,
    filters: FilterBar,
}

impl Page for DecisionsPage {
    fn template(&self) -> &'static str {
        "pages/squads/decisions.html"
    }
}

impl Sample for DecisionsPage {
    fn samples() -> Vec<Self> {
        let filters = |pairs: Pairs| {
            ListFilters::read("/decisions", FIELDS, pairs).bar(options(vec![2026, 2025]))
        };
        let decisions = DecisionKind::ALL.iter().map(|kind| DecisionView::sample(*kind)).collect();
        let next = Some("/decisions?before=1".to_owned());
        vec![
            Self {
                decisions,
                next,
                filters: filters(vec![("year".to_owned(), "2026".to_owned())]),
            },
            Self { decisions: Vec::new(), next: None, filters: filters(Pairs::new()) },
        ]
    }
}

/// One decision with the scan of its minutes.
#[derive(Serialize)]
pub struct DecisionPage {
    decision: DecisionView,
    pages: Vec<Id<id::CopyPage>>,
}

impl Page for DecisionPage {
    fn template(&self) -> &'static str {
        "pages/squads/decision.html"
    }
}

impl Sample for DecisionPage {
    fn samples() -> Vec<Self> {
        let scanned = Self {
            decision: DecisionView::sample(DecisionKind::Create),
            pages: vec![Id::new(), Id::new()],
        };
        vec![
            scanned,
            Self { decision: DecisionView::sample(DecisionKind::Reject), pages: Vec::new() },
        ]
    }
}

/// The decisions of the reader's councils, newest first.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/decisions", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter { kind: filters.get("kind")?, year: filters.get("year")? };
            let before = filters.cursor("before", |id| id.parse().ok());
            let councils = cx.directory.with_predecessors(&me.scope.councils);
            let decisions = cx
                .read(|db| storage::squads::decision::page(db, &councils, &filter, before, PAGE))?;
            let years = cx.read(|db| storage::squads::decision::years(db, &councils))?;
            let (decisions, next) = first_page(decisions, PAGE, |d| d.id.to_string());
            cx.show(&DecisionsPage {
                decisions: decisions.iter().map(DecisionView::from).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(options(years)),
            })
        })
        .await
}

fn options(years: Vec<i32>) -> Options {
    Options::from([
        ("year", of_values(years)),
        ("kind", of_words("decision", DecisionKind::ALL.iter().copied())),
    ])
}

/// One decision with the scan of its minutes, for the council whose it is.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Decision> = id.parse().map_err(|_| WebError::NotFound)?;
            let councils = cx.directory.with_predecessors(&me.scope.councils);
            let decision = cx
                .read(|db| storage::squads::decision::find(db, &councils, id))?
                .ok_or(WebError::NotFound)?;
            let pages = cx.read(|db| storage::lists::copy::of(db, Owner::Decision(id)))?;
            cx.show(&DecisionPage {
                decision: (&decision).into(),
                pages: pages.iter().map(|page| page.id).collect(),
            })
        })
        .await
}

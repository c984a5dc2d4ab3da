//! The border-service book, section of people (clause 23).

use crate::{
    domain::{body::DutyKind, book::BookKind, language::Named, permissions::Unmet, time::Instant},
    storage::{
        self,
        record::book::{Filter, Line},
    },
    web::{
        pages::{Page, Sample, paging::first_page},
        request::{
            current_user::CurrentUser,
            error::WebError,
            filters::{FilterBar, ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

const PAGE: i64 = 50;

const FIELDS: &[&str] = &["unit", "kind", "from", "to"];

/// The entries of books, a page of them.
#[derive(Serialize)]
pub struct BookPage {
    lines: Vec<BookLine>,
    next: Option<String>,
    filters: FilterBar,
}

#[derive(Serialize)]
struct BookLine {
    number: i64,
    kind: String,
    entered_at: Instant,
    name: String,
    squad: Named,
}

impl Page for BookPage {
    fn template(&self) -> &'static str {
        "pages/record/book.html"
    }
}

impl Sample for BookPage {
    fn samples() -> Vec<Self> {
        let words = || Options::from([("kind", of_words("book", BookKind::ALL.iter().copied()))]);
        let pairs = vec![("from".to_owned(), "2026-11-22".to_owned())];
        let line = |kind: &BookKind| BookLine {
            number: 1,
            kind: kind.as_str().to_owned(),
            entered_at: Instant::default(),
            name: "Үлгіев Үлгі".to_owned(),
            squad: Named::of_squad("Үлгі".to_owned(), "Улги".to_owned()),
        };
        let lines = BookKind::ALL.iter().map(line).collect();
        let filters = ListFilters::read("/book", FIELDS, pairs).bar(words());
        let full = Self { lines, next: Some("/book?before=1".to_owned()), filters };
        let filters = ListFilters::read("/book", FIELDS, Pairs::new()).bar(words());
        vec![full, Self { lines: Vec::new(), next: None, filters }]
    }
}

/// The newest entries of the reader's units.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/book", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            if !me.has(DutyKind::UnitRepresentative) {
                return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::UnitRepresentative)]));
            }
            let filter = Filter {
                unit: filters.get("unit")?,
                kind: filters.get("kind")?,
                from: filters.from()?,
                until: filters.until()?,
            };
            let before = filters.cursor("before", |id| id.parse().ok());
            // The book of a unit that was succeeded is read on; its numbers stay its own.
            let units = cx.directory.with_predecessors(&me.scope.units);
            let lines =
                cx.read(|db| storage::record::book::page(db, &units, &filter, before, PAGE))?;
            let (lines, next) = first_page(lines, PAGE, |(id, _)| id.to_string());
            cx.show(&BookPage {
                lines: lines.into_iter().map(|(_, line)| line.into()).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(options(me)),
            })
        })
        .await
}

impl From<Line> for BookLine {
    fn from(line: Line) -> Self {
        Self {
            number: line.number,
            kind: line.kind,
            entered_at: line.entered_at,
            name: line.name,
            squad: Named::of_squad(line.squad_kk, line.squad_ru),
        }
    }
}

/// What the entries can be filtered by; an empty choice is not offered.
fn options(me: &CurrentUser) -> Options {
    let own: Vec<_> = me.bodies.iter().filter(|b| me.scope.units.contains(&b.id)).collect();
    Options::from([
        ("unit", of_names(own.iter().filter(|_| own.len() > 1).map(|b| (b.id, &b.name)))),
        ("kind", of_words("book", BookKind::ALL.iter().copied())),
    ])
}

//! The border-service book, section of people: a unit's own, or the general record of a subdivision over all its units (clause 23).

use super::off_record::OffLine;
use crate::{
    documents::office::date,
    domain::{
        book::{BookKind, BookSection},
        clause::Circumstance,
        id::{self, Id},
        language::{Language, Named},
        time::{Instant, local},
    },
    phrases::{self, Arguments},
    storage::{
        self,
        offices::directory::Directory,
        record::book::{Filter, Line},
    },
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            filters::{FilterBar, ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

const PAGE: i64 = 50;

const FIELDS: &[&str] = &["unit", "kind", "from", "to"];

/// The entries of books, a page of them.
#[derive(Serialize)]
pub struct BookPage {
    lines: Vec<BookLine>,
    next: Option<String>,
    filters: FilterBar,
    /// The general record of a subdivision; else the book of a unit.
    is_general: bool,
    /// Books that can be printed.
    books: Vec<Book>,
}

/// A book by its unit.
#[derive(Serialize)]
struct Book {
    unit: Id<id::Body>,
    name: Named,
}

/// An entry.
#[derive(Serialize)]
pub struct BookLine {
    pub number: i64,
    pub unit: Option<Named>,
    pub kind: String,
    pub entered_at: Instant,
    pub name: String,
    /// None of a freelance officer.
    pub squad: Option<Named>,
    pub training: Option<TrainingLine>,
    pub off: Option<OffLine>,
    pub corrects: Option<i64>,
    pub corrected_by: Option<i64>,
    /// The hash of its journal entry.
    pub hash: String,
}

/// A training as an entry tells it.
#[derive(Serialize)]
pub struct TrainingLine {
    pub held_on: NaiveDate,
    pub base: String,
    pub held_by: String,
}

impl Page for BookPage {
    fn template(&self) -> &'static str {
        "pages/record/book.html"
    }
}

impl Sample for BookPage {
    fn samples() -> Vec<Self> {
        let words =
            || Options::from([("kind", of_words("book", BookKind::of(BookSection::Persons)))]);
        let pairs = vec![("from".to_owned(), "2026-11-22".to_owned())];
        let book = || Book { unit: Id::new(), name: example::unit() };
        let filters = ListFilters::read("/book", FIELDS, pairs).bar(words());
        let full = Self {
            lines: BookLine::samples(),
            next: Some("/book?before=1".to_owned()),
            filters,
            is_general: true,
            books: vec![book(), book()],
        };
        let filters = ListFilters::read("/book", FIELDS, Pairs::new()).bar(words());
        let own =
            Self { lines: Vec::new(), next: None, filters, is_general: false, books: vec![book()] };
        vec![full, own]
    }
}

impl BookLine {
    /// The cells of the entry on paper: number, moment, name, squad, the entry, and the beginning of its hash.
    pub fn cells(&self, language: Language) -> Vec<String> {
        let says = |key: &str, with: Arguments| phrases::say(language, key, &with);
        let training = self.training.as_ref().map(|training| {
            format!("{}, {}, {}", date(training.held_on), training.base, training.held_by)
        });
        let off = self.off.as_ref().and_then(|off| {
            let item = off.item.as_str().to_owned().into();
            let with = [("item".into(), item), ("date".into(), date(off.arose_on).into())];
            let line = says("off-record-line", Arguments::from(with))?;
            let death = off.is_death.then(|| phrases::plain(language, "off-record-death"));
            Some([Some(line), death].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        });
        let number = |n: i64| Arguments::from([("n".into(), n.into())]);
        let corrects = self.corrects.and_then(|n| says("book-corrects", number(n)));
        let corrected = self.corrected_by.and_then(|n| says("book-corrected-by", number(n)));
        let entry = [Some(phrases::word(language, "book", &self.kind)), training, off];
        let entry: Vec<String> = entry.into_iter().chain([corrects, corrected]).flatten().collect();
        vec![
            self.number.to_string(),
            local(self.entered_at).format("%d.%m.%Y %H:%M").to_string(),
            self.name.clone(),
            match &self.squad {
                Some(squad) => format!("«{}»", squad.get(language)),
                None => phrases::plain(language, "freelance-officer"),
            },
            entry.join("; "),
            self.hash.chars().take(16).collect(),
        ]
    }

    /// A line of each kind, corrected and not.
    pub fn samples() -> Vec<Self> {
        let line = |kind: &BookKind| Self {
            number: 1,
            unit: Some(example::unit()),
            kind: kind.as_str().to_owned(),
            entered_at: Instant::default(),
            name: "Үлгіев Үлгі".to_owned(),
            squad: (*kind != BookKind::Registered).then(example::squad),
            training: (*kind == BookKind::Trained).then(|| TrainingLine {
                held_on: NaiveDate::default(),
                base: "Үлгі әскери бөлімі".to_owned(),
                held_by: "Үлгіев Ү.".to_owned(),
            }),
            off: (*kind == BookKind::OffRecord)
                .then(|| OffLine::sample(Circumstance::ExcludingCircumstances)),
            corrects: (*kind == BookKind::TrainingWithdrawn).then_some(2),
            corrected_by: (*kind == BookKind::Trained).then_some(3),
            hash: "00".repeat(32),
        };
        BookKind::of(BookSection::Persons).map(|kind| line(&kind)).collect()
    }

    /// The entry, with the name of its unit as it was then.
    pub fn of(line: Line, directory: &Directory) -> Self {
        Self {
            number: line.number,
            unit: directory.name_at(line.unit, line.entered_at).cloned(),
            kind: line.kind,
            entered_at: line.entered_at,
            name: line.name,
            squad: line.squad,
            training: line.training.map(|training| TrainingLine {
                held_on: training.held_on,
                base: training.base,
                held_by: training.held_by,
            }),
            off: line.off_record.map(|off| OffLine::of(off, None)),
            corrects: line.corrects,
            corrected_by: line.corrected_by,
            hash: hex::encode(line.hash),
        }
    }
}

/// The units whose books the reader may read: the own, those below an own subdivision, and all that these have succeeded.
/// Numbers of a book that was succeeded stay its own.
pub fn readable(cx: &RequestContext, me: &CurrentUser) -> Vec<Id<id::Body>> {
    let units = cx.directory.units_of(&me.scope);
    cx.directory.with_predecessors(&units)
}

/// The newest entries of the reader's books.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/book", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let units = readable(cx, me);
            let filter = filter(&filters)?;
            let before = filters.cursor("before", |id| id.parse().ok());
            let lines =
                cx.read(|db| storage::record::book::page(db, &units, &filter, before, PAGE))?;
            let (lines, next) = first_page(lines, PAGE, |line| line.id.to_string());
            let books: Vec<Book> = cx
                .directory
                .by_name(&units)
                .into_iter()
                .map(|body| Book { unit: body.id, name: body.name.clone() })
                .collect();
            let choices = of_names(
                books.iter().filter(|_| books.len() > 1).map(|book| (book.unit, &book.name)),
            );
            let options = Options::from([
                ("unit", choices),
                ("kind", of_words("book", BookKind::of(BookSection::Persons))),
            ]);
            cx.show(&BookPage {
                lines: lines.into_iter().map(|line| BookLine::of(line, &cx.directory)).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(options),
                is_general: !me.scope.territories.is_empty(),
                books,
            })
        })
        .await
}

/// The entries that an address asks for.
pub fn filter(filters: &ListFilters) -> Result<Filter, WebError> {
    Ok(Filter {
        unit: filters.get("unit")?,
        kind: filters.get("kind")?,
        from: filters.from()?,
        until: filters.until()?,
    })
}

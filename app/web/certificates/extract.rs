//! The register as a spreadsheet, and as an extract on paper.

use super::{own_register, register::wanted};
use crate::{
    documents::office,
    domain::{
        language::Language,
        time::{local, today},
    },
    intake::export,
    phrases::{self, Arguments},
    storage::{
        Scope,
        certificates::certificate::{self, Certificate},
    },
    web::{
        pages::paging::first_page,
        request::{
            error::WebError,
            filters::{ListFilters, Pairs},
            incoming::IncomingRequest,
            paper,
            permit::Permit,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;

/// The columns: the phrase of the title and its width in characters.
const COLUMNS: [(&str, u16); 9] = [
    ("certificate-number", 12),
    ("certificate-kind", 34),
    ("certificate-holder", 40),
    ("certificate-state", 24),
    ("certificate-issued-on", 14),
    ("certificate-signatory", 50),
    ("certificate-handed-over-on", 14),
    ("certificate-void-since", 44),
    ("certificate-paper", 18),
];

/// The whole register, in the reader's language.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let (id, _) = own_register(cx, me, &id)?;
            let all = cx.read(|db| certificate::all(db, id))?;
            let headings = COLUMNS.map(|(key, width)| (phrases::plain(cx.language, key), width));
            let content = export::sheet(&headings, all.iter().map(|one| row(cx.language, one)));
            let content = content.map_err(|e| WebError::Failed(e.to_string()))?;
            Ok(Reply::spreadsheet(content, "kualikter.xlsx".to_owned()))
        })
        .await
}

/// Certificates of one extract; a longer register is printed in parts.
const LINES: i64 = 500;

const FIELDS: &[&str] = &["state", "kind", "number"];

/// The columns on paper, with their widths; what has become of a void paper is for the office alone.
const ON_PAPER: [(&str, u8); 8] = [
    ("certificate-number", 6),
    ("certificate-kind", 9),
    ("certificate-holder", 14),
    ("certificate-state", 7),
    ("certificate-issued-on", 6),
    ("certificate-signatory", 14),
    ("certificate-handed-over-on", 6),
    ("certificate-void-since", 11),
];

/// The certificates that the filters of the register's page leave, the latest first, as PDF.
pub async fn paper(
    request: IncomingRequest,
    path: web::Path<(String, String)>,
    pairs: web::Query<Pairs>,
) -> HttpResponse {
    let filters = ListFilters::read("/certificates", FIELDS, pairs.into_inner());
    request
        .with(Permit::Reading)
        .signed(move |cx, me| {
            let language = paper::language(&path.1)?;
            let (id, name) = own_register(cx, me, &path.0)?;
            let scope = Scope { territories: vec![id], ..Scope::default() };
            let before = filters.cursor("before", |id| id.parse().ok());
            let wanted = wanted(&filters)?;
            let found = cx.read(|db| certificate::page(db, &scope, wanted, before, LINES))?;
            let (found, next) = first_page(found, LINES, |one| one.id.to_string());
            let cells = |one: &Certificate| {
                let mut cells = row(language, one);
                cells.truncate(ON_PAPER.len());
                cells
            };
            let rows = found.iter().map(cells).collect();
            let last = found.iter().rev().find_map(|one| one.number.clone()).unwrap_or_default();
            let last = Arguments::from([("number".into(), last.into())]);
            let close = next.and_then(|_| phrases::say(language, "register-goes-on", &last));
            let of = (&name, today(cx.now));
            let close = close.into_iter().collect();
            let table = (&ON_PAPER[..], rows);
            paper::show(
                &office::extract(language, of, "register-extract-title", table, close),
                "tizilim",
            )
        })
        .await
}

fn row(language: Language, of: &Certificate) -> Vec<String> {
    let word = |of, is| phrases::word(language, of, is);
    let day =
        |on: Option<NaiveDate>| on.map(|on| on.format("%d.%m.%Y").to_string()).unwrap_or_default();
    let (position, rank, name) = &of.signatory;
    let signatory: Vec<&str> =
        [position, rank, name].into_iter().filter_map(|part| part.as_deref()).collect();
    let void = of.voided_at.zip(of.void_cause).map(|(at, cause)| {
        format!("{}: {}", day(Some(local(at).date())), word("void-cause", cause.as_str()))
    });
    vec![
        of.number.clone().unwrap_or_default(),
        word("certificate-kind", of.kind.as_str()),
        of.holder(),
        word("certificate", of.state.as_str()),
        day(of.issued_on),
        signatory.join(", "),
        day(of.handed_over_on),
        void.unwrap_or_default(),
        of.paper_fate.map(|fate| word("paper-fate", fate.as_str())).unwrap_or_default(),
    ]
}

//! The register as a spreadsheet.

use super::own_register;
use crate::{
    domain::{language::Language, time::local},
    intake::export,
    phrases,
    storage::certificates::certificate::{self, Certificate},
    web::request::{error::WebError, incoming::IncomingRequest, permit::Permit, reply::Reply},
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

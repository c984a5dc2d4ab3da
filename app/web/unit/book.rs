//! The border-service book, section of people (clause 23).

use crate::{
    domain::{body::DutyKind, permissions::Missing},
    storage,
    web::{error::WebError, visit::Call},
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

const PAGE: i64 = 50;

/// Where the page before ended.
#[derive(Deserialize)]
pub struct Filter {
    before: Option<String>,
}

/// The newest entries of the reader's units.
pub async fn index(call: Call, filter: web::Query<Filter>) -> HttpResponse {
    let before = filter.into_inner().before.and_then(|id| id.parse().ok());
    call.signed(move |visit, reader| {
        if !reader.has(DutyKind::UnitRepresentative) {
            return Err(WebError::Denied(vec![Missing::Duty(DutyKind::UnitRepresentative)]));
        }
        let lines = visit.read(|db| {
            // The book of a unit that was succeeded is read on; its numbers stay its own.
            let units = storage::body::with_predecessors(db, &reader.scope.units)?;
            storage::book::page(db, &units, before, PAGE)
        })?;
        let (lines, next) = crate::web::first_page(lines, PAGE, |(id, _)| *id);
        let lines: Vec<Value> = lines
            .iter()
            .map(|(_, l)| {
                let squad = json!({ "kk": l.squad_kk, "ru": l.squad_ru, "en": l.squad_kk });
                json!({ "number": l.number, "kind": l.kind, "entered_at": l.entered_at, "name": l.name, "squad": squad, "journal": l.journal_number })
            })
            .collect();
        visit.show("pages/book.html", &json!({ "lines": lines, "next": next }))
    })
    .await
}

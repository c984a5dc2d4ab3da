//! The border-service book, section of people (clause 23).

use crate::{
    domain::{body::DutyKind, book::BookKind, permissions::Missing},
    storage::{self, record::book::Filter},
    web::request::{
        context::Call,
        error::WebError,
        filters::{Asked, Pairs, of_names, of_words},
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: i64 = 50;

/// The newest entries of the reader's units.
pub async fn index(call: Call, pairs: web::Query<Pairs>) -> HttpResponse {
    let asked = Asked::read("/book", &["unit", "kind", "from", "to"], pairs.into_inner());
    call.signed(move |visit, reader| {
        if !reader.has(DutyKind::UnitRepresentative) {
            return Err(WebError::Denied(vec![Missing::Duty(DutyKind::UnitRepresentative)]));
        }
        let filter = Filter { unit: asked.get("unit")?, kind: asked.get("kind")?, from: asked.from()?, until: asked.until()? };
        let before = asked.cursor("before", |id| id.parse().ok());
        let lines = visit.read(|db| {
            // The book of a unit that was succeeded is read on; its numbers stay its own.
            let units = storage::offices::body::with_predecessors(db, &reader.scope.units)?;
            storage::record::book::page(db, &units, &filter, before, PAGE)
        })?;
        let (lines, next) = crate::web::first_page(lines, PAGE, |(id, _)| id.to_string());
        let lines: Vec<Value> = lines
            .iter()
            .map(|(_, l)| {
                let squad = json!({ "kk": l.squad_kk, "ru": l.squad_ru, "en": l.squad_kk });
                json!({ "number": l.number, "kind": l.kind, "entered_at": l.entered_at, "name": l.name, "squad": squad, "journal": l.journal_number })
            })
            .collect();
        let own: Vec<_> = reader.bodies.iter().filter(|b| reader.scope.units.contains(&b.id)).collect();
        let filters = asked.words(&json!({
            "unit": of_names(own.iter().filter(|_| own.len() > 1).map(|b| (b.id, &b.name))),
            "kind": of_words("book", BookKind::ALL.iter().copied()),
            }));
        visit.show("pages/record/book.html", &json!({ "lines": lines, "next": next.map(|id| asked.next("before", &id)), "filters": filters }))
    })
    .await
}

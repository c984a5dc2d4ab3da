//! The border-service book, section of people (clause 23).

use crate::{
    domain::{body::DutyKind, book::BookKind, permissions::Unmet},
    storage::{self, record::book::Filter},
    web::{
        pages::Loose,
        request::{
            error::WebError,
            filters::{ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: i64 = 50;

/// The newest entries of the reader's units.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/book", &["unit", "kind", "from", "to"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            if !me.has(DutyKind::UnitRepresentative) {
                return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::UnitRepresentative)]));
            }
            let filter = Filter { unit: filters.get("unit")?, kind: filters.get("kind")?, from: filters.from()?, until: filters.until()? };
            let before = filters.cursor("before", |id| id.parse().ok());
            let lines = cx.read(|db| {
                // The book of a unit that was succeeded is read on; its numbers stay its own.
                let units = storage::offices::body::with_predecessors(db, &me.scope.units)?;
                storage::record::book::page(db, &units, &filter, before, PAGE)
            })?;
            let (lines, next) = crate::web::pages::paging::first_page(lines, PAGE, |(id, _)| id.to_string());
            let lines: Vec<Value> = lines
                .iter()
                .map(|(_, l)| {
                    let squad = json!({ "kk": l.squad_kk, "ru": l.squad_ru, "en": l.squad_kk });
                    json!({ "number": l.number, "kind": l.kind, "entered_at": l.entered_at, "name": l.name, "squad": squad })
                })
                .collect();
            let own: Vec<_> = me.bodies.iter().filter(|b| me.scope.units.contains(&b.id)).collect();
            let choices = filters.bar(Options::from([
                ("unit", of_names(own.iter().filter(|_| own.len() > 1).map(|b| (b.id, &b.name)))),
                ("kind", of_words("book", BookKind::ALL.iter().copied())),
            ]));
            cx.show(&Loose(
                "pages/record/book.html",
                json!({ "lines": lines, "next": next.map(|id| filters.next("before", &id)), "filters": choices }),
            ))
        })
        .await
}

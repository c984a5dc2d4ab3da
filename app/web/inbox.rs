//! What waits on the reader, grouped by urgency, and what the reader waits for.

use super::{answer::Answer, error::WebError, posted::Posted, visit::Call};
use crate::{
    domain::{
        handoff::{Nature, Urgency, urgency},
        id::Id,
        time::days_left,
    },
    storage::{self, handoff::Handoff},
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// The most handoffs an inbox shows.
const LIMIT: i64 = 1000;

/// The inbox. A note never changes the order: it goes by urgency and age.
pub async fn show(call: Call) -> HttpResponse {
    call.signed(|visit, reader| {
        let bodies = reader.scope.bodies();
        let (mine, others) = visit.read(|db| {
            let mine = storage::handoff::inbox(db, &reader.holdings, LIMIT)?;
            Ok((mine, storage::handoff::waiting_on_others(db, &bodies, LIMIT)?))
        })?;
        let group = |h: &Handoff| {
            let due = h.due_at.zip(h.due_nature).map(|(at, nature)| (nature, days_left(visit.now, at)));
            urgency(h.nature, due, h.first_opened_at.is_some())
        };
        let groups: Vec<Value> = Urgency::ALL
            .iter()
            .map(|u| json!({ "urgency": u, "handoffs": mine.iter().filter(|h| group(h) == *u).map(|h| line(h, visit.now)).collect::<Vec<_>>() }))
            .filter(|g| g["handoffs"].as_array().is_some_and(|h| !h.is_empty()))
            .collect();
        let waiting: Vec<Value> = others
            .iter()
            .map(|(h, body)| {
                let mut line = line(h, visit.now);
                line["body"] = json!(body.name);
                line
            })
            .collect();
        let count = mine.iter().filter(|h| h.nature == Nature::Duty).count();
        visit.show("pages/inbox.html", &json!({ "groups": groups, "others": waiting, "count": count }))
    })
    .await
}

fn line(h: &Handoff, now: crate::domain::time::Instant) -> Value {
    json!({
        "id": h.id,
        "kind": h.kind,
        "nature": h.nature,
        "case_kind": h.case_kind,
        "case_id": h.case_id,
        "squad": { "kk": h.squad_kk, "ru": h.squad_ru, "en": h.squad_kk },
        "reference": h.squad_reference,
        "opened_at": h.opened_at,
        "due_at": h.due_at,
        "due_nature": h.due_nature,
        "days": h.due_at.map(|due| days_left(now, due)),
    })
}

/// Closes what was for information, by its reader.
pub async fn close(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, _| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let handoff = visit.read(|db| storage::handoff::find(db, &reader.holdings, id))?.ok_or(WebError::NotFound)?;
        if handoff.nature != Nature::Information {
            return Err(WebError::BadRequest);
        }
        visit.house.store.write(|db| storage::handoff::close_read(db, id, visit.now))?;
        Ok(Answer::See("/inbox".into()))
    })
    .await
}

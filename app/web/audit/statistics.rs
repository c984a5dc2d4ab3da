//! Counts for auditors, of the bodies they audit, and for heads, of their subdivision; never a name.

use super::Audited;
use crate::{
    domain::{
        body::DutyKind,
        id::Id,
        permissions::Missing,
        time::{Instant, days_left},
    },
    storage::{self, Scope, statistics},
    web::{
        error::WebError,
        visit::{Call, Reader, Visit},
    },
};
use actix_web::HttpResponse;
use serde::Serialize;
use serde_json::{Value, json};

/// The page.
pub async fn show(call: Call) -> HttpResponse {
    call.signed(|visit, reader| {
        let scope = scope(visit, reader)?;
        let content = visit.read(|db| {
            let without_leader = statistics::without_leader(db, &scope)?;
            let past_target = statistics::past_target(db, &scope, visit.now)?;
            Ok(json!({
                "squads": counts(&statistics::squads(db, &scope)?),
                "memberships": counts(&statistics::memberships(db, &scope)?),
                "without_leader": without_leader.iter().map(|(id, reference)| case(reader, *id, reference)).collect::<Vec<_>>(),
                "past_target": past_target.iter().map(|(id, reference, due)| late(visit, reader, *id, reference, *due)).collect::<Vec<_>>(),
            }))
        })?;
        visit.show("pages/statistics.html", &content)
    })
    .await
}

/// An auditor's bodies and a head's subdivision; 403 for whoever is neither.
fn scope(visit: &Visit, reader: &Reader) -> Result<Scope, WebError> {
    let headed: Vec<Id> = reader.holdings.iter().filter(|h| h.kind == DutyKind::Head).map(|h| h.body).collect();
    if reader.has(DutyKind::Auditor) {
        let mut bodies = Audited::of(visit, reader)?.bodies;
        bodies.extend(visit.read(|db| storage::body::all(db, &headed))?);
        return Ok(Scope::over(&bodies));
    }
    if headed.is_empty() {
        return Err(WebError::Denied(vec![Missing::Duty(DutyKind::Auditor)]));
    }
    Ok(Scope { territories: headed, ..Scope::default() })
}

fn counts<S: Serialize + Ord + Copy>(found: &[(S, i64)]) -> Vec<Value> {
    let mut found = found.to_vec();
    found.sort_by_key(|(state, _)| *state);
    found.iter().map(|(state, count)| json!({ "state": state, "count": count })).collect()
}

/// A case by its reference; whoever audits opens no case.
fn case(reader: &Reader, id: Id, reference: &str) -> Value {
    json!({ "id": (!reader.has(DutyKind::Auditor)).then_some(id), "reference": reference })
}

fn late(visit: &Visit, reader: &Reader, id: Id, reference: &str, due: Instant) -> Value {
    let mut words = case(reader, id, reference);
    words["due_at"] = json!(due);
    words["days"] = json!(-days_left(visit.now, due));
    words
}

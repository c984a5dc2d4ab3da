//! The dashboard: counts for auditors, of the bodies they audit, and for heads, of their subdivision; never a name.

use super::Audited;
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        permissions::Unmet,
        time::{Instant, days_left},
    },
    storage::{self, Scope, statistics},
    web::{
        pages::Loose,
        request::{context::RequestContext, current_user::CurrentUser, error::WebError, incoming::IncomingRequest},
    },
};
use actix_web::HttpResponse;
use chrono::TimeDelta;
use serde::Serialize;
use serde_json::{Value, json};

/// The page.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let scope = scope(cx, me)?;
            let content = cx.read(|db| {
                let without_leader = statistics::without_leader(db, &scope)?;
                let past_target = statistics::past_target(db, &scope, cx.now)?;
                let (squads, memberships) = (statistics::squads(db, &scope)?, statistics::memberships(db, &scope)?);
                let vettings = statistics::vettings(db, &scope, cx.now - YEAR)?;
                Ok(json!({
                    "squads": counts("squad", &squads),
                    "squads_total": squads.iter().map(|(_, count)| count).sum::<i64>(),
                    "memberships": counts("membership", &memberships),
                    "memberships_total": memberships.iter().map(|(_, count)| count).sum::<i64>(),
                    "days": Days::of(&vettings).words(),
                    "failed_mails": statistics::failed_mails(db, &scope)?,
                    "without_leader": without_leader.iter().map(|(id, reference)| case(me, *id, reference)).collect::<Vec<_>>(),
                    "past_target": past_target.iter().map(|(id, reference, due)| late(cx, me, *id, reference, *due)).collect::<Vec<_>>(),
                }))
            })?;
            cx.show(&Loose("pages/audit/statistics.html", content))
        })
        .await
}

/// For how long outcomes are counted.
const YEAR: TimeDelta = TimeDelta::days(365);

/// How many days outcomes took from the receipt of their list.
struct Days {
    sorted: Vec<i64>,
}

impl Days {
    /// The last day of each span that is counted; whatever took longer is counted after them.
    const SPANS: [i64; 4] = [5, 10, 15, 30];

    fn of(vettings: &[(Instant, Instant)]) -> Self {
        let mut sorted: Vec<i64> = vettings.iter().map(|(received, settled)| days_left(*received, *settled)).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// A row for each span, and the day by which half of the outcomes were there.
    fn words(&self) -> Value {
        let mut from = 0;
        let mut rows: Vec<Value> = Vec::new();
        for to in Self::SPANS {
            let count = self.sorted.iter().filter(|days| (from..=to).contains(*days)).count();
            rows.push(json!({ "from": from, "to": to, "count": count }));
            from = to + 1;
        }
        rows.push(json!({ "from": from, "to": null, "count": self.sorted.iter().filter(|days| **days >= from).count() }));
        json!({ "rows": rows, "total": self.sorted.len(), "median": self.sorted.get(self.sorted.len() / 2) })
    }
}

/// An auditor's bodies and a head's subdivision; 403 for whoever is neither.
fn scope(cx: &RequestContext, me: &CurrentUser) -> Result<Scope, WebError> {
    let headed: Vec<Id<id::Body>> = me.holdings.iter().filter(|h| h.kind == DutyKind::Head).map(|h| h.body).collect();
    if me.has(DutyKind::Auditor) {
        let mut bodies = Audited::of(cx, me)?.bodies;
        bodies.extend(cx.read(|db| storage::offices::body::all(db, &headed))?);
        return Ok(Scope::over(&bodies.iter().map(|body| (body.id, body.kind)).collect::<Vec<_>>()));
    }
    if headed.is_empty() {
        return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Auditor)]));
    }
    Ok(Scope { territories: headed, ..Scope::default() })
}

fn counts<S: Serialize + Ord + Copy>(of: &str, found: &[(S, i64)]) -> Vec<Value> {
    let mut found = found.to_vec();
    found.sort_by_key(|(state, _)| *state);
    found.iter().map(|(state, count)| json!({ "of": of, "state": state, "count": count })).collect()
}

/// A case by its reference; whoever audits opens no case.
fn case(me: &CurrentUser, id: Id<id::Squad>, reference: &str) -> Value {
    json!({ "id": (!me.has(DutyKind::Auditor)).then_some(id), "reference": reference })
}

fn late(cx: &RequestContext, me: &CurrentUser, id: Id<id::Squad>, reference: &str, due: Instant) -> Value {
    let mut words = case(me, id, reference);
    words["due_at"] = json!(due);
    words["days"] = json!(-days_left(cx.now, due));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_outcome_is_counted_in_one_span_by_calendar_days() {
        let at = |text: &str| Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let received = at("2026-11-02 04:00");
        let vettings: Vec<_> = [0, 5, 6, 15, 16, 31, 90].map(|days| (received, received + TimeDelta::days(days))).into();
        let words = Days::of(&vettings).words();
        let counts: Vec<_> = words["rows"].as_array().unwrap().iter().map(|row| row["count"].as_u64().unwrap()).collect();
        assert_eq!(counts, [2, 1, 1, 1, 2]);
        assert_eq!((words["total"].as_u64(), words["median"].as_i64()), (Some(7), Some(15)));
        assert_eq!(Days::of(&[]).words()["median"], Value::Null);
    }
}

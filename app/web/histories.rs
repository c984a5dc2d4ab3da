//! The history of a case, from the journal: who, under which duty, what, on which clause, when, and what became of the mails.

use super::{
    error::WebError,
    visit::{Call, Reader, Visit},
};
use crate::{
    domain::{body::DutyKind, id::Id},
    storage::{self, journal::Stored},
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The history of a squad and all its lists.
pub async fn squad(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let (squad, mut cases) = visit
            .read(|db| {
                let Some(squad) = storage::squad::find(db, &reader.scope, id)? else { return Ok(None) };
                let lists = storage::member_list::of_squad(db, id)?;
                let own = crate::storage::Scope {
                    akimats: reader.scope.akimats.clone(),
                    territories: reader.scope.territories.clone(),
                    ..Default::default()
                };
                let mut cases = Vec::new();
                for (list, ..) in lists {
                    if storage::member_list::find(db, &own, list)?.is_some() {
                        cases.push(list);
                    }
                }
                Ok(Some((squad, cases)))
            })?
            .ok_or(WebError::NotFound)?;
        cases.push(id);
        let title = json!({ "reference": squad.reference, "name": squad.name, "url": format!("/squads/{id}") });
        show(visit, reader, &title, &cases)
    })
    .await
}

/// The history of one list.
pub async fn list(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let list = visit.read(|db| storage::member_list::find(db, &reader.scope, id))?.ok_or(WebError::NotFound)?;
        let title = json!({ "reference": list.reference, "name": list.squad.name, "url": format!("/lists/{id}") });
        show(visit, reader, &title, &[id])
    })
    .await
}

/// One line an act. What it did to each person is counted, and outcomes are counted for those only who may see them.
fn show(visit: &Visit, reader: &Reader, title: &Value, cases: &[Id]) -> Result<super::answer::Answer, WebError> {
    let (entries, mails) = visit.read(|db| Ok((storage::journal::of_cases(db, cases)?, storage::outbox::of_cases(db, cases)?)))?;
    let mut order: Vec<(Id, String)> = Vec::new();
    let mut acts: BTreeMap<(Id, String), Vec<&Stored>> = BTreeMap::new();
    for entry in &entries {
        let key = (entry.act_id, entry.act.clone());
        if !acts.contains_key(&key) {
            order.push(key.clone());
        }
        acts.entry(key).or_default().push(entry);
    }
    let mut lines = Vec::new();
    for key in order.iter().rev() {
        let Some(entries) = acts.get(key) else { continue };
        let mails: Vec<Value> = mails
            .iter()
            .filter(|m| m.act_id == key.0 && m.act == key.1)
            .map(|m| json!({ "kind": m.kind, "sent_at": m.sent_at, "failed": m.failed_at.is_some(), "attempts": m.attempts }))
            .collect();
        lines.push(line(visit, reader, entries, &mails)?);
    }
    visit.show("pages/history.html", &json!({ "title": title, "acts": lines }))
}

fn line(visit: &Visit, reader: &Reader, entries: &[&Stored], mails: &[Value]) -> Result<Value, WebError> {
    let Some(first) = entries.first() else { return Ok(Value::Null) };
    let words = first.words();
    // A body shows the name that it had then.
    let name = first.body_id.map(|id| visit.read(|db| storage::body::name_at(db, id, first.at))).transpose()?;
    // Names of officers stay within their own body; everybody sees body and duty.
    let is_own = first.body_id.is_some_and(|body| reader.bodies.iter().any(|own| own.id == body));
    let by = first.user_id.filter(|_| is_own).map(|id| visit.read(|db| storage::user::get(db, id))).transpose()?.map(|u| u.name);
    let duty: Option<DutyKind> = words["actor"]["duty"].as_str().and_then(|word| word.parse().ok());
    let deputy_for = match (first.user_id.filter(|_| is_own), duty, first.body_id) {
        (Some(user), Some(duty), Some(body)) => visit.read(|db| storage::duty::represented(db, user, duty, body, first.at))?,
        _ => None,
    };
    let mut steps: Vec<(String, String, usize)> = Vec::new();
    let sees_people = reader.has(DutyKind::AkimatOfficer) || reader.has(DutyKind::VettingOfficer) || reader.has(DutyKind::Head);
    for entry in entries {
        let to = entry.words()["data"]["to"].as_str().map(str::to_owned);
        let Some(to) = to.filter(|_| entry.subject != "entry" && (entry.subject != "membership" || sees_people)) else { continue };
        match steps.iter_mut().find(|(subject, word, _)| *subject == entry.subject && *word == to) {
            Some((.., count)) => *count += 1,
            None => steps.push((entry.subject.clone(), to, 1)),
        }
    }
    let steps: Vec<Value> = steps.into_iter().map(|(of, is, n)| json!({ "of": of, "is": is, "n": n })).collect();
    Ok(json!({
        "act": first.act,
        "at": first.at,
        "clause": words["clause"],
        "edition": words["edition"],
        "duty": words["actor"]["duty"],
        "body": name,
        "by": by,
        "deputy_for": deputy_for,
        "number": first.number,
        "steps": steps,
        "mails": mails,
    }))
}

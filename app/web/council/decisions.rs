//! Decisions of the council: recorded, never changed.

use crate::{
    acts::record_decision::{RecordDecision, lacks_for_appointment},
    domain::{decision::DecisionKind, id::Id, squad::SquadState, workflow::Act},
    storage::{self, decision::Decision},
    web::{
        answer::Answer,
        error::{WebError, faults_of},
        posted::{Posted, shown},
        visit::{Call, Reader, Visit, button},
    },
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

/// The decisions of the reader's councils, newest first.
pub async fn index(call: Call, filter: web::Query<Filter>) -> HttpResponse {
    let before = filter.into_inner().before.and_then(|id| id.parse().ok());
    call.signed(move |visit, reader| {
        let decisions = visit.read(|db| {
            let councils = storage::body::with_predecessors(db, &reader.scope.councils)?;
            storage::decision::page(db, &councils, before, PAGE)
        })?;
        let (decisions, next) = crate::web::first_page(decisions, PAGE, |d| d.id);
        visit.show("pages/decisions.html", &json!({ "decisions": decisions.iter().map(words).collect::<Vec<_>>(), "next": next }))
    })
    .await
}

/// A decision as templates see it.
pub fn words(d: &Decision) -> Value {
    json!({
        "id": d.id,
        "kind": d.kind,
        "number": d.number,
        "decided_on": d.decided_on,
        "presided_by": d.presided_by,
        "votes": { "for": d.votes_for, "against": d.votes_against, "abstained": d.votes_abstained },
        "squad": { "id": d.squad, "name": { "kk": d.squad_kk, "ru": d.squad_ru, "en": d.squad_kk } },
    })
}

/// The form.
pub async fn new(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let mut content = content(visit, reader, id)?;
        content["typed"] = json!({});
        content["errors"] = json!([]);
        visit.show("pages/decision_new.html", &content)
    })
    .await
}

/// Records the decision.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let squad: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let kind: DecisionKind = posted.text("kind").parse().map_err(|_| WebError::BadRequest)?;
        let verb = RecordDecision {
            squad,
            version: posted.version("version"),
            kind,
            number: posted.text("number").to_owned(),
            decided_on: posted.date("decided_on"),
            presided_by: posted.text("presided_by").to_owned(),
            votes: ["votes_for", "votes_against", "votes_abstained"].map(|field| posted.text(field).parse().ok()),
            leader: posted.id("leader"),
        };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/squads/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/squads/{squad}"))?;
                visit.again("pages/decision_new.html", content(visit, reader, squad)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

fn content(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    let content = visit.read(|db| {
        let Some(squad) = storage::squad::find(db, &reader.scope, id)? else { return Ok(None) };
        let case = squad.case();
        let lacks = lacks_for_appointment(db, id)?;
        let members: Vec<Value> = storage::membership::of_squad(db, id)?
            .iter()
            .filter(|m| m.state.is_current())
            .map(|m| json!({ "id": m.id, "name": m.full_name() }))
            .collect();
        let button = match squad.state {
            SquadState::Proposed => button(reader, Act::CreateSquad, &case, &[]),
            _ => button(reader, Act::AppointLeader, &case, &lacks),
        };
        Ok(Some(json!({ "squad": crate::web::squads::words(&squad), "members": members, "record": button })))
    })?;
    content.ok_or(WebError::NotFound)
}

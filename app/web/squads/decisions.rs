//! Decisions of the council: recorded, never changed.

use crate::{
    acts::squads::record_decision::{RecordDecision, lacks_for_appointment},
    domain::{decision::DecisionKind, id::Id, squad::SquadState, workflow::Act},
    storage::{
        self,
        lists::copy::Owner,
        squads::decision::{Decision, Filter},
    },
    web::{
        lists::copies::{Allowance, pictures},
        request::{
            context::{Call, Reader, Visit, button},
            error::{WebError, faults_of},
            filters::{Asked, Pairs, of_words},
            form::{Posted, Shown, shown},
            reply::Answer,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: i64 = 50;

/// The decisions of the reader's councils, newest first.
pub async fn index(call: Call, pairs: web::Query<Pairs>) -> HttpResponse {
    let asked = Asked::read("/decisions", &["year", "kind"], pairs.into_inner());
    call.signed(move |visit, reader| {
        let filter = Filter { kind: asked.get("kind")?, year: asked.get("year")? };
        let before = asked.cursor("before", |id| id.parse().ok());
        let councils = visit.read(|db| storage::offices::body::with_predecessors(db, &reader.scope.councils))?;
        let (decisions, years) = visit.read(|db| {
            Ok((storage::squads::decision::page(db, &councils, &filter, before, PAGE)?, storage::squads::decision::years(db, &councils)?))
        })?;
        let (decisions, next) = crate::web::first_page(decisions, PAGE, |d| d.id.to_string());
        let years: Vec<Value> = years.iter().map(|year| json!({ "value": year.to_string() })).collect();
        let filters = asked.words(&json!({ "year": years, "kind": of_words("decision", DecisionKind::ALL.iter().copied()) }));
        let next = next.map(|id| asked.next("before", &id));
        let decisions: Vec<Value> = decisions.iter().map(words).collect();
        visit.show("pages/squads/decisions.html", &json!({ "decisions": decisions, "next": next, "filters": filters }))
    })
    .await
}

/// One decision with the scan of its minutes, for the council whose it is.
pub async fn show(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let found = visit.read(|db| {
            let councils = storage::offices::body::with_predecessors(db, &reader.scope.councils)?;
            let Some(decision) = storage::squads::decision::find(db, &councils, id)? else { return Ok(None) };
            Ok(Some((decision, storage::lists::copy::of(db, Owner::Decision(id))?)))
        })?;
        let (decision, pages) = found.ok_or(WebError::NotFound)?;
        let pages: Vec<Id> = pages.iter().map(|page| page.id).collect();
        visit.show("pages/squads/decision.html", &json!({ "decision": words(&decision), "pages": pages }))
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
        let content = content(visit, reader, id)?;
        visit.form("pages/squads/decision_new.html", content)
    })
    .await
}

/// Records the decision.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.reading(posted, move |visit, reader, posted| {
        let squad: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let kind: DecisionKind = posted.text("kind").parse().map_err(|_| WebError::BadRequest)?;
        let (stands, mut minutes, mut left) = (content(visit, reader, squad)?, Vec::new(), Allowance::new());
        let fault = |code: &str| {
            let errors = [Shown { field: "minutes".into(), code: code.into() }];
            visit.again("pages/squads/decision_new.html", stands.clone(), posted, &errors)
        };
        if posted.is_too_large {
            return fault("files-too-large");
        }
        // Nothing is decoded for somebody who may not record a decision here.
        for file in posted.files("minutes").filter(|_| stands["record"]["can"] == true) {
            match pictures(visit, file, &mut left)? {
                Ok(pages) => minutes.extend(pages),
                Err(code) => return fault(code),
            }
        }
        let verb = RecordDecision {
            squad,
            version: posted.version("version"),
            kind,
            number: posted.text("number").to_owned(),
            decided_on: posted.date("decided_on"),
            presided_by: posted.text("presided_by").to_owned(),
            votes: ["votes_for", "votes_against", "votes_abstained"].map(|field| posted.text(field).parse().ok()),
            leader: posted.id("leader"),
            minutes,
        };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/squads/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/squads/{squad}"))?;
                visit.again("pages/squads/decision_new.html", stands, posted, &shown(&faults))
            }
        }
    })
    .await
}

fn content(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    let content = visit.read(|db| {
        let Some(squad) = storage::squads::squad::find(db, &reader.scope, id)? else { return Ok(None) };
        let case = squad.case();
        let lacks = lacks_for_appointment(db, id)?;
        let members: Vec<Value> = storage::squads::membership::of_squad(db, id)?
            .iter()
            .filter(|m| m.state.is_current())
            .map(|m| json!({ "id": m.id, "name": m.full_name() }))
            .collect();
        let button = match squad.state {
            SquadState::Proposed => button(reader, Act::CreateSquad, &case, &[]),
            _ => button(reader, Act::AppointLeader, &case, &lacks),
        };
        Ok(Some(json!({ "squad": crate::web::squads::squad::words(&squad), "members": members, "record": button })))
    })?;
    content.ok_or(WebError::NotFound)
}

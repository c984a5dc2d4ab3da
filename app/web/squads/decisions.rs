//! Decisions of the council: recorded, never changed.

use crate::{
    acts::squads::record_decision::{RecordDecision, preconditions_of_appointment},
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        squad::SquadState,
        workflow::Act,
    },
    storage::{
        self,
        lists::copy::Owner,
        squads::decision::{Decision, Filter},
    },
    web::{
        pages::{Loose, button::button},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            filters::{ListFilters, Options, Pairs, of_values, of_words},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            permit::Permit,
            pictures::{Allowance, read_pictures},
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: i64 = 50;

/// The decisions of the reader's councils, newest first.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/decisions", &["year", "kind"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter { kind: filters.get("kind")?, year: filters.get("year")? };
            let before = filters.cursor("before", |id| id.parse().ok());
            let councils = cx.read(|db| storage::offices::body::with_predecessors(db, &me.scope.councils))?;
            let (decisions, years) = cx.read(|db| {
                Ok((
                    storage::squads::decision::page(db, &councils, &filter, before, PAGE)?,
                    storage::squads::decision::years(db, &councils)?,
                ))
            })?;
            let (decisions, next) = crate::web::pages::paging::first_page(decisions, PAGE, |d| d.id.to_string());
            let options = [("year", of_values(years)), ("kind", of_words("decision", DecisionKind::ALL.iter().copied()))];
            let choices = filters.bar(Options::from(options));
            let next = next.map(|id| filters.next("before", &id));
            let decisions: Vec<Value> = decisions.iter().map(words).collect();
            cx.show(&Loose("pages/squads/decisions.html", json!({ "decisions": decisions, "next": next, "filters": choices })))
        })
        .await
}

/// One decision with the scan of its minutes, for the council whose it is.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Decision> = id.parse().map_err(|_| WebError::NotFound)?;
            let found = cx.read(|db| {
                let councils = storage::offices::body::with_predecessors(db, &me.scope.councils)?;
                let Some(decision) = storage::squads::decision::find(db, &councils, id)? else { return Ok(None) };
                Ok(Some((decision, storage::lists::copy::of(db, Owner::Decision(id))?)))
            })?;
            let (decision, pages) = found.ok_or(WebError::NotFound)?;
            let pages: Vec<Id<id::CopyPage>> = pages.iter().map(|page| page.id).collect();
            cx.show(&Loose("pages/squads/decision.html", json!({ "decision": words(&decision), "pages": pages })))
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
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let content = content(cx, me, id)?;
            cx.first_form(&Loose("pages/squads/decision_new.html", content))
        })
        .await
}

/// Records the decision.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, move |cx, me, form| {
            let squad: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let kind: DecisionKind = form.text("kind").parse().map_err(|_| WebError::BadRequest)?;
            let (stands, mut minutes, mut left) = (content(cx, me, squad)?, Vec::new(), Allowance::new());
            let fault = |code: &str| {
                let errors = [FieldError { field: "minutes".into(), code: code.into() }];
                cx.rerender(&Loose("pages/squads/decision_new.html", stands.clone()), form, &errors)
            };
            if form.is_too_large {
                return fault("files-too-large");
            }
            // Nothing is decoded for somebody who may not record a decision here.
            for file in form.files("minutes").filter(|_| stands["record"]["can"] == true) {
                match read_pictures(cx, file, &mut left)? {
                    Ok(pages) => minutes.extend(pages),
                    Err(code) => return fault(code),
                }
            }
            let command = RecordDecision {
                squad,
                version: form.version("version"),
                kind,
                number: form.text("number").to_owned(),
                decided_on: form.date("decided_on"),
                presided_by: form.text("presided_by").to_owned(),
                votes: ["votes_for", "votes_against", "votes_abstained"].map(|field| form.text(field).parse().ok()),
                leader: form.id("leader"),
                minutes,
            };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/squads/{squad}"))?;
                    cx.rerender(&Loose("pages/squads/decision_new.html", stands), form, &field_errors(&faults))
                }
            }
        })
        .await
}

fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::Squad>) -> Result<Value, WebError> {
    let content = cx.read(|db| {
        let Some(squad) = storage::squads::squad::find(db, &me.scope, id)? else { return Ok(None) };
        let case = squad.case();
        let unmet = preconditions_of_appointment(db, id)?;
        let members: Vec<Value> = storage::squads::membership::of_squad(db, id)?
            .iter()
            .filter(|m| m.state.is_current())
            .map(|m| json!({ "id": m.id, "name": m.full_name() }))
            .collect();
        let button = match squad.state {
            SquadState::Proposed => button(me, Act::CreateSquad, &case, &[]),
            _ => button(me, Act::AppointLeader, &case, &unmet),
        };
        Ok(Some(json!({ "squad": crate::web::squads::squad::words(&squad), "members": members, "record": button })))
    })?;
    content.ok_or(WebError::NotFound)
}

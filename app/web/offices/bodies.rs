//! The bodies that the reader administers.

use super::{
    administration::{After, expect_administrator},
    body_form, grants,
    people::duty_words,
};
use crate::{
    acts::offices::{
        add_body::{self, AddBody},
        change_body::ChangeBody,
        succeed_body,
    },
    domain::{
        body::{BodyKind, DutyKind, VETTING_DAYS},
        id::Id,
        workflow::Act,
    },
    storage::{
        self, Db, StorageError,
        offices::{body::Body, duty::Duty},
    },
    web::request::{
        context::{Call, Reader, Visit, button},
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Kind, name, mailbox, and how many hold a duty there.
pub async fn index(call: Call) -> HttpResponse {
    call.signed(|visit, reader| {
        expect_administrator(reader)?;
        let bodies: Vec<Value> = visit.read(|db| {
            let bodies = storage::offices::body::administered(db, &reader.scope)?;
            let duties = storage::offices::duty::held_in(db, &bodies.iter().map(|body| body.id).collect::<Vec<_>>())?;
            let holders = |id| duties.iter().filter(|duty| duty.body == id && duty.from <= visit.now && duty.is_open(visit.now)).count();
            Ok(bodies
                .iter()
                .map(|body| {
                    let mut line = words(body);
                    line["holders"] = json!(holders(body.id));
                    line
                })
                .collect())
        })?;
        visit.show("pages/offices/bodies.html", &json!({ "bodies": bodies }))
    })
    .await
}

fn words(body: &Body) -> Value {
    json!({
        "id": body.id,
        "kind": body.kind,
        "name": body.name,
        "mailbox": body.email,
        "vetting_days": body.vetting_days,
        "version": body.version,
        "state": body.state(),
        "closed_at": body.closed_at,
    })
}

/// One body: who holds which duty, its words, what stands below it, who may succeed it.
pub async fn show(call: Call, id: web::Path<String>, after: web::Query<After>) -> HttpResponse {
    let done = after.into_inner().word(&["changed"]);
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let mut content = content(visit, reader, id)?;
        content["done"] = json!(done);
        visit.form("pages/offices/body.html", content)
    })
    .await
}

/// What the page of a body shows; forms on it that were refused show it again.
pub fn content(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    visit.read(|db| read(db, visit, reader, id))?.ok_or(WebError::NotFound)
}

fn read(db: &mut Db, visit: &Visit, reader: &Reader, id: Id) -> Result<Option<Value>, StorageError> {
    let Some((body, case)) = storage::offices::body::find(db, &reader.scope, id)? else { return Ok(None) };
    let all = storage::offices::body::administered(db, &reader.scope)?;
    let duties = storage::offices::duty::held_in(db, &[id])?;
    let (below, others): (Vec<&Body>, Vec<&Body>) = all.iter().filter(|other| other.id != id).partition(|other| other.parent == Some(id));
    let successors: Vec<Value> =
        others.iter().filter(|other| other.kind == body.kind && other.closed_at.is_none()).map(|other| words(other)).collect();
    let lacks = add_body::lacks(db, id)?;
    Ok(Some(json!({
        "body": words(&body),
        "successor": body.succeeded_by.map(|id| storage::offices::body::get(db, id)).transpose()?.map(|next| next.name),
        "duties": holders(body.kind, &duties, visit),
        "below": below.iter().map(|other| words(other)).collect::<Vec<_>>(),
        "below_kind": body.kind.below(),
        "successors": successors,
        "served": served(db, &body)?,
        "is_territory": body.kind == BodyKind::TerritorialSubdivision,
        "is_unit": body.kind == BodyKind::StructuralUnit,
        "longest": VETTING_DAYS.end(),
        "change": button(reader, Act::ChangeBody, &case, &[]),
        "add": button(reader, Act::AddBody, &case, &lacks),
        "succeed": button(reader, Act::SucceedBody, &case, &succeed_body::lacks(&case)),
        "done": null,
    })))
}

/// Each duty that the body has, with whoever holds it now or will; vacant where mails go to the mailbox instead.
fn holders(kind: BodyKind, duties: &[Duty], visit: &Visit) -> Vec<Value> {
    let of = |kind: DutyKind| duties.iter().filter(move |duty| duty.kind == kind && duty.is_open(visit.now));
    let line = |kind: DutyKind| {
        let is_held = of(kind).any(|duty| duty.from <= visit.now);
        json!({ "kind": kind, "is_vacant": !is_held && kind.body_kind().is_some(), "holders": of(kind).map(|duty| duty_words(duty, visit.now)).collect::<Vec<_>>() })
    };
    grants::fitting(kind).into_iter().map(line).collect()
}

/// The akimats that a unit may serve, and those that it does.
fn served(db: &mut Db, unit: &Body) -> Result<Vec<Value>, StorageError> {
    let (Some(territory), BodyKind::StructuralUnit) = (unit.parent, unit.kind) else { return Ok(Vec::new()) };
    let own = storage::offices::body::served_by(db, unit.id)?;
    let all = storage::offices::body::served_in(db, territory)?;
    let is_own = |akimat: &Body| own.iter().any(|own| own.id == akimat.id);
    Ok(all.iter().map(|akimat| json!({ "id": akimat.id, "name": akimat.name, "is_served": is_own(akimat) })).collect())
}

/// Changes its words.
pub async fn update(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let body: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = ChangeBody { body, version: posted.version("version"), form: body_form::typed(posted) };
        match visit.act(reader, posted, &verb) {
            Ok(_) => Ok(Answer::See(format!("/bodies/{body}?done=changed"))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/bodies/{body}"))?;
                visit.again("pages/offices/body.html", content(visit, reader, body)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

/// The form for a body below.
pub async fn new(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let content = content_below(visit, reader, id)?;
        visit.form("pages/offices/body_new.html", content)
    })
    .await
}

fn content_below(visit: &Visit, reader: &Reader, id: Id) -> Result<Value, WebError> {
    let content = visit.read(|db| {
        let Some((parent, case)) = storage::offices::body::find(db, &reader.scope, id)? else { return Ok(None) };
        let Some(kind) = parent.kind.below() else { return Ok(None) };
        let akimats = if kind == BodyKind::StructuralUnit { storage::offices::body::served_in(db, id)? } else { Vec::new() };
        let served: Vec<Value> = akimats.iter().map(|akimat| json!({ "id": akimat.id, "name": akimat.name, "is_served": false })).collect();
        let lacks = add_body::lacks(db, id)?;
        Ok(Some(json!({
            "parent": words(&parent),
            "kind": kind,
            "is_unit": kind == BodyKind::StructuralUnit,
            "served": served,
            "add": button(reader, Act::AddBody, &case, &lacks),
        })))
    })?;
    content.ok_or(WebError::NotFound)
}

/// Adds a body below.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let parent: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = AddBody { id: Id::new(), parent, form: body_form::typed(posted) };
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/bodies/{}", done.result))),
            Err(refusal) => {
                let faults = faults_of(refusal, &format!("/bodies/{parent}"))?;
                visit.again("pages/offices/body_new.html", content_below(visit, reader, parent)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

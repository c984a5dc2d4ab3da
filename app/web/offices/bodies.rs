//! The bodies that the reader administers.

use super::{
    administration::expect_administrator,
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
        id::{self, Id},
        workflow::Act,
    },
    storage::{
        self, Db, StorageError,
        offices::{body::Body, duty::Duty},
    },
    web::{
        pages::{Loose, button::button},
        request::{
            after::After,
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Kind, name, mailbox, and how many hold a duty there.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            expect_administrator(me)?;
            let bodies: Vec<Value> = cx.read(|db| {
                let bodies = storage::offices::body::administered(db, &me.scope)?;
                let duties = storage::offices::duty::held_in(db, &bodies.iter().map(|body| body.id).collect::<Vec<_>>())?;
                let holders = |id| duties.iter().filter(|duty| duty.body == id && duty.from <= cx.now && duty.is_open(cx.now)).count();
                Ok(bodies
                    .iter()
                    .map(|body| {
                        let mut line = words(body);
                        line["holders"] = json!(holders(body.id));
                        line
                    })
                    .collect())
            })?;
            cx.show(&Loose("pages/offices/bodies.html", json!({ "bodies": bodies })))
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
pub async fn show(request: IncomingRequest, id: web::Path<String>, after: web::Query<After>) -> HttpResponse {
    let done = after.word(&["changed"]);
    request
        .signed(move |cx, me| {
            let id: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let mut content = content(cx, me, id)?;
            content["done"] = json!(done);
            cx.first_form(&Loose("pages/offices/body.html", content))
        })
        .await
}

/// What the page of a body shows; forms on it that were refused show it again.
pub fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::Body>) -> Result<Value, WebError> {
    cx.read(|db| read(db, cx, me, id))?.ok_or(WebError::NotFound)
}

fn read(db: &mut Db, cx: &RequestContext, me: &CurrentUser, id: Id<id::Body>) -> Result<Option<Value>, StorageError> {
    let Some((body, case)) = storage::offices::body::find(db, &me.scope, id)? else { return Ok(None) };
    let all = storage::offices::body::administered(db, &me.scope)?;
    let duties = storage::offices::duty::held_in(db, &[id])?;
    let (below, others): (Vec<&Body>, Vec<&Body>) = all.iter().filter(|other| other.id != id).partition(|other| other.parent == Some(id));
    let successors: Vec<Value> =
        others.iter().filter(|other| other.kind == body.kind && other.closed_at.is_none()).map(|other| words(other)).collect();
    let unmet = add_body::preconditions(db, id)?;
    Ok(Some(json!({
        "body": words(&body),
        "successor": body.succeeded_by.map(|id| storage::offices::body::get(db, id)).transpose()?.map(|next| next.name),
        "duties": holders(body.kind, &duties, cx),
        "below": below.iter().map(|other| words(other)).collect::<Vec<_>>(),
        "below_kind": body.kind.below(),
        "successors": successors,
        "served": served(db, &body)?,
        "is_territory": body.kind == BodyKind::TerritorialSubdivision,
        "is_unit": body.kind == BodyKind::StructuralUnit,
        "longest": VETTING_DAYS.end(),
        "change": button(me, Act::ChangeBody, &case, &[]),
        "add": button(me, Act::AddBody, &case, &unmet),
        "succeed": button(me, Act::SucceedBody, &case, &succeed_body::preconditions(&case)),
        "done": null,
    })))
}

/// Each duty that the body has, with whoever holds it now or will; vacant where mails go to the mailbox instead.
fn holders(kind: BodyKind, duties: &[Duty], cx: &RequestContext) -> Vec<Value> {
    let of = |kind: DutyKind| duties.iter().filter(move |duty| duty.kind == kind && duty.is_open(cx.now));
    let line = |kind: DutyKind| {
        let is_held = of(kind).any(|duty| duty.from <= cx.now);
        json!({ "kind": kind, "is_vacant": !is_held && kind.body_kind().is_some(), "holders": of(kind).map(|duty| duty_words(duty, cx.now)).collect::<Vec<_>>() })
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
pub async fn update(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let body: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = ChangeBody { body, version: form.version("version"), form: body_form::typed(form) };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(format!("/bodies/{body}?done=changed"))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/bodies/{body}"))?;
                    cx.rerender(&Loose("pages/offices/body.html", content(cx, me, body)?), form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// The form for a body below.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let content = content_below(cx, me, id)?;
            cx.first_form(&Loose("pages/offices/body_new.html", content))
        })
        .await
}

fn content_below(cx: &RequestContext, me: &CurrentUser, id: Id<id::Body>) -> Result<Value, WebError> {
    let content = cx.read(|db| {
        let Some((parent, case)) = storage::offices::body::find(db, &me.scope, id)? else { return Ok(None) };
        let Some(kind) = parent.kind.below() else { return Ok(None) };
        let akimats = if kind == BodyKind::StructuralUnit { storage::offices::body::served_in(db, id)? } else { Vec::new() };
        let served: Vec<Value> = akimats.iter().map(|akimat| json!({ "id": akimat.id, "name": akimat.name, "is_served": false })).collect();
        let unmet = add_body::preconditions(db, id)?;
        Ok(Some(json!({
            "parent": words(&parent),
            "kind": kind,
            "is_unit": kind == BodyKind::StructuralUnit,
            "served": served,
            "add": button(me, Act::AddBody, &case, &unmet),
        })))
    })?;
    content.ok_or(WebError::NotFound)
}

/// Adds a body below.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let parent: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = AddBody { id: Id::new(), parent, form: body_form::typed(form) };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/bodies/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/bodies/{parent}"))?;
                    cx.rerender(&Loose("pages/offices/body_new.html", content_below(cx, me, parent)?), form, &field_errors(&faults))
                }
            }
        })
        .await
}

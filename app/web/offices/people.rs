//! The people of the administered bodies.

use super::{
    administration::expect_administrator,
    grants,
};
use crate::{
    acts::{
        Command, Fault,
        offices::{disable_user::DisableUser, end_sessions::EndSessions},
    },
    domain::{
        id::{self, Id},
        time::Instant,
    },
    storage::{
        self,
        offices::{duty::Duty, people::Person},
    },
    web::{
        pages::{Loose, paging::first_page},
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
use serde::Deserialize;
use serde_json::{Value, json};

const PAGE: i64 = 50;
/// What the page of a person can say was done.
const DONE: [&str; 8] = ["invited", "granted", "duty", "linked", "ended", "disabled", "sessions", "repeated"];

/// Body to show and where the page before ended.
#[derive(Deserialize)]
pub struct Filter {
    body: Option<String>,
    before: Option<String>,
}

fn chosen<T>(text: Option<String>) -> Result<Option<Id<T>>, WebError> {
    text.filter(|text| !text.is_empty()).map(|text| text.parse()).transpose().map_err(|_| WebError::BadRequest)
}

/// Whoever holds or held a duty in the reader's bodies, the newest accounts first.
pub async fn index(request: IncomingRequest, filter: web::Query<Filter>) -> HttpResponse {
    let filter = filter.into_inner();
    request
        .signed(move |cx, me| {
            expect_administrator(me)?;
            let (body, before) = (chosen(filter.body)?, chosen(filter.before)?);
            let (bodies, people) = cx.read(|db| {
                let bodies = storage::offices::body::administered(db, &me.scope)?;
                let field_errors: Vec<Id<id::Body>> =
                    bodies.iter().map(|own| own.id).filter(|own| body.is_none_or(|body| body == *own)).collect();
                let people = storage::offices::people::page(db, &field_errors, before, PAGE)?;
                Ok((bodies, people))
            })?;
            if body.is_some_and(|body| !bodies.iter().any(|own| own.id == body)) {
                return Err(WebError::NotFound);
            }
            let (people, next) = first_page(people, PAGE, |person| person.user.id);
            let people: Vec<Value> = people.iter().map(|person| words(person, cx.now)).collect();
            let bodies: Vec<Value> = bodies.iter().map(|body| json!({ "id": body.id, "name": body.name })).collect();
            cx.show(&Loose("pages/offices/people.html", json!({ "people": people, "bodies": bodies, "body": body, "next": next })))
        })
        .await
}

/// A person as templates see one, with the duties that the reader may see.
fn words(person: &Person, now: Instant) -> Value {
    json!({
        "id": person.user.id,
        "name": person.user.name,
        "email": person.user.email,
        "language": person.user.language,
        "state": person.state(),
        "created_at": person.user.created_at,
        "duties": person.duties.iter().map(|duty| duty_words(duty, now)).collect::<Vec<_>>(),
    })
}

/// A duty as templates see it.
pub fn duty_words(duty: &Duty, now: Instant) -> Value {
    let state = match (duty.is_open(now), duty.from > now) {
        (false, _) => "ended",
        (true, true) => "later",
        (true, false) => "held",
    };
    // The last day counts: it is over when the next one begins.
    let last = duty.to.map(|to| to - chrono::TimeDelta::seconds(1));
    json!({
        "id": duty.id,
        "kind": duty.kind,
        "body": duty.body_name,
        "body_id": duty.body,
        "from": duty.from,
        "last": last,
        "state": state,
        "name": duty.user_name,
        "user": duty.user,
        "deputy_for": duty.deputy_for_name,
    })
}

/// One person.
pub async fn show(request: IncomingRequest, id: web::Path<String>, after: web::Query<After>) -> HttpResponse {
    let done = after.word(&DONE);
    request
        .signed(move |cx, me| {
            let id: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            let mut content = content(cx, me, id)?;
            content["done"] = json!(done);
            cx.first_form(&Loose("pages/offices/person.html", content))
        })
        .await
}

/// What the page of a person shows; forms on it that were refused show it again.
pub fn content(cx: &RequestContext, me: &CurrentUser, id: Id<id::User>) -> Result<Value, WebError> {
    let content = cx.read(|db| {
        let bodies = storage::offices::people::bodies(db, &me.scope)?;
        let Some(person) = storage::offices::people::find(db, &bodies, id)? else { return Ok(None) };
        let is_ours = storage::offices::people::is_all_within(db, &bodies, id, cx.now)?;
        Ok(Some(json!({
            "person": words(&person, cx.now),
            "is_ours": is_ours,
            "is_me": id == me.user.id,
            "choices": grants::choices(db, &me.scope, cx.now)?,
            "done": null,
        })))
    })?;
    content.ok_or(WebError::NotFound)
}

/// Carries out an act that a form on a person's page asks for: then the page says that it was done, or shows what is wrong.
pub fn submit<V: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    person: Id<id::User>,
    command: &V,
    done: &str,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(_) => Ok(Reply::Redirect(format!("/people/{person}?done={done}"))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/people/{person}"))?;
            cx.rerender(&Loose("pages/offices/person.html", content(cx, me, person)?), form, &field_errors(&faults))
        }
    }
}

/// Shuts a person out.
pub async fn disable(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, user, &DisableUser { user }, "disabled")
        })
        .await
}

/// Ends every session of a person.
pub async fn end_sessions(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            submit(cx, me, form, user, &EndSessions { user }, "sessions")
        })
        .await
}

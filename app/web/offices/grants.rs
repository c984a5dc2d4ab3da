//! The part of a form that grants a duty, and what there is to choose from.

use crate::{
    acts::offices::{
        delivery_method::Means,
        grant::{Day, Grant},
    },
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        time::Instant,
    },
    storage::{self, Db, Result, Scope, offices::body::Body},
    web::request::{current_user::CurrentUser, form::SubmittedForm},
};
use serde_json::{Value, json};

/// The grant that was typed. Without a duty it is one in the reader's own body, which the act then finds fault with.
pub fn typed(me: &CurrentUser, form: &SubmittedForm) -> Grant {
    let chosen = form.text("duty").split_once(':').and_then(|(body, kind)| Some((body.parse().ok()?, kind.parse().ok()?)));
    let own = me.scope.administered.first().copied().unwrap_or_default();
    let (body, kind): (Id<id::Body>, Option<DutyKind>) = chosen.map_or((own, None), |(body, kind)| (body, Some(kind)));
    Grant { body, kind, from: day(form, "from"), to: day(form, "to"), deputy_for: form.id("deputy_for") }
}

/// A day that may be left open.
pub fn day(form: &SubmittedForm, field: &str) -> Day {
    match (form.text(field), form.date(field)) {
        ("", _) => Day::Open,
        (_, Some(day)) => Day::On(day),
        (_, None) => Day::Unreadable,
    }
}

/// How a link is to reach its owner; a code is made here, to be shown once.
pub fn means(form: &SubmittedForm) -> Result<Option<Means>> {
    Ok(match form.text("means") {
        "mail" => Some(Means::Mail),
        "code" => Some(Means::Code(storage::account::link::new_code()?)),
        _ => None,
    })
}

/// The open bodies with the duties that fit them, and the people for whom somebody may stand in.
pub fn choices(db: &mut Db, scope: &Scope, now: Instant) -> Result<Value> {
    let bodies: Vec<Body> = storage::offices::body::administered(db, scope)?.into_iter().filter(|body| body.closed_at.is_none()).collect();
    let duties = storage::offices::duty::held_in(db, &bodies.iter().map(|body| body.id).collect::<Vec<_>>())?;
    let holders: Vec<Value> = duties
        .iter()
        .filter(|duty| duty.is_open(now) && duty.deputy_for.is_none())
        .map(|duty| json!({ "id": duty.user, "name": duty.user_name, "kind": duty.kind, "body": duty.body_name }))
        .collect();
    let bodies: Vec<Value> = bodies.iter().map(|body| json!({ "id": body.id, "name": body.name, "kinds": fitting(body.kind) })).collect();
    Ok(json!({ "bodies": bodies, "holders": holders }))
}

/// The duties that a body of that kind has.
pub fn fitting(kind: BodyKind) -> Vec<DutyKind> {
    DutyKind::ALL.iter().copied().filter(|duty| duty.fits(kind)).collect()
}

//! The part of a form that grants a duty, and what there is to choose from.

use crate::{
    acts::offices::grant::{Day, Grant},
    domain::{
        body::{BodyKind, DutyKind},
        id::{self, Id},
        language::Named,
    },
    storage::{
        self,
        offices::{body::Body, duty::Duty},
    },
    web::{
        pages::example,
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm,
        },
    },
};
use serde::Serialize;

/// The grant that was typed. Without a duty it is one in the reader's own body, which the act then finds fault with.
///
/// # Errors
/// When an id is no body, duty or person.
pub fn typed(me: &CurrentUser, form: &SubmittedForm) -> Result<Grant, WebError> {
    let (body, kind) = match form.text("duty") {
        "" => (me.scope.administered.first().copied().unwrap_or_default(), None),
        chosen => {
            let (body, kind) = chosen.split_once(':').ok_or(WebError::BadRequest)?;
            (
                body.parse().map_err(|_| WebError::BadRequest)?,
                Some(kind.parse().map_err(|_| WebError::BadRequest)?),
            )
        }
    };
    Ok(Grant {
        body,
        kind,
        from: day(form, "from"),
        to: day(form, "to"),
        deputy_for: form.id("deputy_for")?,
    })
}

/// A day that may be left open.
pub fn day(form: &SubmittedForm, field: &str) -> Day {
    match (form.text(field), form.date(field)) {
        ("", _) => Day::Open,
        (_, Some(day)) => Day::On(day),
        (_, None) => Day::Unreadable,
    }
}

/// A body with the duties that fit it.
#[derive(Clone, Debug, Serialize)]
struct BodyChoice {
    id: Id<id::Body>,
    name: Named,
    kinds: Vec<DutyKind>,
}

/// Somebody for whom a deputy may stand in.
#[derive(Clone, Debug, Serialize)]
struct Holder {
    id: Id<id::User>,
    name: String,
    kind: DutyKind,
    body: Named,
}

/// The open bodies with the duties that fit them, and the people for whom somebody may stand in.
#[derive(Clone, Debug, Serialize)]
pub struct GrantChoices {
    bodies: Vec<BodyChoice>,
    holders: Vec<Holder>,
}

impl GrantChoices {
    /// One akimat with one officer.
    pub fn sample() -> Self {
        let name = example::akimat();
        let holder = Holder {
            id: Id::default(),
            name: "Мысалова Гүлнар".into(),
            kind: DutyKind::AkimatOfficer,
            body: name.clone(),
        };
        Self {
            bodies: vec![BodyChoice { id: Id::default(), name, kinds: fitting(BodyKind::Akimat) }],
            holders: vec![holder],
        }
    }
}

/// The choices that an administrator has.
pub fn choices(cx: &RequestContext, me: &CurrentUser) -> Result<GrantChoices, WebError> {
    let bodies: Vec<&Body> = cx
        .directory
        .administered(&me.scope)
        .into_iter()
        .filter(|body| body.closed_at.is_none())
        .collect();
    let ids: Vec<Id<id::Body>> = bodies.iter().map(|body| body.id).collect();
    let duties = cx.read(|db| storage::offices::duty::held_in(db, &ids))?;
    let may_be_represented =
        duties.into_iter().filter(|duty| duty.is_open(cx.now) && duty.deputy_for.is_none());
    let holder = |duty: Duty| Holder {
        id: duty.user,
        name: duty.user_name,
        kind: duty.kind,
        body: duty.body_name,
    };
    let choice = |body: &&Body| BodyChoice {
        id: body.id,
        name: body.name.clone(),
        kinds: fitting(body.kind),
    };
    Ok(GrantChoices {
        bodies: bodies.iter().map(choice).collect(),
        holders: may_be_represented.map(holder).collect(),
    })
}

/// The duties that a body of that kind has.
pub fn fitting(kind: BodyKind) -> Vec<DutyKind> {
    DutyKind::ALL.iter().copied().filter(|duty| duty.fits(kind)).collect()
}

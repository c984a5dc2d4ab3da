//! A body to be added below another: a council at its akimat, a unit in its subdivision.

use super::{
    body_form,
    body_page::{BodyView, ServedAkimat},
};
use crate::{
    acts::offices::add_body::{self, AddBody},
    domain::{
        body::BodyKind,
        id::{self, Id},
        permissions::Unmet,
        workflow::Act,
    },
    storage::offices::body::Body,
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
        },
        request::{
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
use serde::Serialize;

/// The form.
#[derive(Serialize)]
pub struct NewBodyPage {
    parent: BodyView,
    kind: BodyKind,
    is_unit: bool,
    served: Vec<ServedAkimat>,
    add: Button,
}

impl Page for NewBodyPage {
    fn template(&self) -> &'static str {
        "pages/offices/body_new.html"
    }
}

impl Sample for NewBodyPage {
    fn samples() -> Vec<Self> {
        let page = |parent: BodyView, kind: BodyKind, unmet: &[Unmet]| {
            let served = vec![ServedAkimat {
                id: Id::default(),
                name: parent.name.clone(),
                is_served: false,
            }];
            Self {
                parent,
                kind,
                is_unit: kind == BodyKind::StructuralUnit,
                served,
                add: Button::of(Act::AddBody, unmet),
            }
        };
        let mut parents = BodyView::samples().into_iter();
        let unit = parents.next().map(|territory| page(territory, BodyKind::StructuralUnit, &[]));
        let council = parents
            .next_back()
            .map(|akimat| page(akimat, BodyKind::Council, &[Unmet::CouncilOpen]));
        unit.into_iter().chain(council).collect()
    }
}

/// The form for a body below.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Body>) -> Result<NewBodyPage, WebError> {
    let (parent, case) = cx.directory.find(&me.scope, id).ok_or(WebError::NotFound)?;
    let kind = parent.kind.below().ok_or(WebError::NotFound)?;
    let unmet = cx.read(|db| add_body::preconditions(db, id))?;
    let akimats: Vec<&Body> =
        if kind == BodyKind::StructuralUnit { cx.directory.served_in(id) } else { Vec::new() };
    let offered =
        |akimat: &Body| ServedAkimat { id: akimat.id, name: akimat.name.clone(), is_served: false };
    Ok(NewBodyPage {
        parent: BodyView::of(parent),
        kind,
        is_unit: kind == BodyKind::StructuralUnit,
        served: akimats.into_iter().map(offered).collect(),
        add: button(me, Act::AddBody, &case, &unmet),
    })
}

/// Adds a body below.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let parent: Id<id::Body> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = AddBody { id: Id::new(), parent, form: body_form::typed(form)? };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/bodies/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/bodies/{parent}"))?;
                    cx.rerender(&read(cx, me, parent)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

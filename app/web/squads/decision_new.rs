//! A decision of the council is recorded, with the scan of its minutes.

use crate::{
    acts::squads::{
        appoint_leader::{self, AppointLeader},
        create_squad::CreateSquad,
        decision::DecisionForm,
        reject_squad::RejectSquad,
    },
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        squad::SquadState,
        workflow::Act,
    },
    storage,
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            squad_view::SquadView,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            pictures::{Allowance, read_pictures},
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The form of a decision.
#[derive(Serialize)]
pub struct DecisionFormPage {
    squad: SquadView,
    members: Vec<Candidate>,
    record: Button,
}

/// A member who may be appointed leader.
#[derive(Serialize)]
struct Candidate {
    id: Id<id::Membership>,
    name: String,
}

impl Page for DecisionFormPage {
    fn template(&self) -> &'static str {
        "pages/squads/decision_new.html"
    }
}

impl Sample for DecisionFormPage {
    fn samples() -> Vec<Self> {
        let members =
            || vec![Candidate { id: Id::new(), name: "Үлгіев Үлгі".to_owned() }];
        let page =
            |state, members, record| Self { squad: SquadView::sample(state), members, record };
        vec![
            page(SquadState::Proposed, members(), Button::sample_ready()),
            page(SquadState::Created, members(), Button::sample_ready()),
            page(SquadState::Created, Vec::new(), Button::sample_waiting()),
        ]
    }
}

impl DecisionFormPage {
    fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Squad>) -> Result<Self, WebError> {
        let squad = cx
            .read(|db| storage::squads::squad::find(db, &me.scope, id))?
            .ok_or(WebError::NotFound)?;
        let unmet = cx.read(|db| appoint_leader::preconditions(db, id))?;
        let members = cx.read(|db| storage::squads::membership::of_squad(db, id))?;
        let record = match squad.state {
            SquadState::Proposed => button(me, Act::CreateSquad, &squad.case(), &[]),
            SquadState::Created | SquadState::Rejected => {
                button(me, Act::AppointLeader, &squad.case(), &unmet)
            }
        };
        let current = members.iter().filter(|member| member.state.is_current());
        let members =
            current.map(|member| Candidate { id: member.id, name: member.full_name() }).collect();
        Ok(Self { squad: (&squad).into(), members, record })
    }
}

/// The form.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&DecisionFormPage::read(cx, me, id)?)
        })
        .await
}

/// Records the decision.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let squad: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let kind: DecisionKind = form.text("kind").parse().map_err(|_| WebError::BadRequest)?;
            let page = DecisionFormPage::read(cx, me, squad)?;
            let (mut minutes, mut left) = (Vec::new(), Allowance::new());
            let fault = |code: &str| {
                cx.rerender(
                    &page,
                    form,
                    &[FieldError {
                        field: "minutes".to_owned(),
                        code: code.to_owned(),
                        detail: None,
                    }],
                )
            };
            if form.is_too_large {
                return fault("files-too-large");
            }
            // Nothing is decoded for somebody who may not record a decision here.
            for file in form.files("minutes").filter(|_| page.record.can) {
                match read_pictures(cx, file, &mut left)? {
                    Ok(pages) => minutes.extend(pages),
                    Err(code) => return fault(code),
                }
            }
            let leader = form.id("leader")?;
            let decision = DecisionForm {
                squad,
                version: form.version("version")?,
                number: form.text("number").to_owned(),
                decided_on: form.date("decided_on"),
                presided_by: form.text("presided_by").to_owned(),
                votes: ["votes_for", "votes_against", "votes_abstained"]
                    .map(|field| form.text(field).parse().ok()),
                minutes,
            };
            let done = match kind {
                DecisionKind::Create => cx.act(me, form, &CreateSquad { form: decision, leader }),
                DecisionKind::Reject => cx.act(me, form, &RejectSquad { form: decision }),
                DecisionKind::Appoint => {
                    cx.act(me, form, &AppointLeader { form: decision, leader })
                }
            };
            match done {
                Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("/squads/{squad}"))?;
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

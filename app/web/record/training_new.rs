//! The form of a training: day, base, who held it, and who of the squad attended, or the freelance officer (clauses 11, 13).

use crate::{
    acts::record::{
        record_training::{self, RecordTraining},
        withdraw_training::WithdrawTraining,
    },
    domain::{
        id::{self, Id},
        involvement::Involvement,
        language::Named,
        membership::MembershipState,
        workflow::Act,
    },
    storage,
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
            record_view::back,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            record_path::RecordPath,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

/// Trainings of the unit that the form proposes: one that another squad has attended is chosen and not typed again.
const PROPOSED: i64 = 10;

/// The form, and who of the squad has been trained.
#[derive(Serialize)]
pub struct TrainingFormPage {
    of: TrainedOf,
    people: Vec<PersonLine>,
    bases: Vec<String>,
    instructors: Vec<String>,
    record: Button,
    withdraw: Button,
    /// Somebody's training can be withdrawn.
    has_trained: bool,
}

/// Whose training it is, and where that is shown.
#[derive(Serialize)]
struct TrainedOf {
    back: String,
    reference: String,
    squad: Option<Named>,
}

/// Somebody of the squad who is in the book.
#[derive(Serialize)]
struct PersonLine {
    id: Id<id::Membership>,
    name: String,
    trained_on: Option<NaiveDate>,
    /// The entry of the last training, which can be withdrawn.
    entry: Option<Id<id::BookEntry>>,
    is_ticked: bool,
}

impl Page for TrainingFormPage {
    fn template(&self) -> &'static str {
        "pages/record/training_new.html"
    }
}

impl Sample for TrainingFormPage {
    fn samples() -> Vec<Self> {
        let person = |trained_on: Option<NaiveDate>, is_ticked| PersonLine {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            trained_on,
            entry: trained_on.map(|_| Id::new()),
            is_ticked,
        };
        let page = |people: Vec<PersonLine>, record: fn() -> Button| Self {
            of: TrainedOf {
                back: "/squads/0".to_owned(),
                reference: "Ж-2026-0001".to_owned(),
                squad: (!people.is_empty()).then(example::squad),
            },
            people,
            bases: vec!["Үлгі әскери бөлімі".to_owned()],
            instructors: vec!["Үлгіев Ү.".to_owned()],
            record: record(),
            withdraw: record(),
            has_trained: true,
        };
        vec![
            page(
                vec![person(None, true), person(Some(NaiveDate::default()), false)],
                Button::sample_ready,
            ),
            page(Vec::new(), Button::sample_waiting),
        ]
    }
}

impl TrainingFormPage {
    fn read(
        cx: &RequestContext,
        me: &CurrentUser,
        of: Involvement,
        sent: Option<&BTreeSet<Id<id::Membership>>>,
    ) -> Result<Self, WebError> {
        let case = cx
            .read(|db| storage::record::involvement::case(db, &me.scope, of))?
            .ok_or(WebError::NotFound)?;
        let members = cx.read(|db| storage::record::involvement::members(db, of))?;
        let last = cx.read(|db| storage::record::training::last_of(db, of))?;
        let units: Vec<_> = case.parties.unit.into_iter().collect();
        let held = cx.read(|db| storage::record::training::held(db, &units, PROPOSED))?;
        let unmet = record_training::unmet(members.iter().map(|member| member.state));
        let in_book = members.iter().filter(|m| m.state == MembershipState::Registered);
        Ok(Self {
            record: button(me, Act::RecordTraining, &case, &unmet),
            withdraw: button(me, Act::WithdrawTraining, &case, &unmet),
            people: in_book
                .map(|member| PersonLine {
                    id: member.id,
                    name: member.full_name(),
                    trained_on: member.trained_on,
                    entry: last.get(&member.id).copied(),
                    is_ticked: sent
                        .map_or(member.trained_on.is_none(), |sent| sent.contains(&member.id)),
                })
                .collect(),
            bases: distinct(held.iter().map(|training| &training.base)),
            instructors: distinct(held.iter().map(|training| &training.held_by)),
            of: TrainedOf {
                back: back(of),
                reference: case.reference,
                squad: of.squad().map(|_| case.title),
            },
            has_trained: !last.is_empty(),
        })
    }
}

/// Each text once, in the order of the trainings.
fn distinct<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        if !found.contains(text) {
            found.push(text.clone());
        }
    }
    found
}

/// The form.
pub async fn new(request: IncomingRequest, path: RecordPath) -> HttpResponse {
    request
        .signed(move |cx, me| cx.first_form(&TrainingFormPage::read(cx, me, path.of()?, None)?))
        .await
}

/// Records the training.
pub async fn create(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let of = path.of()?;
            let attended: Vec<Id<id::Membership>> = form.ids("attended")?;
            let command = RecordTraining {
                of,
                held_on: form.date("held_on"),
                base: form.text("base").to_owned(),
                held_by: form.text("held_by").to_owned(),
                attended: attended.clone(),
            };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back(of))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("{}/trainings/new", back(of)))?;
                    let sent = attended.into_iter().collect();
                    let page = TrainingFormPage::read(cx, me, of, Some(&sent))?;
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// Withdraws a training that was recorded for the wrong person.
pub async fn withdraw(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let of = path.of()?;
            let command = WithdrawTraining {
                of,
                membership: form.id("membership")?.ok_or(WebError::BadRequest)?,
                entry: form.id("entry")?.ok_or(WebError::BadRequest)?,
            };
            let back = format!("{}/trainings/new", back(of));
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => faults_of(refusal, &back).and(Err(WebError::BadRequest)),
            }
        })
        .await
}

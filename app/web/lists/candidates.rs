//! One candidate, typed into a form or corrected.

use super::candidate_page::CandidatePage;
use crate::{
    acts::lists::{add_candidates::AddCandidates, correct_candidate::CorrectCandidate},
    domain::{
        id::{self, Id},
        workflow::Act,
    },
    storage::{
        self,
        access_log::Opened,
        lists::correctable_entry::{self, CorrectableEntry},
        squads::squad::Squad,
    },
    web::{
        pages::{button::may, person_form},
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

/// The form for somebody new.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| cx.first_form(&CandidatePage::of_squad(me, &squad(cx, me, &id)?)))
        .await
}

/// Puts somebody on the squad's draft list.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let squad = squad(cx, me, &id)?;
            let back = format!("/squads/{}", squad.id);
            may(me, Act::AddCandidates, &squad.case(), &back)?;
            let page = CandidatePage::of_squad(me, &squad);
            let candidates = match person_form::parse(form) {
                Ok(candidate) => vec![candidate],
                Err(errors) => return cx.rerender(&page, form, &errors),
            };
            match cx.act(me, form, &AddCandidates { squad: squad.id, candidates, import: None }) {
                Ok(_) if form.text("next") == "another" => {
                    Ok(Reply::Redirect(format!("/squads/{}/candidates/new", squad.id)))
                }
                Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
                Err(refusal) => {
                    let mut errors = field_errors(&faults_of(refusal, &back)?);
                    // One person is typed here: a fault of the candidates is one of that person's IIN.
                    for error in errors.iter_mut().filter(|error| error.field == "candidates") {
                        "iin".clone_into(&mut error.field);
                    }
                    cx.rerender(&page, form, &errors)
                }
            }
        })
        .await
}

fn squad(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<Squad, WebError> {
    let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
    cx.read(|db| storage::squads::squad::find(db, &me.scope, id))?.ok_or(WebError::NotFound)
}

/// The form with the particulars of an entry. Showing an IIN leaves a trace.
pub async fn edit(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let found = correctable(cx, me, &id)?;
            let (membership, list) = (found.entry.membership, found.list.clone());
            let reply = cx.first_form(&CandidatePage::of_entry(me, found))?;
            cx.log_access(me, Opened::Iin, membership, &list)?;
            Ok(reply)
        })
        .await
}

/// Corrects the particulars.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = correctable(cx, me, &id)?;
            cx.log_access(me, Opened::Iin, found.entry.membership, &found.list)?;
            let entry = found.entry.id;
            let page = CandidatePage::of_entry(me, found);
            let particulars = match person_form::parse(form) {
                Ok(particulars) => particulars,
                Err(errors) => return cx.rerender(&page, form, &errors),
            };
            match cx.act(
                me,
                form,
                &CorrectCandidate { entry, version: form.version("version")?, particulars },
            ) {
                Ok(_) => Ok(Reply::Redirect(format!("/entries/{entry}"))),
                Err(refusal) => cx.rerender(
                    &page,
                    form,
                    &field_errors(&faults_of(refusal, &format!("/entries/{entry}"))?),
                ),
            }
        })
        .await
}

/// The entry, if the user may correct it now.
fn correctable(
    cx: &RequestContext,
    me: &CurrentUser,
    id: &str,
) -> Result<CorrectableEntry, WebError> {
    let id: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
    let found = cx
        .read(|db| correctable_entry::find(db, &cx.app.keys, &me.scope, id))?
        .ok_or(WebError::NotFound)?;
    may(me, Act::CorrectCandidate, &found.list.case(), &format!("/entries/{id}"))?;
    Ok(found)
}

//! The forms on a plan's page, each of which carries one act out.

use super::{
    form,
    plan::{PlanPage, read},
};
use crate::{
    acts::{
        Command, Fault,
        plans::{
            agree_plan::AgreePlan, amend_plan::AmendPlan, assign_people::AssignPeople,
            cancel_plan::CancelPlan, copy_plan::CopyPlan, note_reached::NoteReached,
            propose_plan_again::ProposePlanAgain, return_plan::ReturnPlan,
        },
    },
    domain::{
        caller::Caller,
        id::{self, Id},
    },
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A form on the page: the act that it carries out, or the page again with what is wrong.
async fn submit<C: Command<Error: Fault>>(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
    typed: fn(PlanPage, &SubmittedForm) -> PlanPage,
    command: impl FnOnce(Id<id::Plan>, &SubmittedForm) -> Result<C, WebError> + Send + 'static,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = typed(read(cx, me, id)?, form);
            let (caller, back) = (Caller::User(me.user.id), format!("/plans/{id}"));
            cx.submit(caller, &page, form, &back, || command(id, form))
        })
        .await
}

/// The page as it is, for forms whose fields are shown as they were typed anyway.
fn as_it_is(page: PlanPage, _: &SubmittedForm) -> PlanPage {
    page
}

/// The leader proposes the mended plan once more.
pub async fn propose_again(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        Ok(ProposePlanAgain { id, version: form.version("version")?, form: form::parse(form) })
    })
    .await
}

/// The leader proposes the same duty on other dates.
pub async fn copy(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = read(cx, me, id)?;
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let days: Vec<NaiveDate> =
                form.with_prefix("copy-").filter_map(|(_, day)| day.parse().ok()).collect();
            let done = cx.act(me, form, &CopyPlan { id, days: days.into_iter().collect() });
            // The copies stand in the list.
            let back = if done.is_ok() { "/plans".to_owned() } else { format!("/plans/{id}") };
            cx.answer(&page, form, &back, done)
        })
        .await
}

/// The unit agrees.
pub async fn agree(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        Ok(AgreePlan { id, version: form.version("version")? })
    })
    .await
}

/// The unit returns the plan.
pub async fn give_back(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        let remark = form.text("remark").to_owned();
        Ok(ReturnPlan { id, version: form.version("version")?, remark })
    })
    .await
}

/// The unit amends the agreed plan.
pub async fn amend(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        Ok(AmendPlan { id, version: form.version("version")?, form: form::parse(form) })
    })
    .await
}

/// The unit cancels the plan.
pub async fn cancel(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        Ok(CancelPlan { id, version: form.version("version")? })
    })
    .await
}

/// The leader says who goes.
pub async fn assign(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, PlanPage::with_ticks, |id, form| {
        let people: BTreeSet<Id<id::Membership>> =
            form.ids_with_prefix("person-")?.into_iter().map(|(id, _)| id).collect();
        Ok(AssignPeople { plan: id, version: form.version("version")?, people })
    })
    .await
}

/// The leader has told people.
pub async fn reach(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, as_it_is, |id, form| {
        let reached = form.ids_with_prefix("reached-")?.into_iter().map(|(id, _)| id).collect();
        Ok(NoteReached { plan: id, reached })
    })
    .await
}

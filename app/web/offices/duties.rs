//! Duties of a person: granted and ended.

use super::{grants, person};
use crate::{
    acts::offices::{end_duty::EndDuty, grant_duty::GrantDuty},
    domain::id::{self, Id},
    storage,
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Grants one more duty.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            person::submit(
                cx,
                me,
                form,
                user,
                &GrantDuty { user, grant: grants::typed(me, form)? },
                "duty",
            )
        })
        .await
}

/// Ends a duty, now or after a day.
pub async fn end(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Duty> = id.parse().map_err(|_| WebError::NotFound)?;
            let bodies: Vec<Id<id::Body>> =
                cx.directory.administered(&me.scope).iter().map(|body| body.id).collect();
            let duty = cx
                .read(|db| storage::offices::duty::find(db, &bodies, id))?
                .ok_or(WebError::NotFound)?;
            let command = EndDuty { duty: duty.id, on: grants::day(form, "ends_on") };
            person::submit(cx, me, form, duty.user, &command, "ended")
        })
        .await
}

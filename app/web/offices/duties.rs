//! Duties of a person: granted and ended.

use super::{grants, people};
use crate::{
    acts::offices::{end_duty::EndDuty, grant_duty::GrantDuty},
    domain::id::Id,
    storage,
    web::request::{context::Call, error::WebError, form::Posted},
};
use actix_web::{HttpResponse, web};

/// Grants one more duty.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let user: Id = id.parse().map_err(|_| WebError::NotFound)?;
        people::settle(visit, reader, posted, user, &GrantDuty { user, grant: grants::typed(reader, posted) }, "duty")
    })
    .await
}

/// Ends a duty, now or after a day.
pub async fn end(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let duty = visit.read(|db| {
            let bodies = storage::offices::people::bodies(db, &reader.scope)?;
            storage::offices::duty::find(db, &bodies, id)
        })?;
        let duty = duty.ok_or(WebError::NotFound)?;
        let verb = EndDuty { duty: duty.id, on: grants::day(posted, "ends_on") };
        people::settle(visit, reader, posted, duty.user, &verb, "ended")
    })
    .await
}

//! People are removed from a squad.

use super::list;
use crate::{
    acts::lists::remove_people::RemovePeople,
    domain::id::{self, Id},
    web::request::{error::WebError, form::SubmittedForm, incoming::IncomingRequest},
};
use actix_web::{HttpResponse, web};

/// Removes the people who are ticked.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let ticked = form.ids::<id::ListEntry>("entry")?.into_iter();
            let entries = ticked
                .map(|entry| Ok((entry, form.version(&format!("version-{entry}"))?)))
                .collect::<Result<_, WebError>>()?;
            list::submit(cx, me, form, list, &RemovePeople { list, entries })
        })
        .await
}

//! That a register was asked or answered is noted, for a whole list or for one person.

use super::list;
use crate::{
    acts::lists::note_registers::{NoteRegisters, Whom},
    domain::id::{self, Id},
    web::request::{
        error::{WebError, faults_of},
        form::{SubmittedForm, field_errors},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// Notes it; the button's value is `register:asked` or `register:answered`.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let (register, moment) =
                form.text("note").split_once(':').ok_or(WebError::BadRequest)?;
            let named = form.ids("entry")?;
            let back = named.first().map_or_else(
                || format!("/lists/{list}"),
                |entry: &Id<id::ListEntry>| format!("/entries/{entry}"),
            );
            let command = NoteRegisters {
                list,
                register: register.parse().map_err(|_| WebError::BadRequest)?,
                is_answered: moment == "answered",
                whom: if named.is_empty() { Whom::WholeList } else { Whom::Entries(named) },
            };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    cx.rerender(&list::page(cx, me, list)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

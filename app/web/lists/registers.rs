//! That a register was asked or answered is noted, for a whole list or for one person.

use super::list;
use crate::{
    acts::lists::note_registers::NoteRegisters,
    domain::id::{self, Id},
    web::{
        pages::Loose,
        request::{
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};

/// Notes it; the button's value is `register:asked` or `register:answered`.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let list: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let (register, moment) = form.text("note").split_once(':').ok_or(WebError::BadRequest)?;
            let command = NoteRegisters {
                list,
                register: register.parse().map_err(|_| WebError::BadRequest)?,
                is_answered: moment == "answered",
                entries: form.all("entry").filter_map(|id| id.parse().ok()).collect(),
            };
            let back = match command.entries.first() {
                Some(entry) => format!("/entries/{entry}"),
                None => format!("/lists/{list}"),
            };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    cx.rerender(&Loose("pages/lists/list.html", list::content(cx, me, list)?), form, &field_errors(&faults))
                }
            }
        })
        .await
}

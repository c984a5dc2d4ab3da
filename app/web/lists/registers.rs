//! That a register was asked or answered is noted, for a whole list or for one person.

use super::list;
use crate::{
    acts::lists::note_registers::NoteRegisters,
    domain::id::Id,
    web::request::{
        context::Call,
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, web};

/// Notes it; the button's value is `register:asked` or `register:answered`.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let list: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let (register, moment) = posted.text("note").split_once(':').ok_or(WebError::BadRequest)?;
        let verb = NoteRegisters {
            list,
            register: register.parse().map_err(|_| WebError::BadRequest)?,
            is_answered: moment == "answered",
            entries: posted.all("entry").filter_map(|id| id.parse().ok()).collect(),
        };
        let back = match verb.entries.first() {
            Some(entry) => format!("/entries/{entry}"),
            None => format!("/lists/{list}"),
        };
        match visit.act(reader, posted, &verb) {
            Ok(_) => Ok(Answer::See(back)),
            Err(refusal) => {
                let faults = faults_of(refusal, &back)?;
                visit.again("pages/lists/list.html", list::content(visit, reader, list)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

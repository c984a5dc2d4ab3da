//! An ID-card copy is attached to an entry.

use crate::{
    acts::attach_copy::AttachCopy,
    domain::{body::DutyKind, id::Id, permissions::Missing},
    intake::id_card::{self, Unreadable},
    storage,
    web::{
        entries,
        error::WebError,
        posted::{Posted, Shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Decodes the picture, encodes it anew and attaches it.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.reading(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        // Who may not attach is told so before anything is decoded.
        let (_, list) = visit.read(|db| storage::entry::find(db, &reader.scope, entry))?.ok_or(WebError::NotFound)?;
        if !reader.scope.akimats.contains(&list.squad.parties.akimat) {
            return Err(WebError::Denied(vec![Missing::Duty(DutyKind::AkimatOfficer)]));
        }
        let fault = |code: &str| {
            let errors = [Shown { field: "copy".into(), code: code.into() }];
            visit.again("pages/entry.html", entries::content(visit, reader, entry)?, posted, &errors)
        };
        if posted.is_too_large {
            return fault("file-too-large");
        }
        let Some(file) = posted.file("copy") else { return fault("file-missing") };
        let copy = match id_card::read(&file.content) {
            Ok(copy) => copy,
            Err(Unreadable::OtherType) => return fault("copy-type"),
            Err(Unreadable::Damaged) => return fault("copy-damaged"),
            Err(Unreadable::TooManyPixels) => return fault("copy-pixels"),
        };
        let verb = AttachCopy { entry, media_type: copy.media_type, content: copy.content };
        entries::settle(visit, reader, posted, entry, &verb, |list| format!("/lists/{list}#entry-{entry}"))
    })
    .await
}

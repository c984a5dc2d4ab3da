//! An ID-card copy is attached to an entry.

use crate::{
    acts::attach_copy::AttachCopy,
    domain::{body::DutyKind, id::Id, permissions::Missing},
    intake::id_card::{self, Unreadable},
    web::{
        answer::Answer,
        entries,
        error::{WebError, faults_of},
        posted::{Posted, Shown, shown},
        visit::Call,
    },
};
use actix_web::{HttpResponse, web};

/// Decodes the picture, encodes it anew and attaches it.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.reading(posted, move |visit, reader, posted| {
        let entry: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let again = |errors: &[Shown]| visit.again("pages/entry.html", entries::content(visit, reader, entry)?, posted, errors);
        // Who may not attach is told so before anything is decoded.
        if entries::content(visit, reader, entry)?["attach"]["is_mine"] == false {
            return Err(WebError::Denied(vec![Missing::Duty(DutyKind::AkimatOfficer)]));
        }
        let fault = |code: &str| again(&[Shown { field: "copy".into(), code: code.into() }]);
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
        match visit.act(reader, posted, &AttachCopy { entry, media_type: copy.media_type, content: copy.content }) {
            Ok(done) => Ok(Answer::See(format!("/lists/{}#entry-{entry}", done.result))),
            Err(refusal) => again(&shown(&faults_of(refusal, &format!("/entries/{entry}"))?)),
        }
    })
    .await
}

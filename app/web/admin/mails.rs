//! What administrators do about mail that did not arrive.

use crate::{
    acts::{Fault, Verb, correct_address::CorrectAddress, resend_mail::ResendMail},
    domain::id::Id,
    web::{
        answer::Answer,
        error::{WebError, faults_of},
        mails,
        posted::{Posted, shown},
        visit::{Call, Reader, Visit},
    },
};
use actix_web::{HttpResponse, web};

/// Lets a mail be tried again.
pub async fn resend(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let mail: Id = id.parse().map_err(|_| WebError::NotFound)?;
        act(visit, reader, posted, mail, &ResendMail { mail }, "resent")
    })
    .await
}

/// Corrects the address, and sends what was refused there.
pub async fn correct(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let mail: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = CorrectAddress { mail, address: posted.text("address").trim().to_lowercase() };
        act(visit, reader, posted, mail, &verb, "corrected")
    })
    .await
}

fn act<V: Verb>(visit: &Visit, reader: &Reader, posted: &Posted, mail: Id, verb: &V, done: &str) -> Result<Answer, WebError>
where
    V::Error: Fault,
{
    match visit.act(reader, posted, verb) {
        Ok(_) => Ok(Answer::See(format!("/mails/{mail}?done={done}"))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/mails/{mail}"))?;
            visit.again(mails::SHOW, mails::content(visit, reader, mail)?, posted, &shown(&faults))
        }
    }
}

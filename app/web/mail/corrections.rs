//! What administrators do about mail that did not arrive.

use super::undelivered;
use crate::{
    acts::{
        Fault, Verb,
        mail::{correct_address::CorrectAddress, resend_mail::ResendMail},
    },
    domain::id::Id,
    web::request::{
        context::{Call, Reader, Visit},
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
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
            visit.again(undelivered::SHOW, undelivered::content(visit, reader, mail)?, posted, &shown(&faults))
        }
    }
}

//! The decision as a letter to the applicant, as PDF: fixed words with the clause, and no reason (clauses 17, 18).

use super::{application::rows, named};
use crate::{
    documents::office,
    domain::{application::ApplicationState, time::today},
    phrases::{self, Arguments},
    web::request::{error::WebError, incoming::IncomingRequest, paper},
};
use actix_web::{HttpResponse, web};

/// The letter; before the decision there is no letter.
pub async fn show(request: IncomingRequest, path: web::Path<(String, String)>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let language = paper::language(&path.1)?;
            let rows = rows(cx, me, named(&path.0)?)?;
            let one = &rows.application;
            let says = match one.state {
                ApplicationState::Accepted => "application-letter-accepted",
                ApplicationState::Refused => "application-letter-refused",
                ApplicationState::Received
                | ApplicationState::BeingVetted
                | ApplicationState::Withdrawn => return Err(WebError::NotFound),
            };
            let decided_on = today(one.settled_at.ok_or(WebError::NotFound)?);
            let body = &one.case().title;
            let mut said = Arguments::from([
                ("received".into(), office::date(one.received_on).into()),
                ("date".into(), office::date(decided_on).into()),
                ("reference".into(), one.reference.clone().into()),
            ]);
            if let Some(unit) = one.unit.and_then(|unit| cx.directory.name(unit)) {
                said.insert("unit".into(), unit.get(language).to_owned().into());
            }
            let complaints = (one.state == ApplicationState::Refused)
                .then(|| cx.app.settings.complaints(language).to_owned())
                .filter(|line| !line.is_empty());
            let words = phrases::say(language, says, &said).into_iter().chain(complaints);
            let (name, address) = (one.full_name(), rows.particulars.address.as_deref());
            let to = (&*name, address);
            let letter = office::notice(language, (body, decided_on), to, words.collect());
            paper::show(&letter, "zhauap-hat")
        })
        .await
}

//! The news to a holder as a letter to be printed, for those whom no mail reaches: where the certificate is handed over.

use crate::{
    documents::office,
    domain::{
        certificate::CertificateState,
        id::{self, Id},
        language::Named,
        time::today,
    },
    phrases::{self, Arguments},
    storage::{
        self,
        certificates::{certificate, signatory},
    },
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            incoming::IncomingRequest, paper,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The letter to one person.
#[derive(Serialize)]
pub struct LetterPage {
    id: Id<id::Certificate>,
    number: String,
    name: String,
    address: Option<String>,
    subdivision: Named,
    place: Named,
}

impl Page for LetterPage {
    fn template(&self) -> &'static str {
        "pages/certificates/letter.html"
    }
}

impl Sample for LetterPage {
    fn samples() -> Vec<Self> {
        let letter = |address: Option<&str>| Self {
            id: Id::new(),
            number: "Е000417".to_owned(),
            name: "Үлгіев Үлгі".to_owned(),
            address: address.map(str::to_owned),
            subdivision: example::unit(),
            place: example::squad(),
        };
        vec![letter(Some("Үлгі ауылы")), letter(None)]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<LetterPage, WebError> {
    let id: Id<id::Certificate> = id.parse().map_err(|_| WebError::NotFound)?;
    let found = cx.read(|db| {
        let Some(found) = certificate::find(db, &me.scope, id)? else { return Ok(None) };
        let place = signatory::place_of(db, id)?;
        Ok(Some((storage::record::contact::of(db, found.membership)?, place, found)))
    })?;
    let (reach, place, found) = found.ok_or(WebError::NotFound)?;
    let is_own = me.scope.territories.contains(&found.territory);
    let waits = is_own && found.state == CertificateState::Signed;
    let (number, place) =
        found.number.clone().zip(place).filter(|_| waits).ok_or(WebError::NotFound)?;
    let name = cx.directory.name(found.territory).ok_or(WebError::NotFound)?;
    Ok(LetterPage {
        id,
        number,
        name: found.holder(),
        // A record that has gone over to another subdivision is that one's to read.
        address: reach
            .filter(|_| found.has_record_in(&me.scope))
            .and_then(|reach| reach.contact.address),
        subdivision: name.clone(),
        place,
    })
}

/// The letter of a certificate that waits for its holder.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request.signed(move |cx, me| cx.show(&read(cx, me, &id)?)).await
}

/// The letter as PDF.
pub async fn paper(request: IncomingRequest, path: web::Path<(String, String)>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let language = paper::language(&path.1)?;
            let page = read(cx, me, &path.0)?;
            let said = Arguments::from([
                ("number".into(), page.number.clone().into()),
                ("place".into(), page.place.get(language).to_owned().into()),
            ]);
            let words = phrases::say(language, "certificate-letter-says", &said);
            let to = (&*page.name, page.address.as_deref());
            let words = words.into_iter().collect();
            let letter = office::notice(language, (&page.subdivision, today(cx.now)), to, words);
            paper::show(&letter, "habarlama")
        })
        .await
}

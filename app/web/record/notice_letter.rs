//! The notice to a person as a letter to be printed: in one language, with a line for its receipt (clause 22).

use crate::{
    documents::office,
    domain::{
        id::{self, Id},
        language::Named,
        time::{Instant, local, today},
    },
    phrases::{self, Arguments},
    storage,
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

/// The letter. It tells that the record has ended and names no item of clause 15.
#[derive(Serialize)]
pub struct NoticeLetterPage {
    id: Id<id::NoticeDuty>,
    name: String,
    address: Option<String>,
    /// None of a freelance officer.
    squad: Option<Named>,
    unit: Named,
    /// When the person was taken off the record.
    since: Instant,
}

impl Page for NoticeLetterPage {
    fn template(&self) -> &'static str {
        "pages/record/notice_letter.html"
    }
}

impl Sample for NoticeLetterPage {
    fn samples() -> Vec<Self> {
        let letter = |address: Option<&str>| Self {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            address: address.map(str::to_owned),
            squad: address.map(|_| example::squad()),
            unit: example::unit(),
            since: Instant::default(),
        };
        vec![letter(Some("Үлгі ауылы")), letter(None)]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<NoticeLetterPage, WebError> {
    let id: Id<id::NoticeDuty> = id.parse().map_err(|_| WebError::NotFound)?;
    let (duty, case) = cx.read(|db| {
        let duty = storage::record::notice_duty::find(db, &me.scope.units, id)?;
        let case = match &duty {
            Some(duty) => storage::record::involvement::case(db, &me.scope, duty.of)?,
            None => None,
        };
        Ok((duty, case))
    })?;
    let (duty, case) = duty.zip(case).ok_or(WebError::NotFound)?;
    let unit = case.parties.unit.and_then(|unit| cx.directory.name(unit));
    let unit = unit.ok_or(WebError::NotFound)?.clone();
    Ok(NoticeLetterPage {
        id,
        name: duty.name,
        address: duty.address,
        squad: duty.squad,
        unit,
        since: duty.opened_at,
    })
}

/// The letter to one person.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request.signed(move |cx, me| cx.show(&read(cx, me, &id)?)).await
}

/// The letter as PDF.
pub async fn paper(request: IncomingRequest, path: web::Path<(String, String)>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let language = paper::language(&path.1)?;
            let page = read(cx, me, &path.0)?;
            let mut said = Arguments::from([
                ("unit".into(), page.unit.get(language).to_owned().into()),
                ("date".into(), office::date(local(page.since).date()).into()),
            ]);
            let key = match &page.squad {
                Some(squad) => {
                    said.insert("squad".into(), squad.get(language).to_owned().into());
                    "notice-letter-says"
                }
                None => "notice-letter-officer-says",
            };
            let words = [
                phrases::say(language, key, &said),
                phrases::say(language, "notice-letter-after", &Arguments::new()),
            ];
            let to = (&*page.name, page.address.as_deref());
            let words = words.into_iter().flatten().collect();
            let letter = office::notice(language, (&page.unit, today(cx.now)), to, words);
            paper::show(&letter, "habarlama")
        })
        .await
}

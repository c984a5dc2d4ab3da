//! A squad is proposed: its names, its area, the unit to lead it, and, if the office has it ready, the file of candidates.

use crate::{
    acts::squads::propose_squad::ProposeSquad,
    domain::{body::DutyKind, id::Id},
    storage,
    web::{
        lists::imports::{self, Proposal},
        request::{
            context::{Call, Reader, Visit},
            error::{WebError, faults_of},
            form::{Posted, Shown, shown},
            reply::Answer,
        },
    },
};
use actix_web::HttpResponse;
use serde_json::{Value, json};

/// The form.
pub async fn new(call: Call) -> HttpResponse {
    call.signed(|visit, reader| {
        let content = content(visit, reader)?;
        visit.form("pages/squads/squad_new.html", content)
    })
    .await
}

/// Without a file the squad is proposed at once; with one, its candidates are shown first.
pub async fn create(call: Call, posted: Posted) -> HttpResponse {
    call.reading(posted, |visit, reader, posted| {
        let akimat = akimat(reader)?;
        let proposal = Proposal {
            id: Id::new().to_string(),
            akimat: akimat.to_string(),
            name_kk: posted.text("name_kk").to_owned(),
            name_ru: posted.text("name_ru").to_owned(),
            area: posted.text("area").to_owned(),
            unit: posted.text("unit").to_owned(),
        };
        let again = |errors: &[Shown]| visit.again("pages/squads/squad_new.html", content(visit, reader)?, posted, errors);
        let verb = proposal.verb(Vec::new(), None).ok_or(WebError::BadRequest)?;
        if visit.is_switch {
            return again(&[]);
        }
        if posted.file("file").is_some() || posted.is_too_large {
            let faults = visit.read(|db| faults(db, reader, &verb, visit))?;
            if !faults.is_empty() {
                return again(&shown(&faults));
            }
            return match imports::keep(visit, reader, posted, akimat, None, Some(proposal))? {
                Ok(draft) => Ok(Answer::See(format!("/imports/{draft}"))),
                Err(error) => again(&[error]),
            };
        }
        match visit.act(reader, posted, &verb) {
            Ok(done) => Ok(Answer::See(format!("/squads/{}", done.result))),
            Err(refusal) => again(&shown(&faults_of(refusal, "/squads")?)),
        }
    })
    .await
}

fn faults(
    db: &mut storage::Db,
    reader: &Reader,
    verb: &ProposeSquad,
    visit: &Visit,
) -> storage::Result<Vec<crate::acts::squads::propose_squad::ProposeSquadError>> {
    use crate::acts::Verb;
    match verb.case(db, &reader.scope)? {
        Some(case) => verb.validate(db, &case, visit.now),
        None => Ok(Vec::new()),
    }
}

/// The akimat that the reader acts for.
pub fn akimat(reader: &Reader) -> Result<Id, WebError> {
    let denied = || WebError::Denied(vec![crate::domain::permissions::Missing::Duty(DutyKind::AkimatOfficer)]);
    reader.holdings.iter().find(|h| h.kind == DutyKind::AkimatOfficer).map(|h| h.body).ok_or_else(denied)
}

fn content(visit: &Visit, reader: &Reader) -> Result<Value, WebError> {
    let akimat = akimat(reader)?;
    let units = visit.read(|db| storage::offices::body::units_for(db, akimat))?;
    let units: Vec<Value> =
        units.iter().map(|(unit, territory)| json!({ "id": unit.id, "name": unit.name, "territory": territory.name })).collect();
    Ok(json!({ "units": units }))
}

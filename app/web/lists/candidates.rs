//! One candidate, typed into a form or corrected.

use crate::{
    acts::lists::{add_candidates::AddCandidates, correct_candidate::CorrectCandidate},
    domain::{
        id::Id,
        iin::Iin,
        permissions::Case,
        person::{DocumentKind, Particulars},
        workflow::Act,
    },
    intake::{
        Code, Field, Finding, Level, Row,
        particulars::{Written, read},
    },
    storage::{self, access_log::Opened},
    web::{
        request::{
            context::{Call, Reader, Visit, button, may},
            error::{WebError, faults_of},
            form::{Posted, Shown, shown},
            reply::Answer,
        },
        squads::squad,
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: &str = "pages/lists/candidate.html";

/// The form for somebody new.
pub async fn new(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let content = of_squad(visit, reader, &id)?.1;
        visit.form(PAGE, content)
    })
    .await
}

/// Puts somebody on the squad's draft list.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let (case, content) = of_squad(visit, reader, &id)?;
        let (squad, back) = (case.id, format!("/squads/{}", case.id));
        may(reader, Act::AddCandidates, &case, &back)?;
        let candidates = match typed(posted) {
            Ok(candidate) => vec![candidate],
            Err(errors) => return visit.again(PAGE, content, posted, &errors),
        };
        match visit.act(reader, posted, &AddCandidates { squad, candidates, import: None }) {
            Ok(_) if posted.text("next") == "another" => Ok(Answer::See(format!("/squads/{squad}/candidates/new"))),
            Ok(done) => Ok(Answer::See(format!("/lists/{}", done.result))),
            Err(refusal) => visit.again(PAGE, content, posted, &shown(&faults_of(refusal, &back)?)),
        }
    })
    .await
}

fn of_squad(visit: &Visit, reader: &Reader, id: &str) -> Result<(Case, Value), WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let squad = visit.read(|db| storage::squads::squad::find(db, &reader.scope, id))?.ok_or(WebError::NotFound)?;
    let content = json!({
        "action": format!("/squads/{id}/candidates"),
        "path_here": format!("/squads/{id}/candidates/new"),
        "back": format!("/squads/{id}"),
        "squad": squad::words(&squad),
        "button": button(reader, Act::AddCandidates, &squad.case(), &[]),
        "entry": null,
    });
    Ok((squad.case(), content))
}

/// The form with what stands about somebody.
pub async fn edit(call: Call, id: web::Path<String>) -> HttpResponse {
    call.signed(move |visit, reader| {
        let (_, content) = of_entry(visit, reader, &id)?;
        visit.form(PAGE, content)
    })
    .await
}

/// Corrects it.
pub async fn update(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let (entry, content) = of_entry(visit, reader, &id)?;
        let particulars = match typed(posted) {
            Ok(particulars) => particulars,
            Err(errors) => return visit.again(PAGE, content, posted, &errors),
        };
        match visit.act(reader, posted, &CorrectCandidate { entry, version: posted.version("version"), particulars }) {
            Ok(_) => Ok(Answer::See(format!("/entries/{entry}"))),
            Err(refusal) => visit.again(PAGE, content, posted, &shown(&faults_of(refusal, &format!("/entries/{entry}"))?)),
        }
    })
    .await
}

/// The akimat's own entry with its words. Showing an IIN leaves a trace.
fn of_entry(visit: &Visit, reader: &Reader, id: &str) -> Result<(Id, Value), WebError> {
    let id: Id = id.parse().map_err(|_| WebError::NotFound)?;
    let found = visit.read(|db| {
        let Some((entry, list)) = storage::lists::entry::find(db, &reader.scope, id)? else { return Ok(None) };
        let stands = match storage::lists::correction::of(db, &visit.house.keys, id)? {
            None => storage::squads::membership::particulars(db, &visit.house.keys, entry.membership)?,
            corrected => corrected,
        };
        Ok(stands.map(|stands| (entry, list, stands)))
    })?;
    let (entry, list, stands) = found.ok_or(WebError::NotFound)?;
    let (case, back) = (list.case(), format!("/entries/{id}"));
    may(reader, Act::CorrectCandidate, &case, &back)?;
    visit.opened(reader, Opened::Iin, entry.membership, &list)?;
    let content = json!({
        "action": format!("/entries/{id}"),
        "path_here": format!("/entries/{id}/edit"),
        "back": back,
        "squad": squad::words(&list.squad),
        "button": button(reader, Act::CorrectCandidate, &case, &[]),
        "entry": { "name": entry.full_name(), "version": entry.version, "return_code": entry.return_code },
        "typed": {
            "surname": stands.surname,
            "given_name": stands.given_name,
            "patronymic": stands.patronymic,
            "iin": stands.iin.expose(),
            "birth_date": stands.birth_date,
            "document_number": stands.document_number,
            "address": stands.address,
            "phone": stands.phone,
        },
    });
    Ok((id, content))
}

/// The person that the form tells of, or what is wrong with each field.
fn typed(posted: &Posted) -> Result<Particulars, Vec<Shown>> {
    let row = read(&Written {
        surname: posted.text("surname"),
        given_name: posted.text("given_name"),
        patronymic: posted.text("patronymic"),
        iin: posted.text("iin"),
        birth_date: posted.text("birth_date"),
        document_number: posted.text("document_number"),
        address: posted.text("address"),
        phone: posted.text("phone"),
    });
    let faults: Vec<Shown> = row.findings.iter().filter(|finding| is_fault(finding)).map(fault).collect();
    match (&row.iin, faults.is_empty()) {
        (Some(iin), true) => particulars(&row, iin.clone()).map_err(|code| vec![Shown { field: "surname".into(), code: code.into() }]),
        _ => Err(faults),
    }
}

/// In a form nothing is left out with a warning: whoever typed it is still there to be asked.
fn is_fault(finding: &Finding) -> bool {
    let is_left_out = matches!(finding.code, Code::PhoneUnreadable | Code::PhoneSeveral | Code::TextTooLong);
    is_left_out || finding.level() >= Level::Ask
}

fn fault(finding: &Finding) -> Shown {
    let field = if finding.field == Field::Name { "surname" } else { finding.field.as_str() };
    let code = match finding.code {
        Code::PhoneUnreadable => "candidate-phone".into(),
        Code::PhoneSeveral => "candidate-phone-several".into(),
        Code::TextTooLong => "candidate-too-long".into(),
        code => format!("finding-{}", code.code()).replace('_', "-"),
    };
    Shown { field: field.to_owned(), code }
}

/// A row that was read, as the particulars of one membership.
///
/// # Errors
/// The code of what is missing.
pub fn particulars(row: &Row, iin: Iin) -> Result<Particulars, &'static str> {
    let (Some(surname), Some(given_name)) = (row.surname.clone(), row.given_name.clone()) else { return Err("finding-name-missing") };
    let is_passport = row.findings.iter().any(|f| f.code == Code::DocumentPassport);
    Ok(Particulars {
        surname,
        given_name,
        patronymic: row.patronymic.clone(),
        iin,
        birth_date: row.birth_date,
        document_kind: if is_passport { DocumentKind::Passport } else { DocumentKind::IdCard },
        document_number: row.document_number.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
    })
}

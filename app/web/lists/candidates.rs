//! One candidate, typed into a form or corrected.

use crate::{
    acts::lists::{add_candidates::AddCandidates, correct_candidate::CorrectCandidate},
    domain::{
        id::{self, Id},
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
        pages::{
            Loose,
            button::{button, may},
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
        squads::squad,
    },
};
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

const PAGE: &str = "pages/lists/candidate.html";

/// The form for somebody new.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let content = of_squad(cx, me, &id)?.1;
            cx.first_form(&Loose(PAGE, content))
        })
        .await
}

/// Puts somebody on the squad's draft list.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (case, content) = of_squad(cx, me, &id)?;
            let (squad, back) = (case.squad, format!("/squads/{}", case.squad));
            may(me, Act::AddCandidates, &case, &back)?;
            let candidates = match typed(form) {
                Ok(candidate) => vec![candidate],
                Err(errors) => return cx.rerender(&Loose(PAGE, content), form, &errors),
            };
            match cx.act(me, form, &AddCandidates { squad, candidates, import: None }) {
                Ok(_) if form.text("next") == "another" => Ok(Reply::Redirect(format!("/squads/{squad}/candidates/new"))),
                Ok(done) => Ok(Reply::Redirect(format!("/lists/{}", done.result))),
                Err(refusal) => cx.rerender(&Loose(PAGE, content), form, &field_errors(&faults_of(refusal, &back)?)),
            }
        })
        .await
}

fn of_squad(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<(Case, Value), WebError> {
    let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
    let squad = cx.read(|db| storage::squads::squad::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
    let content = json!({
        "action": format!("/squads/{id}/candidates"),
        "path_here": format!("/squads/{id}/candidates/new"),
        "back": format!("/squads/{id}"),
        "squad": squad::words(&squad),
        "button": button(me, Act::AddCandidates, &squad.case(), &[]),
        "entry": null,
    });
    Ok((squad.case(), content))
}

/// The form with what stands about somebody.
pub async fn edit(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let (_, content) = of_entry(cx, me, &id)?;
            cx.first_form(&Loose(PAGE, content))
        })
        .await
}

/// Corrects it.
pub async fn update(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (entry, content) = of_entry(cx, me, &id)?;
            let particulars = match typed(form) {
                Ok(particulars) => particulars,
                Err(errors) => return cx.rerender(&Loose(PAGE, content), form, &errors),
            };
            match cx.act(me, form, &CorrectCandidate { entry, version: form.version("version"), particulars }) {
                Ok(_) => Ok(Reply::Redirect(format!("/entries/{entry}"))),
                Err(refusal) => cx.rerender(&Loose(PAGE, content), form, &field_errors(&faults_of(refusal, &format!("/entries/{entry}"))?)),
            }
        })
        .await
}

/// The akimat's own entry with its words. Showing an IIN leaves a trace.
fn of_entry(cx: &RequestContext, me: &CurrentUser, id: &str) -> Result<(Id<id::ListEntry>, Value), WebError> {
    let id: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
    let found = cx.read(|db| {
        let Some((entry, list)) = storage::lists::entry::find(db, &me.scope, id)? else { return Ok(None) };
        let stands = match storage::lists::correction::of(db, &cx.app.keys, id)? {
            None => storage::squads::membership::particulars(db, &cx.app.keys, entry.membership)?,
            corrected => corrected,
        };
        Ok(stands.map(|stands| (entry, list, stands)))
    })?;
    let (entry, list, stands) = found.ok_or(WebError::NotFound)?;
    let (case, back) = (list.case(), format!("/entries/{id}"));
    may(me, Act::CorrectCandidate, &case, &back)?;
    cx.log_access(me, Opened::Iin, entry.membership, &list)?;
    let content = json!({
        "action": format!("/entries/{id}"),
        "path_here": format!("/entries/{id}/edit"),
        "back": back,
        "squad": squad::words(&list.squad),
        "button": button(me, Act::CorrectCandidate, &case, &[]),
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
fn typed(form: &SubmittedForm) -> Result<Particulars, Vec<FieldError>> {
    let row = read(&Written {
        surname: form.text("surname"),
        given_name: form.text("given_name"),
        patronymic: form.text("patronymic"),
        iin: form.text("iin"),
        birth_date: form.text("birth_date"),
        document_number: form.text("document_number"),
        address: form.text("address"),
        phone: form.text("phone"),
    });
    let faults: Vec<FieldError> = row.findings.iter().filter(|finding| is_fault(finding)).map(fault).collect();
    match (&row.iin, faults.is_empty()) {
        (Some(iin), true) => particulars(&row, iin.clone()).map_err(|code| vec![FieldError { field: "surname".into(), code: code.into() }]),
        _ => Err(faults),
    }
}

/// In a form nothing is left out with a warning: whoever typed it is still there to be asked.
fn is_fault(finding: &Finding) -> bool {
    let is_left_out = matches!(finding.code, Code::PhoneUnreadable | Code::PhoneSeveral | Code::TextTooLong);
    is_left_out || finding.level() >= Level::Ask
}

fn fault(finding: &Finding) -> FieldError {
    let field = if finding.field == Field::Name { "surname" } else { finding.field.as_str() };
    let code = match finding.code {
        Code::PhoneUnreadable => "candidate-phone".into(),
        Code::PhoneSeveral => "candidate-phone-several".into(),
        Code::TextTooLong => "candidate-too-long".into(),
        code => format!("finding-{}", code.code()).replace('_', "-"),
    };
    FieldError { field: field.to_owned(), code }
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

//! A squad is proposed: its names, its area, the unit to lead it, and, if the office has it ready, the file of candidates.

use crate::{
    acts::squads::propose_squad::ProposeSquad,
    domain::{
        body::DutyKind,
        id::{self, Id},
    },
    storage,
    web::{
        lists::imports::{self, Proposal},
        pages::Loose,
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            permit::Permit,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde_json::{Value, json};

/// The form.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let content = content(cx, me)?;
            cx.first_form(&Loose("pages/squads/squad_new.html", content))
        })
        .await
}

/// Without a file the squad is proposed at once; with one, its candidates are shown first.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with(Permit::Reading)
        .form(form, |cx, me, form| {
            let akimat = akimat(me)?;
            let proposal = Proposal {
                id: Id::<id::FormKey>::new().to_string(),
                akimat: akimat.to_string(),
                name_kk: form.text("name_kk").to_owned(),
                name_ru: form.text("name_ru").to_owned(),
                area: form.text("area").to_owned(),
                unit: form.text("unit").to_owned(),
            };
            let rerender = |errors: &[FieldError]| cx.rerender(&Loose("pages/squads/squad_new.html", content(cx, me)?), form, errors);
            let command = proposal.command(Vec::new(), None).ok_or(WebError::BadRequest)?;
            if cx.is_language_switch {
                return rerender(&[]);
            }
            if form.file("file").is_some() || form.is_too_large {
                let faults = cx.read(|db| faults(db, me, &command, cx))?;
                if !faults.is_empty() {
                    return rerender(&field_errors(&faults));
                }
                return match imports::keep(cx, me, form, akimat, None, Some(proposal))? {
                    Ok(draft) => Ok(Reply::Redirect(format!("/imports/{draft}"))),
                    Err(error) => rerender(&[error]),
                };
            }
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
                Err(refusal) => rerender(&field_errors(&faults_of(refusal, "/squads")?)),
            }
        })
        .await
}

fn faults(
    db: &mut storage::Db,
    me: &CurrentUser,
    command: &ProposeSquad,
    cx: &RequestContext,
) -> storage::Result<Vec<crate::acts::squads::propose_squad::ProposeSquadError>> {
    use crate::acts::Command;
    match command.case(db, &me.scope)? {
        Some(case) => command.validate(db, &case, cx.now),
        None => Ok(Vec::new()),
    }
}

/// The akimat that the reader acts for.
pub fn akimat(me: &CurrentUser) -> Result<Id<id::Body>, WebError> {
    let denied = || WebError::Denied(vec![crate::domain::permissions::Unmet::Duty(DutyKind::AkimatOfficer)]);
    me.holdings.iter().find(|h| h.kind == DutyKind::AkimatOfficer).map(|h| h.body).ok_or_else(denied)
}

fn content(cx: &RequestContext, me: &CurrentUser) -> Result<Value, WebError> {
    let akimat = akimat(me)?;
    let units = cx.read(|db| storage::offices::body::units_for(db, akimat))?;
    let units: Vec<Value> =
        units.iter().map(|(unit, territory)| json!({ "id": unit.id, "name": unit.name, "territory": territory.name })).collect();
    Ok(json!({ "units": units }))
}

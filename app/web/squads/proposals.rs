//! A squad is proposed: its names, its area, the unit to lead it and, if the akimat has it, the file of candidates.

use crate::{
    acts::{
        Command,
        squads::propose_squad::{ProposeSquad, ProposeSquadError},
    },
    domain::{
        id::{self, Id},
        language::Named,
    },
    storage::offices::body::Body,
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            draft::{Draft, Target},
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            proposal_form::ProposalForm,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The form of a proposal.
#[derive(Serialize)]
pub struct ProposalPage {
    units: Vec<UnitChoice>,
}

/// A unit that may lead the squad, with its territorial subdivision.
#[derive(Serialize)]
struct UnitChoice {
    id: Id<id::Body>,
    name: Named,
    territory: Named,
}

impl Page for ProposalPage {
    fn template(&self) -> &'static str {
        "pages/squads/squad_new.html"
    }
}

impl Sample for ProposalPage {
    fn samples() -> Vec<Self> {
        let named =
            |name: &str| Named { kk: name.to_owned(), ru: name.to_owned(), en: name.to_owned() };
        let unit = UnitChoice {
            id: Id::new(),
            name: named("Үлгі бөлімшесі"),
            territory: named("Үлгі басқармасы"),
        };
        vec![Self { units: vec![unit] }, Self { units: Vec::new() }]
    }
}

/// The form.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.first_form(&page(cx, me)?)).await
}

/// Proposes the squad at once; with a file, the akimat reviews the candidates first.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, |cx, me, form| {
            let proposal = ProposalForm::parse(form, me)?;
            let command = proposal.command(Vec::new(), None);
            let rerender = |errors: &[FieldError]| cx.rerender(&page(cx, me)?, form, errors);
            if cx.is_shown_again {
                return rerender(&[]);
            }
            if form.file("file").is_some() || form.is_too_large {
                let faults = faults(cx, me, &command)?;
                if !faults.is_empty() {
                    return rerender(&field_errors(&faults));
                }
                return match Draft::create(cx, me, form, Target::Proposal(proposal))? {
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

/// The faults of the fields, before a file is read for them.
fn faults(
    cx: &RequestContext,
    me: &CurrentUser,
    command: &ProposeSquad,
) -> Result<Vec<ProposeSquadError>, WebError> {
    cx.read(|db| match command.case(db, &me.scope)? {
        Some(case) => command.validate(db, &case, cx.now),
        None => Ok(Vec::new()),
    })
}

fn page(cx: &RequestContext, me: &CurrentUser) -> Result<ProposalPage, WebError> {
    let units = cx.directory.units_for(me.akimat()?);
    let choice = |(unit, territory): (&Body, &Body)| UnitChoice {
        id: unit.id,
        name: unit.name.clone(),
        territory: territory.name.clone(),
    };
    Ok(ProposalPage { units: units.into_iter().map(choice).collect() })
}

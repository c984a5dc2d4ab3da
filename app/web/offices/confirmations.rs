//! Duties that wait for somebody else than their granter, before those who may confirm them.

use crate::{
    acts::offices::confirm_duty::ConfirmDuty,
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::Instant,
    },
    storage::offices::confirmation,
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::SubmittedForm,
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The page.
#[derive(Serialize)]
pub struct ConfirmationsPage {
    waiting: Vec<Waiting>,
}

/// A duty that waits.
#[derive(Serialize)]
struct Waiting {
    id: Id<id::Duty>,
    name: String,
    kind: DutyKind,
    body: Named,
    from: Instant,
    /// The administrator who granted it.
    by: Option<String>,
}

impl Page for ConfirmationsPage {
    fn template(&self) -> &'static str {
        "pages/offices/confirmations.html"
    }
}

impl Sample for ConfirmationsPage {
    fn samples() -> Vec<Self> {
        let waiting = Waiting {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            kind: DutyKind::VettingOfficer,
            body: example::territory(),
            from: Instant::default(),
            by: Some("Үлгібаева Ү.".to_owned()),
        };
        vec![Self { waiting: vec![waiting] }, Self { waiting: Vec::new() }]
    }
}

/// The duties that the reader may confirm.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.show(&ConfirmationsPage { waiting: waiting(cx, me)? })).await
}

fn waiting(cx: &RequestContext, me: &CurrentUser) -> Result<Vec<Waiting>, WebError> {
    let bodies: Vec<Id<id::Body>> =
        me.holdings.iter().filter(|held| held.is_confirmed).map(|held| held.body).collect();
    let asked = cx.read(|db| confirmation::asked_of(db, me.user.id, &bodies, cx.now))?;
    let of = |confirmation::Waiting { granted, name, by }| {
        let body = cx.directory.name(granted.body)?.clone();
        let (id, kind, from) = (granted.id, granted.kind, granted.from);
        Some(Waiting { id, name, kind, body, from, by })
    };
    Ok(asked.into_iter().filter_map(of).collect())
}

/// Confirms one.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let duty: Id<id::Duty> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = ConfirmDuty { duty, by: me.user.id, now: cx.now };
            // What is confirmed already has gone from the page.
            if let Err(refusal) = cx.act(me, form, &command) {
                faults_of(refusal, "/confirmations")?;
            }
            Ok(Reply::Redirect("/confirmations".into()))
        })
        .await
}

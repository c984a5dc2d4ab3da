//! One certificate: what its paper says, and what is still to be done with it.

use super::CertificateLine;
use crate::{
    acts::{
        Command, Fault,
        certificates::{
            hand_over_certificate::HandOverCertificate, settle_paper::SettlePaper,
            void_certificate::VoidCertificate,
        },
    },
    domain::{
        caller::Caller,
        certificate::{CertificateState, PaperFate, PrintKind, TEXT_LIMIT, VoidCause},
        id::{self, Id},
        involvement::Involvement,
        permissions::{Case, Unmet},
        time::Instant,
        workflow::{Act, State},
    },
    storage::{
        self,
        certificates::paper::{HandingOver, Print},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            record_view::url,
        },
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The certificate.
#[derive(Serialize)]
pub struct CertificatePage {
    certificate: CertificateLine,
    register: Id<id::Body>,
    /// The record of the holder, where the reader sees it.
    record: Option<String>,
    prepared_at: Instant,
    issuer: Option<String>,
    /// Position, rank and name of its signatory.
    signatory: Option<[String; 3]>,
    void_cause: Option<VoidCause>,
    voided_at: Option<Instant>,
    paper_fate: Option<PaperFate>,
    /// Facts for the subdivision alone.
    own: Option<OwnView>,
    print: Button,
    hand_over: Button,
    replace: Button,
    settle: Button,
    causes: &'static [VoidCause],
    fates: &'static [PaperFate],
    limit: usize,
}

/// The prints, to whom it was handed over, and the digest of the paper.
#[derive(Serialize)]
struct OwnView {
    prints: Vec<PrintView>,
    over: Option<HandingOver>,
    sha256: Option<String>,
}

#[derive(Serialize)]
struct PrintView {
    kind: PrintKind,
    at: Instant,
    by: String,
}

impl From<Print> for PrintView {
    fn from(Print { kind, at, by }: Print) -> Self {
        Self { kind, at, by }
    }
}

impl Page for CertificatePage {
    fn template(&self) -> &'static str {
        "pages/certificates/certificate.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![("to", self.certificate.holder.clone())]
    }
}

impl Sample for CertificatePage {
    fn samples() -> Vec<Self> {
        let page = |state: &CertificateState, can: fn() -> Button, own: Option<OwnView>| Self {
            certificate: CertificateLine::sample(*state),
            register: Id::new(),
            record: own.as_ref().map(|_| "/squads/0/members/0".to_owned()),
            prepared_at: Instant::default(),
            issuer: Some("«Сынақ» аумақтық бөлімшесі".to_owned()),
            signatory: Some(["бастық", "полковник", "Образцов А."].map(str::to_owned)),
            void_cause: (*state == CertificateState::Void).then_some(VoidCause::Lost),
            voided_at: (*state == CertificateState::Void).then(Instant::default),
            paper_fate: None,
            own,
            print: can(),
            hand_over: can(),
            replace: can(),
            settle: can(),
            causes: VoidCause::NAMED,
            fates: PaperFate::ALL,
            limit: TEXT_LIMIT,
        };
        let own = || OwnView {
            prints: PrintKind::ALL
                .iter()
                .map(|kind| PrintView {
                    kind: *kind,
                    at: Instant::default(),
                    by: "Үлгіев Үлгі".to_owned(),
                })
                .collect(),
            over: Some(HandingOver {
                to: "Үлгіев Үлгі".to_owned(),
                document: "жеке куәлік 000000000".to_owned(),
            }),
            sha256: Some("0".repeat(64)),
        };
        let states = CertificateState::ALL.iter();
        let settled = Self {
            paper_fate: Some(PaperFate::HandedIn),
            ..page(&CertificateState::Void, Button::sample_foreign, None)
        };
        let bare = Self {
            issuer: None,
            signatory: None,
            own: Some(OwnView { prints: Vec::new(), over: None, sha256: None }),
            ..page(&CertificateState::Prepared, Button::sample_foreign, None)
        };
        states
            .map(|state| page(state, Button::sample_ready, Some(own())))
            .chain([settled, bare])
            .collect()
    }
}

fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Certificate>,
) -> Result<CertificatePage, WebError> {
    use storage::certificates::{certificate, paper};
    let found = cx.read(|db| certificate::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
    let is_own = me.scope.territories.contains(&found.territory);
    let own = is_own
        .then(|| {
            cx.read(|db| {
                Ok(OwnView {
                    prints: paper::prints(db, id)?.into_iter().map(PrintView::from).collect(),
                    over: paper::handing_over(db, &cx.app.keys, id)?,
                    sha256: found.paper_sha256.as_ref().map(hex::encode),
                })
            })
        })
        .transpose()?;
    let name = cx.directory.name(found.territory).cloned().ok_or(WebError::NotFound)?;
    let case = Case::of_register(found.territory, name);
    let elsewhere = [Unmet::State(State::Certificate(found.state))];
    let can = |act, is_apt| button(me, act, &case, if is_apt { &[] } else { &elsewhere });
    let is_signed = found.state == CertificateState::Signed;
    let is_out = is_signed || found.state == CertificateState::HandedOver;
    let (position, rank, name) = found.signatory.clone();
    Ok(CertificatePage {
        certificate: (&found).into(),
        register: found.territory,
        record: found
            .has_record_in(&me.scope)
            .then(|| Involvement::of(found.squad, found.application))
            .flatten()
            .map(|of| url(of, found.membership)),
        prepared_at: found.prepared_at,
        issuer: found.issuer.clone(),
        signatory: position
            .zip(rank)
            .zip(name)
            .map(|((position, rank), name)| [position, rank, name]),
        void_cause: found.void_cause,
        voided_at: found.voided_at,
        paper_fate: found.paper_fate,
        own,
        print: can(Act::PrintCertificates, is_signed),
        hand_over: can(Act::HandOverCertificate, is_signed),
        replace: can(Act::VoidCertificate, is_out),
        settle: can(Act::SettlePaper, found.is_unsettled()),
        causes: VoidCause::NAMED,
        fates: PaperFate::ALL,
        limit: TEXT_LIMIT,
    })
}

/// The page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Certificate> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

/// A form on the page: the act that it carries out, or the page again with what is wrong.
async fn submit<C: Command<Error: Fault>>(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
    command: impl FnOnce(Id<id::Certificate>, i32, &SubmittedForm) -> C + Send + 'static,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let id: Id<id::Certificate> = id.parse().map_err(|_| WebError::NotFound)?;
            let (page, back) = (read(cx, me, id)?, format!("/certificates/{id}"));
            cx.submit(Caller::User(me.user.id), &page, form, &back, || {
                Ok(command(id, form.version("version")?, form))
            })
        })
        .await
}

/// It is handed over.
pub async fn hand_over(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, version, form| HandOverCertificate {
        id,
        version,
        on: form.date("on"),
        over: HandingOver {
            to: form.text("to").to_owned(),
            document: form.text("document").to_owned(),
        },
    })
    .await
}

/// It is void, and another one is prepared.
pub async fn replace(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, version, form| VoidCertificate {
        id,
        version,
        cause: form.text("cause").parse().ok(),
    })
    .await
}

/// The fate of the void paper.
pub async fn settle(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    submit(request, id, form, |id, version, form| SettlePaper {
        id,
        version,
        fate: form.text("fate").parse().ok(),
    })
    .await
}

//! Certificates that are signed or printed together: whom, one confirmation, all or none.

use super::{CertificateLine, own_register};
use crate::{
    acts::certificates::{
        print_certificates::PrintCertificates,
        sign_certificates::{SignCertificates, document, to_sign},
    },
    documents::{self, Field, Unprintable},
    domain::{
        body::DutyKind,
        caller::Caller,
        certificate::{BATCH, CertificateState, printed},
        code::check_code,
        id::{self, Id},
        language::Named,
        permissions::{Case, Parties},
        time::today,
        workflow::Act,
    },
    storage::{
        access_log::Opened,
        certificates::{
            certificate::{self, Certificate, in_state},
            paper,
            signatory::{self, Signatory},
        },
    },
    web::{
        pages::{Page, Sample, button::may, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest, reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

/// The task of a batch.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Task {
    Sign,
    Print,
}

impl Task {
    const fn act(self) -> Act {
        match self {
            Self::Sign => Act::SignCertificates,
            Self::Print => Act::PrintCertificates,
        }
    }

    const fn takes(self) -> CertificateState {
        match self {
            Self::Sign => CertificateState::Prepared,
            Self::Print => CertificateState::Signed,
        }
    }
}

/// The certificates that wait for it, the oldest first.
#[derive(Serialize)]
pub struct BatchPage {
    id: Id<id::Body>,
    register: Named,
    task: Task,
    lines: Vec<BatchLine>,
    /// There are more than one batch takes.
    has_more: bool,
    /// The signatory as the papers will have it, once it was entered.
    signatory: Option<SignatoryView>,
}

#[derive(Serialize)]
struct BatchLine {
    certificate: CertificateLine,
    /// The reader has prepared it, so somebody else signs it.
    is_own: bool,
    /// Why the paper can't say it.
    flaw: Option<FlawView>,
}

/// A place of the form whose words can't be printed: they have a letter that no paper shows, or are too long.
#[derive(Serialize)]
struct FlawView {
    field: Field,
    letter: Option<char>,
}

impl FlawView {
    fn of(unprintable: &Unprintable) -> Option<Self> {
        match unprintable {
            Unprintable::Letter(letter, field) => {
                Some(Self { field: *field, letter: Some(*letter) })
            }
            Unprintable::Long(field) => Some(Self { field: *field, letter: None }),
            Unprintable::Failed(_) => None,
        }
    }
}

#[derive(Serialize)]
struct SignatoryView {
    name: String,
    position: String,
    rank: String,
}

impl From<(Signatory, String)> for SignatoryView {
    fn from((of, name): (Signatory, String)) -> Self {
        Self { name, position: of.position_kk, rank: of.rank_kk }
    }
}

impl Page for BatchPage {
    fn template(&self) -> &'static str {
        "pages/certificates/batch.html"
    }
}

impl Sample for BatchPage {
    fn samples() -> Vec<Self> {
        let line = |task: Task, is_own, flaw| BatchLine {
            certificate: CertificateLine::sample(task.takes()),
            is_own,
            flaw,
        };
        let flaw = |letter, field| Some(FlawView { field, letter });
        let signatory = || SignatoryView {
            name: "Образцов Айдар".to_owned(),
            position: "Аумақтық бөлімше бастығы".to_owned(),
            rank: "полковник".to_owned(),
        };
        let page = |task, lines, signatory: Option<SignatoryView>| Self {
            id: Id::new(),
            register: example::squad(),
            task,
            lines,
            has_more: signatory.is_some(),
            signatory,
        };
        let lines = |task| {
            vec![
                line(task, false, None),
                line(task, true, None),
                line(task, false, flaw(Some('漢'), Field::Holder)),
                line(task, false, flaw(None, Field::Subdivision)),
            ]
        };
        vec![
            page(Task::Sign, lines(Task::Sign), Some(signatory())),
            page(Task::Sign, lines(Task::Sign), None),
            page(Task::Print, vec![line(Task::Print, false, None)], Some(signatory())),
            page(Task::Print, Vec::new(), None),
        ]
    }
}

fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    id: &str,
    task: Task,
) -> Result<BatchPage, WebError> {
    let (id, register) = own_register(cx, me, id)?;
    let case = Case::of_register(id, register.clone());
    may(me, task.act(), &case, &format!("/certificate-registers/{id}"))?;
    let (found, signatory) = cx.read(|db| {
        let limit = i64::try_from(BATCH + 1).unwrap_or(i64::MAX);
        let found = in_state(db, id, task.takes(), limit)?;
        Ok((found, signatory::of_head(db, id, me.user.id, (today(cx.now), cx.now))?))
    })?;
    let flaw = |one: &Certificate| {
        let head = signatory.as_ref().filter(|_| task == Task::Sign);
        head.and_then(|head| flaw(cx, one, (id, &register), head))
    };
    let line = |one: &Certificate| BatchLine {
        is_own: task == Task::Sign && one.prepared_by == Some(me.user.id),
        flaw: flaw(one),
        certificate: one.into(),
    };
    let lines = found.iter().take(BATCH).map(line).collect();
    Ok(BatchPage {
        id,
        register,
        task,
        has_more: found.len() > BATCH,
        lines,
        signatory: signatory.map(SignatoryView::from),
    })
}

/// Why the paper of a prepared certificate can't be printed, under a number as long as any.
fn flaw(
    cx: &RequestContext,
    one: &Certificate,
    register: (Id<id::Body>, &Named),
    (signatory, name): &(Signatory, String),
) -> Option<FlawView> {
    let settings = &cx.app.settings;
    let number = printed(settings.series_of(one.kind), 0, settings.certificate_width);
    let paper = to_sign(one, register, (signatory, name), ((0, number), today(cx.now)));
    let code = check_code([0; 10]);
    document(settings, one.kind, &paper, &code).check().err().as_ref().and_then(FlawView::of)
}

/// The certificates to be signed.
pub async fn signing(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    show(request, id, Task::Sign).await
}

/// The certificates to be printed.
pub async fn printing(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    show(request, id, Task::Print).await
}

async fn show(request: IncomingRequest, id: web::Path<String>, task: Task) -> HttpResponse {
    request.signed(move |cx, me| cx.first_form(&read(cx, me, &id, task)?)).await
}

/// Those that were ticked, each in the version that was seen.
fn ticked(form: &SubmittedForm) -> Result<BTreeMap<Id<id::Certificate>, i32>, WebError> {
    let named = form.ids_with_prefix("certificate-")?;
    let version = |text: &str| text.parse().map_err(|_| WebError::BadRequest);
    named.into_iter().map(|(id, text)| Ok((id, version(text)?))).collect()
}

/// The head signs.
pub async fn sign(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let page = read(cx, me, &id, Task::Sign)?;
            let (territory, by) = (page.id, me.user.id);
            let back = format!("/certificate-registers/{territory}");
            cx.submit(Caller::User(by), &page, form, &back, || {
                Ok(SignCertificates { territory, certificates: ticked(form)?, by })
            })
        })
        .await
}

/// A vetting officer prints: the paper itself, or several beside one another on sheets.
pub async fn print(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let page = read(cx, me, &id, Task::Print)?;
            let territory = page.id;
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let certificates = ticked(form)?;
            let ids: Vec<_> = certificates.keys().copied().collect();
            let is_spoiled = form.text("do") == "spoiled";
            let command = PrintCertificates { territory, certificates, is_spoiled };
            let done = cx.act(me, form, &command);
            // A form that was carried out before leads to where its print is seen, and opens nothing again.
            if is_spoiled || !matches!(&done, Ok(done) if !done.is_repeated) {
                let back = match ids[..] {
                    [one] => format!("/certificates/{one}"),
                    _ => format!("/certificate-registers/{territory}"),
                };
                return cx.answer(&page, form, &back, done);
            }
            opened(cx, me, territory, &ids)
        })
        .await
}

/// The papers as one file; each opening is written down.
fn opened(
    cx: &RequestContext,
    me: &CurrentUser,
    territory: Id<id::Body>,
    ids: &[Id<id::Certificate>],
) -> Result<Reply, WebError> {
    let person = |id: &Id<id::Certificate>| {
        let found = cx.read(|db| certificate::in_register(db, territory, *id))?;
        found.map(|found| found.membership).ok_or(WebError::NotFound)
    };
    let people = ids.iter().map(person).collect::<Result<Vec<_>, _>>()?;
    let parties = Parties::only(DutyKind::VettingOfficer, territory);
    cx.log_access_to_all(me, Opened::Certificate, &parties, (&people, None))?;
    let keys = &cx.app.keys;
    let content = if let [one] = ids {
        cx.read(|db| paper::bytes(db, keys, *one))?.ok_or(WebError::NotFound)?
    } else {
        let said = |id: &Id<id::Certificate>| {
            let said = cx.read(|db| paper::said(db, keys, *id))?;
            let (kind, paper, code) = said.ok_or(WebError::NotFound)?;
            Ok(document(&cx.app.settings, kind, &paper, &code))
        };
        let papers = ids.iter().map(said).collect::<Result<Vec<_>, WebError>>()?;
        documents::sheet(&papers).map_err(|e| WebError::Failed(e.to_string()))?
    };
    Ok(Reply::document(content, "kualik.pdf".to_owned()))
}

/// A sheet to see how a printer lays both sides.
pub async fn test_sheet(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|_, _| {
            let content = documents::test_sheet().map_err(|e| WebError::Failed(e.to_string()))?;
            Ok(Reply::document(content, "synaq-beti.pdf".to_owned()))
        })
        .await
}

//! The form of an application: entered as it has come on paper or by post, or mended while nothing is decided (clause 16).

use super::{index::ApplicationLine, named};
use crate::{
    acts::applications::{
        NUMBER_LIMIT, correct_application::CorrectApplication,
        receive_application::ReceiveApplication,
    },
    domain::{
        application::TERM_DAYS,
        id::{self, Id},
        language::{Language, Named},
        person::{DocumentKind, Particulars},
        time::today,
        workflow::Act,
    },
    storage::{
        access_log::Opened,
        applications::{
            application::{self, Application},
            application_page::{self, ApplicationRows},
        },
    },
    web::{
        pages::{Page, Sample, button::may, person_form},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The form.
#[derive(Serialize)]
pub struct ApplicationFormPage {
    action: String,
    back: String,
    /// The subdivisions that it may be to, where the reader receives for several.
    territories: Vec<Choice>,
    documents: &'static [DocumentKind],
    languages: &'static [Language],
    number_limit: usize,
    term_days: u32,
    /// The application to be mended; `None` for a new one.
    entered: Option<Entered>,
    /// The applications of the person in the subdivision, where they keep another from being entered.
    known: Vec<ApplicationLine>,
    #[serde(skip)]
    values: Vec<(&'static str, String)>,
}

/// A body to choose.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Choice {
    pub id: Id<id::Body>,
    pub name: Named,
}

/// An application that the form mends.
#[derive(Serialize)]
struct Entered {
    reference: String,
    name: String,
    version: i32,
}

impl Page for ApplicationFormPage {
    fn template(&self) -> &'static str {
        "pages/applications/application_form.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values.clone()
    }
}

impl ApplicationFormPage {
    fn blank() -> Self {
        Self {
            action: "/applications".to_owned(),
            back: "/applications".to_owned(),
            territories: Vec::new(),
            documents: DocumentKind::ALL,
            languages: Language::ALL,
            number_limit: NUMBER_LIMIT,
            term_days: TERM_DAYS,
            entered: None,
            known: Vec::new(),
            values: Vec::new(),
        }
    }

    /// The form for a new one, which came today.
    fn new(cx: &RequestContext, me: &CurrentUser) -> Result<Self, WebError> {
        let territories = receivers(cx, me);
        if territories.is_empty() {
            return Err(WebError::NotFound);
        }
        Ok(Self {
            territories,
            values: vec![
                ("received_on", today(cx.now).to_string()),
                ("document_kind", DocumentKind::IdCard.to_string()),
            ],
            ..Self::blank()
        })
    }

    /// The form with the entered values.
    fn of(rows: &ApplicationRows) -> Self {
        let one = &rows.application;
        let mut values = person_form::values(&rows.particulars);
        values.push(("document_kind", rows.particulars.document_kind.to_string()));
        values.push(("incoming_number", one.incoming_number.clone().unwrap_or_default()));
        Self {
            action: format!("/applications/{}", one.id),
            back: format!("/applications/{}", one.id),
            entered: Some(Entered {
                reference: one.reference.clone(),
                name: one.full_name(),
                version: one.version,
            }),
            values,
            ..Self::blank()
        }
    }
}

impl Sample for ApplicationFormPage {
    fn samples() -> Vec<Self> {
        use crate::domain::application::ApplicationState;
        let choice = || Choice { id: Id::new(), name: crate::web::pages::example::unit() };
        let entered = Entered {
            reference: "Ө-2026-0001".to_owned(),
            name: "Үлгіев Үлгі".to_owned(),
            version: 2,
        };
        vec![
            Self { territories: vec![choice()], ..Self::blank() },
            Self {
                territories: vec![choice(), choice()],
                known: vec![ApplicationLine::sample(ApplicationState::Received)],
                ..Self::blank()
            },
            Self { entered: Some(entered), ..Self::blank() },
        ]
    }
}

/// The subdivisions in which the user receives applications.
fn receivers(cx: &RequestContext, me: &CurrentUser) -> Vec<Choice> {
    let duties = crate::domain::workflow::row(Act::ReceiveApplication).who.duties();
    let mut bodies: Vec<Id<id::Body>> = me
        .holdings
        .iter()
        .filter(|held| held.is_confirmed && duties.contains(&held.kind))
        .map(|held| held.body)
        .collect();
    bodies.sort();
    bodies.dedup();
    cx.directory
        .by_name(&bodies)
        .into_iter()
        .map(|body| Choice { id: body.id, name: body.name.clone() })
        .collect()
}

/// The person of the form, with the document that was chosen.
fn particulars(form: &SubmittedForm) -> Result<Particulars, Vec<FieldError>> {
    let kind: Option<DocumentKind> = form.text("document_kind").parse().ok();
    let kind = kind.ok_or_else(|| {
        vec![FieldError {
            field: "document_kind".into(),
            code: "application-document".into(),
            detail: None,
        }]
    });
    match (person_form::parse(form), kind) {
        (Ok(person), Ok(document_kind)) => Ok(Particulars { document_kind, ..person }),
        (Err(mut faults), Err(more)) => {
            faults.extend(more);
            Err(faults)
        }
        (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
    }
}

/// The empty form.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.first_form(&ApplicationFormPage::new(cx, me)?)).await
}

/// Enters an application.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let page = ApplicationFormPage::new(cx, me)?;
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let particulars = match particulars(form) {
                Ok(particulars) => particulars,
                Err(faults) => return cx.rerender(&page, form, &faults),
            };
            let territory = match page.territories.as_slice() {
                [only] => only.id,
                _ => form.id("territory")?.ok_or(WebError::NotFound)?,
            };
            let command = ReceiveApplication {
                id: Id::new(),
                territory,
                received_on: form.date("received_on"),
                incoming_number: form.text("incoming_number").to_owned(),
                particulars,
                is_consented: !form.text("consent").is_empty(),
            };
            match cx.act(me, form, &command) {
                Ok(done) => Ok(Reply::Redirect(format!("/applications/{}", done.result))),
                Err(refusal) => {
                    let errors = field_errors(&faults_of(refusal, "/applications/new")?);
                    let of = (territory, &command.particulars);
                    let known = known(cx, of, None, &errors)?;
                    cx.rerender(&ApplicationFormPage { known, ..page }, form, &errors)
                }
            }
        })
        .await
}

/// The applications of the person in the subdivision, if a fault of the form speaks of one.
fn known(
    cx: &RequestContext,
    (territory, typed): (Id<id::Body>, &Particulars),
    except: Option<Id<id::Application>>,
    errors: &[FieldError],
) -> Result<Vec<ApplicationLine>, WebError> {
    let codes = ["application-open", "application-officer"];
    if !errors.iter().any(|error| codes.contains(&&*error.code)) {
        return Ok(Vec::new());
    }
    let found =
        cx.read(|db| application::of_person(db, &cx.app.keys, territory, &typed.iin, except))?;
    let line = |one: &Application| ApplicationLine::of(one, cx.now);
    Ok(found.iter().map(line).collect())
}

/// The application, if the user may mend it now. Showing an IIN leaves a trace.
fn correctable(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Application>,
) -> Result<ApplicationRows, WebError> {
    let rows = cx
        .read(|db| application_page::read(db, &cx.app.keys, &me.scope, id))?
        .ok_or(WebError::NotFound)?;
    let case = rows.application.case();
    may(me, Act::CorrectApplication, &case, &format!("/applications/{id}"))?;
    let on: (&[Id<id::Membership>], _) = (&[rows.application.membership], None);
    cx.log_access_to_all(me, Opened::Iin, &case.parties, on)?;
    Ok(rows)
}

/// The form with the entered values.
pub async fn edit(request: IncomingRequest, path: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            cx.first_form(&ApplicationFormPage::of(&correctable(cx, me, named(&path)?)?))
        })
        .await
}

/// Mends the entered values.
pub async fn update(
    request: IncomingRequest,
    path: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let rows = correctable(cx, me, named(&path)?)?;
            let page = ApplicationFormPage::of(&rows);
            if cx.is_shown_again {
                return cx.form_again(&page, form);
            }
            let particulars = match particulars(form) {
                Ok(particulars) => particulars,
                Err(faults) => return cx.rerender(&page, form, &faults),
            };
            let application = rows.application.id;
            let command = CorrectApplication {
                application,
                version: form.version("version")?,
                incoming_number: form.text("incoming_number").to_owned(),
                particulars,
            };
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(page.back)),
                Err(refusal) => {
                    let errors = field_errors(&faults_of(refusal, &page.back)?);
                    let of = (rows.application.territory, &command.particulars);
                    let known = known(cx, of, Some(application), &errors)?;
                    cx.rerender(&ApplicationFormPage { known, ..page }, form, &errors)
                }
            }
        })
        .await
}

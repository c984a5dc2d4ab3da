//! One application: the applicant, the term, the registers and the decision, for its subdivision. A unit is led to the record.

use super::{Due, form::Choice, named, notice_view::NoticeView};
use crate::{
    acts::{Command, Fault, applications::accept_application},
    domain::{
        application::{ApplicationCopy, ApplicationState, TERM_DAYS},
        id::{self, Id},
        language::{Language, Named},
        member_list::Register,
        membership::MembershipState,
        person::DocumentKind,
        time::Instant,
        workflow::Act,
    },
    storage::{
        self,
        access_log::Opened,
        applications::{
            application_page::{self, ApplicationRows},
            register::RegisterNote,
        },
        case_handoffs::CaseHandoffs,
        lists::copy::{self, Owner},
        record::off_record::Other,
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
            record_view::{back, url},
            turn::Turn,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, TimeDelta};
use serde::Serialize;

/// The page. It holds an IIN and has no `Debug`.
#[derive(Serialize)]
pub struct ApplicationPage {
    application: Header,
    person: PersonFacts,
    due: Option<Due>,
    /// Calendar days of the term, for the sentence that says how it is counted.
    term_days: u32,
    turn: Turn,
    identity: Vec<CopyPage>,
    insurance: Vec<CopyPage>,
    /// The application is settled: its copies are kept until then and no longer.
    copies_kept_until: Option<Instant>,
    registers: Vec<RegisterLine>,
    others: Vec<OtherLine>,
    units: Vec<Choice>,
    notice: Option<NoticeView>,
    /// The unit in whose book the person is.
    unit: Option<Named>,
    correct: Button,
    attach: Button,
    note: Button,
    accept: Button,
    refuse: Button,
    withdraw: Button,
    inform: Button,
    /// The form of decisions was sent without what it needs.
    #[serde(skip)]
    chosen_unit: Option<Id<id::Body>>,
}

/// The application as its pages name it.
#[derive(Clone, Serialize)]
pub(super) struct Header {
    pub id: Id<id::Application>,
    pub reference: String,
    pub state: ApplicationState,
    pub version: i32,
    pub received_on: NaiveDate,
    pub incoming_number: Option<String>,
    pub name: String,
}

impl Header {
    pub(super) fn of(rows: &ApplicationRows) -> Self {
        let one = &rows.application;
        Self {
            id: one.id,
            reference: one.reference.clone(),
            state: one.state,
            version: one.version,
            received_on: one.received_on,
            incoming_number: one.incoming_number.clone(),
            name: one.full_name(),
        }
    }

    pub(super) fn sample(state: ApplicationState) -> Self {
        Self {
            id: Id::new(),
            reference: "Ө-2026-0001".to_owned(),
            state,
            version: 3,
            received_on: NaiveDate::default(),
            incoming_number: state.is_open().then(|| "К-15".to_owned()),
            name: "Үлгіев Үлгі".to_owned(),
        }
    }
}

/// The applicant with all particulars.
#[derive(Serialize)]
struct PersonFacts {
    iin: String,
    birth_date: Option<NaiveDate>,
    document_kind: DocumentKind,
    document_number: Option<String>,
    address: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    language: Option<Language>,
}

#[derive(Serialize)]
struct CopyPage {
    id: Id<id::CopyPage>,
}

/// Whether a register was asked, and when it answered.
#[derive(Clone, Debug, Serialize)]
struct RegisterLine {
    register: Register,
    asked_at: Option<Instant>,
    answered_at: Option<Instant>,
}

/// Another record or application of the person in the subdivision.
#[derive(Serialize)]
struct OtherLine {
    url: String,
    reference: String,
    squad: Option<Named>,
    state: MembershipState,
}

impl From<Other> for OtherLine {
    fn from(other: Other) -> Self {
        let is_in_book = other.state.is_in_book();
        Self {
            url: if is_in_book { url(other.of, other.membership) } else { back(other.of) },
            reference: other.reference,
            squad: other.squad,
            state: other.state,
        }
    }
}

fn registers(notes: &[RegisterNote]) -> Vec<RegisterLine> {
    let line = |register: &Register| {
        let note = notes.iter().find(|note| note.register == *register);
        RegisterLine {
            register: *register,
            asked_at: note.map(|note| note.asked_at),
            answered_at: note.and_then(|note| note.answered_at),
        }
    };
    Register::ALL.iter().map(line).collect()
}

/// How many registers have not answered.
pub(super) fn unanswered(rows: &ApplicationRows) -> usize {
    registers(&rows.notes).iter().filter(|line| line.answered_at.is_none()).count()
}

impl Page for ApplicationPage {
    fn template(&self) -> &'static str {
        "pages/applications/application.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.chosen_unit.iter().map(|unit| ("unit", unit.to_string())).collect()
    }
}

impl Sample for ApplicationPage {
    fn samples() -> Vec<Self> {
        let page = |state: &ApplicationState| {
            let is_open = state.is_open();
            let can =
                |is_apt| if is_apt { Button::sample_ready() } else { Button::sample_foreign() };
            Self {
                application: Header::sample(*state),
                person: PersonFacts {
                    iin: "990101300000".to_owned(),
                    birth_date: is_open.then(NaiveDate::default),
                    document_kind: DocumentKind::Passport,
                    document_number: Some("N00000000".to_owned()),
                    address: is_open.then(|| "Үлгі ауылы".to_owned()),
                    phone: Some("+77010000000".to_owned()),
                    email: is_open.then(|| "ulgi@mail.example".to_owned()),
                    language: is_open.then_some(Language::Ru),
                },
                due: is_open.then(|| Due::of(NaiveDate::default(), Instant::default())),
                term_days: TERM_DAYS,
                turn: Turn::sample(),
                identity: vec![CopyPage { id: Id::new() }],
                insurance: if is_open { vec![CopyPage { id: Id::new() }] } else { Vec::new() },
                copies_kept_until: (!is_open).then(Instant::default),
                registers: registers(&[RegisterNote {
                    register: Register::CriminalRecord,
                    asked_at: Instant::default(),
                    answered_at: None,
                }]),
                others: vec![OtherLine {
                    url: "/squads/0".to_owned(),
                    reference: "Ж-2026-0001".to_owned(),
                    squad: is_open.then(example::squad),
                    state: MembershipState::Registered,
                }],
                units: vec![Choice { id: Id::new(), name: example::unit() }],
                notice: state.is_decided().then(|| NoticeView::sample(is_open)),
                unit: (*state == ApplicationState::Accepted).then(example::unit),
                correct: can(is_open),
                attach: can(is_open),
                note: can(is_open),
                accept: if *state == ApplicationState::Received {
                    Button::sample_waiting()
                } else {
                    can(is_open)
                },
                refuse: can(*state == ApplicationState::BeingVetted),
                withdraw: can(is_open),
                inform: can(!is_open),
                chosen_unit: None,
            }
        };
        ApplicationState::ALL.iter().map(page).collect()
    }
}

impl ApplicationPage {
    fn of(
        cx: &RequestContext,
        me: &CurrentUser,
        rows: ApplicationRows,
        handoffs: &CaseHandoffs,
    ) -> Self {
        let case = rows.application.case();
        let pages = |wanted: ApplicationCopy| -> Vec<CopyPage> {
            let shows = |page: &&copy::Page| matches!(page.owner, Owner::Application(_, shows) if shows == wanted);
            rows.pages.iter().filter(shows).map(|page| CopyPage { id: page.id }).collect()
        };
        let identity = pages(ApplicationCopy::Identity);
        let kept = TimeDelta::days(cx.app.settings.copies_kept_days.into());
        let unmet = accept_application::unmet(!identity.is_empty());
        let units = units(cx, rows.application.territory);
        let person = &rows.particulars;
        let is_refused = rows.application.state == ApplicationState::Refused;
        let inform = if is_refused { Act::TellRefusal } else { Act::InformApplicant };
        Self {
            application: Header::of(&rows),
            person: PersonFacts {
                iin: person.iin.expose().to_owned(),
                birth_date: person.birth_date,
                document_kind: person.document_kind,
                document_number: person.document_number.clone(),
                address: person.address.clone(),
                phone: person.phone.clone(),
                email: person.email.clone(),
                language: person.language,
            },
            due: Due::running(&rows.application, cx.now),
            term_days: TERM_DAYS,
            turn: Turn::of(handoffs, &cx.directory),
            insurance: pages(ApplicationCopy::Insurance),
            identity,
            copies_kept_until: rows.application.settled_at.map(|at| at + kept),
            registers: registers(&rows.notes),
            chosen_unit: match units.as_slice() {
                [only] => Some(only.id),
                _ => None,
            },
            units,
            unit: rows.application.unit.and_then(|unit| cx.directory.name(unit)).cloned(),
            correct: button(me, Act::CorrectApplication, &case, &[]),
            attach: button(me, Act::AttachApplicationCopies, &case, &[]),
            note: button(me, Act::NoteApplicationRegisters, &case, &[]),
            accept: button(me, Act::AcceptApplication, &case, &unmet),
            refuse: button(me, Act::RefuseApplication, &case, &[]),
            withdraw: button(me, Act::WithdrawApplication, &case, &[]),
            inform: button(me, inform, &case, &[]),
            notice: rows.notice.map(|(duty, given)| NoticeView::of(&duty, &given)),
            others: rows.others.into_iter().map(OtherLine::from).collect(),
        }
    }
}

/// The units of the subdivision that are there.
pub(super) fn units(cx: &RequestContext, territory: Id<id::Body>) -> Vec<Choice> {
    let scope = storage::Scope { territories: vec![territory], ..storage::Scope::default() };
    cx.directory
        .by_name(&cx.directory.units_of(&scope))
        .into_iter()
        .filter(|unit| unit.parent == Some(territory) && unit.closed_at.is_none())
        .map(|unit| Choice { id: unit.id, name: unit.name.clone() })
        .collect()
}

/// All that pages of an application show, for its subdivision.
pub(super) fn rows(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Application>,
) -> Result<ApplicationRows, WebError> {
    cx.read(|db| application_page::read(db, &cx.app.keys, &me.scope, id))?.ok_or(WebError::NotFound)
}

/// The page. Showing an IIN leaves a trace.
fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Application>,
) -> Result<ApplicationPage, WebError> {
    let rows = rows(cx, me, id)?;
    let handoffs = cx.read(|db| storage::case_handoffs::on(db, id.any(), &me.holdings))?;
    cx.note_opening_of(me, id.any(), &handoffs)?;
    let on: (&[Id<id::Membership>], _) = (&[rows.application.membership], None);
    cx.log_access_to_all(me, Opened::Iin, &rows.application.case().parties, on)?;
    Ok(ApplicationPage::of(cx, me, rows, &handoffs))
}

/// The page; the unit has no business with an application, and with the record that it began.
pub async fn show(request: IncomingRequest, path: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id = named(&path)?;
            match read(cx, me, id) {
                Err(WebError::NotFound) => {}
                page => return cx.first_form(&page?),
            }
            cx.read(|db| storage::applications::application::find(db, &me.scope, id))?
                .ok_or(WebError::NotFound)?;
            let handoffs = cx.read(|db| storage::case_handoffs::on(db, id.any(), &me.holdings))?;
            cx.note_opening_of(me, id.any(), &handoffs)?;
            Ok(Reply::Redirect(format!("/applications/{id}/record")))
        })
        .await
}

/// Carries out an act that a form on the page asks for: back to the page, or the page again with its faults.
pub(super) fn submit<C: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    id: Id<id::Application>,
    command: &C,
) -> Result<Reply, WebError> {
    let back = format!("/applications/{id}");
    match cx.act(me, form, command) {
        Ok(_) => Ok(Reply::Redirect(back)),
        Err(refusal) => {
            let faults = faults_of(refusal, &back)?;
            again(cx, me, form, id, &field_errors(&faults))
        }
    }
}

/// The page again, with the faults of a form on it.
pub(super) fn again(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    id: Id<id::Application>,
    errors: &[crate::web::request::form::FieldError],
) -> Result<Reply, WebError> {
    cx.rerender(&read(cx, me, id)?, form, errors)
}

//! The people whom a unit owes a notice that they are off the record, and those whom it has informed (clause 22).

use crate::{
    acts::{
        Command, Fault,
        record::{discharge_notice::DischargeNotice, reopen_notice::ReopenNotice},
    },
    domain::{
        id::{self, Id},
        language::{Language, Named},
        notice_duty::{NoticeChannel, NoticeDutyState, PROOF_LIMIT},
        time::Instant,
    },
    storage::{
        self,
        record::notice_duty::{Given, NoticeDuty},
    },
    web::{
        pages::{
            Page, Sample, example,
            given_line::GivenLine,
            record_view::{back, url},
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
use serde::Serialize;

/// People on one page: all who wait up to a number that no unit reaches, and the last who were informed.
const WAITING: i64 = 200;
const INFORMED: i64 = 20;

/// Who is to be informed, and who was.
#[derive(Serialize)]
pub struct NoticesPage {
    waiting: Vec<NoticeLine>,
    informed: Vec<NoticeLine>,
    channels: &'static [NoticeChannel],
    proof_limit: usize,
    /// The duty whose form was refused.
    refused: Option<Id<id::NoticeDuty>>,
}

/// A person with each time that somebody was informed.
#[derive(Serialize)]
struct NoticeLine {
    id: Id<id::NoticeDuty>,
    version: i32,
    name: String,
    phone: Option<String>,
    address: Option<String>,
    email: Option<String>,
    language: Language,
    record: RecordLink,
    since: Instant,
    given: Vec<GivenLine>,
}

/// Whose record has ended, and where it is shown.
#[derive(Serialize)]
struct RecordLink {
    back: String,
    url: String,
    /// None of a freelance officer.
    squad: Option<Named>,
}

impl NoticeLine {
    fn of(duty: NoticeDuty, given: &[(Id<id::NoticeDuty>, Given)]) -> Self {
        let given = given.iter().filter(|(of, _)| *of == duty.id);
        let given = given.map(|(_, given)| GivenLine::from(given));
        Self {
            id: duty.id,
            version: duty.version,
            given: given.collect(),
            name: duty.name,
            phone: duty.phone,
            address: duty.address,
            email: duty.email,
            language: duty.language,
            record: RecordLink {
                back: back(duty.of),
                url: url(duty.of, duty.membership),
                squad: duty.squad,
            },
            since: duty.opened_at,
        }
    }

    fn sample(has_failed: bool) -> Self {
        let given = GivenLine::sample(has_failed);
        Self {
            id: Id::new(),
            version: 1,
            name: "Үлгіев Үлгі".to_owned(),
            phone: Some("+77010000000".to_owned()),
            address: Some("Үлгі ауылы".to_owned()),
            email: has_failed.then(|| "ulgi@mail.example".to_owned()),
            language: Language::Ru,
            record: RecordLink {
                back: "/squads/0".to_owned(),
                url: "/squads/0/members/0".to_owned(),
                squad: has_failed.then(example::squad),
            },
            since: Instant::default(),
            given: vec![given],
        }
    }
}

impl Page for NoticesPage {
    fn template(&self) -> &'static str {
        "pages/record/notices.html"
    }
}

impl Sample for NoticesPage {
    fn samples() -> Vec<Self> {
        let page = |waiting: Vec<NoticeLine>, informed| Self {
            refused: waiting.first().map(|line| line.id),
            waiting,
            informed,
            channels: NoticeChannel::BY_HAND,
            proof_limit: PROOF_LIMIT,
        };
        vec![
            page(vec![NoticeLine::sample(true)], vec![NoticeLine::sample(false)]),
            page(Vec::new(), Vec::new()),
        ]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser) -> Result<NoticesPage, WebError> {
    let units = &me.scope.units;
    let (waiting, informed, given) = cx.read(|db| {
        use storage::record::notice_duty::{given, of_units};
        let waiting = of_units(db, units, NoticeDutyState::Open, WAITING)?;
        let informed = of_units(db, units, NoticeDutyState::Done, INFORMED)?;
        let ids: Vec<_> = waiting.iter().chain(&informed).map(|duty| duty.id).collect();
        let given = given(db, &ids)?;
        Ok((waiting, informed, given))
    })?;
    let lines = |duties: Vec<NoticeDuty>| {
        duties.into_iter().map(|duty| NoticeLine::of(duty, &given)).collect()
    };
    Ok(NoticesPage {
        waiting: lines(waiting),
        informed: lines(informed),
        channels: NoticeChannel::BY_HAND,
        proof_limit: PROOF_LIMIT,
        refused: None,
    })
}

/// The page.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.first_form(&read(cx, me)?)).await
}

/// Records how and when a person was informed.
pub async fn discharge(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let duty: Id<id::NoticeDuty> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = DischargeNotice {
                duty,
                version: form.version("version")?,
                channel: form.text("channel").parse().ok(),
                on: form.date("given_on"),
                proof: form.text("proof").to_owned(),
            };
            submit(cx, me, form, duty, &command)
        })
        .await
}

/// Marks that a notice did not arrive.
pub async fn reopen(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let duty: Id<id::NoticeDuty> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = ReopenNotice { duty, version: form.version("version")? };
            submit(cx, me, form, duty, &command)
        })
        .await
}

fn submit<C: Command<Error: Fault>>(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    duty: Id<id::NoticeDuty>,
    command: &C,
) -> Result<Reply, WebError> {
    match cx.act(me, form, command) {
        Ok(_) => Ok(Reply::Redirect("/notices".into())),
        Err(refusal) => {
            let faults = faults_of(refusal, "/notices")?;
            let page = NoticesPage { refused: Some(duty), ..read(cx, me)? };
            cx.rerender(&page, form, &field_errors(&faults))
        }
    }
}

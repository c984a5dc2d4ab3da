//! The applications to a subdivision: those that wait for a decision by their last day, and all of them, the latest first.

use super::Due;
use crate::{
    domain::{
        application::ApplicationState,
        id::{self, Id},
        time::Instant,
        workflow::{Act, row},
    },
    storage::{
        self,
        applications::application::{Application, Filter},
    },
    web::{
        pages::{Page, Sample, paging::first_page},
        request::{
            filters::{FilterBar, ListFilters, Options, Pairs, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// Applications on one page, and those that wait.
const PAGE: i64 = 50;
const WAITING: i64 = 100;

const FIELDS: &[&str] = &["state"];

/// The page of applications.
#[derive(Serialize)]
pub struct ApplicationsPage {
    waiting: Vec<ApplicationLine>,
    applications: Vec<ApplicationLine>,
    next: Option<String>,
    filters: FilterBar,
    /// The reader may enter one; the head looks on.
    can_receive: bool,
}

/// An application as lists show one: no IIN.
#[derive(Serialize)]
pub(super) struct ApplicationLine {
    id: Id<id::Application>,
    reference: String,
    name: String,
    state: ApplicationState,
    received_on: NaiveDate,
    due: Option<Due>,
}

impl ApplicationLine {
    pub(super) fn of(of: &Application, now: Instant) -> Self {
        Self {
            id: of.id,
            reference: of.reference.clone(),
            name: of.full_name(),
            state: of.state,
            received_on: of.received_on,
            due: Due::running(of, now),
        }
    }

    pub(super) fn sample(state: ApplicationState) -> Self {
        let received_on = NaiveDate::default();
        Self {
            id: Id::new(),
            reference: "Ө-2026-0001".to_owned(),
            name: "Үлгіев Үлгі".to_owned(),
            state,
            received_on,
            due: state.is_open().then(|| Due::of(received_on, Instant::default())),
        }
    }
}

impl Page for ApplicationsPage {
    fn template(&self) -> &'static str {
        "pages/applications/applications.html"
    }
}

impl Sample for ApplicationsPage {
    fn samples() -> Vec<Self> {
        let lines = || ApplicationState::ALL.iter().map(|state| ApplicationLine::sample(*state));
        let filters = |pairs| ListFilters::read("/applications", FIELDS, pairs).bar(options());
        let full = Self {
            waiting: lines().take(2).collect(),
            applications: lines().collect(),
            next: Some("/applications?before=1".to_owned()),
            filters: filters(vec![("state".to_owned(), "received".to_owned())]),
            can_receive: true,
        };
        let empty = Self {
            waiting: Vec::new(),
            applications: Vec::new(),
            next: None,
            filters: filters(Pairs::new()),
            can_receive: false,
        };
        vec![full, empty]
    }
}

fn options() -> Options {
    Options::from([("state", of_words("application", ApplicationState::ALL.iter().copied()))])
}

/// The page.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/applications", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            use storage::applications::application;
            let territories = &me.scope.territories;
            let filter = Filter { state: filters.get("state")? };
            let before = filters.cursor("before", |id| id.parse().ok());
            let is_first = filter.state.is_none() && before.is_none();
            let (waiting, found) = cx.read(|db| {
                Ok((
                    if is_first {
                        application::open(db, territories, WAITING)?
                    } else {
                        Vec::new()
                    },
                    application::page(db, territories, filter, before, PAGE)?,
                ))
            })?;
            let (found, next) = first_page(found, PAGE, |one| one.id.to_string());
            let line = |one: &Application| ApplicationLine::of(one, cx.now);
            let receivers = row(Act::ReceiveApplication).who.duties();
            cx.show(&ApplicationsPage {
                waiting: waiting.iter().map(line).collect(),
                applications: found.iter().map(line).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(options()),
                can_receive: receivers.iter().any(|duty| me.has(*duty)),
            })
        })
        .await
}

//! Decisions of the council: recorded, and never changed but for a slip of the pen.

use crate::{
    acts::squads::correct_decision::CorrectDecision,
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        time::Instant,
        workflow::Act,
    },
    storage::{
        self,
        lists::copy::Owner,
        squads::decision::{Correction, Filter, Paper},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            decision_view::DecisionView,
            paging::first_page,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            filters::{FilterBar, ListFilters, Options, Pairs, of_values, of_words},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

const PAGE: i64 = 50;

const FIELDS: &[&str] = &["year", "kind"];

/// The decisions, a page of them.
#[derive(Serialize)]
pub struct DecisionsPage {
    decisions: Vec<DecisionView>,
    next: Option<String>,
    filters: FilterBar,
}

impl Page for DecisionsPage {
    fn template(&self) -> &'static str {
        "pages/squads/decisions.html"
    }
}

impl Sample for DecisionsPage {
    fn samples() -> Vec<Self> {
        let filters = |pairs: Pairs| {
            ListFilters::read("/decisions", FIELDS, pairs).bar(options(vec![2026, 2025]))
        };
        let decisions = DecisionKind::ALL.iter().map(|kind| DecisionView::sample(*kind)).collect();
        let next = Some("/decisions?after=1-1".to_owned());
        vec![
            Self {
                decisions,
                next,
                filters: filters(vec![("year".to_owned(), "2026".to_owned())]),
            },
            Self { decisions: Vec::new(), next: None, filters: filters(Pairs::new()) },
        ]
    }
}

/// One decision with all that it decides and the scan of its minutes.
#[derive(Serialize)]
pub struct DecisionPage {
    paper: DecisionView,
    items: Vec<DecisionView>,
    pages: Vec<Id<id::CopyPage>>,
    /// How it read before each of its corrections.
    corrections: Vec<CorrectionView>,
    correct: Button,
}

/// How a decision read, and who corrected it when.
#[derive(Serialize)]
struct CorrectionView {
    number: String,
    decided_on: NaiveDate,
    presided_by: String,
    at: Instant,
    by: String,
}

impl From<Correction> for CorrectionView {
    fn from(Correction { before, corrected_at, by }: Correction) -> Self {
        let Paper { number, decided_on, presided_by } = before;
        Self { number, decided_on, presided_by, at: corrected_at, by }
    }
}

impl Page for DecisionPage {
    fn template(&self) -> &'static str {
        "pages/squads/decision.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        vec![
            ("number", self.paper.number.clone()),
            ("decided_on", self.paper.decided_on.to_string()),
            ("presided_by", self.paper.presided_by.clone()),
        ]
    }
}

impl Sample for DecisionPage {
    fn samples() -> Vec<Self> {
        let item = DecisionView::sample;
        let correction = CorrectionView {
            number: "7".to_owned(),
            decided_on: NaiveDate::default(),
            presided_by: "Үлгіев Ү.".to_owned(),
            at: Instant::default(),
            by: "Үлгібаева Ү.".to_owned(),
        };
        let page = |items: Vec<DecisionView>, pages, corrections, correct| Self {
            paper: item(DecisionKind::Create),
            items,
            pages,
            corrections,
            correct,
        };
        vec![
            page(
                vec![item(DecisionKind::Create), item(DecisionKind::Appoint)],
                vec![Id::new(), Id::new()],
                vec![correction],
                Button::sample_ready(),
            ),
            page(
                vec![item(DecisionKind::Reject)],
                Vec::new(),
                Vec::new(),
                Button::sample_waiting(),
            ),
        ]
    }
}

/// The decisions of the reader's councils, newest first.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/decisions", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter { kind: filters.get("kind")?, year: filters.get("year")? };
            let after = filters.cursor("after", |item| {
                let (id, position) = item.split_once('-')?;
                Some((id.parse().ok()?, position.parse().ok()?))
            });
            let councils = cx.directory.with_predecessors(&me.scope.councils);
            let decisions =
                cx.read(|db| storage::squads::decision::page(db, &councils, &filter, after, PAGE))?;
            let years = cx.read(|db| storage::squads::decision::years(db, &councils))?;
            let (decisions, next) =
                first_page(decisions, PAGE, |d| format!("{}-{}", d.id, d.position));
            cx.show(&DecisionsPage {
                decisions: decisions.iter().map(DecisionView::from).collect(),
                next: next.map(|id| filters.next("after", &id)),
                filters: filters.bar(options(years)),
            })
        })
        .await
}

fn options(years: Vec<i32>) -> Options {
    Options::from([
        ("year", of_values(years)),
        ("kind", of_words("decision", DecisionKind::ALL.iter().copied())),
    ])
}

/// One decision with the scan of its minutes, for the council whose it is.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request.signed(move |cx, me| cx.first_form(&page(cx, me, read_id(&id)?)?)).await
}

/// Mends a slip of the pen in it.
pub async fn correct(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let decision = read_id(&id)?;
            let command = CorrectDecision {
                decision,
                corrections: form.text("corrections").parse().map_err(|_| WebError::BadRequest)?,
                number: form.text("number").to_owned(),
                decided_on: form.date("decided_on"),
                presided_by: form.text("presided_by").to_owned(),
            };
            let back = format!("/decisions/{decision}");
            match cx.act(me, form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    cx.rerender(&page(cx, me, decision)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

fn read_id(id: &str) -> Result<Id<id::Decision>, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

fn page(
    cx: &RequestContext,
    me: &CurrentUser,
    id: Id<id::Decision>,
) -> Result<DecisionPage, WebError> {
    let councils = cx.directory.with_predecessors(&me.scope.councils);
    let items = cx.read(|db| storage::squads::decision::items(db, &councils, id))?;
    let items: Vec<DecisionView> = items.iter().map(DecisionView::from).collect();
    let paper = items.first().cloned().ok_or(WebError::NotFound)?;
    let (pages, corrections, case) = cx.read(|db| {
        Ok((
            storage::lists::copy::of(db, Owner::Decision(id))?,
            storage::squads::decision::corrections(db, id)?,
            storage::squads::squad::find(db, &me.scope, paper.squad.id)?,
        ))
    })?;
    let case = case.ok_or(WebError::NotFound)?.case();
    Ok(DecisionPage {
        paper,
        items,
        pages: pages.iter().map(|page| page.id).collect(),
        corrections: corrections.into_iter().map(CorrectionView::from).collect(),
        correct: button(me, Act::CorrectDecision, &case, &[]),
    })
}

//! Who opened copies and IINs under duties of the audited bodies.

use super::{Audited, BodyChoice};
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        language::Named,
        time::{Instant, today},
    },
    storage::{
        self,
        access_log_page::{self, Access, Count, Wanted},
    },
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            cursor::{read_moment, write_moment},
            filters::{ListFilters, Pairs},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// Accesses on one page.
const PAGE: i64 = 50;
/// Days of which accesses are counted by person.
const DAYS: u64 = 14;
/// The duties that open copies and IINs.
const OPENERS: [DutyKind; 3] = [DutyKind::AkimatOfficer, DutyKind::VettingOfficer, DutyKind::Head];

/// How many each person opened on each day, the most first, and then one by one, newest first.
#[derive(Serialize)]
pub struct AccessLogPage {
    accesses: Vec<AccessLine>,
    next: Option<String>,
    counts: Vec<CountLine>,
    days: u64,
    people: Vec<PersonChoice>,
    bodies: Vec<BodyChoice>,
    filter: Chosen,
}

#[derive(Clone, Serialize)]
struct AccessLine {
    at: Instant,
    kind: String,
    by: String,
    duty: Option<DutyKind>,
    body: Option<Named>,
    list: String,
    position: i32,
}

#[derive(Clone, Serialize)]
struct CountLine {
    day: NaiveDate,
    by: Option<String>,
    body: Option<Named>,
    copies: i64,
    iins: i64,
    certificates: i64,
}

/// Somebody whom the filter offers.
#[derive(Serialize)]
struct PersonChoice {
    id: Id<id::User>,
    name: String,
}

/// What the filter narrows the page to.
#[derive(Default, Serialize)]
struct Chosen {
    body: Option<Id<id::Body>>,
    user: Option<Id<id::User>>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Page for AccessLogPage {
    fn template(&self) -> &'static str {
        "pages/audit/access_log.html"
    }
}

impl Sample for AccessLogPage {
    fn samples() -> Vec<Self> {
        let name = example::territory();
        let day = today(Instant::default());
        let access = AccessLine {
            at: Instant::default(),
            kind: "copy".into(),
            by: "Сынақов Бауыржан".into(),
            duty: Some(DutyKind::VettingOfficer),
            body: Some(name.clone()),
            list: "Т-2026-0001".into(),
            position: 2,
        };
        let count = CountLine {
            day,
            by: Some(access.by.clone()),
            body: Some(name.clone()),
            copies: 1,
            iins: 8,
            certificates: 2,
        };
        let full = Self {
            accesses: vec![access.clone(), AccessLine { kind: "iin".into(), duty: None, ..access }],
            next: Some("/openings?before=0.0192".into()),
            counts: vec![count.clone(), CountLine { by: None, body: None, ..count }],
            days: DAYS,
            people: vec![PersonChoice {
                id: Id::default(), name: "Сынақов Бауыржан".into()
            }],
            bodies: vec![BodyChoice { id: Id::default(), name }],
            filter: Chosen {
                body: Some(Id::default()),
                user: Some(Id::default()),
                from: Some(day),
                to: Some(day),
            },
        };
        let (accesses, counts, people, bodies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        vec![
            full,
            Self {
                accesses,
                next: None,
                counts,
                days: DAYS,
                people,
                bodies,
                filter: Chosen::default(),
            },
        ]
    }
}

/// The page.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters =
        ListFilters::read("/openings", &["body", "user", "from", "to"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let audited = Audited::of(cx, me)?;
            let body = audited.chosen(&filters)?;
            let filter = Chosen {
                body,
                user: filters.get("user")?,
                from: filters.date("from")?,
                to: filters.date("to")?,
            };
            let wanted =
                Wanted { user: filter.user, from: filters.from()?, until: filters.until()? };
            let before = filters.cursor("before", read_cursor);
            let bodies = body.map_or_else(|| audited.ids(), |body| vec![body]);
            let (accesses, mut counts, people) = cx.read(|db| {
                let accesses = access_log_page::page(db, &bodies, wanted, before, PAGE)?;
                let counts = access_log_page::counts(
                    db,
                    &bodies,
                    filter.to.unwrap_or_else(|| today(cx.now)),
                    DAYS,
                )?;
                Ok((
                    accesses,
                    counts,
                    storage::offices::user::of_bodies(db, &audited.ids(), &OPENERS)?,
                ))
            })?;
            counts.retain(|c| {
                filter.user.is_none_or(|user| user == c.user)
                    && filter.from.is_none_or(|from| c.day >= from)
            });
            let (accesses, next) = first_page(accesses, PAGE, write_cursor);
            cx.show(&AccessLogPage {
                accesses: accesses
                    .into_iter()
                    .map(|access| access_line(access, &audited))
                    .collect(),
                next: next.map(|cursor| filters.next("before", &cursor)),
                counts: counts.iter().map(|count| count_line(count, &audited, &people)).collect(),
                days: DAYS,
                people: people.into_iter().map(|(id, name)| PersonChoice { id, name }).collect(),
                bodies: audited.choices(),
                filter,
            })
        })
        .await
}

fn access_line(access: Access, audited: &Audited) -> AccessLine {
    let Access { at, kind, body, duty, user: by, list, position, .. } = access;
    AccessLine { at, kind, by, duty, body: audited.name(body).cloned(), list, position }
}

fn count_line(count: &Count, audited: &Audited, people: &[(Id<id::User>, String)]) -> CountLine {
    let by = people.iter().find(|(user, _)| *user == count.user).map(|(_, name)| name.clone());
    CountLine {
        day: count.day,
        by,
        body: audited.name(Some(count.body)).cloned(),
        copies: count.copies,
        iins: count.iins,
        certificates: count.certificates,
    }
}

fn write_cursor(access: &Access) -> String {
    let (at, id) = access.cursor();
    format!("{}.{id}", write_moment(at))
}

fn read_cursor(text: &str) -> Option<(Instant, Id<id::Access>)> {
    let (at, id) = text.split_once('.')?;
    Some((read_moment(at)?, id.parse().ok()?))
}

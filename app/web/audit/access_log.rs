//! Who opened copies and IINs under duties of the audited bodies.

use super::{Audited, day, given, moment, written};
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        time::{day_begins, day_ends, today},
    },
    storage::{self, access_log::Wanted},
    web::{
        pages::Loose,
        request::{error::WebError, incoming::IncomingRequest},
    },
};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use serde_json::{Value, json};

/// Openings on one page.
const PAGE: i64 = 50;
/// Days of which openings are counted by person.
const DAYS: u64 = 14;
/// The duties that open copies and IINs.
const OPENERS: [DutyKind; 3] = [DutyKind::AkimatOfficer, DutyKind::VettingOfficer, DutyKind::Head];

/// What to show, and where the page before ended: ids and days.
#[derive(Deserialize)]
pub struct Filter {
    body: Option<String>,
    user: Option<String>,
    from: Option<String>,
    to: Option<String>,
    before: Option<String>,
}

/// How many each person opened on each day, the most first, and then one by one, newest first.
pub async fn index(request: IncomingRequest, filter: web::Query<Filter>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let audited = Audited::of(cx, me)?;
            let chosen = audited.chosen(filter.body.as_deref())?;
            let (from, to) = (day(filter.from.as_deref())?, day(filter.to.as_deref())?);
            let user: Option<Id<id::User>> = given(filter.user.as_deref()).map(str::parse).transpose().map_err(|_| WebError::BadRequest)?;
            let bodies = chosen.map_or_else(|| audited.ids(), |body| vec![body]);
            let wanted = Wanted { user, from: from.map(day_begins), until: to.map(day_ends) };
            let before = filter.before.as_deref().and_then(parse_cursor);
            let (lines, mut counts, people) = cx.read(|db| {
                let lines = storage::access_log::page(db, &bodies, wanted, before, PAGE)?;
                let counts = storage::access_log::counts(db, &bodies, to.unwrap_or_else(|| today(cx.now)), DAYS)?;
                Ok((lines, counts, storage::offices::user::of_bodies(db, &audited.ids(), &OPENERS)?))
            })?;
            counts.retain(|count| user.is_none_or(|user| user == count.user) && from.is_none_or(|from| count.day >= from));
            let (lines, next) = crate::web::pages::paging::first_page(lines, PAGE, |line| {
                let (at, id) = line.cursor();
                format!("{}.{id}", written(at))
            });
            let lines: Vec<Value> = lines
            .iter()
            .map(|l| {
                let body = audited.name(l.body);
                json!({ "at": l.at, "kind": l.kind, "by": l.user, "duty": l.duty, "body": body, "list": l.list, "position": l.position })
            })
            .collect();
            let name = |id: Id<id::User>| people.iter().find(|(user, _)| *user == id).map(|(_, name)| name);
            let counts: Vec<Value> = counts
                .iter()
                .map(
                    |c| json!({ "day": c.day, "by": name(c.user), "body": audited.name(Some(c.body)), "copies": c.copies, "iins": c.iins }),
                )
                .collect();
            let people: Vec<Value> = people.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect();
            cx.show(&Loose(
                "pages/audit/access_log.html",
                json!({
                    "openings": lines,
                    "next": next,
                    "counts": counts,
                    "days": DAYS,
                    "people": people,
                    "bodies": audited.words(),
                    "filter": { "body": chosen, "user": user, "from": from, "to": to },
                }),
            ))
        })
        .await
}

fn parse_cursor(text: &str) -> Option<(crate::domain::time::Instant, Id<id::Opening>)> {
    let (at, id) = text.split_once('.')?;
    Some((moment(at)?, id.parse().ok()?))
}

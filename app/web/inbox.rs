//! What waits on the reader, grouped by urgency, what the reader waits for, and what was done lately.

use crate::{
    acts::inbox::read_information::ReadInformation,
    domain::{
        handoff::{CaseKind, HandoffKind, Urgency},
        id::{self, Id},
        leadership::LeadershipState,
        squad::Post,
        time::{Instant, days_left},
    },
    storage::{
        self, Db, Scope, StorageError,
        handoff::{Filter, Handoff, Place},
        offices::body::Body,
    },
    web::{
        pages::Loose,
        request::{
            context::{RequestContext, WAITING},
            current_user::CurrentUser,
            error::{WebError, faults_of},
            filters::{ListFilters, Options, Pairs, of_names, of_words},
            form::SubmittedForm,
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// Handoffs of a group on the first page, and squads without a leader.
const FIRST: i64 = 20;
/// Handoffs on a page of one group.
const PAGE: i64 = 50;
/// How long what is done is shown.
const LATELY: TimeDelta = TimeDelta::days(14);

/// The inbox, or one group of it. A note never changes the order: it goes by urgency, then by due date and age.
pub async fn show(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/inbox", &["kind", "case", "from_body", "group"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter { kind: filters.get("kind")?, case: filters.get("case")?, from: filters.get("from_body")? };
            let options = cx.read(|db| options(db, me))?;
            let count = cx.read(|db| storage::handoff::waiting(db, &me.holdings, WAITING))?;
            let mut content = match filters.text("group").map(|word| Group::read(word).ok_or(WebError::BadRequest)).transpose()? {
                Some(group) => {
                    let after = filters.cursor("after", Place::parse);
                    let (mut words, next) = cx.read(|db| group.words(db, me, &filter, after, PAGE, cx.now))?;
                    words["next"] = json!(next.map(|place| filters.next("after", &place.cursor())));
                    json!({ "group": words })
                }
                None => cx.read(|db| overview(db, cx, me, &filters, &filter))?,
            };
            content["filters"] = json!(filters.bar(options));
            content["count"] = json!(count);
            cx.show(&Loose("pages/inbox.html", content))
        })
        .await
}

/// The first of each group, with what the council's secretary opens first above them.
fn overview(db: &mut Db, cx: &RequestContext, me: &CurrentUser, filters: &ListFilters, filter: &Filter) -> Result<Value, StorageError> {
    let mut groups = Vec::new();
    for group in Urgency::ALL.iter().map(|urgency| Group::Mine(*urgency)).chain([Group::Others, Group::Done]) {
        let (mut words, next) = group.words(db, me, filter, None, FIRST, cx.now)?;
        if words["handoffs"].as_array().is_some_and(|handoffs| !handoffs.is_empty()) {
            words["all"] = json!(next.map(|_| filters.next("group", group.word())));
            groups.push(words);
        }
    }
    Ok(json!({ "groups": groups, "leaderless": leaderless(db, &me.scope)? }))
}

/// A group of an inbox.
#[derive(Clone, Copy)]
enum Group {
    Mine(Urgency),
    Others,
    Done,
}

impl Group {
    fn read(word: &str) -> Option<Self> {
        match word {
            "others" => Some(Self::Others),
            "done" => Some(Self::Done),
            _ => word.parse().ok().map(Self::Mine),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Mine(urgency) => urgency.as_str(),
            Self::Others => "others",
            Self::Done => "done",
        }
    }

    /// One page of the group, and where it goes on if it does.
    fn words(
        self,
        db: &mut Db,
        me: &CurrentUser,
        filter: &Filter,
        after: Option<Place>,
        limit: i64,
        now: Instant,
    ) -> Result<(Value, Option<Place>), StorageError> {
        let (found, place): (_, fn(&Handoff) -> Place) = match self {
            Self::Mine(urgency) => (storage::handoff::group(db, &me.holdings, urgency, filter, after, limit, now)?, Handoff::place),
            Self::Others => (storage::handoff::waiting_on_others(db, &me.scope.bodies(), filter, after, limit)?, Handoff::age),
            Self::Done => (storage::handoff::done(db, &me.holdings, filter, now - LATELY, after, limit)?, Handoff::end),
        };
        let (handoffs, next) = crate::web::pages::paging::first_page(found, limit, place);
        let bodies = storage::offices::body::all(db, &handoffs.iter().flat_map(|h| [h.from_body, h.to_body]).collect::<Vec<_>>())?;
        let lines: Vec<Value> = handoffs.iter().map(|h| line(h, &bodies, self, now)).collect();
        let is_folded = !matches!(self, Self::Mine(_));
        Ok((json!({ "word": self.word(), "is_folded": is_folded, "handoffs": lines }), next))
    }
}

fn line(h: &Handoff, bodies: &[Body], group: Group, now: Instant) -> Value {
    let name = |id: Id<id::Body>| bodies.iter().find(|body| body.id == id).map(|body| &body.name);
    let other = if matches!(group, Group::Others) { h.to_body } else { h.from_body };
    json!({
        "id": h.id,
        "kind": h.kind,
        "nature": h.nature,
        "case_kind": h.case_kind,
        "case_id": h.case_id,
        "squad": { "kk": h.squad_kk, "ru": h.squad_ru, "en": h.squad_kk },
        "reference": h.squad_reference,
        // What a body hands to itself came from nobody.
        "body": name(other).filter(|_| h.from_body != h.to_body),
        "opened_at": h.opened_at,
        "closed_at": h.closed_at,
        "due_at": h.due_at,
        "due_nature": h.due_nature,
        "days": h.due_at.map(|due| days_left(now, due)),
        "days_past": h.due_at.map(|due| -days_left(now, due)),
    })
}

/// What the inbox can be filtered by.
fn options(db: &mut Db, me: &CurrentUser) -> Result<Options, StorageError> {
    let kinds = HandoffKind::ALL.iter().copied().filter(|kind| me.has(kind.duty()));
    let bodies = storage::offices::body::neighbours(db, &me.scope)?;
    let groups = Urgency::ALL.iter().map(|urgency| Group::Mine(*urgency)).chain([Group::Others, Group::Done]);
    Ok(Options::from([
        ("kind", of_words("handoff", kinds)),
        ("case", of_words("case", [CaseKind::Squad, CaseKind::List])),
        ("from_body", of_names(bodies.iter().map(|body| (body.id, &body.name)))),
        ("group", of_words("urgency", groups.map(Group::word))),
    ]))
}

/// The squads of the reader's councils that nobody leads: since when, and why.
fn leaderless(db: &mut Db, scope: &Scope) -> Result<Value, StorageError> {
    if scope.councils.is_empty() {
        return Ok(Value::Null);
    }
    let own = Scope { councils: scope.councils.clone(), ..Scope::default() };
    let filter = storage::squads::squad::Filter { leader: Some(Post::None), ..storage::squads::squad::Filter::default() };
    let (squads, next) =
        crate::web::pages::paging::first_page(storage::squads::squad::page(db, &own, &filter, None, FIRST)?, FIRST, |squad| squad.id);
    let ids: Vec<Id<id::Squad>> = squads.iter().map(|squad| squad.id).collect();
    let ended = storage::squads::leadership::last_of_all(db, &ids)?;
    let created = storage::squads::decision::created_at(db, &ids)?;
    let lines: Vec<Value> = squads
        .iter()
        .map(|squad| {
            let created_at = created.iter().find(|(id, _)| *id == squad.id).map_or(squad.created_at, |(_, at)| *at);
            let (why, since) = match ended.iter().find(|(id, ..)| *id == squad.id) {
                Some((_, LeadershipState::Ended, at)) => ("ended", at.unwrap_or(created_at)),
                Some((_, _, at)) => ("lapsed", at.unwrap_or(created_at)),
                None => ("never", created_at),
            };
            json!({ "id": squad.id, "name": squad.name, "reference": squad.reference, "since": since, "why": why })
        })
        .collect();
    Ok(json!({ "squads": lines, "more": next.is_some() }))
}

/// Closes what was for information, by its reader.
pub async fn close(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let handoff: Id<id::Handoff> = id.parse().map_err(|_| WebError::NotFound)?;
            match cx.act(me, form, &ReadInformation { handoff }) {
                Ok(_) => Ok(Reply::Redirect("/inbox".into())),
                Err(refusal) => faults_of(refusal, "/inbox").and(Err(WebError::BadRequest)),
            }
        })
        .await
}

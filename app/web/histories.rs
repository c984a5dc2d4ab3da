//! The history of a case, from the journal: who, under which duty, what, on which clause, when, and what became of the mails.

use crate::{
    domain::{
        body::{BodyKind, DutyKind},
        events::{Event, Step, Subject, lists::ListEvent},
        handoff::{CaseKind, HandoffKind},
        history::is_shown,
        id::{self, Id},
        journal::{Record, RecordedAct},
        language::Named,
        member_list::{EntryState, ListState, ReturnCode},
        time::Instant,
        workflow::{Act, Notice, State},
    },
    emails::reminds,
    storage::{
        self, Db, StorageError,
        journal::{About, JournalEntry},
        mail::outbox,
        offices::directory::Directory,
        recent_acts::RecentEntry,
        squads::{squad::Squad, squad_page::SquadPage},
    },
    web::{
        pages::Loose,
        request::{context::RequestContext, current_user::CurrentUser, error::WebError, incoming::IncomingRequest, reply::Reply},
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Acts on one page.
const PAGE: i64 = 50;
/// Acts on the page of a squad.
const RECENT: i64 = 4;

/// Where the page before ended.
#[derive(Deserialize)]
pub struct From {
    before: Option<String>,
}

impl From {
    fn act(self) -> Option<Id<id::ActRun>> {
        self.before.and_then(|id| id.parse().ok())
    }
}

/// What is shown, and to whom.
struct History {
    title: Value,
    about: About,
    /// The squad and all its lists: an act may write on several of them.
    cases: Vec<Id>,
    /// The bodies of the squad through which the reader looks.
    through: Vec<BodyKind>,
    /// The entry, when the history is one person's.
    entry: Option<Id<id::ListEntry>>,
}

/// The history of a squad and all its lists.
pub async fn squad(request: IncomingRequest, id: web::Path<String>, from: web::Query<From>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let history = cx.read(|db| {
                let Some(squad) = storage::squads::squad::find(db, &me.scope, id)? else { return Ok(None) };
                let lists = storage::lists::member_list::of_squad(db, id)?;
                let leaderships = storage::squads::leadership::all_of(db, id)?;
                Ok(Some(of_squad(me, &squad, &lists, leaderships.into_iter().map(|(leadership, _)| leadership))))
            })?;
            show(cx, me, &history.ok_or(WebError::NotFound)?, from.into_inner().act())
        })
        .await
}

fn of_squad(
    me: &CurrentUser,
    squad: &Squad,
    lists: &[(Id<id::MemberList>, String, ListState)],
    leaderships: impl Iterator<Item = Id<id::Leadership>>,
) -> History {
    let id = squad.id;
    let through = through(me, squad);
    let sees = |state: ListState| {
        through.iter().any(|body| match body {
            BodyKind::Akimat => true,
            BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit => state != ListState::Draft,
            BodyKind::Council => false,
        })
    };
    let seen = lists.iter().filter(|(_, _, state)| sees(*state)).map(|(list, ..)| list.any()).chain([id.any()]).collect();
    History {
        title: json!({ "reference": squad.reference, "name": squad.name, "url": format!("/squads/{id}") }),
        about: About { cases: seen, subjects: leaderships.map(Id::any).collect(), copies_on: None },
        cases: lists.iter().map(|(list, ..)| list.any()).chain([id.any()]).collect(),
        through,
        entry: None,
    }
}

/// An act on the page of a squad: who carried it out and when.
#[derive(Serialize)]
pub struct RecentAct {
    act: RecordedAct,
    at: Instant,
    duty: Option<DutyKind>,
    body: Option<Named>,
    by: Option<String>,
    deputy_for: Option<String>,
}

/// The last acts on a squad and its lists, as its history tells them, for its own page.
pub fn recent(db: &mut Db, directory: &Directory, me: &CurrentUser, page: &SquadPage) -> Result<Vec<RecentAct>, StorageError> {
    let history = of_squad(me, &page.squad, &page.lists, page.leaderships.iter().map(|leadership| leadership.id));
    let size = usize::try_from(RECENT).unwrap_or(0);
    let (mut acts, mut before): (Vec<Vec<RecentAct>>, _) = (Vec::new(), None);
    loop {
        let entries = storage::recent_acts::entries(db, &history.about, &history.cases, before, RECENT)?;
        before = entries.last().map(|last| last.act);
        let read: Vec<&[RecentEntry]> = entries.chunk_by(|a, b| a.act == b.act).collect();
        acts.extend(read.iter().map(|act| history.recent(act, directory, me)).filter(|act| !act.is_empty()));
        if acts.len() >= size || read.len() <= size {
            acts.truncate(size);
            return Ok(acts.into_iter().flatten().collect());
        }
    }
}

impl RecentAct {
    fn of(line: &RecentEntry, record: &Record, directory: &Directory, me: &CurrentUser) -> Self {
        let (body, duty) = (record.actor.body(), record.actor.duty());
        // Names of officers stay within their own body; everybody sees body and duty.
        let is_own = body.is_some_and(|body| me.is_in(body));
        let represented = line.represented.iter().find(|(kind, _)| Some(*kind) == duty).map(|(_, name)| name.clone());
        Self {
            act: record.act,
            at: record.at,
            duty,
            // A body shows the name that it had then.
            body: body.and_then(|body| directory.name_at(body, record.at)).cloned(),
            by: line.by.clone().filter(|_| is_own),
            deputy_for: represented.filter(|_| is_own),
        }
    }

    /// A fictional act of a deputy.
    pub fn sample() -> Self {
        Self {
            act: RecordedAct::Workflow(Act::ProposeSquad),
            at: Instant::default(),
            duty: Some(DutyKind::AkimatOfficer),
            body: Some(Named { kk: "Үлгі".to_owned(), ru: "Улги".to_owned(), en: "Ulgi".to_owned() }),
            by: Some("Үлгіев Ү.".to_owned()),
            deputy_for: Some("Улгиева У.".to_owned()),
        }
    }

    /// A fictional act that followed by itself.
    pub fn sample_of_system() -> Self {
        Self { act: RecordedAct::Workflow(Act::LeaderTakesOffice), duty: None, body: None, by: None, deputy_for: None, ..Self::sample() }
    }
}

/// The history of one list.
pub async fn list(request: IncomingRequest, id: web::Path<String>, from: web::Query<From>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let list = cx.read(|db| storage::lists::member_list::find(db, &me.scope, id))?.ok_or(WebError::NotFound)?;
            let history = History {
                title: json!({ "reference": list.reference, "name": list.squad.name, "url": format!("/lists/{id}") }),
                about: About { cases: vec![id.any()], ..About::default() },
                cases: vec![id.any(), list.squad.id.any()],
                through: who_see_lists(me, &list.squad),
                entry: None,
            };
            show(cx, me, &history, from.into_inner().act())
        })
        .await
}

/// The history of one person's entry, for whoever sees the entry.
pub async fn entry(request: IncomingRequest, id: web::Path<String>, from: web::Query<From>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let history = cx.read(|db| {
                let Some((entry, list)) = storage::lists::entry::find(db, &me.scope, id)? else { return Ok(None) };
                let leaderships = storage::squads::leadership::all_of(db, list.squad.id)?;
                let own =
                    leaderships.iter().filter(|(_, membership)| *membership == entry.membership).map(|(leadership, _)| leadership.any());
                let name = entry.full_name();
                Ok(Some(History {
                    title: json!({
                        "reference": list.reference,
                        "name": { "kk": name, "ru": name, "en": name },
                        "url": format!("/entries/{id}"),
                    }),
                    about: About {
                        cases: Vec::new(),
                        subjects: own.chain([id.any(), entry.membership.any()]).collect(),
                        copies_on: Some(list.id),
                    },
                    cases: vec![list.id.any(), list.squad.id.any()],
                    through: who_see_lists(me, &list.squad),
                    entry: Some(id),
                }))
            })?;
            show(cx, me, &history.ok_or(WebError::NotFound)?, from.into_inner().act())
        })
        .await
}

fn through(me: &CurrentUser, squad: &Squad) -> Vec<BodyKind> {
    let scope = &me.scope;
    [
        (BodyKind::Akimat, scope.akimats.contains(&squad.akimat)),
        (BodyKind::Council, scope.councils.contains(&squad.council)),
        (BodyKind::TerritorialSubdivision, scope.territories.contains(&squad.territory)),
        (BodyKind::StructuralUnit, scope.units.contains(&squad.unit)),
    ]
    .into_iter()
    .filter_map(|(body, is_seen)| is_seen.then_some(body))
    .collect()
}

fn who_see_lists(me: &CurrentUser, squad: &Squad) -> Vec<BodyKind> {
    let mut bodies = through(me, squad);
    bodies.retain(|body| matches!(body, BodyKind::Akimat | BodyKind::TerritorialSubdivision));
    bodies
}

impl History {
    fn shows(&self, record: &Record) -> bool {
        let (kind, subject) = record.subject();
        let is_about = match (self.entry, &record.event) {
            (Some(id), Event::Lists(event)) if kind == Subject::Copy => event.entry_of_copy() == Some(id),
            (Some(_), _) => self.about.subjects.contains(&subject),
            (None, _) => self.about.cases.contains(&record.case_id) || self.about.subjects.contains(&subject),
        };
        is_about && self.through.iter().any(|body| is_shown(*body, &record.event))
    }

    /// The lines of one act; another act that follows from it is a line of its own.
    fn recent(&self, entries: &[RecentEntry], directory: &Directory, me: &CurrentUser) -> Vec<RecentAct> {
        let mut lines: Vec<RecentAct> = Vec::new();
        for line in entries {
            let Some(record) = line.entry.as_ref().map(|entry| &entry.record).filter(|record| self.shows(record)) else { continue };
            if !lines.iter().any(|known| known.act == record.act) {
                lines.push(RecentAct::of(line, record, directory, me));
            }
        }
        lines
    }

    /// Mails about a list are of those who see lists.
    fn shows_mail(&self, mail: &outbox::Line) -> bool {
        let sees_lists = self.through.iter().any(|body| matches!(body, BodyKind::Akimat | BodyKind::TerritorialSubdivision));
        sees_lists || mail.case_kind == CaseKind::Squad
    }

    /// A page of acts with what each wrote that is shown, newest first; one more than a page tells that there are more.
    fn acts(
        &self,
        db: &mut Db,
        before: Option<Id<id::ActRun>>,
        limit: i64,
    ) -> Result<Vec<(Id<id::ActRun>, Vec<JournalEntry>)>, StorageError> {
        let page = usize::try_from(limit).unwrap_or(0);
        let (mut shown, mut before) = (Vec::new(), before);
        loop {
            let ids = storage::journal::acts(db, &self.about, before, limit)?;
            let mut entries = storage::journal::of_acts(db, &ids, &self.cases)?;
            entries.retain(|entry| self.shows(&entry.record));
            for id in &ids {
                let own: Vec<_> = entries.extract_if(.., |entry| entry.record.act_id == *id).collect();
                if !own.is_empty() {
                    shown.push((*id, own));
                }
            }
            before = ids.last().copied();
            if shown.len() > page || ids.len() <= page {
                return Ok(shown);
            }
        }
    }

    /// A page of lines as templates see them, and where the next one begins.
    fn words(&self, db: &mut Db, me: &CurrentUser, before: Option<Id<id::ActRun>>, limit: i64) -> Result<Value, StorageError> {
        let (acts, next) = crate::web::pages::paging::first_page(self.acts(db, before, limit)?, limit, |(id, _)| *id);
        let ids: Vec<Id<id::ActRun>> = acts.iter().map(|(id, _)| *id).collect();
        let mut mails = storage::mail::outbox::of_acts(db, &ids, &self.cases)?;
        mails.retain(|mail| self.shows_mail(mail));
        let entries = || acts.iter().flat_map(|(_, entries)| entries);
        let users: Vec<_> = entries().filter_map(|entry| entry.record.actor.user()).collect();
        let names = storage::offices::user::names(db, &users)?;
        let mut lines = Vec::new();
        for (id, entries) in &acts {
            // What follows from an act by itself is a line of its own, under its own clause.
            for part in entries.chunk_by(|a, b| a.record.act == b.record.act).collect::<Vec<_>>().into_iter().fold(Vec::new(), joined) {
                let act = part[0].record.act.as_str();
                let own = mails.iter().filter(|m| m.act_id == *id && m.act == act && is_told(me, m));
                lines.push(line(db, me, self, &part, own, &names)?);
            }
        }
        Ok(json!({ "title": self.title, "acts": lines, "next": next }))
    }
}

fn show(cx: &RequestContext, me: &CurrentUser, history: &History, before: Option<Id<id::ActRun>>) -> Result<Reply, WebError> {
    let content = cx.read(|db| history.words(db, me, before, PAGE))?;
    cx.show(&Loose("pages/history.html", content))
}

/// How a body keeps after its own work stays within it.
fn is_told(me: &CurrentUser, mail: &outbox::Line) -> bool {
    !reminds(&mail.kind) || me.bodies.iter().any(|own| own.id == mail.body)
}

/// Puts the entries of one act together, wherever those of an act that follows from it stand between them.
fn joined<'a>(mut parts: Vec<Vec<&'a JournalEntry>>, next: &'a [JournalEntry]) -> Vec<Vec<&'a JournalEntry>> {
    match parts.iter_mut().find(|part| part[0].record.act == next[0].record.act) {
        Some(part) => part.extend(next),
        None => parts.push(next.iter().collect()),
    }
    parts
}

fn line<'a>(
    db: &mut Db,
    me: &CurrentUser,
    history: &History,
    entries: &[&JournalEntry],
    mails: impl Iterator<Item = &'a outbox::Line>,
    names: &[(Id<id::User>, String)],
) -> Result<Value, StorageError> {
    let JournalEntry { chain, number, record } = entries[0];
    let basis = record.basis.shown();
    let (by_user, by_body) = (record.actor.user(), record.actor.body());
    // A body shows the name that it had then.
    let body = by_body.map(|id| storage::offices::body::name_at(db, id, record.at)).transpose()?;
    // Names of officers stay within their own body; everybody sees body and duty.
    let is_own = by_body.is_some_and(|body| me.bodies.iter().any(|own| own.id == body));
    let deputy_for = match (by_user.filter(|_| is_own), record.actor.duty(), by_body) {
        (Some(user), Some(duty), Some(body)) => storage::offices::duty::represented(db, user, duty, body, record.at)?,
        _ => None,
    };
    let by = names.iter().find(|(id, _)| is_own && Some(*id) == by_user).map(|(_, name)| name);
    // The code of a return is said of one person; of many, how many.
    let code = history.entry.and_then(|_| entries.iter().find_map(|entry| return_code(&entry.record.event)));
    Ok(json!({
        "act": record.act,
        "at": record.at,
        "clause": basis.map(|(clause, _)| clause),
        "edition": basis.map(|(_, edition)| edition),
        "duty": record.actor.duty(),
        "body": body,
        "by": by,
        "deputy_for": deputy_for,
        // The numbers of a chain tell how much its body does: they are shown to that body only.
        "number": chain.parse().is_ok_and(|body| me.is_in(body)).then_some(number),
        "code": code,
        "steps": steps(entries),
        "mails": sendings(db, me, by_body, mails)?,
    }))
}

/// The text that an entry was returned with.
const fn return_code(event: &Event) -> Option<ReturnCode> {
    if let Event::Lists(ListEvent::EntryReturned { code, .. }) = event { Some(*code) } else { None }
}

/// The steps of an act, each once with the number of things that took it.
fn steps(entries: &[&JournalEntry]) -> Vec<Value> {
    const RETURNED: State = State::Entry(EntryState::Returned);
    let mut steps: Vec<(Step, usize)> = Vec::new();
    for step in entries.iter().filter_map(|entry| entry.record.event.step()) {
        // An entry's other states say again what its membership says.
        if step.subject == Subject::ListEntry && step.to != RETURNED && step.from != Some(RETURNED) {
            continue;
        }
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, count)) => *count += 1,
            None => steps.push((step, 1)),
        }
    }
    steps.into_iter().map(|(step, n)| json!({ "of": step.subject, "from": step.from, "to": step.to, "n": n })).collect()
}

/// The mails of an act, those that went the same way together.
///
/// The letter is there for its readers' own body, and for the body that handed over what it announces.
fn sendings<'a>(
    db: &mut Db,
    me: &CurrentUser,
    by: Option<Id<id::Body>>,
    mails: impl Iterator<Item = &'a outbox::Line>,
) -> Result<Vec<Value>, StorageError> {
    let own = me.scope.bodies();
    let has_letter = |mail: &outbox::Line| own.contains(&mail.body) || mail.handoff.is_some() && by.is_some_and(|body| own.contains(&body));
    let mut sendings: Vec<(&outbox::Line, usize)> = Vec::new();
    for mail in mails {
        let key = |m: &outbox::Line| (m.kind.clone(), m.body, m.user.is_some(), m.sent_at, m.failed_at, m.attempts, m.held_at.is_some());
        match sendings.iter_mut().find(|(known, _)| key(known) == key(mail)) {
            Some((_, count)) => *count += 1,
            None => sendings.push((mail, 1)),
        }
    }
    let words = |(mail, n): (&outbox::Line, usize)| {
        Ok(json!({
            "kind": mail.kind,
            "letter": has_letter(mail).then_some(mail.id),
            "duty": mail.duty.or_else(|| duty(&mail.kind)),
            "body": storage::offices::body::name_at(db, mail.body, mail.created_at)?,
            "is_mailbox": mail.user.is_none(),
            "n": n,
            "sent_at": mail.sent_at,
            "failed": mail.failed_at.is_some(),
            "fault": mail.fault,
            "held": mail.held_at.is_some(),
            "refused_at": mail.refused_at,
            "attempts": mail.attempts,
        }))
    };
    sendings.into_iter().map(words).collect()
}

/// The duty that a kind of mail is for.
fn duty(kind: &str) -> Option<DutyKind> {
    let of_handoff = kind.parse::<HandoffKind>().map(HandoffKind::duty);
    of_handoff.ok().or_else(|| kind.parse::<Notice>().ok().and_then(Notice::duty))
}

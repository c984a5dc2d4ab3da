//! The history of a case, from the journal: who, under which duty, what, on which clause, when, and what became of the mails.

use crate::{
    domain::{
        body::BodyKind,
        events::{Event, Subject},
        handoff::{CaseKind, HandoffKind},
        history::is_shown,
        id::{self, Id},
        journal::{Record, RecordedAct},
        language::Named,
        member_list::ListState,
    },
    emails::reminds,
    storage::{
        self, Db, StorageError, case_acts::CaseEntry, journal::About, mail::fate::MailFate,
        offices::directory::Directory, squads::squad::Squad,
    },
    web::{
        act_lines::{ActLine, LineReader},
        pages::{Page, Sample, example, paging::first_page},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            incoming::IncomingRequest, reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// Acts on one page.
const PAGE: i64 = 50;

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

/// What a history is of, and where that is shown.
#[derive(Clone, Serialize)]
struct HistoryTitle {
    reference: String,
    name: Named,
    url: String,
}

/// What is shown, and to whom.
pub struct History {
    title: HistoryTitle,
    pub(super) about: About,
    /// The squad and all its lists: an act may write on several of them.
    pub(super) cases: Vec<Id>,
    /// The bodies of the squad through which the reader looks.
    through: Vec<BodyKind>,
    /// The entry, when the history is one person's.
    entry: Option<Id<id::ListEntry>>,
}

/// The history of a squad and all its lists.
pub async fn squad(
    request: IncomingRequest,
    id: web::Path<String>,
    from: web::Query<From>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let history = cx.read(|db| {
                let Some(squad) = storage::squads::squad::find(db, &me.scope, id)? else {
                    return Ok(None);
                };
                let lists = storage::lists::member_list::of_squad(db, id)?;
                Ok(Some(of_squad(me, &squad, &lists)))
            })?;
            show(cx, me, &history.ok_or(WebError::NotFound)?, from.into_inner().act())
        })
        .await
}

/// The history of a squad and those of its lists that the user sees.
pub fn of_squad(
    me: &CurrentUser,
    squad: &Squad,
    lists: &[(Id<id::MemberList>, String, ListState)],
) -> History {
    let id = squad.id;
    let through = through(me, squad);
    let sees = |state: ListState| {
        through.iter().any(|body| match body {
            BodyKind::Akimat => true,
            BodyKind::TerritorialSubdivision | BodyKind::StructuralUnit => {
                state != ListState::Draft
            }
            BodyKind::Council => false,
        })
    };
    let seen = lists
        .iter()
        .filter(|(_, _, state)| sees(*state))
        .map(|(list, ..)| list.any())
        .chain([id.any()])
        .collect();
    History {
        title: HistoryTitle {
            reference: squad.reference.clone(),
            name: squad.name.clone(),
            url: format!("/squads/{id}"),
        },
        about: About {
            cases: seen,
            leaderships_of: Some(id),
            hidden: hidden(&through),
            ..About::default()
        },
        cases: lists.iter().map(|(list, ..)| list.any()).chain([id.any()]).collect(),
        through,
        entry: None,
    }
}

/// The history of one plan, for its unit and the head above it.
pub async fn plan(
    request: IncomingRequest,
    id: web::Path<String>,
    from: web::Query<From>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let scope = me.plan_scope();
            let found = cx.read(|db| storage::plans::plan::find(db, &scope, id))?;
            let (plan, squad) = found.ok_or(WebError::NotFound)?;
            let url = format!("/plans/{id}");
            let history =
                History::of_one(id.any(), plan.reference, url, &squad, through(me, &squad));
            show(cx, me, &history, from.into_inner().act())
        })
        .await
}

/// The history of one application, for its subdivision.
pub async fn application(
    request: IncomingRequest,
    id: web::Path<String>,
    from: web::Query<From>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Application> = id.parse().map_err(|_| WebError::NotFound)?;
            let found =
                cx.read(|db| storage::applications::application::find(db, &me.scope, id))?;
            let found = found.filter(|one| me.scope.territories.contains(&one.territory));
            let case = found.ok_or(WebError::NotFound)?.case();
            let url = format!("/applications/{id}");
            let history = History {
                title: HistoryTitle { reference: case.reference, name: case.title, url },
                about: About { cases: vec![id.any()], ..About::default() },
                cases: vec![id.any()],
                through: vec![BodyKind::TerritorialSubdivision],
                entry: None,
            };
            show(cx, me, &history, from.into_inner().act())
        })
        .await
}

/// The history of one list.
pub async fn list(
    request: IncomingRequest,
    id: web::Path<String>,
    from: web::Query<From>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::MemberList> = id.parse().map_err(|_| WebError::NotFound)?;
            let list = cx
                .read(|db| storage::lists::member_list::find(db, &me.scope, id))?
                .ok_or(WebError::NotFound)?;
            let through = who_see_lists(me, &list.squad);
            let url = format!("/lists/{id}");
            let history = History::of_one(id.any(), list.reference, url, &list.squad, through);
            show(cx, me, &history, from.into_inner().act())
        })
        .await
}

/// The history of one person's entry, for whoever sees the entry.
pub async fn entry(
    request: IncomingRequest,
    id: web::Path<String>,
    from: web::Query<From>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::ListEntry> = id.parse().map_err(|_| WebError::NotFound)?;
            let history = cx.read(|db| {
                let Some((entry, list)) = storage::lists::entry::find(db, &me.scope, id)? else {
                    return Ok(None);
                };
                let leaderships = storage::squads::leadership::all_of(db, list.squad.id)?;
                let own = leaderships
                    .iter()
                    .filter(|(_, membership)| *membership == entry.membership)
                    .map(|(leadership, _)| leadership.any());
                let name = entry.full_name();
                Ok(Some(History {
                    title: HistoryTitle {
                        reference: list.reference.clone(),
                        name: Named { kk: name.clone(), ru: name.clone(), en: name },
                        url: format!("/entries/{id}"),
                    },
                    about: About {
                        cases: Vec::new(),
                        subjects: own.chain([id.any(), entry.membership.any()]).collect(),
                        copies_on: Some(list.id),
                        ..About::default()
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

/// Copies are the akimat's own: pages of acts need not go past them for others.
fn hidden(through: &[BodyKind]) -> Vec<&'static str> {
    if through.contains(&BodyKind::Akimat) { Vec::new() } else { vec![Subject::Copy.as_str()] }
}

fn who_see_lists(me: &CurrentUser, squad: &Squad) -> Vec<BodyKind> {
    let mut bodies = through(me, squad);
    bodies.retain(|body| matches!(body, BodyKind::Akimat | BodyKind::TerritorialSubdivision));
    bodies
}

impl History {
    /// The history of one case of a squad.
    fn of_one(
        id: Id,
        reference: String,
        url: String,
        squad: &Squad,
        through: Vec<BodyKind>,
    ) -> Self {
        Self {
            title: HistoryTitle { reference, name: squad.name.clone(), url },
            about: About { cases: vec![id], hidden: hidden(&through), ..About::default() },
            cases: vec![id, squad.id.any()],
            through,
            entry: None,
        }
    }

    pub(super) fn shows(&self, record: &Record) -> bool {
        let (kind, subject) = record.subject();
        let is_about = match (self.entry, &record.event) {
            (Some(id), Event::Lists(event)) if kind == Subject::Copy => {
                event.entry_of_copy() == Some(id)
            }
            (Some(_), _) => self.about.subjects.contains(&subject),
            (None, _) => {
                let is_leadership =
                    self.about.leaderships_of.is_some() && kind == Subject::Leadership;
                is_leadership
                    || self.about.cases.contains(&record.case_id)
                    || self.about.subjects.contains(&subject)
            }
        };
        is_about && self.through.iter().any(|body| is_shown(*body, &record.event))
    }

    /// Mails about a list are of those who see lists, and those between border bodies of these.
    fn shows_mail(&self, mail: &MailFate) -> bool {
        let is_of_border =
            mail.kind.parse().is_ok_and(|kind: HandoffKind| kind.is_of_border_bodies());
        let is_border = self.through.iter().copied().any(BodyKind::is_border);
        if is_of_border && !is_border {
            return false;
        }
        let sees_lists = self
            .through
            .iter()
            .any(|body| matches!(body, BodyKind::Akimat | BodyKind::TerritorialSubdivision));
        sees_lists
            || mail.case_kind == CaseKind::Squad
            || (mail.case_kind == CaseKind::Plan && is_border)
    }

    /// A page of acts with what each wrote that is shown, newest first; one more than a page tells that there are more.
    fn acts(
        &self,
        db: &mut Db,
        before: Option<Id<id::ActRun>>,
    ) -> Result<Vec<(Id<id::ActRun>, Vec<CaseEntry>)>, StorageError> {
        let page = usize::try_from(PAGE).unwrap_or(0);
        let (mut shown, mut before): (Vec<(Id<id::ActRun>, Vec<CaseEntry>)>, _) =
            (Vec::new(), before);
        loop {
            let entries = storage::case_acts::entries(db, &self.about, &self.cases, before, PAGE)?;
            before = entries.last().map(|last| last.act);
            let mut acts = 0;
            for act in entries.chunk_by(|a, b| a.act == b.act) {
                acts += 1;
                let is_shown = |line: &&CaseEntry| {
                    line.entry.as_ref().is_some_and(|entry| self.shows(&entry.record))
                };
                let own: Vec<CaseEntry> = act.iter().filter(is_shown).cloned().collect();
                if let Some(first) = own.first() {
                    shown.push((first.act, own));
                }
            }
            if shown.len() > page || acts <= page {
                return Ok(shown);
            }
        }
    }

    /// A page of lines, and where the next one begins.
    fn lines(
        &self,
        db: &mut Db,
        directory: &Directory,
        me: &CurrentUser,
        before: Option<Id<id::ActRun>>,
    ) -> Result<(Vec<ActLine>, Option<Id<id::ActRun>>), StorageError> {
        let (acts, next) = first_page(self.acts(db, before)?, PAGE, |(id, _)| *id);
        let ids: Vec<Id<id::ActRun>> = acts.iter().map(|(id, _)| *id).collect();
        let mut mails = storage::mail::fate::of_acts(db, &ids, &self.cases)?;
        mails.retain(|mail| self.shows_mail(mail));
        let reader = LineReader { directory, me, is_of_entry: self.entry.is_some() };
        let mut lines = Vec::new();
        for (id, entries) in &acts {
            // An act that follows by itself is a line of its own, under its own clause.
            for part in entries.chunk_by(|a, b| act_of(a) == act_of(b)).fold(Vec::new(), joined) {
                let is_own = |m: &&MailFate| {
                    m.act_id == *id && act_of(part[0]).is_some_and(|act| m.act == act.as_str())
                };
                let own: Vec<&MailFate> =
                    mails.iter().filter(is_own).filter(|m| is_told(me, m)).collect();
                lines.extend(reader.line(&part, &own));
            }
        }
        Ok((lines, next))
    }
}

/// The history of a case.
#[derive(Serialize)]
pub struct HistoryPage {
    title: HistoryTitle,
    acts: Vec<ActLine>,
    next: Option<Id<id::ActRun>>,
}

impl Page for HistoryPage {
    fn template(&self) -> &'static str {
        "pages/history.html"
    }
}

impl Sample for HistoryPage {
    fn samples() -> Vec<Self> {
        let title = HistoryTitle {
            reference: "Т-2026-0001".to_owned(),
            name: example::squad(),
            url: "/lists/1".to_owned(),
        };
        let empty = Self { title: title.clone(), acts: Vec::new(), next: None };
        vec![empty, Self { title, acts: ActLine::samples(), next: Some(Id::default()) }]
    }
}

fn show(
    cx: &RequestContext,
    me: &CurrentUser,
    history: &History,
    before: Option<Id<id::ActRun>>,
) -> Result<Reply, WebError> {
    let (acts, next) = cx.read(|db| history.lines(db, &cx.directory, me, before))?;
    cx.show(&HistoryPage { title: history.title.clone(), acts, next })
}

/// How a body keeps after its own work stays within it.
fn is_told(me: &CurrentUser, mail: &MailFate) -> bool {
    !reminds(&mail.kind) || me.bodies.iter().any(|own| own.id == mail.body)
}

/// Puts the entries of one act together, wherever those of an act that follows from it stand between them.
fn joined<'a>(
    mut parts: Vec<Vec<&'a CaseEntry>>,
    next: &'a [CaseEntry],
) -> Vec<Vec<&'a CaseEntry>> {
    match parts.iter_mut().find(|part| act_of(part[0]) == act_of(&next[0])) {
        Some(part) => part.extend(next),
        None => parts.push(next.iter().collect()),
    }
    parts
}

/// The act of an entry; none when its payload is damaged.
fn act_of(entry: &CaseEntry) -> Option<RecordedAct> {
    entry.entry.as_ref().map(|entry| entry.record.act)
}

//! What waits on the reader, grouped by urgency, what the reader waits for, and what was done lately.

use crate::{
    acts::inbox::read_information::ReadInformation,
    domain::{
        handoff::{CaseKind, DueNature, HandoffKind, Nature, Urgency},
        id::{self, Id},
        inbox::InboxGroup,
        language::Named,
        leadership::Vacancy,
        time::{Instant, days_left},
    },
    storage::{
        self,
        inbox::{Cursor, Filter, Handoff, InboxQuery},
        offices::directory::Directory,
        squads::leaderless::Leaderless,
    },
    web::{
        pages::{Page, Sample, paging::first_page},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            filters::{FilterBar, ListFilters, Options, Pairs, of_names, of_words},
            form::SubmittedForm,
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use serde::Serialize;

/// Handoffs of a group on the first page, and squads without a leader.
const FIRST: i64 = 20;
/// Handoffs on a page of one group.
const PAGE: i64 = 50;
/// How long what is done is shown.
const LATELY: TimeDelta = TimeDelta::days(14);

const FIELDS: &[&str] = &["kind", "case", "from_body", "group"];

/// The inbox: the first of each group, or a page of one.
#[derive(Serialize)]
pub struct InboxPage {
    count: usize,
    filters: FilterBar,
    /// The one group that was asked for.
    group: Option<GroupView>,
    groups: Vec<GroupView>,
    leaderless: Option<LeaderlessView>,
}

#[derive(Serialize)]
struct GroupView {
    word: InboxGroup,
    is_folded: bool,
    handoffs: Vec<HandoffLine>,
    /// Where the page goes on.
    next: Option<String>,
    /// Where the whole of a group is, of which only the first are here.
    all: Option<String>,
}

#[derive(Serialize)]
struct HandoffLine {
    id: Id<id::Handoff>,
    kind: HandoffKind,
    nature: Nature,
    case_kind: CaseKind,
    case_id: Id,
    /// The page of the case.
    path: String,
    squad: Named,
    reference: String,
    /// The other body; none where a body hands something to itself.
    body: Option<Named>,
    opened_at: Instant,
    closed_at: Option<Instant>,
    due: Option<Due>,
}

#[derive(Serialize)]
struct Due {
    at: Instant,
    nature: DueNature,
    days: i64,
    days_past: i64,
}

/// What the council's secretary opens first: the squads that nobody leads.
#[derive(Serialize)]
struct LeaderlessView {
    squads: Vec<LeaderlessLine>,
    more: bool,
}

#[derive(Serialize)]
struct LeaderlessLine {
    id: Id<id::Squad>,
    name: Named,
    reference: String,
    since: Instant,
    why: Vacancy,
}

impl Page for InboxPage {
    fn template(&self) -> &'static str {
        "pages/inbox.html"
    }
}

impl Sample for InboxPage {
    fn samples() -> Vec<Self> {
        let filters = |pairs: &[(&str, &str)]| {
            let pairs = pairs
                .iter()
                .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
                .collect();
            ListFilters::read("/inbox", FIELDS, pairs).bar(words(HandoffKind::ALL.iter().copied()))
        };
        let groups = InboxGroup::all().map(|group| GroupView::sample(group, true)).collect();
        let page =
            |filters| Self { count: 0, filters, group: None, groups: Vec::new(), leaderless: None };
        let squads = Vacancy::ALL.iter().map(|why| LeaderlessLine::sample(*why)).collect();
        let leaderless = Some(LeaderlessView { squads, more: true });
        let full = Self { count: 100, groups, leaderless, ..page(filters(&[])) };
        let led = Some(LeaderlessView { squads: Vec::new(), more: false });
        let done = Some(GroupView::sample(InboxGroup::Done, false));
        let empty =
            GroupView { handoffs: Vec::new(), ..GroupView::sample(InboxGroup::Others, false) };
        vec![
            full,
            Self { count: 3, leaderless: led, ..page(filters(&[("case", "list")])) },
            Self { group: done, ..page(filters(&[("group", "done")])) },
            Self { group: Some(empty), ..page(filters(&[("group", "others")])) },
        ]
    }
}

impl GroupView {
    fn sample(word: InboxGroup, is_first: bool) -> Self {
        let squad = || Named::of_squad("Үлгі".to_owned(), "Улги".to_owned());
        let due = |days, nature| Due { at: Instant::default(), nature, days, days_past: -days };
        let line = |due: Option<Due>| HandoffLine {
            id: Id::new(),
            kind: HandoffKind::VetList,
            nature: if word == InboxGroup::Mine(Urgency::Information) {
                Nature::Information
            } else {
                Nature::Duty
            },
            case_kind: match &due {
                None => CaseKind::Squad,
                Some(due) if due.days == 3 => CaseKind::Application,
                Some(due) if due.days == 0 => CaseKind::Plan,
                Some(due) if due.days < 0 => CaseKind::Report,
                Some(_) => CaseKind::List,
            },
            case_id: Id::new(),
            path: "/lists/0".to_owned(),
            squad: squad(),
            reference: "Ж-2026-0001".to_owned(),
            body: due.is_some().then(squad),
            opened_at: Instant::default(),
            closed_at: (word == InboxGroup::Done).then(Instant::default),
            due,
        };
        let days = [
            (-2, DueNature::Statutory),
            (-2, DueNature::Internal),
            (0, DueNature::Internal),
            (3, DueNature::Statutory),
        ];
        Self {
            word,
            is_folded: is_first && is_folded(word),
            handoffs: days
                .map(|(days, nature)| Some(due(days, nature)))
                .into_iter()
                .chain([None])
                .map(line)
                .collect(),
            next: (!is_first).then(|| "/inbox?after=1".to_owned()),
            all: is_first.then(|| "/inbox?group=new".to_owned()),
        }
    }
}

impl LeaderlessLine {
    fn sample(why: Vacancy) -> Self {
        let name = Named::of_squad("Үлгі".to_owned(), "Улги".to_owned());
        Self {
            id: Id::new(),
            name,
            reference: "Ж-2026-0001".to_owned(),
            since: Instant::default(),
            why,
        }
    }
}

/// The inbox, or one group of it. A note never changes the order: it goes by urgency, then by due date and age.
pub async fn show(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/inbox", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter {
                kind: filters.get("kind")?,
                case: filters.get("case")?,
                from: filters.get("from_body")?,
            };
            let group: Option<InboxGroup> = filters.get("group")?;
            let mut page = InboxPage {
                count: cx.read_badges().waiting,
                filters: filters.bar(options(cx, me)),
                group: None,
                groups: Vec::new(),
                leaderless: None,
            };
            let inbox = Inbox { cx, me, filters: &filters, filter: &filter };
            if let Some(group) = group {
                page.group = inbox.group(group)?;
            } else {
                page.groups = inbox.groups()?;
                page.leaderless = leaderless(cx, me)?;
            }
            cx.show(&page)
        })
        .await
}

/// An inbox being read.
struct Inbox<'a> {
    cx: &'a RequestContext,
    me: &'a CurrentUser,
    filters: &'a ListFilters,
    filter: &'a Filter,
}

impl Inbox<'_> {
    fn read(
        &self,
        groups: &[InboxGroup],
        after: Option<Cursor>,
        limit: i64,
    ) -> Result<Vec<Vec<Handoff>>, WebError> {
        let now = self.cx.now;
        let query = InboxQuery {
            holdings: &self.me.holdings,
            bodies: self.me.scope.bodies().into_iter().collect(),
            filter: self.filter,
            after,
            limit,
            now,
            done_since: now - LATELY,
        };
        self.cx.read(|db| storage::inbox::groups(db, &query, groups))
    }

    /// A page of one group.
    fn group(&self, group: InboxGroup) -> Result<Option<GroupView>, WebError> {
        let found = self.read(&[group], self.filters.cursor("after", Cursor::parse), PAGE)?;
        Ok(found.into_iter().next().map(|handoffs| {
            let (handoffs, next) = first_page(handoffs, PAGE, |h| h.cursor(group));
            let next = next.map(|place| self.filters.next("after", &place.text()));
            GroupView {
                word: group,
                is_folded: false,
                handoffs: self.lines(&handoffs, group),
                next,
                all: None,
            }
        }))
    }

    /// The first of each group that has any.
    fn groups(&self) -> Result<Vec<GroupView>, WebError> {
        let groups: Vec<InboxGroup> = InboxGroup::all().collect();
        let found = groups.iter().copied().zip(self.read(&groups, None, FIRST)?);
        let view = |(group, handoffs): (InboxGroup, Vec<Handoff>)| {
            let (handoffs, next) = first_page(handoffs, FIRST, |h| h.id);
            let all = next.map(|_| self.filters.next("group", group.as_str()));
            GroupView {
                word: group,
                is_folded: is_folded(group),
                handoffs: self.lines(&handoffs, group),
                next: None,
                all,
            }
        };
        Ok(found.filter(|(_, handoffs)| !handoffs.is_empty()).map(view).collect())
    }

    fn lines(&self, handoffs: &[Handoff], group: InboxGroup) -> Vec<HandoffLine> {
        handoffs
            .iter()
            .map(|handoff| HandoffLine::of(handoff, &self.cx.directory, group, self.cx.now))
            .collect()
    }
}

/// What is the reader's own work is never folded.
const fn is_folded(group: InboxGroup) -> bool {
    matches!(group, InboxGroup::Others | InboxGroup::Done)
}

impl HandoffLine {
    fn of(h: &Handoff, directory: &Directory, group: InboxGroup, now: Instant) -> Self {
        let other = if group == InboxGroup::Others { h.to_body } else { h.from_body };
        Self {
            id: h.id,
            kind: h.kind,
            nature: h.nature,
            case_kind: h.case_kind,
            case_id: h.case_id,
            path: format!("/{}/{}", h.case_kind.pages(), h.case_id),
            squad: Named { kk: h.title_kk.clone(), ru: h.title_ru.clone(), en: h.title_en.clone() },
            reference: h.squad_reference.as_ref().unwrap_or(&h.reference).clone(),
            // What a body hands to itself came from nobody.
            body: directory.name(other).filter(|_| h.from_body != h.to_body).cloned(),
            opened_at: h.opened_at,
            closed_at: h.closed_at,
            due: h.due_at.zip(h.due_nature).map(|(at, nature)| {
                let days = days_left(now, at);
                Due { at, nature, days, days_past: -days }
            }),
        }
    }
}

/// What the inbox can be filtered by.
fn options(cx: &RequestContext, me: &CurrentUser) -> Options {
    let mut options = words(HandoffKind::ALL.iter().copied().filter(|kind| me.has(kind.duty())));
    let bodies = cx.directory.neighbours(&me.scope);
    options.insert("from_body", of_names(bodies.iter().map(|body| (body.id, &body.name))));
    options
}

fn words(kinds: impl Iterator<Item = HandoffKind>) -> Options {
    let kinds: Vec<HandoffKind> = kinds.collect();
    let is_unit = kinds.contains(&HandoffKind::AgreePlan);
    let of_unit = [CaseKind::Plan, CaseKind::Report].into_iter().filter(|_| is_unit);
    let is_border = kinds.iter().copied().any(HandoffKind::is_of_border_bodies);
    let of_border = [CaseKind::Application].into_iter().filter(|_| is_border);
    let cases = [CaseKind::Squad, CaseKind::List].into_iter().chain(of_unit).chain(of_border);
    Options::from([
        ("kind", of_words("handoff", kinds)),
        ("case", of_words("case", cases)),
        ("from_body", Vec::new()),
        ("group", of_words("urgency", InboxGroup::all().map(InboxGroup::as_str))),
    ])
}

/// The squads of the reader's councils that nobody leads: since when, and why.
fn leaderless(cx: &RequestContext, me: &CurrentUser) -> Result<Option<LeaderlessView>, WebError> {
    if me.scope.councils.is_empty() {
        return Ok(None);
    }
    let squads =
        cx.read(|db| storage::squads::leaderless::of_councils(db, &me.scope.councils, FIRST))?;
    let (squads, next) = first_page(squads, FIRST, |squad| squad.id);
    Ok(Some(LeaderlessView {
        squads: squads.into_iter().map(LeaderlessLine::from).collect(),
        more: next.is_some(),
    }))
}

impl From<Leaderless> for LeaderlessLine {
    fn from(squad: Leaderless) -> Self {
        Self {
            id: squad.id,
            name: squad.name,
            reference: squad.reference,
            since: squad.since,
            why: squad.reason,
        }
    }
}

/// Closes what was for information, by its reader.
pub async fn close(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
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

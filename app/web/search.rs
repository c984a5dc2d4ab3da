//! Searches: what is looked for is posted and kept sealed; its results have an opaque id for an address.

use crate::{
    domain::{
        application::ApplicationState,
        decision::DecisionKind,
        id::{self, Id},
        language::Named,
        member_list::ListState,
        membership::MembershipState,
        search::Terms,
        squad::SquadState,
        time::Instant,
    },
    storage::{
        self,
        applications::application::Application,
        lists::member_list::FoundList,
        search_results::{Found, Looking, Person, Seen},
    },
    web::{
        pages::{
            Page, Sample, decision_view::DecisionView, paging::first_page, squad_view::SquadView,
        },
        request::{
            current_user::CurrentUser,
            error::WebError,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Results of one kind on one page.
const PAGE: i64 = 20;

/// The form, and below it what is found.
#[derive(Serialize)]
pub struct SearchPage {
    here: String,
    /// What was typed; an IIN that was typed is not written on a page.
    #[serde(skip)]
    typed: Option<String>,
    results: Option<Results>,
}

#[derive(Serialize)]
struct Results {
    by_iin: bool,
    is_empty: bool,
    people: Vec<PersonLine>,
    next: Option<String>,
    squads: Section<SquadView>,
    lists: Section<ListLine>,
    decisions: Section<DecisionView>,
    applications: Section<ApplicationLine>,
}

/// The first of what is found of a kind, and whether there are more.
#[derive(Serialize)]
struct Section<T> {
    lines: Vec<T>,
    more: bool,
}

impl<T> Section<T> {
    fn of<F>(found: Vec<F>, line: impl Fn(F) -> T) -> Self {
        let (found, next) = first_page(found, PAGE, |_| ());
        Self { lines: found.into_iter().map(line).collect(), more: next.is_some() }
    }
}

/// A person as the page of results shows one, in the words of the reader's duty.
#[derive(Serialize)]
struct PersonLine {
    name: String,
    squad: Named,
    href: String,
    state: Option<MembershipState>,
    list: Option<String>,
}

#[derive(Serialize)]
struct ListLine {
    id: Id<id::MemberList>,
    reference: String,
    state: ListState,
    created_at: Instant,
    squad: Named,
}

/// An application, for the subdivision and the unit of its applicant; its page leads the unit on to the record.
#[derive(Serialize)]
struct ApplicationLine {
    id: Id<id::Application>,
    name: String,
    reference: String,
    state: ApplicationState,
}

impl Page for SearchPage {
    fn template(&self) -> &'static str {
        "pages/search.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.typed.iter().map(|typed| ("q", typed.clone())).collect()
    }
}

impl Sample for SearchPage {
    fn samples() -> Vec<Self> {
        let squad = || Named::of_squad("Үлгі".to_owned(), "Улги".to_owned());
        let person = |state, list: Option<&str>| PersonLine {
            name: "Үлгіев Үлгі".to_owned(),
            squad: squad(),
            href: "/squads/1".to_owned(),
            state,
            list: list.map(str::to_owned),
        };
        let list = ListLine {
            id: Id::new(),
            reference: "Т-2026-0001".to_owned(),
            state: ListState::Sent,
            created_at: Instant::default(),
            squad: squad(),
        };
        let full = Results {
            by_iin: false,
            is_empty: false,
            people: vec![
                person(Some(MembershipState::Registered), Some("Т-2026-0001")),
                person(None, None),
            ],
            next: Some("/searches/1?after=1".to_owned()),
            squads: Section { lines: vec![SquadView::sample(SquadState::Created)], more: true },
            lists: Section { lines: vec![list], more: true },
            decisions: Section {
                lines: vec![DecisionView::sample(DecisionKind::Create)],
                more: true,
            },
            applications: Section {
                lines: vec![ApplicationLine {
                    id: Id::new(),
                    name: "Үлгіев Үлгі".to_owned(),
                    reference: "Ө-2026-0001".to_owned(),
                    state: ApplicationState::Accepted,
                }],
                more: true,
            },
        };
        let page = |typed: &str, results| Self {
            here: "/searches/1".to_owned(),
            typed: Some(typed.to_owned()),
            results: Some(results),
        };
        vec![
            Self::blank(),
            page("үлгі", full),
            page("", Results::of(Found::default(), Id::new(), true)),
        ]
    }
}

impl SearchPage {
    fn blank() -> Self {
        Self { here: "/search".to_owned(), typed: None, results: None }
    }
}

/// The form.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            entitled(me)?;
            cx.first_form(&SearchPage::blank())
        })
        .await
}

/// Keeps what is looked for and leads to what is found.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            entitled(me)?;
            let typed = form.text("q");
            if cx.is_shown_again || Terms::of(typed).is_none() {
                let error = FieldError {
                    field: "q".to_owned(),
                    code: "search-terms".to_owned(),
                    detail: None,
                };
                return cx.rerender(&SearchPage::blank(), form, &[error]);
            }
            let id = cx
                .write(|db| storage::search::insert(db, &cx.app.keys, me.user.id, typed, cx.now))?;
            Ok(Reply::Redirect(format!("/searches/{id}")))
        })
        .await
}

/// A user without cases has nothing to look for.
fn entitled(me: &CurrentUser) -> Result<(), WebError> {
    if me.scope.bodies().is_empty() { Err(WebError::Denied(Vec::new())) } else { Ok(()) }
}

/// Behind whom the page before ended: an id, since a name has no place in an address.
#[derive(serde::Deserialize)]
pub struct Place {
    after: Option<String>,
}

/// What is found now, as far as the reader's duties show it.
pub async fn show(
    request: IncomingRequest,
    id: web::Path<String>,
    place: web::Query<Place>,
) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Search> = id.parse().map_err(|_| WebError::NotFound)?;
            let typed =
                cx.read(|db| storage::search::find(db, &cx.app.keys, id, me.user.id, cx.now))?;
            let typed = typed.ok_or(WebError::NotFound)?;
            let terms = Terms::of(&typed).ok_or(WebError::NotFound)?;
            let after = place.after.as_deref().and_then(|id| id.parse().ok());
            let (keys, directory) = (&cx.app.keys, &cx.directory);
            let looking = Looking { keys, directory, scope: &me.scope, terms: &terms, limit: PAGE };
            let found = cx.read(|db| storage::search_results::find(db, &looking, after))?;
            let by_iin = terms.iin.is_some();
            cx.first_form(&SearchPage {
                here: format!("/searches/{id}"),
                typed: Some(if by_iin { String::new() } else { typed }),
                results: Some(Results::of(found, id, by_iin)),
            })
        })
        .await
}

impl Results {
    fn of(found: Found, id: Id<id::Search>, by_iin: bool) -> Self {
        let (people, next) = first_page(found.people, PAGE, |person| person.membership);
        let squads = Section::of(found.squads, |squad| SquadView::from(&squad));
        let lists = Section::of(found.lists, ListLine::from);
        let decisions = Section::of(found.decisions, |decision| DecisionView::from(&decision));
        let applications = Section::of(found.applications, ApplicationLine::from);
        Self {
            by_iin,
            is_empty: people.is_empty()
                && squads.lines.is_empty()
                && lists.lines.is_empty()
                && decisions.lines.is_empty()
                && applications.lines.is_empty(),
            people: people.into_iter().map(PersonLine::from).collect(),
            next: next.map(|last| format!("/searches/{id}?after={last}")),
            squads,
            lists,
            decisions,
            applications,
        }
    }
}

impl From<Application> for ApplicationLine {
    fn from(one: Application) -> Self {
        Self { id: one.id, name: one.full_name(), reference: one.reference, state: one.state }
    }
}

impl From<Person> for PersonLine {
    fn from(person: Person) -> Self {
        let squad = format!("/squads/{}", person.squad);
        let (href, state, list) = match person.seen {
            Seen::Entry { entry, list, state } => {
                (format!("/entries/{entry}"), Some(state), Some(list))
            }
            Seen::Book { state } => (squad, Some(state), None),
            Seen::Name => (squad, None, None),
        };
        Self { name: person.name, squad: person.squad_name, href, state, list }
    }
}

impl From<FoundList> for ListLine {
    fn from(list: FoundList) -> Self {
        Self {
            id: list.id,
            reference: list.reference,
            state: list.state,
            created_at: list.created_at,
            squad: list.squad,
        }
    }
}

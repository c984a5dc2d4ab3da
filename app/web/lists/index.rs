//! All lists: what the akimat builds and sends, what the subdivision receives and answers.

use crate::{
    domain::{
        id::{self, Id},
        member_list::{ListState, ListTrouble},
    },
    storage::{
        self, Db, Scope, StorageError, lists::member_list::Filter, offices::directory::Directory,
    },
    web::{
        pages::{Page, list_line::ListLine, paging::first_page},
        request::{
            current_user::CurrentUser,
            filters::{FilterBar, ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Lists on one page.
const PAGE: i64 = 50;
/// Squads that a filter offers by name; where there are more, the way leads through a squad's page.
const SQUADS: i64 = 100;

/// The page of lists.
#[derive(Serialize)]
pub struct ListsPage {
    pub(super) lists: Vec<ListLine>,
    pub(super) next: Option<String>,
    pub(super) filters: FilterBar,
}

impl Page for ListsPage {
    fn template(&self) -> &'static str {
        "pages/lists/lists.html"
    }
}

/// The lists that the reader may see, newest first.
pub async fn show(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = filters(pairs.into_inner());
    request
        .signed(move |cx, me| {
            let filter = Filter {
                state: filters.get("state")?,
                squad: filters.get("squad")?,
                akimat: filters.get("body")?,
                from: filters.from()?,
                until: filters.until()?,
                trouble: filters.get("trouble")?,
            };
            let before = filters.cursor("before", |id| id.parse().ok());
            let lines = cx.read(|db| {
                storage::lists::member_list::page(db, &me.scope, &filter, before, PAGE, cx.now)
            })?;
            let (lines, next) = first_page(lines, PAGE, |line| line.id.to_string());
            cx.show(&ListsPage {
                lists: lines.iter().map(ListLine::from).collect(),
                next: next.map(|id| filters.next("before", &id)),
                filters: filters.bar(cx.read(|db| options(db, &cx.directory, me, filter.squad))?),
            })
        })
        .await
}

/// The filters of the page, as an address has them.
pub(super) fn filters(pairs: Pairs) -> ListFilters {
    ListFilters::read("/lists", &["state", "squad", "body", "trouble", "from", "to"], pairs)
}

/// What the lists can be filtered by; an empty choice is not offered.
fn options(
    db: &mut Db,
    directory: &Directory,
    me: &CurrentUser,
    squad: Option<Id<id::Squad>>,
) -> Result<Options, StorageError> {
    let is_territory = !me.scope.territories.is_empty();
    let seen = Scope {
        akimats: me.scope.akimats.clone(),
        territories: me.scope.territories.clone(),
        ..Scope::default()
    };
    let mut squads = storage::squads::squad::page(
        db,
        &seen,
        &storage::squads::squad::Filter::default(),
        None,
        SQUADS,
    )?;
    if squads.len() > usize::try_from(SQUADS).unwrap_or(0) {
        squads = storage::squads::squad::among(db, &seen, &squad.into_iter().collect::<Vec<_>>())?;
    }
    let bodies = storage::squads::choices::akimats(db, directory, &seen)?;
    let states = ListState::ALL
        .iter()
        .filter(|state| !me.scope.akimats.is_empty() || **state != ListState::Draft);
    let troubles = ListTrouble::ALL
        .iter()
        .filter(|trouble| is_territory || **trouble != ListTrouble::PastTarget);
    Ok(Options::from([
        ("state", of_words("list", states.copied())),
        ("squad", of_names(squads.iter().map(|s| (s.id, &s.name)))),
        ("body", of_names(bodies.iter().filter(|_| bodies.len() > 1).map(|b| (b.id, &b.name)))),
        ("trouble", of_words("trouble", troubles.copied())),
    ]))
}

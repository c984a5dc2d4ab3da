//! All squads that a reader may see.

use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        leadership::LeadershipState,
        squad::{Post, SquadState},
    },
    storage::{
        self,
        squads::squad::{Filter, Squad},
    },
    web::{
        pages::{Page, Sample, paging::first_page, squad_view::SquadView},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::WebError,
            filters::{FilterBar, ListFilters, Options, Pairs, of_names, of_words},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Squads on one page.
const PAGE: i64 = 50;

const FIELDS: &[&str] = &["state", "leader", "unit", "body"];

/// The squads, a page of them.
#[derive(Serialize)]
pub struct SquadsPage {
    squads: Vec<SquadLine>,
    next: Option<String>,
    filters: FilterBar,
    can_propose: bool,
}

#[derive(Serialize)]
struct SquadLine {
    #[serde(flatten)]
    squad: SquadView,
    leader: Option<LeadershipState>,
}

impl Page for SquadsPage {
    fn template(&self) -> &'static str {
        "pages/squads/squads.html"
    }
}

impl Sample for SquadsPage {
    fn samples() -> Vec<Self> {
        let line = |state, leader| SquadLine { squad: SquadView::sample(state), leader };
        let pairs = vec![("state".to_owned(), "created".to_owned())];
        let filters = ListFilters::read("/squads", FIELDS, pairs).bar(words());
        let squads = vec![
            line(SquadState::Proposed, None),
            line(SquadState::Created, None),
            line(SquadState::Created, Some(LeadershipState::InOffice)),
        ];
        let full =
            Self { squads, next: Some("/squads?after=1".to_owned()), filters, can_propose: true };
        let filters = ListFilters::read("/squads", FIELDS, Pairs::new()).bar(words());
        vec![full, Self { squads: Vec::new(), next: None, filters, can_propose: false }]
    }
}

/// The squads that the reader may see.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/squads", FIELDS, pairs.into_inner());
    request
        .signed(move |cx, me| {
            let (squads, next) =
                first_page(squads(cx, me, &filters)?, PAGE, |s| cursor(&s.cursor()));
            let ids: Vec<Id<id::Squad>> = squads.iter().map(|s| s.id).collect();
            let leaders = cx.read(|db| storage::squads::leadership::open_of_all(db, &ids))?;
            let leader =
                |squad| leaders.iter().find(|(id, _)| *id == squad).map(|(_, state)| *state);
            cx.show(&SquadsPage {
                squads: squads
                    .iter()
                    .map(|s| SquadLine { squad: s.into(), leader: leader(s.id) })
                    .collect(),
                next: next.map(|place| filters.next("after", &place)),
                filters: filters.bar(options(cx, me)?),
                can_propose: me.has(DutyKind::AkimatOfficer),
            })
        })
        .await
}

fn squads(
    cx: &RequestContext,
    me: &CurrentUser,
    filters: &ListFilters,
) -> Result<Vec<Squad>, WebError> {
    let filter = Filter {
        state: filters.get("state")?,
        akimat: filters.get("body")?,
        unit: filters.get("unit")?,
        leader: filters.get("leader")?,
    };
    let after = filters.cursor("after", parse_cursor);
    cx.read(|db| storage::squads::squad::page(db, &me.scope, &filter, after.as_ref(), PAGE))
}

/// What the squads can be filtered by; an empty choice is not offered.
fn options(cx: &RequestContext, me: &CurrentUser) -> Result<Options, WebError> {
    let akimats = cx.read(|db| storage::squads::choices::akimats(db, &cx.directory, &me.scope))?;
    let units = cx.read(|db| storage::squads::choices::units(db, &cx.directory, &me.scope))?;
    let mut options = words();
    options.insert(
        "unit",
        of_names(units.iter().filter(|_| units.len() > 1).map(|b| (b.id, &b.name))),
    );
    options.insert(
        "body",
        of_names(akimats.iter().filter(|_| akimats.len() > 1).map(|b| (b.id, &b.name))),
    );
    Ok(options)
}

fn words() -> Options {
    Options::from([
        ("state", of_words("squad", SquadState::ALL.iter().copied())),
        ("leader", of_words("post", Post::ALL.iter().copied())),
        ("unit", Vec::new()),
        ("body", Vec::new()),
    ])
}

fn cursor((key, id): &(Vec<u8>, Id<id::Squad>)) -> String {
    format!("{}.{id}", hex::encode(key))
}

fn parse_cursor(text: &str) -> Option<(Vec<u8>, Id<id::Squad>)> {
    let (key, id) = text.split_once('.')?;
    Some((hex::decode(key).ok()?, id.parse().ok()?))
}

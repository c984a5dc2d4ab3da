//! The dashboard: exact counts for heads, of what they may open, and rounded ones of the last month's end for auditors, who open
//! no person; never a name.

use crate::{
    domain::{
        body::DutyKind,
        figures::{Days, FEWEST, Figures, Rounded, Span},
        id::{self, Id},
        language::Named,
        membership::MembershipState,
        permissions::Unmet,
        squad::SquadState,
        time::{Instant, days_left},
    },
    storage::{self, Db, Scope, StorageError, figures::Counted, statistics},
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            incoming::IncomingRequest,
        },
    },
};
use actix_web::HttpResponse;
use chrono::TimeDelta;
use serde::Serialize;

/// The page.
#[derive(Serialize)]
pub struct StatisticsPage {
    /// Of the subdivision that the reader heads.
    live: Option<Live>,
    /// Of each body that the reader audits.
    frozen: Vec<Frozen>,
}

/// Figures as they are now.
#[derive(Serialize)]
struct Live {
    squads: Vec<StateCount>,
    squads_total: i64,
    memberships: Vec<StateCount>,
    memberships_total: i64,
    days: Days,
    failed_mails: i64,
    without_leader: Vec<CaseLine>,
    past_target: Vec<LateLine>,
}

/// Figures of an audited body as they were when its month began.
#[derive(Serialize)]
struct Frozen {
    body: Named,
    /// `None`: the body has had no auditor when a month began.
    counted: Option<FrozenFigures>,
}

/// Rounded figures.
#[derive(Serialize)]
struct FrozenFigures {
    at: Instant,
    squads: Vec<StateCount>,
    squads_total: Option<i64>,
    memberships: Vec<StateCount>,
    memberships_total: Option<i64>,
    days: Vec<FrozenSpan>,
    /// Shown only over enough outcomes.
    median: Option<i64>,
    failed_mails: Rounded,
    without_leader: Rounded,
    past_target: Rounded,
}

/// How many outcomes, rounded, took from so many days to so many.
#[derive(Serialize)]
struct FrozenSpan {
    from: i64,
    to: Option<i64>,
    #[serde(flatten)]
    count: Rounded,
}

/// How many things of one kind are in a state.
#[derive(Serialize)]
struct StateCount {
    of: &'static str,
    state: &'static str,
    #[serde(flatten)]
    count: Rounded,
}

/// A case by its reference.
#[derive(Serialize)]
struct CaseLine {
    id: Id,
    reference: String,
}

/// A list that is past the internal target by so many days.
#[derive(Serialize)]
struct LateLine {
    #[serde(flatten)]
    case: CaseLine,
    due_at: Instant,
    days: i64,
}

impl Page for StatisticsPage {
    fn template(&self) -> &'static str {
        "pages/audit/statistics.html"
    }
}

impl Sample for StatisticsPage {
    fn samples() -> Vec<Self> {
        let case = || CaseLine { id: Id::default(), reference: "Ж-2026-0001".into() };
        let received = Instant::default();
        let days = Days::of(&[3, 12, 40].map(|days| (received, received + TimeDelta::days(days))));
        let figures = Figures {
            squads: vec![(SquadState::Created, 2), (SquadState::Proposed, 11)],
            memberships: vec![(MembershipState::Registered, 21)],
            days: Days { total: 12, ..days },
            failed_mails: 1,
            without_leader: 6,
            past_target: 0,
        };
        let live = Live {
            without_leader: vec![case()],
            past_target: vec![LateLine { case: case(), due_at: received, days: 3 }],
            ..Live::of(&figures)
        };
        let frozen = |counted| Frozen { body: example::territory(), counted };
        let of = |figures| FrozenFigures::of(received, figures);
        let small = Figures { squads: vec![(SquadState::Created, 2)], ..Figures::default() };
        vec![
            Self { live: Some(live), frozen: Vec::new() },
            Self { live: Some(Live::of(&Figures::default())), frozen: Vec::new() },
            Self {
                live: None,
                frozen: vec![frozen(Some(of(&figures))), frozen(Some(of(&small))), frozen(None)],
            },
        ]
    }
}

/// The page, for auditors and heads.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let headed: Vec<Id<id::Body>> = me.scope_of(DutyKind::Head);
            if headed.is_empty() && !me.has(DutyKind::Auditor) {
                return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Auditor)]));
            }
            let frozen = if me.has(DutyKind::Auditor) { frozen(cx, me)? } else { Vec::new() };
            let scope = Scope { territories: headed, ..Scope::default() };
            let live = if scope.territories.is_empty() {
                None
            } else {
                Some(cx.read(|db| live(db, &scope, cx.now))?)
            };
            cx.show(&StatisticsPage { live, frozen })
        })
        .await
}

/// Each body that the reader audits, with the figures of its last month.
fn frozen(cx: &RequestContext, me: &CurrentUser) -> Result<Vec<Frozen>, WebError> {
    let own = me.scope_of(DutyKind::Auditor);
    let counted = cx.read(|db| storage::figures::latest(db, &own))?;
    let of = |body: &storage::offices::body::Body| Frozen {
        body: body.name.clone(),
        counted: counted
            .iter()
            .find(|counted| counted.body == body.id)
            .map(|Counted { at, figures, .. }| FrozenFigures::of(*at, figures)),
    };
    Ok(cx.directory.all(&own).into_iter().map(of).collect())
}

fn live(db: &mut Db, scope: &Scope, now: Instant) -> Result<Live, StorageError> {
    let (figures, cases) = statistics::figures(db, scope, now)?;
    let case = |id: Id, reference| CaseLine { id, reference };
    let late = |id: Id, reference, due_at| LateLine {
        case: case(id, reference),
        due_at,
        days: -days_left(now, due_at),
    };
    let (without_leader, past_target) = (cases.without_leader, cases.past_target);
    Ok(Live {
        without_leader: without_leader
            .into_iter()
            .map(|(id, reference)| case(id.any(), reference))
            .collect(),
        past_target: past_target
            .into_iter()
            .map(|(id, reference, due)| late(id.any(), reference, due))
            .collect(),
        ..Live::of(&figures)
    })
}

impl Live {
    /// Exact figures, without the cases behind them.
    fn of(figures: &Figures) -> Self {
        let exact = |count| Rounded { count, few: false };
        Self {
            squads: counts("squad", SquadState::as_str, &figures.squads, exact),
            squads_total: figures.squads.iter().map(|(_, count)| count).sum(),
            memberships: counts("membership", MembershipState::as_str, &figures.memberships, exact),
            memberships_total: figures.memberships.iter().map(|(_, count)| count).sum(),
            days: figures.days.clone(),
            failed_mails: figures.failed_mails,
            without_leader: Vec::new(),
            past_target: Vec::new(),
        }
    }
}

impl FrozenFigures {
    fn of(at: Instant, figures: &Figures) -> Self {
        let squads = counts("squad", SquadState::as_str, &figures.squads, Rounded::of);
        let memberships =
            counts("membership", MembershipState::as_str, &figures.memberships, Rounded::of);
        let total = |parts: &[StateCount]| Rounded::sum(parts.iter().map(|part| part.count));
        let span = |span: &Span| FrozenSpan {
            from: span.from,
            to: span.to,
            count: Rounded::of(i64::try_from(span.count).unwrap_or(i64::MAX)),
        };
        let days = &figures.days;
        Self {
            at,
            squads_total: total(&squads),
            squads,
            memberships_total: total(&memberships),
            memberships,
            days: if days.total == 0 { Vec::new() } else { days.rows.iter().map(span).collect() },
            median: days.median.filter(|_| days.total >= FEWEST),
            failed_mails: Rounded::of(figures.failed_mails),
            without_leader: Rounded::of(figures.without_leader),
            past_target: Rounded::of(figures.past_target),
        }
    }
}

fn counts<S: Copy + Ord>(
    of: &'static str,
    word: impl Fn(S) -> &'static str,
    found: &[(S, i64)],
    told: impl Fn(i64) -> Rounded,
) -> Vec<StateCount> {
    let mut found = found.to_vec();
    found.sort_by_key(|(state, _)| *state);
    found
        .into_iter()
        .map(|(state, count)| StateCount { of, state: word(state), count: told(count) })
        .collect()
}

//! The dashboard: counts for auditors, of the bodies they audit, and for heads, of their subdivision; never a name.

use super::Audited;
use crate::{
    domain::{
        body::DutyKind,
        id::{self, Id},
        membership::MembershipState,
        permissions::Unmet,
        squad::SquadState,
        time::{Instant, days_left},
    },
    storage::{Db, Scope, StorageError, statistics},
    web::{
        pages::{Page, Sample},
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
    squads: Vec<StateCount>,
    squads_total: i64,
    memberships: Vec<StateCount>,
    memberships_total: i64,
    days: Days,
    failed_mails: i64,
    without_leader: Vec<CaseLine>,
    past_target: Vec<LateLine>,
}

/// How many things of one kind are in a state.
#[derive(Serialize)]
struct StateCount {
    of: &'static str,
    state: &'static str,
    count: i64,
}

/// A case by its reference; whoever audits opens no case.
#[derive(Serialize)]
struct CaseLine {
    id: Option<Id>,
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
        let case = |id| CaseLine { id, reference: "Ж-2026-0001".into() };
        let late = |id| LateLine { case: case(id), due_at: Instant::default(), days: 3 };
        let received = Instant::default();
        let vettings: Vec<_> =
            [3, 12, 40].map(|days| (received, received + TimeDelta::days(days))).into();
        let page = |id: Option<Id>| Self {
            squads: counts(
                "squad",
                SquadState::as_str,
                vec![(SquadState::Created, 2), (SquadState::Proposed, 1)],
            ),
            squads_total: 3,
            memberships: counts(
                "membership",
                MembershipState::as_str,
                vec![(MembershipState::Registered, 21)],
            ),
            memberships_total: 21,
            days: Days::of(&vettings),
            failed_mails: 1,
            without_leader: vec![case(id)],
            past_target: vec![late(id)],
        };
        let empty = Self {
            squads: Vec::new(),
            squads_total: 0,
            memberships: Vec::new(),
            memberships_total: 0,
            days: Days::of(&[]),
            failed_mails: 0,
            without_leader: Vec::new(),
            past_target: Vec::new(),
        };
        vec![page(Some(Id::default())), page(None), empty]
    }
}

/// The page, for auditors and heads.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let scope = scope(cx, me)?;
            let page = cx.read(|db| read(db, &scope, me, cx.now))?;
            cx.show(&page)
        })
        .await
}

fn read(
    db: &mut Db,
    scope: &Scope,
    me: &CurrentUser,
    now: Instant,
) -> Result<StatisticsPage, StorageError> {
    let (squads, memberships) =
        (statistics::squads(db, scope)?, statistics::memberships(db, scope)?);
    let is_auditor = me.has(DutyKind::Auditor);
    let case = |id: Id, reference| CaseLine { id: (!is_auditor).then_some(id), reference };
    let late = |id: Id, reference, due_at| LateLine {
        case: case(id, reference),
        due_at,
        days: -days_left(now, due_at),
    };
    let (without_leader, past_target) =
        (statistics::without_leader(db, scope)?, statistics::past_target(db, scope, now)?);
    Ok(StatisticsPage {
        squads_total: squads.iter().map(|(_, count)| count).sum(),
        squads: counts("squad", SquadState::as_str, squads),
        memberships_total: memberships.iter().map(|(_, count)| count).sum(),
        memberships: counts("membership", MembershipState::as_str, memberships),
        days: Days::of(&statistics::vettings(db, scope, now - YEAR)?),
        failed_mails: statistics::failed_mails(db, scope)?,
        without_leader: without_leader
            .into_iter()
            .map(|(id, reference)| case(id.any(), reference))
            .collect(),
        past_target: past_target
            .into_iter()
            .map(|(id, reference, due)| late(id.any(), reference, due))
            .collect(),
    })
}

fn counts<S: Copy + Ord>(
    of: &'static str,
    word: impl Fn(S) -> &'static str,
    mut found: Vec<(S, i64)>,
) -> Vec<StateCount> {
    found.sort_by_key(|(state, _)| *state);
    found.into_iter().map(|(state, count)| StateCount { of, state: word(state), count }).collect()
}

/// For how long outcomes are counted.
const YEAR: TimeDelta = TimeDelta::days(365);

/// How many days outcomes took from the receipt of their list.
#[derive(Serialize)]
struct Days {
    rows: Vec<Span>,
    total: usize,
    /// The day by which half of the outcomes were there.
    median: Option<i64>,
}

/// Outcomes that took from so many days to so many; the last span has no end.
#[derive(Serialize)]
struct Span {
    from: i64,
    to: Option<i64>,
    count: usize,
}

impl Days {
    /// The last day of each span that is counted; longer times are counted after them.
    const SPANS: [i64; 4] = [5, 10, 15, 30];

    fn of(vettings: &[(Instant, Instant)]) -> Self {
        let mut days: Vec<i64> =
            vettings.iter().map(|(received, settled)| days_left(*received, *settled)).collect();
        days.sort_unstable();
        let mut from = 0;
        let mut rows = Vec::new();
        for to in Self::SPANS {
            rows.push(Span {
                from,
                to: Some(to),
                count: days.iter().filter(|days| (from..=to).contains(*days)).count(),
            });
            from = to + 1;
        }
        rows.push(Span {
            from,
            to: None,
            count: days.iter().filter(|days| **days >= from).count(),
        });
        Self { rows, total: days.len(), median: days.get(days.len() / 2).copied() }
    }
}

/// An auditor's bodies and a head's subdivision; 403 for whoever is neither.
fn scope(cx: &RequestContext, me: &CurrentUser) -> Result<Scope, WebError> {
    let headed: Vec<Id<id::Body>> =
        me.holdings.iter().filter(|h| h.kind == DutyKind::Head).map(|h| h.body).collect();
    if me.has(DutyKind::Auditor) {
        let mut bodies = Audited::of(cx, me)?.bodies;
        bodies.extend(cx.directory.all(&headed).into_iter().cloned());
        return Ok(Scope::over(
            &bodies.iter().map(|body| (body.id, body.kind)).collect::<Vec<_>>(),
        ));
    }
    if headed.is_empty() {
        return Err(WebError::Denied(vec![Unmet::Duty(DutyKind::Auditor)]));
    }
    Ok(Scope { territories: headed, ..Scope::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_outcome_is_counted_in_one_span_by_calendar_days() {
        let at = |text: &str| Instant::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let received = at("2026-11-02 04:00");
        let vettings: Vec<_> = [0, 5, 6, 15, 16, 31, 90]
            .map(|days| (received, received + TimeDelta::days(days)))
            .into();
        let days = Days::of(&vettings);
        let counts: Vec<_> = days.rows.iter().map(|row| row.count).collect();
        assert_eq!(counts, [2, 1, 1, 1, 2]);
        assert_eq!((days.total, days.median), (7, Some(15)));
        assert_eq!(Days::of(&[]).median, None);
    }
}

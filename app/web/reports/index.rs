//! Reports to the reader's unit, or of the squad that the reader leads.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        report::{Regime, ReportState},
        time::Instant,
    },
    storage::{self, reports::report::Report},
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            incoming::IncomingRequest,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// Reports on one page.
const LIMIT: i64 = 100;

/// The reports, the latest first.
#[derive(Serialize)]
pub struct ReportsPage {
    reports: Vec<ReportLine>,
    /// The reader has a squad to report of.
    can_report: bool,
}

#[derive(Serialize)]
struct ReportLine {
    id: Id<id::Report>,
    reference: String,
    squad: Option<Named>,
    regime: Regime,
    state: ReportState,
    seen_at: Instant,
}

impl Page for ReportsPage {
    fn template(&self) -> &'static str {
        "pages/reports/reports.html"
    }
}

impl Sample for ReportsPage {
    fn samples() -> Vec<Self> {
        let line = |state: &ReportState, squad| ReportLine {
            id: Id::new(),
            reference: "Х-2026-0001".to_owned(),
            squad,
            regime: Regime::Waters,
            state: *state,
            seen_at: Instant::default(),
        };
        let lines = ReportState::ALL.iter();
        let reports =
            lines.flat_map(|state| [line(state, None), line(state, Some(example::squad()))]);
        vec![
            Self { reports: reports.collect(), can_report: true },
            Self { reports: Vec::new(), can_report: false },
        ]
    }
}

/// The squads of which the reader may report: of the unit, or the one that the reader leads, which is not named to the leader.
pub fn squads(
    cx: &RequestContext,
    me: &CurrentUser,
) -> Result<Vec<(Id<id::Squad>, Option<Named>)>, WebError> {
    if let Some(led) = me.leads {
        return Ok(vec![(led.squad, None)]);
    }
    let scope = storage::Scope { units: me.scope.units.clone(), ..storage::Scope::default() };
    let squads = cx.read(|db| storage::squads::squad::of_units(db, &scope))?;
    Ok(squads.into_iter().map(|(id, name)| (id, Some(name))).collect())
}

/// The page.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let squads = squads(cx, me)?;
            let ids: Vec<Id<id::Squad>> = squads.iter().map(|(id, _)| *id).collect();
            let reports = cx.read(|db| storage::reports::report::of_squads(db, &ids, LIMIT))?;
            let line = |report: Report| ReportLine {
                squad: squads
                    .iter()
                    .find(|(id, _)| *id == report.squad)
                    .and_then(|(_, name)| name.clone()),
                id: report.id,
                reference: report.reference,
                regime: report.regime,
                state: report.state,
                seen_at: report.seen_at,
            };
            cx.show(&ReportsPage {
                reports: reports.into_iter().map(line).collect(),
                can_report: !squads.is_empty(),
            })
        })
        .await
}

//! The plans of the squads that the reader's unit or subdivision leads, or of the squad that the reader leads.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        plan::PlanState,
        time::Instant,
    },
    storage::{self, plans::plan::Plan},
    web::{
        pages::{Page, Sample, example},
        request::incoming::IncomingRequest,
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// Plans on one page.
const LIMIT: i64 = 100;

/// The plans, the latest first.
#[derive(Serialize)]
pub struct PlansPage {
    plans: Vec<PlanLine>,
    /// The reader may propose one.
    is_leader: bool,
}

/// A plan in a list.
#[derive(Serialize)]
struct PlanLine {
    id: Id<id::Plan>,
    reference: String,
    squad: Option<Named>,
    state: PlanState,
    starts_at: Instant,
    ends_at: Instant,
    area: String,
}

impl PlanLine {
    fn of(plan: Plan, squad: Option<Named>) -> Self {
        Self {
            id: plan.id,
            reference: plan.reference,
            squad,
            state: plan.state,
            starts_at: plan.period.0,
            ends_at: plan.period.1,
            area: plan.area,
        }
    }
}

impl Page for PlansPage {
    fn template(&self) -> &'static str {
        "pages/plans/plans.html"
    }
}

impl Sample for PlansPage {
    fn samples() -> Vec<Self> {
        let line = |state, squad| PlanLine {
            id: Id::new(),
            reference: "П-2026-0001".to_owned(),
            squad,
            state,
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            area: "Үлгі ауылы".to_owned(),
        };
        let lines = PlanState::ALL.iter().map(|state| line(*state, Some(example::squad())));
        let own = PlanState::ALL.iter().map(|state| line(*state, None));
        vec![
            Self { plans: lines.collect(), is_leader: false },
            Self { plans: own.collect(), is_leader: true },
            Self { plans: Vec::new(), is_leader: true },
            Self { plans: Vec::new(), is_leader: false },
        ]
    }
}

/// The page.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let plans = cx.read(|db| {
                let squads = match me.leads {
                    Some(led) => vec![(led.squad, None)],
                    None => storage::squads::squad::of_units(db, &me.plan_scope())?
                        .into_iter()
                        .map(|(id, name)| (id, Some(name)))
                        .collect(),
                };
                let ids: Vec<Id<id::Squad>> = squads.iter().map(|(id, _)| *id).collect();
                let plans = storage::plans::plan::of_squads(db, &ids, LIMIT)?;
                let name = |plan: &Plan| {
                    squads.iter().find(|(id, _)| *id == plan.squad).and_then(|(_, n)| n.clone())
                };
                Ok(plans.into_iter().map(|plan| (name(&plan), plan)).collect::<Vec<_>>())
            })?;
            let lines = plans.into_iter().map(|(squad, plan)| PlanLine::of(plan, squad));
            cx.show(&PlansPage { plans: lines.collect(), is_leader: me.leads.is_some() })
        })
        .await
}

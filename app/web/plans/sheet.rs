//! The duty sheet: printed for those whom no mail reaches, and signed by those who come.

use crate::{
    domain::{
        id::{self, Id},
        language::Named,
        plan::PlanState,
        time::Instant,
    },
    storage,
    web::{
        pages::{Page, Sample, example},
        request::{error::WebError, incoming::IncomingRequest},
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The sheet of a duty that the unit has agreed to.
#[derive(Serialize)]
pub struct SheetPage {
    id: Id<id::Plan>,
    reference: String,
    squad: Named,
    starts_at: Instant,
    ends_at: Instant,
    area: String,
    meeting_point: String,
    people: Vec<SheetLine>,
}

#[derive(Serialize)]
struct SheetLine {
    name: String,
    phone: Option<String>,
}

impl Page for SheetPage {
    fn template(&self) -> &'static str {
        "pages/plans/sheet.html"
    }
}

impl Sample for SheetPage {
    fn samples() -> Vec<Self> {
        let line = |phone: Option<&str>| SheetLine {
            name: "Үлгіев Үлгі".to_owned(),
            phone: phone.map(str::to_owned),
        };
        let sheet = |people| Self {
            id: Id::new(),
            reference: "П-2026-0001".to_owned(),
            squad: example::squad(),
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            area: "Үлгі ауылы".to_owned(),
            meeting_point: "Мектеп алды".to_owned(),
            people,
        };
        vec![sheet(vec![line(Some("+77010000000")), line(None)]), sheet(Vec::new())]
    }
}

/// The sheet.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            let scope = me.plan_scope();
            let found = cx.read(|db| storage::plans::plan::find(db, &scope, id))?;
            let (plan, squad) = found
                .filter(|(plan, _)| plan.state == PlanState::Agreed)
                .ok_or(WebError::NotFound)?;
            let (members, asked) = cx.read(|db| {
                Ok((
                    storage::squads::membership::of_squad(db, squad.id)?,
                    storage::plans::assignment::of_plan(db, id)?,
                ))
            })?;
            let goes = |id| asked.iter().any(|of| of.membership == id && of.state.is_going());
            let people = members
                .iter()
                .filter(|member| goes(member.id))
                .map(|member| SheetLine { name: member.full_name(), phone: member.called_at() });
            cx.show(&SheetPage {
                id,
                reference: plan.reference,
                squad: squad.name,
                starts_at: plan.period.0,
                ends_at: plan.period.1,
                area: plan.area,
                meeting_point: plan.meeting_point,
                people: people.collect(),
            })
        })
        .await
}

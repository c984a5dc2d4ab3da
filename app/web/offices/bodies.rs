//! The bodies that the user administers.

use super::{administration::expect_administrator, body_page::BodyView};
use crate::{
    storage,
    web::{
        pages::{Page, Sample},
        request::incoming::IncomingRequest,
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// Kind, name, mailbox of each body, and how many people hold a duty there.
#[derive(Serialize)]
pub struct BodiesPage {
    bodies: Vec<BodyLine>,
}

#[derive(Serialize)]
struct BodyLine {
    #[serde(flatten)]
    body: BodyView,
    holders: usize,
}

impl Page for BodiesPage {
    fn template(&self) -> &'static str {
        "pages/offices/bodies.html"
    }
}

impl Sample for BodiesPage {
    fn samples() -> Vec<Self> {
        let line = |(holders, body)| BodyLine { body, holders };
        vec![
            Self { bodies: BodyView::samples().into_iter().enumerate().map(line).collect() },
            Self { bodies: Vec::new() },
        ]
    }
}

/// The page.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            expect_administrator(me)?;
            let bodies = cx.directory.administered(&me.scope);
            let ids: Vec<_> = bodies.iter().map(|body| body.id).collect();
            let duties = cx.read(|db| storage::offices::duty::held_in(db, &ids))?;
            let holders = |id| {
                duties
                    .iter()
                    .filter(|duty| duty.body == id && duty.from <= cx.now && duty.is_open(cx.now))
                    .count()
            };
            let lines = bodies
                .iter()
                .map(|body| BodyLine { body: BodyView::of(body), holders: holders(body.id) });
            cx.show(&BodiesPage { bodies: lines.collect() })
        })
        .await
}

//! The people of the administered bodies.

use super::{administration::expect_administrator, person_page::PersonView};
use crate::{
    domain::{
        id::{self, Id},
        language::Named,
    },
    storage,
    web::{
        pages::{Page, Sample, example, paging::first_page},
        request::{
            error::WebError,
            filters::{ListFilters, Pairs},
            incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// People on one page.
const PAGE: i64 = 50;

/// Whoever holds or held a duty in the bodies, or in the one that was chosen.
#[derive(Serialize)]
pub struct PeoplePage {
    people: Vec<PersonView>,
    bodies: Vec<BodyChoice>,
    body: Option<Id<id::Body>>,
    next: Option<String>,
}

#[derive(Serialize)]
struct BodyChoice {
    id: Id<id::Body>,
    name: Named,
}

impl Page for PeoplePage {
    fn template(&self) -> &'static str {
        "pages/offices/people.html"
    }
}

impl Sample for PeoplePage {
    fn samples() -> Vec<Self> {
        let name = example::territory();
        let bodies = vec![BodyChoice { id: Id::default(), name }];
        let next = Some("/people?before=0192".to_owned());
        vec![
            Self { people: PersonView::samples(), bodies, body: Some(Id::default()), next },
            Self { people: Vec::new(), bodies: Vec::new(), body: None, next: None },
        ]
    }
}

/// The newest accounts first.
pub async fn index(request: IncomingRequest, pairs: web::Query<Pairs>) -> HttpResponse {
    let filters = ListFilters::read("/people", &["body"], pairs.into_inner());
    request
        .signed(move |cx, me| {
            expect_administrator(me)?;
            let chosen: Option<Id<id::Body>> = filters.get("body")?;
            let before = filters.cursor("before", |text| text.parse::<Id<id::User>>().ok());
            let bodies = cx.directory.administered(&me.scope);
            let shown: Vec<Id<id::Body>> = bodies
                .iter()
                .map(|own| own.id)
                .filter(|own| chosen.is_none_or(|body| body == *own))
                .collect();
            if chosen.is_some() && shown.is_empty() {
                return Err(WebError::NotFound);
            }
            let people = cx.read(|db| storage::offices::people::page(db, &shown, before, PAGE))?;
            let (people, next) = first_page(people, PAGE, |person| person.user.id);
            cx.show(&PeoplePage {
                people: people.iter().map(|person| PersonView::of(person, cx.now)).collect(),
                bodies: bodies
                    .iter()
                    .map(|body| BodyChoice { id: body.id, name: body.name.clone() })
                    .collect(),
                body: chosen,
                next: next.map(|id| filters.next("before", &id.to_string())),
            })
        })
        .await
}

//! The form that was sent when the session had ended: shown once, after signing in.

use crate::{
    storage::account::parked_form::{self, ParkedForm},
    web::{
        pages::{Page, Sample},
        request::{incoming::IncomingRequest, reply::Reply},
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The page that leads back to the form.
#[derive(Serialize)]
pub struct ParkedPage {
    parked: ParkedForm,
}

impl Page for ParkedPage {
    fn template(&self) -> &'static str {
        "pages/account/parked.html"
    }
}

impl Sample for ParkedPage {
    fn samples() -> Vec<Self> {
        let fields = vec![("name_kk".to_owned(), "Үлгі".to_owned())];
        let parked = ParkedForm { action: "/squads".into(), page: "/squads/new".into(), fields };
        vec![Self { parked }]
    }
}

/// Shows what was kept, and forgets it.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            let parked =
                cx.write(|db| parked_form::take(db, &cx.app.keys, &me.token_hash, cx.now))?;
            match parked {
                Some(parked) => cx.show(&ParkedPage { parked }),
                None => Ok(Reply::Redirect("/inbox".into())),
            }
        })
        .await
}

//! Inviting somebody: by mail, or by a code that is printed and handed over.

use super::{administration::expect_administrator, grants, links};
use crate::{
    acts::offices::{delivery_method::Means, invite_user::InviteUser},
    domain::language::Language,
    storage,
    web::request::{
        context::{Call, Reader, Visit},
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::HttpResponse;
use serde_json::{Value, json};

const PAGE: &str = "pages/offices/person_new.html";

/// The form.
pub async fn new(call: Call) -> HttpResponse {
    call.signed(|visit, reader| {
        expect_administrator(reader)?;
        let content = content(visit, reader)?;
        visit.form(PAGE, content)
    })
    .await
}

fn content(visit: &Visit, reader: &Reader) -> Result<Value, WebError> {
    let choices = visit.read(|db| grants::choices(db, &reader.scope, visit.now))?;
    Ok(json!({ "choices": choices, "languages": Language::ALL }))
}

/// Invites; somebody who has an account already is granted the duty, and the page says so.
pub async fn create(call: Call, posted: Posted) -> HttpResponse {
    call.form(posted, |visit, reader, posted| {
        expect_administrator(reader)?;
        let email = posted.text("email").to_owned();
        let is_known = visit.read(|db| storage::offices::user::by_email(db, &email))?.is_some();
        let verb = InviteUser {
            email,
            name: posted.text("name").to_owned(),
            language: posted.text("language").parse().ok(),
            grant: grants::typed(reader, posted),
            means: grants::means(posted)?,
        };
        match visit.act(reader, posted, &verb) {
            Ok(done) if done.is_repeated => Ok(Answer::See(format!("/people/{}?done=repeated", done.result))),
            Ok(done) if is_known => Ok(Answer::See(format!("/people/{}?done=granted", done.result))),
            Ok(done) => match &verb.means {
                Some(Means::Code(code)) => links::show_code(visit, done.result, code),
                _ => Ok(Answer::See(format!("/people/{}?done=invited", done.result))),
            },
            Err(refusal) => {
                let faults = faults_of(refusal, "/people")?;
                visit.again(PAGE, content(visit, reader)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

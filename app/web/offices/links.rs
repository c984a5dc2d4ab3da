//! A new link or code for a person who has lost the password, or whose invitation has expired.

use super::{grants, people};
use crate::{
    acts::offices::{
        delivery_method::{INVITATION, Means, RESET},
        send_link::SendLink,
    },
    domain::{code, id::Id},
    storage,
    web::request::{
        context::{Call, Visit},
        error::{WebError, faults_of},
        form::{Posted, shown},
        reply::Answer,
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::json;

/// Sends the link, or shows the code once.
pub async fn create(call: Call, id: web::Path<String>, posted: Posted) -> HttpResponse {
    call.form(posted, move |visit, reader, posted| {
        let user: Id = id.parse().map_err(|_| WebError::NotFound)?;
        let verb = SendLink { user, means: grants::means(posted)? };
        match (visit.act(reader, posted, &verb), &verb.means) {
            (Ok(done), _) if done.is_repeated => Ok(Answer::See(format!("/people/{user}?done=repeated"))),
            (Ok(_), Some(Means::Code(code))) => show_code(visit, user, code),
            (Ok(_), _) => Ok(Answer::See(format!("/people/{user}?done=linked"))),
            (Err(refusal), _) => {
                let faults = faults_of(refusal, &format!("/people/{user}"))?;
                visit.again("pages/offices/person.html", people::content(visit, reader, user)?, posted, &shown(&faults))
            }
        }
    })
    .await
}

/// The page with a code, to be printed and handed over; it is shown this once.
pub fn show_code(visit: &Visit, user: Id, code: &str) -> Result<Answer, WebError> {
    let user = visit.read(|db| storage::offices::user::get(db, user))?;
    let until = visit.now + if user.password_hash.is_none() { INVITATION } else { RESET };
    let content = json!({
        "person": { "id": user.id, "name": user.name, "email": user.email },
        "code": code::grouped(code),
        "until": until,
        "url": format!("{}/code", visit.house.settings.public_url),
    });
    visit.page("pages/offices/code_shown.html", StatusCode::OK, &content)
}

//! A new link or code for a person who has lost the password, or whose invitation has expired.

use super::{grants, people};
use crate::{
    acts::offices::{
        delivery_method::{INVITATION, Means, RESET},
        send_link::SendLink,
    },
    domain::{
        code,
        id::{self, Id},
    },
    storage,
    web::{
        pages::Loose,
        request::{
            context::RequestContext,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::json;

/// Sends the link, or shows the code once.
pub async fn create(request: IncomingRequest, id: web::Path<String>, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = SendLink { user, means: grants::means(form)? };
            match (cx.act(me, form, &command), &command.means) {
                (Ok(done), _) if done.is_repeated => Ok(Reply::Redirect(format!("/people/{user}?done=repeated"))),
                (Ok(_), Some(Means::Code(code))) => show_code(cx, user, code),
                (Ok(_), _) => Ok(Reply::Redirect(format!("/people/{user}?done=linked"))),
                (Err(refusal), _) => {
                    let faults = faults_of(refusal, &format!("/people/{user}"))?;
                    cx.rerender(&Loose("pages/offices/person.html", people::content(cx, me, user)?), form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// The page with a code, to be printed and handed over; it is shown this once.
pub fn show_code(cx: &RequestContext, user: Id<id::User>, code: &str) -> Result<Reply, WebError> {
    let user = cx.read(|db| storage::offices::user::get(db, user))?;
    let until = cx.now + if user.password_hash.is_none() { INVITATION } else { RESET };
    let content = json!({
        "person": { "id": user.id, "name": user.name, "email": user.email },
        "code": code::grouped(code),
        "until": until,
        "url": format!("{}/code", cx.app.settings.public_url),
    });
    cx.page(StatusCode::OK, &Loose("pages/offices/code_shown.html", content))
}

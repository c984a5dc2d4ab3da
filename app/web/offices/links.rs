//! A new link or code for a person who has lost the password, or whose invitation has expired.

use super::person_page;
use crate::{
    acts::offices::{
        delivery_method::{INVITATION, Means, RESET},
        send_link::SendLink,
    },
    domain::{
        address, code,
        id::{self, Id},
        time::Instant,
    },
    storage,
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Sends the link, or shows the code once.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let user: Id<id::User> = id.parse().map_err(|_| WebError::NotFound)?;
            let command = SendLink { user, means: Means::chosen(form.text("means"))? };
            match (cx.act(me, form, &command), &command.means) {
                (Ok(done), _) if done.is_repeated => Ok(Reply::Redirect(format!("/people/{user}"))),
                (Ok(_), Some(Means::Code(code))) => show_code(cx, user, code),
                (Ok(_), _) => Ok(Reply::Redirect(format!("/people/{user}?done=linked"))),
                (Err(refusal), _) => {
                    let faults = faults_of(refusal, &format!("/people/{user}"))?;
                    cx.rerender(
                        &person_page::read(cx, me, user, None)?,
                        form,
                        &field_errors(&faults),
                    )
                }
            }
        })
        .await
}

/// A code, to be printed and handed over; it is shown this once.
#[derive(Serialize)]
pub struct CodeShownPage {
    person: CodeOwner,
    code: String,
    until: Instant,
    url: String,
}

#[derive(Serialize)]
struct CodeOwner {
    id: Id<id::User>,
    name: String,
    email: String,
}

impl Page for CodeShownPage {
    fn template(&self) -> &'static str {
        "pages/offices/code_shown.html"
    }
}

impl Sample for CodeShownPage {
    fn samples() -> Vec<Self> {
        let person = CodeOwner {
            id: Id::default(),
            name: "Мысалова Гүлнар".into(),
            email: "mysalova@ulgi.invalid".into(),
        };
        vec![Self {
            person,
            code: String::from("ABCD-EFGH-JKLM"),
            until: Instant::default(),
            url: "https://ulgi.invalid/code".into(),
        }]
    }
}

/// Shows the code that a person has been given.
pub fn show_code(cx: &RequestContext, user: Id<id::User>, code: &str) -> Result<Reply, WebError> {
    let user = cx.read(|db| storage::offices::user::get(db, user))?;
    let until = cx.now + if user.password_hash.is_none() { INVITATION } else { RESET };
    let email = address::shown(user.address());
    let person = CodeOwner { id: user.id, name: user.name, email };
    cx.show(&CodeShownPage {
        person,
        code: code::grouped(code),
        until,
        url: format!("{}/code", cx.app.settings.public_url),
    })
}

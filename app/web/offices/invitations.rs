//! Inviting somebody: by mail, or by a code that is printed and handed over.

use super::{
    administration::expect_administrator,
    grants::{self, GrantChoices},
    links,
};
use crate::{
    acts::offices::{delivery_method::Means, invite_user::InviteUser},
    domain::{
        id::{self, Id},
        language::Language,
    },
    storage,
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The form.
#[derive(Serialize)]
pub struct NewPersonPage {
    choices: GrantChoices,
    languages: &'static [Language],
}

impl Page for NewPersonPage {
    fn template(&self) -> &'static str {
        "pages/offices/person_new.html"
    }
}

impl Sample for NewPersonPage {
    fn samples() -> Vec<Self> {
        vec![Self { choices: GrantChoices::sample(), languages: Language::ALL }]
    }
}

/// The form for the first time.
pub async fn new(request: IncomingRequest) -> HttpResponse {
    request
        .signed(|cx, me| {
            expect_administrator(me)?;
            cx.first_form(&read(cx, me)?)
        })
        .await
}

fn read(cx: &RequestContext, me: &CurrentUser) -> Result<NewPersonPage, WebError> {
    Ok(NewPersonPage { choices: grants::choices(cx, me)?, languages: Language::ALL })
}

/// Invites; somebody who works in one of the bodies already is granted the duty, and the page says so.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            expect_administrator(me)?;
            let email = form.address("email");
            let bodies: Vec<Id<id::Body>> =
                cx.directory.administered(&me.scope).iter().map(|body| body.id).collect();
            let is_known = cx
                .read(|db| storage::offices::people::addressed(db, &bodies, &email, cx.now))?
                .is_some();
            let command = InviteUser {
                email,
                name: form.text("name").to_owned(),
                language: form.text("language").parse().ok(),
                grant: grants::typed(me, form)?,
                means: Means::chosen(form.text("means"))?,
            };
            match cx.act(me, form, &command) {
                Ok(done) if done.is_repeated => {
                    Ok(Reply::Redirect(format!("/people/{}", done.result)))
                }
                Ok(done) if is_known => {
                    Ok(Reply::Redirect(format!("/people/{}?done=granted", done.result)))
                }
                Ok(done) => match &command.means {
                    Some(Means::Code(code)) => links::show_code(cx, done.result, code),
                    _ => Ok(Reply::Redirect(format!("/people/{}?done=invited", done.result))),
                },
                Err(refusal) => {
                    let faults = faults_of(refusal, "/people")?;
                    cx.rerender(&read(cx, me)?, form, &field_errors(&faults))
                }
            }
        })
        .await
}

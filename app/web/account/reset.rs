//! Asking for a link that sets a new password: the same answer and the same work for every address.

use crate::{
    acts::account::send_reset_links,
    domain::address::is_address,
    web::{
        pages::{Page, Sample},
        request::{
            after::After,
            form::{FieldError, SubmittedForm},
            incoming::IncomingRequest,
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The form, or what to expect once it was sent.
#[derive(Serialize)]
pub struct ResetPage {
    is_asked: bool,
}

impl Page for ResetPage {
    fn template(&self) -> &'static str {
        "pages/account/password_reset.html"
    }
}

impl Sample for ResetPage {
    fn samples() -> Vec<Self> {
        vec![Self { is_asked: false }, Self { is_asked: true }]
    }
}

/// The page.
pub async fn new(request: IncomingRequest, after: web::Query<After>) -> HttpResponse {
    let is_asked = after.is_done();
    request.open(move |cx| cx.first_form(&ResetPage { is_asked })).await
}

/// Keeps the request.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .with_form(&form)
        .counting_strangers()
        .open(move |cx| {
            let address = form.address("email");
            if cx.is_shown_again || !is_address(&address) {
                let field_errors =
                    [FieldError { field: "email".into(), code: "address".into(), detail: None }];
                return cx.rerender(&ResetPage { is_asked: false }, &form, &field_errors);
            }
            // Whether the address has an account is not known yet: strangers may ask so often and no more.
            cx.note_failure_of_stranger();
            send_reset_links::ask(&cx.app, &address)?;
            Ok(Reply::Redirect("/password-reset?done=1".into()))
        })
        .await
}

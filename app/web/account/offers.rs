//! The owner of an account answers offers of other administrations to its address.

use super::own;
use crate::{
    acts::account::answer_offer::{Answer, Answered, answer_offer},
    web::request::{
        error::WebError,
        form::{FieldError, SubmittedForm},
        incoming::IncomingRequest,
        reply::Reply,
    },
};
use actix_web::{HttpResponse, web};

/// Takes the duties on.
pub async fn accept(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    answer(request, id.into_inner(), form, Answer::Accept).await
}

/// Declines them.
pub async fn decline(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    answer(request, id.into_inner(), form, Answer::Decline).await
}

async fn answer(
    request: IncomingRequest,
    id: String,
    form: SubmittedForm,
    answer: Answer,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let offer = id.parse().map_err(|_| WebError::NotFound)?;
            match answer_offer(&cx.app, &me.user, offer, answer)? {
                Answered::Done if answer == Answer::Accept => {
                    Ok(Reply::Redirect("/account?done=accepted".into()))
                }
                Answered::Done => Ok(Reply::Redirect("/account?done=declined".into())),
                Answered::Gone => Err(WebError::NotFound),
                Answered::Other => cx.rerender(
                    &own::read(cx, me)?,
                    form,
                    &[FieldError {
                        field: "offer".into(),
                        code: "duty-other".into(),
                        detail: None,
                    }],
                ),
            }
        })
        .await
}

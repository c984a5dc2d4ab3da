//! The page that the link of a mail opens: a person asks to be taken off the record, without an account (item 15.5).
//!
//! It names the squad and the unit and nobody. Looking changes nothing, so that scanners of mail may look. A link that is
//! worthless, one of somebody who has died, and one that never was are the same 404.

use crate::{
    acts::record::{
        ask_to_leave::{AskToLeave, AskToLeaveError},
        withdraw_wish::WithdrawWish,
    },
    domain::{
        caller::Caller, language::Named, membership::MembershipState, own_wish::DIGIT_FAILURES,
        time::Instant,
    },
    storage::{self, record::person_link::PersonLink},
    web::{
        pages::{Page, Sample, example},
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

/// The page of a link.
#[derive(Serialize)]
pub struct WishPage {
    token: String,
    squad: Named,
    unit: Named,
    /// The record has ended already.
    is_over: bool,
    /// Digits may be typed; else the unit calls.
    takes_digits: bool,
    asked: Option<AskedView>,
}

/// The wish that waits on the unit.
#[derive(Serialize)]
struct AskedView {
    at: Instant,
    is_confirmed: bool,
}

impl Page for WishPage {
    fn template(&self) -> &'static str {
        "pages/record/wish.html"
    }
}

impl Sample for WishPage {
    fn samples() -> Vec<Self> {
        let page = |is_over, takes_digits, is_confirmed: Option<bool>| Self {
            token: "0".repeat(64),
            squad: example::squad(),
            unit: example::unit(),
            is_over,
            takes_digits,
            asked: is_confirmed
                .map(|is_confirmed| AskedView { at: Instant::default(), is_confirmed }),
        };
        vec![
            page(false, true, None),
            page(false, false, None),
            page(false, true, Some(true)),
            page(false, true, Some(false)),
            page(true, true, None),
        ]
    }
}

fn read(cx: &RequestContext, token: &str) -> Result<(PersonLink, WishPage), WebError> {
    let found = cx.read(|db| {
        let Some(link) = storage::record::person_link::find(db, token, cx.now)? else {
            return Ok(None);
        };
        let squad = storage::squads::squad::get(db, link.squad)?;
        Ok(Some((link, squad, storage::record::own_wish::asked(db, link.membership)?)))
    })?;
    let (link, squad, asked) = found.ok_or(WebError::NotFound)?;
    let page = WishPage {
        token: token.to_owned(),
        squad: squad.name,
        unit: squad.unit_name,
        is_over: link.state != MembershipState::Registered,
        takes_digits: link.failures < DIGIT_FAILURES,
        asked: asked.map(|wish| AskedView { at: wish.asked_at, is_confirmed: wish.is_confirmed }),
    };
    Ok((link, page))
}

/// The page.
pub async fn show(request: IncomingRequest, token: web::Path<String>) -> HttpResponse {
    request.counting_strangers().open(move |cx| cx.first_form(&read(cx, &token)?.1)).await
}

/// Asks, with the digits of the telephone or for a call.
pub async fn ask(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with_form(&form)
        .counting_strangers()
        .open(move |cx| {
            let (link, page) = read(cx, &token)?;
            if cx.is_shown_again {
                return cx.form_again(&page, &form);
            }
            let wants_call = !form.text("call").is_empty();
            let digits = (!wants_call).then(|| form.text("digits"));
            match cx.act_as(Caller::Link(link.id), &form, &AskToLeave { link, digits }) {
                Ok(_) => Ok(Reply::Redirect(place(&token))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &place(&token))?;
                    if faults.contains(&AskToLeaveError::Digits) {
                        let note = storage::record::person_link::note_failure;
                        cx.write(|db| note(db, link.id))?;
                    }
                    cx.rerender(&read(cx, &token)?.1, &form, &field_errors(&faults))
                }
            }
        })
        .await
}

/// Takes the wish back.
pub async fn withdraw(
    request: IncomingRequest,
    token: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with_form(&form)
        .counting_strangers()
        .open(move |cx| {
            let (link, page) = read(cx, &token)?;
            let caller = Caller::Link(link.id);
            cx.submit(caller, &page, &form, &place(&token), || Ok(WithdrawWish { link }))
        })
        .await
}

fn place(token: &str) -> String {
    format!("/wishes/{token}")
}

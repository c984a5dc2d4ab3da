//! The leader notes on which days members can't come. Nobody asks why.

use crate::{
    acts::plans::{away_form::AwayForm, end_days_away::EndDaysAway, note_days_away::NoteDaysAway},
    domain::{
        caller::Caller,
        id::{self, Id},
        membership::MembershipState,
        time::today,
    },
    storage::{self, squads::membership::Member},
    web::{
        pages::{Page, Sample},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

const PATH: &str = "/my-squad/days-away";

/// The days that are told, and the form for more.
#[derive(Serialize)]
pub struct DaysAwayPage {
    days: Vec<DaysLine>,
    members: Vec<Choice>,
}

#[derive(Serialize)]
struct DaysLine {
    id: Id<id::DaysAway>,
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct Choice {
    id: Id<id::Membership>,
    name: String,
}

impl Page for DaysAwayPage {
    fn template(&self) -> &'static str {
        "pages/plans/days_away.html"
    }
}

impl Sample for DaysAwayPage {
    fn samples() -> Vec<Self> {
        let line = DaysLine {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            from: NaiveDate::default(),
            to: NaiveDate::default(),
        };
        let choice = || Choice { id: Id::new(), name: "Үлгіев Үлгі".to_owned() };
        vec![
            Self { days: vec![line], members: vec![choice(), choice()] },
            Self { days: Vec::new(), members: vec![choice()] },
        ]
    }
}

fn read(cx: &RequestContext, me: &CurrentUser) -> Result<(Id<id::Squad>, DaysAwayPage), WebError> {
    let led = me.leads.ok_or(WebError::NotFound)?;
    let (members, days) = cx.read(|db| {
        Ok((
            storage::squads::membership::of_squad(db, led.squad)?,
            storage::plans::days_away::of_squad(db, led.squad, today(cx.now))?,
        ))
    })?;
    let name = |id| members.iter().find(|member| member.id == id).map(Member::full_name);
    let days = days.into_iter().filter_map(|days| {
        let name = name(days.membership)?;
        Some(DaysLine { id: days.id, name, from: days.from, to: days.to })
    });
    let there = members.iter().filter(|member| member.state == MembershipState::Registered);
    let page = DaysAwayPage {
        days: days.collect(),
        members: there.map(|m| Choice { id: m.id, name: m.full_name() }).collect(),
    };
    Ok((led.squad, page))
}

/// The page.
pub async fn index(request: IncomingRequest) -> HttpResponse {
    request.signed(|cx, me| cx.first_form(&read(cx, me)?.1)).await
}

/// Notes days.
pub async fn create(request: IncomingRequest, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, |cx, me, form| {
            let (squad, page) = read(cx, me)?;
            cx.submit(Caller::User(me.user.id), &page, form, PATH, || {
                let membership = form.id("member")?.ok_or(WebError::NotFound)?;
                let days = AwayForm { from: form.date("away_from"), to: form.date("away_to") };
                Ok(NoteDaysAway { squad, membership, form: days })
            })
        })
        .await
}

/// Takes days back.
pub async fn end(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let days: Id<id::DaysAway> = id.parse().map_err(|_| WebError::NotFound)?;
            let (squad, page) = read(cx, me)?;
            cx.answer(&page, form, PATH, cx.act(me, form, &EndDaysAway { squad, days }))
        })
        .await
}

//! An administrator enters what certificates say of a head, and where they are handed over.

use crate::{
    acts::offices::record_signatory::RecordSignatory,
    domain::{
        body::DutyKind,
        caller::Caller,
        certificate::TEXT_LIMIT,
        id::{self, Id},
        language::Named,
        time::today,
    },
    storage::{self, certificates::signatory::Signatory},
    web::{
        pages::{Page, Sample, example},
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// The form of one head's duty.
#[derive(Serialize)]
pub struct SignatoryPage {
    duty: Id<id::Duty>,
    person: Id<id::User>,
    name: String,
    body: Named,
    /// The last entry, and from which day it holds.
    #[serde(skip)]
    last: Signatory,
    from: Option<NaiveDate>,
    #[serde(skip)]
    day: NaiveDate,
    limit: usize,
}

impl Page for SignatoryPage {
    fn template(&self) -> &'static str {
        "pages/certificates/signatory.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let last = &self.last;
        vec![
            ("position_kk", last.position_kk.clone()),
            ("position_ru", last.position_ru.clone()),
            ("rank_kk", last.rank_kk.clone()),
            ("rank_ru", last.rank_ru.clone()),
            ("place_kk", last.place_kk.clone()),
            ("place_ru", last.place_ru.clone()),
            ("from", self.day.to_string()),
        ]
    }
}

impl Sample for SignatoryPage {
    fn samples() -> Vec<Self> {
        let page = |from| Self {
            duty: Id::new(),
            person: Id::new(),
            name: "Образцов Айдар".to_owned(),
            body: example::squad(),
            last: Signatory::default(),
            from,
            day: NaiveDate::default(),
            limit: TEXT_LIMIT,
        };
        vec![page(None), page(Some(NaiveDate::default()))]
    }
}

fn read(
    cx: &RequestContext,
    me: &CurrentUser,
    duty: Id<id::Duty>,
) -> Result<SignatoryPage, WebError> {
    let (found, last) = cx.read(|db| {
        let bodies = storage::offices::people::bodies(db, &me.scope)?;
        let found = storage::offices::duty::find(db, &bodies, duty)?;
        Ok((found, storage::certificates::signatory::last(db, duty)?))
    })?;
    let found = found.filter(|found| found.kind == DutyKind::Head).ok_or(WebError::NotFound)?;
    let (last, from) = last.unzip();
    Ok(SignatoryPage {
        duty,
        person: found.user,
        name: found.user_name,
        body: found.body_name,
        last: last.unwrap_or_default(),
        from,
        day: today(cx.now),
        limit: TEXT_LIMIT,
    })
}

/// The form.
pub async fn edit(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Duty> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

/// Keeps it.
pub async fn update(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let duty: Id<id::Duty> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = read(cx, me, duty)?;
            let back = format!("/people/{}", page.person);
            let text = |name: &str| form.text(name).to_owned();
            let signatory = Signatory {
                position_kk: text("position_kk"),
                position_ru: text("position_ru"),
                rank_kk: text("rank_kk"),
                rank_ru: text("rank_ru"),
                place_kk: text("place_kk"),
                place_ru: text("place_ru"),
            };
            cx.submit(Caller::User(me.user.id), &page, form, &back, || {
                Ok(RecordSignatory { duty, from: form.date("from"), signatory })
            })
        })
        .await
}

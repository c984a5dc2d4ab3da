//! A person goes off the record: the item of clause 15 and its day are chosen, everything that follows is shown, then it is
//! recorded (clauses 15, 22). Afterwards the page tells the end of the record and which records of the person stand.

use crate::{
    acts::{
        Command,
        record::{
            put_back_on_record::{self, PutBackOnRecord},
            take_off_record::TakeOffRecord,
        },
    },
    domain::{
        clause::Circumstance,
        language::Named,
        leadership::LeadershipState,
        time::{Instant, today},
        workflow::Act,
    },
    storage::{
        self,
        record::off_record::{OffRecord, Other},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
            record_view::{FollowedRecord, RecordView, url},
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{SubmittedForm, field_errors},
            incoming::IncomingRequest,
            record_path::RecordPath,
            reply::Reply,
        },
    },
};
use actix_web::HttpResponse;
use chrono::NaiveDate;
use serde::Serialize;

/// The form, or the end of the record.
#[derive(Serialize)]
pub struct OffRecordPage {
    /// Of whom it is, and where that is shown.
    of: RecordView,
    person: PersonFacts,
    items: &'static [Circumstance],
    record: Button,
    off: Option<OffLine>,
    /// It was recorded today, so that a slip can be mended.
    can_put_back: bool,
    others: Vec<OtherLine>,
    /// The day that the person asked to be taken off.
    #[serde(skip)]
    asked_on: Option<NaiveDate>,
}

/// The person of whom the page is.
#[derive(Clone, Serialize)]
struct PersonFacts {
    name: String,
    version: i32,
    is_leader: bool,
}

/// The end of a record as pages tell it.
#[derive(Clone, Copy, Serialize)]
pub struct OffLine {
    pub item: Circumstance,
    pub is_death: bool,
    pub arose_on: NaiveDate,
    /// `None` where the moment stands beside it.
    pub recorded_at: Option<Instant>,
}

impl OffLine {
    /// The end of a record, with the moment at which it was recorded.
    pub const fn of(off: OffRecord, recorded_at: Option<Instant>) -> Self {
        Self { item: off.item, is_death: off.is_death, arose_on: off.arose_on, recorded_at }
    }

    /// An end of a record.
    pub fn sample(item: Circumstance) -> Self {
        let is_death = item == Circumstance::ExcludingCircumstances;
        Self { item, is_death, arose_on: NaiveDate::default(), recorded_at: None }
    }
}

/// Another record of the person.
#[derive(Clone, Serialize)]
struct OtherLine {
    url: String,
    reference: String,
    squad: Option<Named>,
    unit: Option<Named>,
    /// It is in the book of the reader's unit.
    is_ours: bool,
}

impl OffRecordPage {
    /// The page, for the unit that leads the person and for its subdivision.
    fn read(
        cx: &RequestContext,
        me: &CurrentUser,
        found: &FollowedRecord,
    ) -> Result<Self, WebError> {
        let (id, territory) = (found.member.id, found.case.parties.territory);
        let (leader, off, others, wish) = cx.read(|db| {
            Ok((
                match found.of.squad() {
                    Some(squad) => storage::squads::leadership::open_of(db, squad)?,
                    None => None,
                },
                storage::record::off_record::of_membership(db, id)?,
                storage::record::off_record::others(db, id, territory)?,
                storage::record::own_wish::asked(db, id)?,
            ))
        })?;
        let is_leader = leader.is_some_and(|leader| {
            leader.membership == id && leader.state == LeadershipState::InOffice
        });
        let other = |other: Other| OtherLine {
            url: url(other.of, other.membership),
            reference: other.reference,
            squad: other.squad,
            unit: other.unit.and_then(|unit| cx.directory.name(unit)).cloned(),
            is_ours: other.unit.is_some_and(|unit| me.scope.units.contains(&unit)),
        };
        // A unit hears of no freelance officer but its own.
        let is_head = territory.is_some_and(|of| me.scope.territories.contains(&of));
        let is_told = |other: &Other| {
            other.squad.is_some()
                || is_head
                || other.unit.is_some_and(|unit| me.scope.units.contains(&unit))
        };
        Ok(Self {
            record: button(me, Act::TakeOffRecord, &found.case, &[]),
            of: found.view(),
            person: PersonFacts {
                name: found.member.full_name(),
                version: found.member.version,
                is_leader,
            },
            items: Circumstance::ALL,
            can_put_back: off
                .as_ref()
                .is_some_and(|off| put_back_on_record::is_in_time(off, cx.now)),
            off: off.map(|ended| OffLine::of(ended.off, Some(ended.recorded_at))),
            others: others.into_iter().filter(is_told).map(other).collect(),
            asked_on: wish.map(|wish| today(wish.asked_at)),
        })
    }
}

impl Page for OffRecordPage {
    fn template(&self) -> &'static str {
        "pages/record/off_record.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        let asked_on = self.asked_on.map(|day| {
            let item = Circumstance::OwnWish.to_string();
            vec![("item", item), ("arose_on", day.to_string())]
        });
        asked_on.unwrap_or_default()
    }
}

impl Sample for OffRecordPage {
    fn samples() -> Vec<Self> {
        let page = |off, record, others: Vec<OtherLine>| Self {
            of: RecordView::sample(others.is_empty()),
            person: PersonFacts::sample(),
            items: Circumstance::ALL,
            record,
            can_put_back: true,
            off,
            others,
            asked_on: None,
        };
        let off = |item| {
            let line = OffLine::sample(item);
            Some(OffLine { recorded_at: Some(Instant::default()), ..line })
        };
        vec![
            page(None, Button::sample_ready(), OtherLine::samples()),
            page(None, Button::sample_foreign(), Vec::new()),
            page(
                off(Circumstance::ExcludingCircumstances),
                Button::sample_ready(),
                OtherLine::samples(),
            ),
            page(off(Circumstance::OwnWish), Button::sample_foreign(), Vec::new()),
        ]
    }
}

impl PersonFacts {
    fn sample() -> Self {
        Self { name: "Үлгіев Үлгі".to_owned(), version: 3, is_leader: true }
    }
}

impl OtherLine {
    fn samples() -> Vec<Self> {
        let line = |is_ours: bool| Self {
            url: "/squads/0/members/0".to_owned(),
            reference: "Ж-2026-0002".to_owned(),
            squad: is_ours.then(example::squad),
            unit: Some(example::unit()),
            is_ours,
        };
        vec![line(true), line(false)]
    }
}

/// The page that shows everything that follows before it is recorded.
#[derive(Serialize)]
pub struct OffRecordCheckPage {
    of: RecordView,
    person: PersonFacts,
    off: OffLine,
    others: Vec<OtherLine>,
    fields: Vec<(String, String)>,
}

impl Page for OffRecordCheckPage {
    fn template(&self) -> &'static str {
        "pages/record/off_record_check.html"
    }
}

impl Sample for OffRecordCheckPage {
    fn samples() -> Vec<Self> {
        let page = |item, others: Vec<OtherLine>| Self {
            of: RecordView::sample(others.is_empty()),
            person: PersonFacts::sample(),
            off: OffLine::sample(item),
            others,
            fields: vec![("item".to_owned(), "15.5".to_owned())],
        };
        vec![
            page(Circumstance::OwnWish, Vec::new()),
            page(Circumstance::ExcludingCircumstances, OtherLine::samples()),
        ]
    }
}

/// The form, or the end of the record.
pub async fn show(request: IncomingRequest, path: RecordPath) -> HttpResponse {
    request
        .signed(move |cx, me| {
            cx.first_form(&OffRecordPage::read(cx, me, &FollowedRecord::find(cx, me, &path)?)?)
        })
        .await
}

/// Shows what follows, and records it when that was looked over.
pub async fn create(
    request: IncomingRequest,
    path: RecordPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let (of, membership) = (found.of, found.member.id);
            let page = OffRecordPage::read(cx, me, &found)?;
            let mut form = form.clone();
            let is_looked_over = !form.text("looked_over").is_empty();
            form.forget("looked_over");
            if !form.text("edit").is_empty() || (cx.is_shown_again && !is_looked_over) {
                form.forget("edit");
                return cx.form_again(&page, &form);
            }
            let command = TakeOffRecord {
                of,
                membership,
                version: form.version("version")?,
                item: form.text("item").parse().ok(),
                is_death: !form.text("is_death").is_empty(),
                arose_on: form.date("arose_on"),
            };
            let back = format!("{}/off-record", page.of.url);
            // Nothing is looked over by somebody who may not record it, or after it was recorded.
            if (!is_looked_over || cx.is_shown_again) && page.record.can && page.off.is_none() {
                let faults = cx.read(|db| match command.case(db, &me.scope)? {
                    Some(case) => command.validate(db, &case, cx.now),
                    None => Ok(Vec::new()),
                })?;
                return match command.item.zip(command.arose_on).filter(|_| faults.is_empty()) {
                    Some((item, arose_on)) => {
                        let is_death = command.is_death;
                        let off = OffLine { item, is_death, arose_on, recorded_at: None };
                        cx.rerender(&page.check(off, &form), &form, &[])
                    }
                    None => cx.rerender(&page, &form, &field_errors(&faults)),
                };
            }
            match cx.act(me, &form, &command) {
                Ok(_) => Ok(Reply::Redirect(back)),
                Err(refusal) => {
                    cx.rerender(&page, &form, &field_errors(&faults_of(refusal, &back)?))
                }
            }
        })
        .await
}

/// Puts a person back who was taken off the record by a slip.
pub async fn undo(request: IncomingRequest, path: RecordPath, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let found = FollowedRecord::find(cx, me, &path)?;
            let (of, membership) = (found.of, found.member.id);
            let version = form.version("version")?;
            let view = found.view();
            match cx.act(me, form, &PutBackOnRecord { of, membership, version }) {
                Ok(_) => Ok(Reply::Redirect(view.back)),
                Err(refusal) => {
                    let faults = faults_of(refusal, &format!("{}/off-record", view.url))?;
                    let page = OffRecordPage::read(cx, me, &found)?;
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

impl OffRecordPage {
    fn check(self, off: OffLine, form: &SubmittedForm) -> OffRecordCheckPage {
        let fields = form.shown_again().filter(|(name, _)| name != "form_key").collect();
        let Self { of, person, others, .. } = self;
        OffRecordCheckPage { of, person, off, others, fields }
    }
}

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
        id::{self, Id},
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
            squad_view::SquadView,
        },
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
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// The path of a person in a squad: both ids as they were typed.
pub type MemberPath = web::Path<(String, String)>;

/// The form, or the end of the record.
#[derive(Serialize)]
pub struct OffRecordPage {
    squad: SquadView,
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
    id: Id<id::Membership>,
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

/// Another squad in which the person is on the record.
#[derive(Clone, Serialize)]
struct OtherLine {
    membership: Id<id::Membership>,
    squad: Id<id::Squad>,
    reference: String,
    name: Named,
    unit: Option<Named>,
    /// The reader's unit leads that squad.
    is_ours: bool,
}

impl OffRecordPage {
    /// The page, for the unit that leads the squad and for its subdivision.
    fn read(
        cx: &RequestContext,
        me: &CurrentUser,
        (squad, member): (Id<id::Squad>, Id<id::Membership>),
    ) -> Result<Self, WebError> {
        let squad = cx
            .read(|db| storage::squads::squad::find(db, &me.scope, squad))?
            .filter(|squad| {
                me.scope.units.contains(&squad.unit)
                    || me.scope.territories.contains(&squad.territory)
            })
            .ok_or(WebError::NotFound)?;
        let (found, leader, off, others, wish) = cx.read(|db| {
            Ok((
                storage::squads::membership::in_squad(db, squad.id, member)?,
                storage::squads::leadership::open_of(db, squad.id)?,
                storage::record::off_record::of_membership(db, member)?,
                storage::record::off_record::others(db, member)?,
                storage::record::own_wish::asked(db, member)?,
            ))
        })?;
        let found = found.filter(|found| found.state.is_in_book()).ok_or(WebError::NotFound)?;
        let is_leader = leader.is_some_and(|leader| {
            leader.membership == member && leader.state == LeadershipState::InOffice
        });
        let other = |other: Other| OtherLine {
            membership: other.membership,
            squad: other.squad,
            reference: other.reference,
            name: other.name,
            unit: other.unit.and_then(|unit| cx.directory.name(unit)).cloned(),
            is_ours: other.unit.is_some_and(|unit| me.scope.units.contains(&unit)),
        };
        Ok(Self {
            record: button(me, Act::TakeOffRecord, &squad.case(), &[]),
            squad: (&squad).into(),
            person: PersonFacts {
                id: found.id,
                name: found.full_name(),
                version: found.version,
                is_leader,
            },
            items: Circumstance::ALL,
            can_put_back: off
                .as_ref()
                .is_some_and(|off| put_back_on_record::is_in_time(off, cx.now)),
            off: off.map(|ended| OffLine::of(ended.off, Some(ended.recorded_at))),
            others: others.into_iter().map(other).collect(),
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
        use crate::domain::squad::SquadState;
        let page = |off, record, others| Self {
            squad: SquadView::sample(SquadState::Created),
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
        Self {
            id: Id::new(), name: "Үлгіев Үлгі".to_owned(), version: 3, is_leader: true
        }
    }
}

impl OtherLine {
    fn samples() -> Vec<Self> {
        let line = |is_ours| Self {
            membership: Id::new(),
            squad: Id::new(),
            reference: "Ж-2026-0002".to_owned(),
            name: example::squad(),
            unit: Some(example::unit()),
            is_ours,
        };
        vec![line(true), line(false)]
    }
}

/// The page that shows everything that follows before it is recorded.
#[derive(Serialize)]
pub struct OffRecordCheckPage {
    squad: SquadView,
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
        use crate::domain::squad::SquadState;
        let page = |item, others| Self {
            squad: SquadView::sample(SquadState::Created),
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
pub async fn show(request: IncomingRequest, path: MemberPath) -> HttpResponse {
    request.signed(move |cx, me| cx.first_form(&OffRecordPage::read(cx, me, ids(&path)?)?)).await
}

/// Shows what follows, and records it when that was looked over.
pub async fn create(
    request: IncomingRequest,
    path: MemberPath,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (squad, membership) = ids(&path)?;
            let page = OffRecordPage::read(cx, me, (squad, membership))?;
            let mut form = form.clone();
            let is_looked_over = !form.text("looked_over").is_empty();
            form.forget("looked_over");
            if !form.text("edit").is_empty() || (cx.is_shown_again && !is_looked_over) {
                form.forget("edit");
                return cx.form_again(&page, &form);
            }
            let command = TakeOffRecord {
                squad,
                membership,
                version: form.version("version")?,
                item: form.text("item").parse().ok(),
                is_death: !form.text("is_death").is_empty(),
                arose_on: form.date("arose_on"),
            };
            let back = format!("/squads/{squad}/members/{membership}/off-record");
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
pub async fn undo(request: IncomingRequest, path: MemberPath, form: SubmittedForm) -> HttpResponse {
    request
        .form(form, move |cx, me, form| {
            let (squad, membership) = ids(&path)?;
            let version = form.version("version")?;
            let back = format!("/squads/{squad}/members/{membership}/off-record");
            match cx.act(me, form, &PutBackOnRecord { squad, membership, version }) {
                Ok(_) => Ok(Reply::Redirect(format!("/squads/{squad}"))),
                Err(refusal) => {
                    let faults = faults_of(refusal, &back)?;
                    let page = OffRecordPage::read(cx, me, (squad, membership))?;
                    cx.rerender(&page, form, &field_errors(&faults))
                }
            }
        })
        .await
}

impl OffRecordPage {
    fn check(self, off: OffLine, form: &SubmittedForm) -> OffRecordCheckPage {
        let fields = form.shown_again().filter(|(name, _)| name != "form_key").collect();
        let Self { squad, person, others, .. } = self;
        OffRecordCheckPage { squad, person, off, others, fields }
    }
}

/// The squad and the person that a path names.
pub(super) fn ids(
    path: &(String, String),
) -> Result<(Id<id::Squad>, Id<id::Membership>), WebError> {
    let (squad, member) = path;
    let squad = squad.parse().map_err(|_| WebError::NotFound)?;
    Ok((squad, member.parse().map_err(|_| WebError::NotFound)?))
}

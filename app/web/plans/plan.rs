//! One plan: the unit agrees, returns, amends or cancels; the leader mends it, says who goes, and whom he or she has told.

use super::{form, result::ResultView};
use crate::{
    acts::plans::assign_people::may_go,
    domain::{
        id::{self, Id},
        language::Named,
        permissions::Unmet,
        plan::{Activity, AssignmentState, COPIES, PEOPLE_LIMIT, PlanState, TEXT_LIMIT},
        time::{Instant, local},
        workflow::Act,
    },
    storage::{self, plans::plan::Plan, squads::membership::Member},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            example,
        },
        request::{
            context::RequestContext, current_user::CurrentUser, error::WebError,
            form::SubmittedForm, incoming::IncomingRequest,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;
use serde::Serialize;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// The plan.
#[derive(Serialize)]
pub struct PlanPage {
    id: Id<id::Plan>,
    reference: String,
    squad: Named,
    state: PlanState,
    version: i32,
    starts_at: Instant,
    ends_at: Instant,
    area: String,
    meeting_point: String,
    people: i32,
    chosen: Vec<Activity>,
    remark: Option<String>,
    /// Everybody who was asked to go, answers included.
    asked: Vec<Asked>,
    going: usize,
    /// People whom no mail reaches, or who have not answered: whom to call.
    to_call: usize,
    /// Those who may be chosen: the free ones first, and of them those who were asked least.
    choice: Vec<Choice>,
    result: Option<ResultView>,
    agree: Button,
    give_back: Button,
    amend: Button,
    cancel: Button,
    again: Button,
    copy: Button,
    assign: Button,
    reach: Button,
    /// The result can be recorded, entered or corrected.
    has_result_form: bool,
    has_history: bool,
    activities: &'static [Activity],
    text_limit: usize,
    people_limit: i32,
    copies: usize,
    #[serde(skip)]
    values: Vec<(&'static str, String)>,
}

/// Somebody who was asked to go.
#[derive(Serialize)]
struct Asked {
    id: Id<id::Assignment>,
    name: String,
    phone: Option<String>,
    state: AssignmentState,
    /// By mail, or by the leader.
    is_mailed: bool,
    is_reached: bool,
    /// The leader, who reads this.
    is_self: bool,
}

impl Asked {
    /// Whether the leader is to call.
    const fn is_to_call(&self) -> bool {
        matches!(self.state, AssignmentState::Assigned) && !self.is_reached && !self.is_self
    }
}

/// Somebody of the squad who may go on duties.
#[derive(Serialize)]
struct Choice {
    id: Id<id::Membership>,
    name: String,
    is_ticked: bool,
    /// Would fill a gap.
    is_suggested: bool,
    /// Everything that speaks against the person, the gravest first.
    against: Vec<Against>,
    /// How often the person was asked to go.
    asked: i64,
}

/// A cause not to choose somebody. Only the first forbids it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
enum Against {
    /// Goes somewhere else then.
    Busy,
    /// Has told that he or she can't come on that day.
    Away,
    /// Has had less rest than the unit wants.
    Tired,
}

impl Page for PlanPage {
    fn template(&self) -> &'static str {
        "pages/plans/plan.html"
    }

    fn values(&self) -> Vec<(&'static str, String)> {
        self.values.clone()
    }
}

impl Sample for PlanPage {
    fn samples() -> Vec<Self> {
        let asked = |state: AssignmentState, phone: Option<&str>, is_mailed| Asked {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            phone: phone.map(str::to_owned),
            state,
            is_mailed,
            is_reached: !is_mailed,
            is_self: false,
        };
        let choice = |is_ticked, is_suggested, against: &[Against]| Choice {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            is_ticked,
            is_suggested,
            against: against.to_vec(),
            asked: 2,
        };
        let page = |state, [agree, again, assign]: [Button; 3]| Self {
            id: Id::new(),
            reference: "П-2026-0001".to_owned(),
            squad: example::squad(),
            state,
            version: 1,
            starts_at: Instant::default(),
            ends_at: Instant::default(),
            area: "Үлгі ауылы".to_owned(),
            meeting_point: "Мектеп алды".to_owned(),
            people: 3,
            chosen: vec![Activity::Block, Activity::Deliver],
            remark: (state == PlanState::Returned).then(|| "Кейінірек".to_owned()),
            asked: AssignmentState::ALL
                .iter()
                .flat_map(|state| {
                    [asked(*state, Some("+77010000000"), true), asked(*state, None, false)]
                })
                .collect(),
            going: 2,
            to_call: 1,
            choice: vec![
                choice(true, false, &[]),
                choice(false, true, &[]),
                choice(false, false, &[Against::Away, Against::Tired]),
                choice(false, false, &[Against::Busy]),
            ],
            result: (state == PlanState::Held).then(ResultView::sample),
            give_back: agree.clone(),
            cancel: agree.clone(),
            amend: if state == PlanState::Agreed { agree.clone() } else { again.clone() },
            agree,
            again,
            copy: assign.clone(),
            reach: assign.clone(),
            assign,
            has_result_form: state == PlanState::Agreed,
            has_history: state != PlanState::Returned,
            activities: Activity::PLANNED,
            text_limit: TEXT_LIMIT,
            people_limit: PEOPLE_LIMIT,
            copies: COPIES,
            values: Vec::new(),
        };
        let (yes, no) = (Button::sample_ready, Button::sample_foreign);
        let bare = page(PlanState::Cancelled, [no(), no(), no()]);
        vec![
            page(PlanState::Proposed, [yes(), no(), no()]),
            page(PlanState::Returned, [no(), yes(), no()]),
            page(PlanState::Agreed, [no(), no(), yes()]),
            page(PlanState::Agreed, [yes(), no(), no()]),
            page(PlanState::Held, [no(), no(), no()]),
            Self { asked: Vec::new(), choice: Vec::new(), ..bare },
            Self { choice: Vec::new(), to_call: 0, ..page(PlanState::Agreed, [no(), no(), yes()]) },
        ]
    }
}

/// Whom the leader may choose, and what speaks against one.
struct Choices {
    going: BTreeSet<Id<id::Membership>>,
    busy: BTreeSet<Id<id::Membership>>,
    tired: BTreeSet<Id<id::Membership>>,
    away: BTreeSet<Id<id::Membership>>,
    asked: BTreeMap<Id<id::Membership>, i64>,
}

impl Choices {
    fn against(&self, id: Id<id::Membership>) -> Vec<Against> {
        let is_busy = self.busy.contains(&id);
        let causes = [
            (is_busy, Against::Busy),
            (self.away.contains(&id), Against::Away),
            (!is_busy && self.tired.contains(&id), Against::Tired),
        ];
        causes.into_iter().filter(|(holds, _)| *holds).map(|(_, cause)| cause).collect()
    }

    fn of(&self, members: &[Member], people: i32) -> Vec<Choice> {
        let mut choice: Vec<Choice> = members
            .iter()
            .filter(|member| may_go(member))
            .map(|member| Choice {
                id: member.id,
                name: member.full_name(),
                is_ticked: self.going.contains(&member.id),
                is_suggested: false,
                against: self.against(member.id),
                asked: self.asked.get(&member.id).copied().unwrap_or(0),
            })
            .collect();
        choice.sort_by_key(|one| {
            (!one.is_ticked, one.against.first().copied().map(Reverse), one.asked)
        });
        let gap = usize::try_from(people).unwrap_or(0).saturating_sub(self.going.len());
        choice
            .iter_mut()
            .filter(|one| !one.is_ticked && one.against.is_empty())
            .take(gap)
            .for_each(|one| one.is_suggested = true);
        choice
    }
}

/// The page of that plan, as the reader sees it.
pub fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Plan>) -> Result<PlanPage, WebError> {
    use storage::plans::{assignment, days_away, plan, result};
    let scope = me.plan_scope();
    let (plan, squad) = cx.read(|db| plan::find(db, &scope, id))?.ok_or(WebError::NotFound)?;
    let case = plan.case(&squad);
    let mine = |act| button(me, act, &case, &[]);
    let assign = mine(Act::AssignPeople);
    let rest = TimeDelta::hours(i64::from(cx.app.settings.rest_hours));
    let (begins, ends) = plan.period;
    let (chosen, members, asked, choices, result) = cx.read(|db| {
        let asked = assignment::of_plan(db, id)?;
        let going = asked.iter().filter(|of| of.state.is_going());
        let mut choices = Choices {
            going: going.map(|of| of.membership).collect(),
            busy: BTreeSet::new(),
            tired: BTreeSet::new(),
            away: BTreeSet::new(),
            asked: BTreeMap::new(),
        };
        if assign.can {
            let days = (local(begins).date(), local(ends).date());
            let away = days_away::away(db, squad.id, days)?;
            let rested = (begins - rest, ends + rest);
            let near = assignment::busy(db, squad.id, id, rested)?;
            let busy = near.iter().filter(|one| one.meets(plan.period));
            choices.busy = busy.map(|one| one.membership).collect();
            choices.tired = near.iter().map(|one| one.membership).collect();
            choices.away = away.into_iter().map(|days| days.membership).collect();
            choices.asked = assignment::asked(db, squad.id)?.into_iter().collect();
        }
        let has_begun = begins <= cx.now;
        let result = if has_begun { result::last(db, id)? } else { None };
        Ok((
            plan::activities(db, id)?,
            storage::squads::membership::of_squad(db, squad.id)?,
            asked,
            choices,
            result,
        ))
    })?;
    let has_result = result.is_some();
    let member = |id: Id<id::Membership>| members.iter().find(|member| member.id == id);
    let lines: Vec<Asked> = asked
        .iter()
        .filter_map(|of| {
            let member = member(of.membership)?;
            Some(Asked {
                id: of.id,
                name: member.full_name(),
                phone: member.called_at(),
                state: of.state,
                is_mailed: member.is_mailed,
                is_reached: of.reached_at.is_some(),
                is_self: me.leads.is_some_and(|led| led.membership == of.membership),
            })
        })
        .collect();
    let has_begun = begins <= cx.now;
    let ready = |act| mine(act).can;
    let has_result_form = has_begun
        && (ready(Act::RecordResult) || ready(Act::EnterResult) || ready(Act::CorrectResult));
    let hidden = |act| Button::of(act, &[Unmet::Automatic]);
    let unbegun = |act| if has_begun { hidden(act) } else { mine(act) };
    let Plan { reference, state, version, area, meeting_point, people, remark, .. } = plan.clone();
    Ok(PlanPage {
        id,
        reference,
        squad: squad.name,
        state,
        version,
        starts_at: begins,
        ends_at: ends,
        area,
        meeting_point,
        people,
        values: form::values(&plan, &chosen),
        chosen,
        remark,
        going: lines.iter().filter(|one| one.state.is_going()).count(),
        to_call: lines.iter().filter(|one| one.is_to_call()).count(),
        asked: lines,
        choice: choices.of(&members, people),
        result: result.map(|result| ResultView::of(result, &members)),
        agree: mine(Act::AgreePlan),
        give_back: mine(Act::ReturnPlan),
        amend: unbegun(Act::AmendPlan),
        cancel: if has_result { hidden(Act::CancelPlan) } else { mine(Act::CancelPlan) },
        again: mine(Act::ProposePlanAgain),
        copy: mine(Act::CopyPlan),
        assign: if has_begun { hidden(Act::AssignPeople) } else { assign },
        reach: mine(Act::NoteReached),
        has_result_form,
        has_history: me.leads.is_none(),
        activities: Activity::PLANNED,
        text_limit: TEXT_LIMIT,
        people_limit: PEOPLE_LIMIT,
        copies: COPIES,
    })
}

/// The page.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Plan> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&read(cx, me, id)?)
        })
        .await
}

impl PlanPage {
    /// The choices as they were ticked.
    #[must_use]
    pub fn with_ticks(mut self, form: &SubmittedForm) -> Self {
        for choice in &mut self.choice {
            choice.is_ticked = !form.text(&format!("person-{}", choice.id)).is_empty();
        }
        self
    }
}

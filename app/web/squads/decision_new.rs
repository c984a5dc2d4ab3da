//! A decision of the council is looked over and recorded, with the scan of its minutes.

use crate::{
    acts::{
        Command, Done, Refusal,
        squads::{
            appoint_leader::{self, AppointLeader},
            create_squad::CreateSquad,
            decision::{DecisionError, DecisionForm},
            reject_squad::RejectSquad,
        },
    },
    domain::{
        decision::DecisionKind,
        id::{self, Id},
        squad::SquadState,
        workflow::Act,
    },
    storage::{self, squads::decision::Paper},
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            decision_view::{DecisionView, Votes},
            squad_view::SquadView,
        },
        request::{
            context::RequestContext,
            current_user::CurrentUser,
            error::{WebError, faults_of},
            form::{FieldError, SubmittedForm, field_errors},
            incoming::IncomingRequest,
            pictures::{Allowance, read_pictures},
            reply::Reply,
        },
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// The form of a decision.
#[derive(Serialize)]
pub struct DecisionFormPage {
    squad: SquadView,
    members: Vec<Candidate>,
    record: Button,
    /// The paper that is recorded under the number that was typed, where it differs.
    recorded: Vec<DecisionView>,
}

/// A member who may be appointed leader.
#[derive(Serialize)]
struct Candidate {
    id: Id<id::Membership>,
    name: String,
}

impl Page for DecisionFormPage {
    fn template(&self) -> &'static str {
        "pages/squads/decision_new.html"
    }
}

impl Sample for DecisionFormPage {
    fn samples() -> Vec<Self> {
        let members =
            || vec![Candidate { id: Id::new(), name: "Үлгіев Үлгі".to_owned() }];
        let recorded = vec![DecisionView::sample(DecisionKind::Create)];
        let page = |state, members, record, recorded| Self {
            squad: SquadView::sample(state),
            members,
            record,
            recorded,
        };
        vec![
            page(SquadState::Proposed, members(), Button::sample_ready(), recorded),
            page(SquadState::Created, members(), Button::sample_ready(), Vec::new()),
            page(SquadState::Created, Vec::new(), Button::sample_waiting(), Vec::new()),
        ]
    }
}

impl DecisionFormPage {
    fn read(cx: &RequestContext, me: &CurrentUser, id: Id<id::Squad>) -> Result<Self, WebError> {
        let squad = cx
            .read(|db| storage::squads::squad::find(db, &me.scope, id))?
            .ok_or(WebError::NotFound)?;
        let unmet = cx.read(|db| appoint_leader::preconditions(db, id))?;
        let members = cx.read(|db| storage::squads::membership::of_squad(db, id))?;
        let record = match squad.state {
            SquadState::Proposed => button(me, Act::CreateSquad, &squad.case(), &[]),
            SquadState::Created | SquadState::Rejected => {
                button(me, Act::AppointLeader, &squad.case(), &unmet)
            }
        };
        let current = members.iter().filter(|member| member.state.is_current());
        let members =
            current.map(|member| Candidate { id: member.id, name: member.full_name() }).collect();
        Ok(Self { squad: (&squad).into(), members, record, recorded: Vec::new() })
    }
}

/// The form.
pub async fn new(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            cx.first_form(&DecisionFormPage::read(cx, me, id)?)
        })
        .await
}

/// Shows the decision once more, and records it when it was looked over. The scan of the minutes is chosen then: a page that
/// only looks keeps no files.
pub async fn create(
    request: IncomingRequest,
    id: web::Path<String>,
    form: SubmittedForm,
) -> HttpResponse {
    request
        .with(form.reading())
        .form(form, move |cx, me, form| {
            let squad: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let page = DecisionFormPage::read(cx, me, squad)?;
            let mut form = form.clone();
            if !form.text("same").is_empty() {
                page.take_paper(cx, me, &mut form)?;
            }
            let is_looked_over = !form.text("looked_over").is_empty();
            if !form.text("edit").is_empty() || (cx.is_shown_again && !is_looked_over) {
                form.forget("looked_over");
                return cx.form_again(&page, &form);
            }
            let command = Deciding::parse(squad, &form)?;
            if !is_looked_over && command.form().version != page.squad.version {
                let (subjects, back) = (vec![squad.any()], format!("/squads/{squad}"));
                return Err(WebError::Stale { subjects, back });
            }
            let faults = command.faults(cx, me)?;
            if !faults.is_empty() {
                return page.refuse(cx, me, &form, &faults);
            }
            // Nothing is looked over or decoded for somebody who may not record a decision here.
            if (!is_looked_over || cx.is_shown_again) && page.record.can {
                return cx.rerender(&page.check(cx, me, &command, &form)?, &form, &[]);
            }
            record(cx, me, &form, page, command)
        })
        .await
}

fn record(
    cx: &RequestContext,
    me: &CurrentUser,
    form: &SubmittedForm,
    page: DecisionFormPage,
    mut command: Deciding,
) -> Result<Reply, WebError> {
    let fault = |code: &str| {
        let (field, code) = ("minutes".to_owned(), code.to_owned());
        let error = FieldError { field, code, detail: None };
        cx.rerender(&page.check(cx, me, &command, form)?, form, &[error])
    };
    if form.is_too_large {
        return fault("files-too-large");
    }
    let (mut minutes, mut left) = (Vec::new(), Allowance::new());
    for file in form.files("minutes").filter(|_| page.record.can) {
        match read_pictures(cx, file, &mut left)? {
            Ok(pages) => minutes.extend(pages),
            Err(code) => return fault(code),
        }
    }
    command.form_mut().minutes = minutes;
    match command.act(cx, me, form) {
        Ok(done) => Ok(Reply::Redirect(format!("/squads/{}", done.result))),
        Err(refusal) => {
            let faults = faults_of(refusal, &format!("/squads/{}", page.squad.id))?;
            page.refuse(cx, me, form, &faults)
        }
    }
}

/// One of the acts that the form carries out.
enum Deciding {
    Create(CreateSquad),
    Reject(RejectSquad),
    Appoint(AppointLeader),
}

impl Deciding {
    fn parse(squad: Id<id::Squad>, typed: &SubmittedForm) -> Result<Self, WebError> {
        let kind: DecisionKind = typed.text("kind").parse().map_err(|_| WebError::BadRequest)?;
        let leader = typed.id("leader")?;
        let form = DecisionForm {
            squad,
            version: typed.version("version")?,
            number: typed.text("number").to_owned(),
            decided_on: typed.date("decided_on"),
            presided_by: typed.text("presided_by").to_owned(),
            votes: ["votes_for", "votes_against", "votes_abstained"]
                .map(|field| typed.text(field).parse().ok()),
            minutes: Vec::new(),
        };
        Ok(match kind {
            DecisionKind::Create => Self::Create(CreateSquad { form, leader }),
            DecisionKind::Reject => Self::Reject(RejectSquad { form }),
            DecisionKind::Appoint => Self::Appoint(AppointLeader { form, leader }),
        })
    }

    const fn form(&self) -> &DecisionForm {
        match self {
            Self::Create(CreateSquad { form, .. })
            | Self::Reject(RejectSquad { form })
            | Self::Appoint(AppointLeader { form, .. }) => form,
        }
    }

    const fn form_mut(&mut self) -> &mut DecisionForm {
        match self {
            Self::Create(CreateSquad { form, .. })
            | Self::Reject(RejectSquad { form })
            | Self::Appoint(AppointLeader { form, .. }) => form,
        }
    }

    const fn kind(&self) -> DecisionKind {
        match self {
            Self::Create(_) => DecisionKind::Create,
            Self::Reject(_) => DecisionKind::Reject,
            Self::Appoint(_) => DecisionKind::Appoint,
        }
    }

    const fn leader(&self) -> Option<Id<id::Membership>> {
        match self {
            Self::Create(CreateSquad { leader, .. })
            | Self::Appoint(AppointLeader { leader, .. }) => *leader,
            Self::Reject(_) => None,
        }
    }

    fn faults(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
    ) -> Result<Vec<DecisionError>, WebError> {
        fn of<C: Command<Error = DecisionError>>(
            cx: &RequestContext,
            me: &CurrentUser,
            command: &C,
        ) -> Result<Vec<DecisionError>, WebError> {
            cx.read(|db| match command.case(db, &me.scope)? {
                Some(case) => command.validate(db, &case, cx.now),
                None => Ok(Vec::new()),
            })
        }
        match self {
            Self::Create(command) => of(cx, me, command),
            Self::Reject(command) => of(cx, me, command),
            Self::Appoint(command) => of(cx, me, command),
        }
    }

    fn act(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
        form: &SubmittedForm,
    ) -> Result<Done<id::Squad>, Refusal<DecisionError>> {
        match self {
            Self::Create(command) => cx.act(me, form, command),
            Self::Reject(command) => cx.act(me, form, command),
            Self::Appoint(command) => cx.act(me, form, command),
        }
    }
}

impl DecisionFormPage {
    /// The form again with what is wrong with it, and beside it the paper that is recorded under its number.
    fn refuse(
        mut self,
        cx: &RequestContext,
        me: &CurrentUser,
        form: &SubmittedForm,
        faults: &[DecisionError],
    ) -> Result<Reply, WebError> {
        use DecisionError as E;
        if faults.iter().any(|fault| matches!(fault, E::NumberTaken | E::PresidedByDiffers)) {
            self.recorded = self.recorded(cx, me, form)?;
        }
        let mut form = form.clone();
        form.forget("looked_over");
        cx.rerender(&self, &form, &field_errors(faults))
    }

    /// All that the paper of the form's number decides already.
    fn recorded(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
        form: &SubmittedForm,
    ) -> Result<Vec<DecisionView>, WebError> {
        let Some(decided_on) = form.date("decided_on") else { return Ok(Vec::new()) };
        let paper = Paper {
            number: form.text("number").to_owned(),
            decided_on,
            presided_by: String::new(),
        };
        let squad = self.squad.id;
        let items = cx.read(|db| {
            let Some(case) = storage::squads::squad::find(db, &me.scope, squad)? else {
                return Ok(Vec::new());
            };
            let council = case.case().council()?;
            match storage::squads::decision::of_number(db, council, &paper)? {
                Some((id, _)) => storage::squads::decision::items(db, &[council], id),
                None => Ok(Vec::new()),
            }
        })?;
        Ok(items.iter().map(DecisionView::from).collect())
    }

    /// The form is about the paper that is recorded under its number.
    fn take_paper(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
        form: &mut SubmittedForm,
    ) -> Result<(), WebError> {
        if let Some(known) = self.recorded(cx, me, form)?.first() {
            form.set("decided_on", known.decided_on.to_string());
            form.set("presided_by", known.presided_by.clone());
        }
        form.forget("same");
        Ok(())
    }

    fn check(
        &self,
        cx: &RequestContext,
        me: &CurrentUser,
        command: &Deciding,
        form: &SubmittedForm,
    ) -> Result<DecisionCheckPage, WebError> {
        let leader = command.leader().and_then(|id| self.members.iter().find(|m| m.id == id));
        let typed = command.form();
        let [in_favour, against, abstained] =
            typed.votes.map(|votes| i32::from(votes.unwrap_or_default()));
        let hidden = ["form_key", "looked_over", "edit", "minutes"];
        Ok(DecisionCheckPage {
            squad: self.squad.clone(),
            kind: command.kind(),
            number: typed.number.clone(),
            decided_on: typed.decided_on,
            presided_by: typed.presided_by.clone(),
            votes: Votes { in_favour, against, abstained },
            leader: leader.map(|member| member.name.clone()),
            recorded: self.recorded(cx, me, form)?,
            fields: form
                .shown_again()
                .filter(|(name, _)| !hidden.contains(&name.as_str()))
                .collect(),
        })
    }
}

/// The page that shows a decision once more before it is recorded.
#[derive(Serialize)]
pub struct DecisionCheckPage {
    squad: SquadView,
    kind: DecisionKind,
    number: String,
    decided_on: Option<NaiveDate>,
    presided_by: String,
    votes: Votes,
    leader: Option<String>,
    /// All that the paper decides already.
    recorded: Vec<DecisionView>,
    fields: Vec<(String, String)>,
}

impl Page for DecisionCheckPage {
    fn template(&self) -> &'static str {
        "pages/squads/decision_check.html"
    }
}

impl Sample for DecisionCheckPage {
    fn samples() -> Vec<Self> {
        let page = |kind, leader: Option<&str>, recorded| Self {
            squad: SquadView::sample(SquadState::Proposed),
            kind,
            number: "7-К".to_owned(),
            decided_on: Some(NaiveDate::default()),
            presided_by: "Үлгіев Ү.".to_owned(),
            votes: Votes { in_favour: 5, against: 1, abstained: 0 },
            leader: leader.map(str::to_owned),
            recorded,
            fields: vec![("kind".to_owned(), "create".to_owned())],
        };
        let recorded = || vec![DecisionView::sample(DecisionKind::Create)];
        vec![
            page(DecisionKind::Create, None, Vec::new()),
            page(DecisionKind::Create, Some("Үлгіев Үлгі"), recorded()),
            page(DecisionKind::Appoint, Some("Үлгіев Үлгі"), recorded()),
            page(DecisionKind::Reject, None, Vec::new()),
        ]
    }
}

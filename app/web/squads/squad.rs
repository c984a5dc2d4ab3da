//! One squad: who is in it, who leads it, what comes next.

use crate::{
    acts::record::record_training,
    domain::{
        contact::ReachState,
        decision::DecisionKind,
        handoff::HandoffKind,
        id::{self, Id},
        leadership::LeadershipState,
        member_list::ListState,
        membership::MembershipState,
        permissions::unmet_for_appointment,
        squad::SquadState,
        workflow::Act,
    },
    storage::{
        self,
        offices::directory::Directory,
        squads::{membership::Member, squad::Squad, squad_page::SquadPage as Read},
    },
    web::{
        pages::{
            Page, Sample,
            button::{Button, button},
            decision_view::DecisionView,
            squad_view::SquadView,
            steps::{Step, steps},
            turn::Turn,
        },
        recent_acts::{self, RecentAct},
        request::{current_user::CurrentUser, error::WebError, incoming::IncomingRequest},
    },
};
use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

/// A squad with everything on it that its reader sees.
#[derive(Serialize)]
pub struct SquadPage {
    squad: SquadView,
    members: Vec<MemberLine>,
    leader: Option<LeadershipState>,
    sees_lists: bool,
    steps: Vec<Step>,
    counts: Vec<StateCount>,
    history: Vec<RecentAct>,
    lists: Vec<ListLine>,
    decisions: Vec<DecisionView>,
    turn: Turn,
    create: Button,
    appoint: Button,
    add: Button,
    train: Button,
    /// The reader's unit owes people of the squad a notice.
    owes_notices: bool,
    /// The reader is told who has had legal training.
    sees_training: bool,
}

#[derive(Serialize)]
struct MemberLine {
    id: Id<id::Membership>,
    name: String,
    state: Option<MembershipState>,
    phone: Option<String>,
    leader: Option<LeadershipState>,
    /// The day of the last legal training; for the border bodies.
    trained_on: Option<NaiveDate>,
    /// How far the unit has made sure how the person is reached; for the unit.
    reach: Option<ReachState>,
    /// The person asks to leave the record; for the unit.
    asks_to_leave: bool,
}

#[derive(Serialize)]
struct StateCount {
    state: MembershipState,
    count: usize,
}

#[derive(Serialize)]
struct ListLine {
    id: Id<id::MemberList>,
    reference: String,
    state: ListState,
}

impl Page for SquadPage {
    fn template(&self) -> &'static str {
        "pages/squads/squad.html"
    }
}

impl Sample for SquadPage {
    fn samples() -> Vec<Self> {
        let member = |state, leader| MemberLine {
            id: Id::new(),
            name: "Үлгіев Үлгі".to_owned(),
            state,
            phone: state.map(|_| "+77010000000".to_owned()),
            leader,
            trained_on: state.map(|_| NaiveDate::default()),
            reach: leader.map(|_| ReachState::Refused),
            asks_to_leave: leader.is_some(),
        };
        let bare = |state, is_created| Self {
            squad: SquadView::sample(state),
            members: Vec::new(),
            leader: None,
            sees_lists: false,
            steps: steps("squad-step", &[("proposed", true), ("created", is_created)]),
            counts: Vec::new(),
            history: Vec::new(),
            lists: Vec::new(),
            decisions: Vec::new(),
            turn: Turn::default(),
            create: Button::sample_foreign(),
            appoint: Button::sample_foreign(),
            add: Button::sample_foreign(),
            train: Button::sample_foreign(),
            owes_notices: false,
            sees_training: false,
        };
        let counts = [(MembershipState::Registered, 1), (MembershipState::BeingVetted, 2)];
        let full = Self {
            turn: Turn::sample(),
            members: vec![
                member(Some(MembershipState::Registered), Some(LeadershipState::InOffice)),
                member(None, None),
            ],
            leader: Some(LeadershipState::InOffice),
            sees_lists: true,
            counts: counts.map(|(state, count)| StateCount { state, count }).into(),
            history: vec![RecentAct::sample(), RecentAct::sample_of_system()],
            lists: vec![ListLine {
                id: Id::new(),
                reference: "Т-2026-0001".to_owned(),
                state: ListState::Sent,
            }],
            decisions: vec![DecisionView::sample(DecisionKind::Create)],
            create: Button::sample_ready(),
            appoint: Button::sample_ready(),
            add: Button::sample_ready(),
            train: Button::sample_ready(),
            owes_notices: true,
            sees_training: true,
            ..bare(SquadState::Created, true)
        };
        let waiting = Self {
            sees_lists: true,
            appoint: Button::sample_waiting(),
            ..bare(SquadState::Created, true)
        };
        let proposed =
            Self { create: Button::sample_waiting(), ..bare(SquadState::Proposed, false) };
        vec![full, waiting, proposed, bare(SquadState::Rejected, false)]
    }
}

/// One squad.
pub async fn show(request: IncomingRequest, id: web::Path<String>) -> HttpResponse {
    request
        .signed(move |cx, me| {
            let id: Id<id::Squad> = id.parse().map_err(|_| WebError::NotFound)?;
            let read = cx
                .read(|db| storage::squads::squad_page::read(db, &me.scope, &me.holdings, id))?
                .ok_or(WebError::NotFound)?;
            let history = cx.read(|db| recent_acts::recent(db, &cx.directory, me, &read))?;
            let page = SquadPage::of(me, &cx.directory, &read, history);
            cx.note_opening_of(me, id.any(), &read.handoffs)?;
            cx.show(&page)
        })
        .await
}

impl SquadPage {
    fn of(me: &CurrentUser, directory: &Directory, read: &Read, history: Vec<RecentAct>) -> Self {
        let (view, case) = (View::of(me, &read.squad), read.squad.case());
        let leader = read.leader().map(|leader| leader.state);
        let members: Vec<MemberLine> =
            read.members.iter().filter_map(|member| view.member(member, read)).collect();
        let unmet = unmet_for_appointment(
            leader.is_some(),
            read.members.iter().any(|member| member.state.is_current()),
        );
        Self {
            squad: (&read.squad).into(),
            leader,
            sees_lists: view.lists(),
            steps: way(read, &view),
            counts: counts(&members),
            members,
            history,
            lists: read.lists.iter().filter_map(|list| view.list(list)).collect(),
            decisions: read.decisions.iter().map(DecisionView::from).collect(),
            turn: Turn::of(&read.handoffs, directory),
            create: button(me, Act::CreateSquad, &case, &[]),
            appoint: button(me, Act::AppointLeader, &case, &unmet),
            add: button(me, Act::AddCandidates, &case, &[]),
            train: button(
                me,
                Act::RecordTraining,
                &case,
                &record_training::unmet(read.members.iter().map(|member| member.state)),
            ),
            owes_notices: view.unit
                && read.handoffs.open.iter().any(|open| open.kind == HandoffKind::InformPeople),
            sees_training: view.training(),
        }
    }
}

#[expect(clippy::struct_excessive_bools, reason = "a reader may look through several bodies")]
/// The bodies of a squad through which its reader looks.
struct View {
    akimat: bool,
    council: bool,
    territory: bool,
    unit: bool,
}

impl View {
    fn of(me: &CurrentUser, squad: &Squad) -> Self {
        Self {
            akimat: me.scope.akimats.contains(&squad.akimat),
            council: me.scope.councils.contains(&squad.council),
            territory: me.scope.territories.contains(&squad.territory),
            unit: me.scope.units.contains(&squad.unit),
        }
    }

    const fn lists(&self) -> bool {
        self.akimat || self.territory
    }

    const fn training(&self) -> bool {
        self.territory || self.unit
    }

    /// Who sees a person's state sees the telephone as well, as long as the person is in the squad; the council is told names and not how vetting goes.
    fn member(&self, member: &Member, read: &Read) -> Option<MemberLine> {
        let state = member.state;
        let sees_all = self.akimat
            || self.territory && territory_sees(state)
            || self.unit && state.is_in_book();
        let own = member.own_phone.clone().filter(|_| self.unit || self.territory);
        let phone = own.unwrap_or_else(|| member.phone.clone());
        (sees_all || self.council && state.is_current()).then(|| MemberLine {
            id: member.id,
            name: member.full_name(),
            state: sees_all.then_some(state),
            phone: phone.filter(|_| sees_all && state.is_current()),
            leader: read.leader().filter(|l| l.membership == member.id).map(|l| l.state),
            trained_on: member.trained_on.filter(|_| self.training()),
            reach: (self.unit && state == MembershipState::Registered).then_some(member.reach),
            asks_to_leave: self.unit && member.asks_to_leave,
        })
    }

    /// A draft is seen by its akimat alone.
    fn list(
        &self,
        (id, reference, state): &(Id<id::MemberList>, String, ListState),
    ) -> Option<ListLine> {
        let is_seen = self.akimat || self.territory && *state != ListState::Draft;
        is_seen.then(|| ListLine { id: *id, reference: reference.clone(), state: *state })
    }
}

/// Whether the subdivision sees a person of a squad in that state: not before a list has brought the person to it.
const fn territory_sees(state: MembershipState) -> bool {
    !matches!(state, MembershipState::Proposed | MembershipState::Withdrawn)
}

/// The way of a squad, as far as the reader sees it: what is done, what comes now, what comes after.
fn way(read: &Read, view: &View) -> Vec<Step> {
    if read.squad.state == SquadState::Rejected {
        return steps("squad-step", &[("proposed", true), ("rejected", true)]);
    }
    let lists = || read.lists.iter().map(|(.., state)| *state);
    let is_sent = lists().any(|state| state != ListState::Draft);
    let is_vetted =
        is_sent && lists().all(|state| matches!(state, ListState::Answered | ListState::Closed));
    let is_led = read.leader().is_some_and(|leader| leader.state == LeadershipState::InOffice);
    let all = [
        ("proposed", true, true),
        ("created", read.squad.state == SquadState::Created, true),
        ("sent", is_sent, view.lists()),
        ("vetted", is_vetted, view.lists()),
        ("led", is_led, true),
    ];
    let seen: Vec<_> = all
        .into_iter()
        .filter(|(.., is_seen)| *is_seen)
        .map(|(word, is_done, _)| (word, is_done))
        .collect();
    steps("squad-step", &seen)
}

/// Members by state, of those whose state the reader sees.
fn counts(members: &[MemberLine]) -> Vec<StateCount> {
    let of = |state: MembershipState| {
        members.iter().filter(|member| member.state == Some(state)).count()
    };
    MembershipState::ALL
        .iter()
        .map(|state| StateCount { state: *state, count: of(*state) })
        .filter(|c| c.count > 0)
        .collect()
}

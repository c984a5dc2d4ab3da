//! Every component in every state, on one page: what a change of style is looked at on, and tested on.

use super::ui_parts::{ActLine, Dispatch, Entry, Group};
use crate::{
    domain::{
        body::{BodyState, DutyKind},
        handoff::Urgency,
        leadership::LeadershipState,
        member_list::ListState,
        membership::{MembershipState, Outcome},
        permissions::Unmet,
        squad::SquadState,
        time::Instant,
        workflow,
    },
    web::{
        pages::{
            Page, Sample,
            button::Button,
            example,
            steps::{Step, steps},
            turn::Turn,
        },
        request::{
            filters::{FilterBar, ListFilters, Options, of_words},
            form::FieldError,
            incoming::IncomingRequest,
        },
    },
};
use actix_web::HttpResponse;
use serde::Serialize;

/// The page. Its people and bodies are made up and look it.
#[derive(Serialize)]
pub struct UiPage {
    states: Vec<States>,
    ways: Vec<Vec<Step>>,
    turn: Turn,
    missing: Button,
    missing_ours: Button,
    groups: Vec<Group>,
    entries: Vec<Entry>,
    outcomes: &'static [Outcome],
    counts: Vec<StateCount>,
    total: u32,
    acts: Vec<ActLine>,
    dispatches: Vec<Dispatch>,
    filters: FilterBar,
    errors: Vec<FieldError>,
}

/// The states of one kind of thing.
#[derive(Serialize)]
struct States {
    of: &'static str,
    words: Vec<&'static str>,
}

#[derive(Serialize)]
struct StateCount {
    of: &'static str,
    state: MembershipState,
    count: u32,
}

impl Page for UiPage {
    fn template(&self) -> &'static str {
        "pages/dev/ui.html"
    }
}

impl Sample for UiPage {
    fn samples() -> Vec<Self> {
        vec![Self::at(Instant::default())]
    }
}

impl UiPage {
    fn at(now: Instant) -> Self {
        let name = example::akimat();
        let groups = Urgency::ALL
            .iter()
            .map(|urgency| Group::of(*urgency, &name, now))
            .chain([Group::of_others(&name, now)]);
        let counts = MembershipState::ALL.iter().zip([3, 5, 8, 21, 2, 1, 4]);
        let counts: Vec<StateCount> = counts
            .map(|(state, count)| StateCount { of: "membership", state: *state, count })
            .collect();
        let unmet = [Unmet::Copies(3), Unmet::State(workflow::State::List(ListState::Draft))];
        Self {
            states: states(),
            ways: vec![
                steps(
                    "list",
                    &[
                        ("draft", true),
                        ("sent", true),
                        ("received", false),
                        ("answered", false),
                        ("closed", false),
                    ],
                ),
                steps("list", &[("draft", true), ("closed", true)]),
            ],
            turn: Turn::sample(),
            missing: Button::of(workflow::Act::SendList, &unmet),
            missing_ours: Button::of(
                workflow::Act::AddBody,
                &[Unmet::Duty(DutyKind::Administrator)],
            ),
            groups: groups.collect(),
            entries: MembershipState::ALL
                .iter()
                .enumerate()
                .map(|(at, state)| Entry::sample(at, *state, now))
                .collect(),
            outcomes: Outcome::ALL,
            total: counts.iter().map(|count| count.count).sum(),
            counts,
            acts: vec![
                ActLine::sample(workflow::Act::ReceiveList, true, &name, now),
                ActLine::sample(workflow::Act::SendList, false, &name, now),
            ],
            dispatches: vec![Dispatch::sample(1, Some(now), now), Dispatch::sample(2, None, now)],
            filters: filters(),
            errors: vec![FieldError {
                field: "email".into(),
                code: "address".into(),
                detail: None,
            }],
        }
    }
}

fn states() -> Vec<States> {
    fn of<S: Copy>(of: &'static str, all: &[S], word: impl Fn(S) -> &'static str) -> States {
        States { of, words: all.iter().map(|state| word(*state)).collect() }
    }
    vec![
        of("squad", SquadState::ALL, SquadState::as_str),
        of("list", ListState::ALL, ListState::as_str),
        of("membership", MembershipState::ALL, MembershipState::as_str),
        of("leadership", LeadershipState::ALL, LeadershipState::as_str),
        of("body", BodyState::ALL, BodyState::as_str),
    ]
}

fn filters() -> FilterBar {
    let chosen = vec![("state".to_owned(), "sent".to_owned())];
    let options =
        Options::from([("state", of_words("list", [ListState::Sent, ListState::Closed]))]);
    ListFilters::read("/ui", &["state", "from", "to"], chosen).bar(options)
}

/// The page, with a form whose address is wrong.
pub async fn show(request: IncomingRequest) -> HttpResponse {
    request.open(|cx| cx.show(&UiPage::at(cx.now))).await
}

//! A leader in office with a duty tomorrow, whose first page is asked for.

use chrono::{NaiveTime, TimeDelta};
use jasaq::{
    acts::{
        Command, perform,
        plans::{
            agree_plan::AgreePlan, assign_people::AssignPeople, plan_form::PlanForm,
            propose_plan::ProposePlan,
        },
        record::record_training::RecordTraining,
    },
    cli::demo::squads,
    domain::{
        caller::Caller,
        id::{self, Id},
        involvement::Involvement,
        membership::MembershipState,
        plan::Activity,
        time::today,
    },
    state::AppState,
    storage::{self, squads::leader_account},
};
use std::fmt::Debug;

/// Those who go.
const PEOPLE: usize = 8;

fn act<V: Command<Error: Debug>>(app: &AppState, caller: Caller, command: &V) -> Id<V::Next> {
    perform(app, caller, &Id::<id::Any>::new().to_string(), command).unwrap().result
}

/// Gives a leader an account, trained people and a duty tomorrow, and gives the login.
pub fn lead(app: &AppState, (squad, leader): (Id<id::Squad>, Id<id::Membership>)) -> String {
    let user = app.store.read(|db| storage::offices::user::by_email(db, "okil@demo.invalid"));
    let unit = Caller::User(user.unwrap().unwrap().id);
    let user = squads::invite(app, unit, squad, leader).unwrap();
    let day = today(app.clock.now());
    let members = app.store.read(|db| storage::squads::membership::of_squad(db, squad)).unwrap();
    let ready = members.iter().filter(|one| one.state == MembershipState::Registered);
    let attended: Vec<_> = ready.map(|member| member.id).collect();
    assert!(attended.len() >= PEOPLE, "{} of {} are in the book", attended.len(), members.len());
    let people = attended.iter().take(PEOPLE).copied().collect();
    let (held_on, base, held_by) = (Some(day), "9999".to_owned(), "Үлгі".to_owned());
    act(
        app,
        unit,
        &RecordTraining { of: Involvement::Squad(squad), held_on, base, held_by, attended },
    );
    let form = PlanForm {
        day: Some(day + TimeDelta::days(1)),
        from: NaiveTime::from_hms_opt(20, 0, 0),
        to: NaiveTime::from_hms_opt(2, 0, 0),
        activities: vec![Activity::Inspect],
        area: "Үлгі".into(),
        meeting_point: "Үлгі".into(),
        people: i32::try_from(PEOPLE).ok(),
    };
    let plan = act(app, Caller::User(user), &ProposePlan { id: Id::new(), squad, form });
    act(app, unit, &AgreePlan { id: plan, version: 1 });
    act(app, Caller::User(user), &AssignPeople { plan, version: 2, people });
    let account = app.store.read(|db| leader_account::of_membership(db, leader)).unwrap();
    account.unwrap().login
}

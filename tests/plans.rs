//! Duties of a squad: the leader proposes, the unit agrees, and the leader says who goes (clauses 7, 10, 11).

use crate::harness::{
    TestApp,
    form::Form,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;

/// A squad whose leader is in office and signed in; the first three are in the book, the first two have had legal training.
pub fn ready(app: &TestApp) -> (SquadScenario, Visitor) {
    let outcomes = [(1, "registered"), (2, "registered"), (3, "registered")];
    let mut road = SquadScenario::led(app, &outcomes);
    let squad = road.squad.clone();
    for name in &PEOPLE[..2] {
        let person = road.person(name);
        let id = person.rsplit('/').next().unwrap();
        let form = road.unit.see(&format!("{squad}/trainings/new"));
        let form = form.form(&format!("{squad}/trainings"));
        let fields = [("base", "2035 әскери бөлімі"), ("held_by", "Тестов"), ("attended", id)];
        road.unit.submit(&form, &fields).expect(200);
    }
    let leader = road.leader(app, PEOPLE[0]);
    app.deliver();
    (road, leader)
}

pub const NIGHT: [(&str, &str); 7] = [
    ("day", "2026-11-25"),
    ("from", "22:00"),
    ("to", "06:00"),
    ("activity-10.1", "yes"),
    ("area", "Өзен бойы"),
    ("meeting_point", "Мектеп алды"),
    ("people", "2"),
];

/// The leader proposes a duty, with these fields otherwise.
pub fn propose(leader: &mut Visitor, otherwise: &[(&str, &str)]) -> Page {
    let form = leader.see("/plans/new").form("/plans");
    let fields: Vec<_> = NIGHT
        .into_iter()
        .filter(|(name, _)| !otherwise.iter().any(|(other, _)| other == name))
        .chain(otherwise.iter().copied())
        .collect();
    leader.submit(&form, &fields)
}

/// The unit agrees to the plan.
pub fn agree(unit: &mut Visitor, plan: &str) {
    let form = unit.see(plan).form(&format!("{plan}/agreement"));
    unit.submit(&form, &[]).expect(200);
}

/// An agreed duty, with these fields otherwise.
pub fn agreed(
    road: &mut SquadScenario,
    leader: &mut Visitor,
    otherwise: &[(&str, &str)],
) -> String {
    let plan = propose(leader, otherwise).expect(200).path;
    agree(&mut road.unit, &plan);
    plan
}

/// The leader chooses these people.
pub fn assign(road: &mut SquadScenario, leader: &mut Visitor, plan: &str, names: &[&str]) -> Page {
    let form = leader.see(plan).form(&format!("{plan}/assignments"));
    let mut fields = form.fields;
    fields.retain(|(name, _)| !name.starts_with("person-"));
    for name in names {
        let id = road.person(name).rsplit('/').next().unwrap().to_owned();
        fields.push((format!("person-{id}"), "yes".to_owned()));
    }
    leader.post(&Form { fields, ..form }, &[])
}

const OPEN: &str = "SELECT count(*) FROM handoff WHERE kind = 'agree_plan' AND closed_at IS NULL";

#[test]
fn a_leader_proposes_a_night_the_unit_returns_and_agrees_and_the_leader_says_who_goes() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    let page = propose(&mut leader, &[]).expect(200);
    assert!(page.says("25.11.2026 22:00") && page.says("26.11.2026 06:00"), "{}", page.text());
    let plan = page.path;
    assert_eq!(app.count(OPEN), 1);
    let letters = app.deliver();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!((letter.to.as_str(), letter.path()), ("okil@demo.invalid", plan.clone()));
    assert!(!letter.text.contains("Мектеп алды"), "no place in a mail");
    let inbox = road.unit.see("/inbox");
    assert!(inbox.says("Қызметке шығу жоспарын келісу"), "{}", inbox.text());
    assert_eq!(inbox.links("/plans/"), [plan.as_str()]);
    // The unit wants it otherwise.
    let form = road.unit.see(&plan).form(&format!("{plan}/return"));
    assert_eq!(road.unit.post(&form, &[("remark", " ")]).status, 422);
    road.unit.submit(&form, &[("remark", "Бір сағат кейін")]).expect(200);
    assert_eq!(app.count(OPEN), 0);
    let page = leader.see(&plan);
    assert!(
        page.says("Бір сағат кейін") && page.html.contains("value=\"22:00\""),
        "{}",
        page.text()
    );
    let form = page.form(&plan);
    let mut fields = form.fields;
    fields.retain(|(name, _)| name != "from");
    let form = Form { fields, ..form };
    leader.post(&form, &[("from", "23:00")]).expect(303);
    assert_eq!(app.count(OPEN), 1);
    agree(&mut road.unit, &plan);
    assert_eq!(app.count(OPEN), 0);
    let page = leader.see(&plan);
    assert!(page.says("25.11.2026 23:00") && page.says("Шығады: 0 / 2"), "{}", page.text());
    // Only those who may go can be chosen.
    assert!(page.says(PEOPLE[0]) && page.says(PEOPLE[1]) && !page.says(PEOPLE[2]));
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    assert!(leader.see(&plan).says("Шығады: 2 / 2"));
    let home = leader.see("/my-squad");
    for words in ["25.11.2026 23:00", "Мектеп алды", "Шығады: 2 / 2", PEOPLE[1]] {
        assert!(home.says(words), "{words}: {}", home.text());
    }
    assert!(road.unit.see(&plan).says(PEOPLE[1]));
    assign(&mut road, &mut leader, &plan, &PEOPLE[..1]).expect(303);
    assert!(leader.see(&plan).says("Шығады: 1 / 2"));
    assert_eq!(app.count("SELECT count(*) FROM assignment WHERE state = 'cancelled'"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn what_is_wrong_with_a_plan_stands_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let (_, mut leader) = ready(&app);
    for (field, value, says) in [
        ("day", "", "Күнін, айын, жылын"),
        ("day", "2026-11-20", "болашақта басталуға тиіс"),
        ("from", "25:00", "22:00 түрінде"),
        ("to", "", "22:00 түрінде"),
        ("activity-10.1", "", "Кемінде біреуін"),
        ("area", " ", "Учаскені сипаттаңыз"),
        ("meeting_point", "", "Жиналатын жерді"),
        ("people", "0", "1-ден 500-ге дейін"),
    ] {
        let page = propose(&mut leader, &[(field, value)]).expect(422);
        assert!(page.says(says), "{field}: {}", page.text());
        for (name, value) in NIGHT.iter().filter(|(name, _)| *name != field) {
            let stays = if name.starts_with("activity") { "checked" } else { value };
            assert!(page.html.contains(stays), "{name} stays when {field} is wrong");
        }
    }
    // Force is no choice, and a form that was never shown makes it none.
    assert!(!leader.see("/plans/new").html.contains("activity-10.4"));
    let page = propose(&mut leader, &[("activity-10.1", ""), ("activity-10.4", "yes")]);
    assert_eq!(page.status, 422);
    assert_eq!(app.count("SELECT count(*) FROM plan"), 0);
    app.deliver();
}

#[test]
fn nobody_goes_without_the_book_and_training_nor_to_two_places_at_once() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    let night = agreed(&mut road, &mut leader, &[]);
    // Somebody who is in the book and was never trained, by a form that was never shown.
    let page = assign(&mut road, &mut leader, &night, &[PEOPLE[2]]).expect(422);
    assert!(page.says("құқықтық дайындықтан өтпеген"), "{}", page.text());
    assign(&mut road, &mut leader, &night, &[PEOPLE[1]]).expect(303);
    // Another duty that begins before the first one ends, and one that begins when it ends.
    let morning = agreed(
        &mut road,
        &mut leader,
        &[("day", "2026-11-26"), ("from", "05:00"), ("to", "12:00")],
    );
    let page = leader.see(&morning);
    assert!(page.says("бұл уақытта бос емес") && page.html.contains("disabled"), "{}", page.text());
    let page = assign(&mut road, &mut leader, &morning, &[PEOPLE[1]]).expect(422);
    assert!(page.says("бос емес") && !page.says("25.11.2026"), "no time: {}", page.text());
    assign(&mut road, &mut leader, &morning, &[PEOPLE[0]]).expect(303);
    let later = agreed(
        &mut road,
        &mut leader,
        &[("day", "2026-11-26"), ("from", "06:00"), ("to", "12:00")],
    );
    assign(&mut road, &mut leader, &later, &[PEOPLE[1]]).expect(303);
    // A cancelled duty holds nobody.
    let form = road.unit.see(&night).form(&format!("{night}/cancellation"));
    road.unit.submit(&form, &[]).expect(200);
    assert!(leader.see(&night).says("Болдырылмады"));
    let again = agreed(&mut road, &mut leader, &[]);
    assign(&mut road, &mut leader, &again, &[PEOPLE[1]]).expect(303);
    // A duty that has begun stays as it is, whatever form is sent.
    app.pass(TimeDelta::days(4));
    let mut begun = leader.see(&again).form(&format!("{again}/copies"));
    assert!(!leader.see(&again).html.contains("/assignments\""), "no form");
    begun.action = format!("{again}/assignments");
    let page = leader.post(&begun, &[("version", "2")]).expect(422);
    assert!(page.says("басталып кетті"), "{}", page.text());
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn whoever_goes_off_the_record_goes_on_no_duty_any_more() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    let plan = agreed(&mut road, &mut leader, &[]);
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    // The end of somebody else's record changes nothing.
    road.take_off(PEOPLE[2], &[("item", "15.3")]);
    assert!(leader.see(&plan).says("Шығады: 2 / 2"));
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    let page = leader.see(&plan);
    assert!(page.says("Шығады: 1 / 2") && !page.says(PEOPLE[1]), "{}", page.text());
    // The leader goes off the record: no more plans, at the next request.
    road.take_off(PEOPLE[0], &[("item", "15.3")]);
    leader.get(&plan).expect(404);
    leader.get("/plans/new").expect(404);
    assert_eq!(app.count("SELECT count(*) FROM assignment WHERE state = 'assigned'"), 0);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn plans_are_the_units_and_the_leaders_and_nobody_elses() {
    let app = TestApp::start();
    let (mut road, mut leader) = ready(&app);
    let plan = propose(&mut leader, &[]).expect(200).path;
    let answer = road.unit.see(&plan).form(&format!("{plan}/agreement"));
    for name in ["akimat", "hatshy", "tekserushi", "okil2", "auditor", "akimshi"] {
        let mut stranger = app.sign_in(name);
        assert!([403, 404].contains(&stranger.get(&plan).status), "{name}");
        assert!(!stranger.get("/inbox").says("П-2026"), "{name}");
        let mut own = stranger.see("/account").form("/account/digest");
        own.action.clone_from(&answer.action);
        assert!([403, 404].contains(&stranger.post(&own, &[("version", "1")]).status), "{name}");
    }
    // The head looks on, and answers nothing.
    let mut head = app.sign_in("bastyq");
    let page = head.see(&plan);
    assert!(page.says("Мектеп алды") && !page.html.contains("/agreement"), "{}", page.text());
    assert!(head.see("/plans").html.contains(plan.as_str()));
    let squad = road.squad.clone();
    for reader in [&mut road.akimat, &mut road.secretary] {
        assert!(!reader.see(&format!("{squad}/history")).says("Қызметке шығу"));
        assert!(!reader.see(&squad).says("Қызметке шығу жоспарын келісу"));
    }
    // A leader does not agree to the own plan, and a unit does not propose one.
    let mut own = leader.see("/plans/new").form("/plans");
    own.action.clone_from(&answer.action);
    assert_eq!(leader.post(&own, &[("version", "1")]).status, 403);
    assert_eq!(road.unit.get("/plans/new").status, 404);
    // The leader of another squad of the same unit finds none of it.
    let (mut second, mut other) = ready(&app);
    other.get(&plan).expect(404);
    assert!(!other.see("/plans").html.contains(plan.as_str()));
    let theirs = agreed(&mut second, &mut other, &[]);
    assert!(!leader.see("/plans").html.contains(theirs.as_str()));
    assert!(road.unit.see("/plans").html.contains(theirs.as_str()), "the unit leads both");
    assert_eq!(app.faults(), []);
    app.deliver();
}

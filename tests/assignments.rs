//! Members of a squad are told of duties by mail, answer by its link, and are reminded (clauses 7, 10).

use crate::{
    harness::{
        TestApp,
        form::Form,
        letter::Letter,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::{Page, Visitor},
    },
    plans::{agreed, assign, ready},
    record::contact::confirm,
};
use chrono::TimeDelta;
use serde::Deserialize;
use std::process::Command;

const ADDRESS: &str = "mushe@mail.example";

/// A squad whose second member is reached by mail; an agreed night; the leader is signed in.
fn scene(app: &TestApp) -> (SquadScenario, Visitor, String) {
    let (mut road, mut leader) = ready(app);
    confirm(&mut road, PEOPLE[1], &[("email", ADDRESS), ("language", "kk")]).expect(303);
    let plan = agreed(&mut road, &mut leader, &[]);
    app.deliver();
    (road, leader, plan)
}

/// The mails to the member that have just left.
fn to_member(app: &TestApp) -> Vec<Letter> {
    let mut letters = app.deliver();
    letters.retain(|letter| letter.to == ADDRESS);
    letters
}

/// Presses the button on the page of a link.
fn answer(app: &TestApp, link: &str, with: &str) -> Page {
    let mut member = app.visitor();
    let form = member.see(link).form(&format!("{link}/{with}"));
    member.submit(&form, &[])
}

/// An entry of a calendar, as a library reads it that has not written it.
#[derive(Debug, Deserialize)]
struct Entry {
    method: String,
    uid: String,
    sequence: i64,
    starts: String,
    ends: String,
    status: String,
    summary: String,
    location: String,
    properties: Vec<String>,
}

fn entries(letters: &[&Letter]) -> Vec<Entry> {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = letters
        .iter()
        .enumerate()
        .map(|(n, letter)| {
            let path = folder.path().join(format!("{n}.ics"));
            std::fs::write(&path, letter.file("jasaq.ics").expect("a calendar file")).unwrap();
            path
        })
        .collect();
    // The library is Debian's, so its own Python has it.
    let python = if std::path::Path::new("/usr/bin/python3").exists() {
        "/usr/bin/python3"
    } else {
        "python3"
    };
    let script = crate::harness::database::product("tests/mail/entries.py");
    let read = Command::new(python).arg(script).args(&files).output().expect("scripts/setup tests");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    serde_json::from_slice(&read.stdout).unwrap()
}

#[test]
fn a_member_reads_of_a_duty_says_yes_and_may_say_no_later() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    let letters = to_member(&app);
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert!(letter.text.contains("25.11.2026 22:00 – 26.11.2026 06:00"), "{}", letter.text);
    for hidden in ["Мектеп алды", "Өзен бойы", "10.1", "Үлгібаев"] {
        assert!(!letter.text.contains(hidden) && !letter.subject.contains(hidden), "{hidden}");
    }
    let link = letter.path();
    // Scanners of mail look, and nothing changes.
    let page = app.visitor().see(&link);
    assert!(page.says("Мектеп алды") && page.says("Келесіз бе?"), "{}", page.text());
    for hidden in [PEOPLE[0], PEOPLE[1], "іздеу және ұстау", "ЖСН"] {
        assert!(!page.says(hidden), "{hidden}");
    }
    app.visitor().get(&format!("{link}/confirmation")).expect(405);
    assert_eq!(app.count("SELECT count(*) FROM assignment WHERE state = 'assigned'"), 2);
    let page = answer(&app, &link, "confirmation").expect(200);
    assert!(page.says("Келеді") && !page.html.contains("/confirmation\""), "{}", page.text());
    assert!(leader.see(&plan).says("Келеді"));
    // Saying yes is no news for anybody; saying no leaves a gap.
    assert_eq!(app.deliver().len(), 0);
    let page = answer(&app, &link, "refusal").expect(200);
    assert!(page.says("басшыға хабарланды"), "{}", page.text());
    let page = leader.see(&plan);
    assert!(page.says("Келе алмайды") && page.says("Шығады: 1 / 2"), "{}", page.text());
    // The one who said no may be asked again: a new entry with a new link.
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    let again = to_member(&app);
    let [again] = &again[..] else { panic!("{again:?}") };
    assert_ne!(again.path(), link);
    let [first, second] = &entries(&[letter, again])[..] else { panic!() };
    assert_ne!(first.uid, second.uid);
    // The link is good until the duty ends, and not a minute longer.
    app.pass_until(4, 5, 59);
    app.visitor().get(&again.path()).expect(200);
    app.pass(TimeDelta::minutes(2));
    let ended = app.visitor().get(&again.path()).expect(404);
    let unknown = app.visitor().get(&format!("/assignments/{}", "0".repeat(64))).expect(404);
    assert_eq!(ended.text(), unknown.text());
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_calendar_entry_is_one_persons_and_its_sequence_grows_with_time_and_place_alone() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &[PEOPLE[1]]).expect(303);
    let first = to_member(&app).remove(0);
    answer(&app, &first.path(), "confirmation").expect(200);
    // Other people and another kind: nobody is asked again, no mail to the member.
    amend(&mut road.unit, &plan, &[("people", "3"), ("activity-10.2", "yes")]).expect(303);
    assert!(to_member(&app).is_empty());
    assert!(leader.see(&plan).says("Келеді"));
    // Another time: asked again, by a mail of its own.
    amend(&mut road.unit, &plan, &[("from", "23:00")]).expect(303);
    let moved = to_member(&app).remove(0);
    assert!(leader.see(&plan).says("Жауап күтілуде"), "asked again");
    assert!(moved.text.contains("25.11.2026 23:00"), "{}", moved.text);
    // The first link still answers, for the duty as it is now.
    assert!(app.visitor().see(&first.path()).says("25.11.2026 23:00"));
    let form = road.unit.see(&plan).form(&format!("{plan}/cancellation"));
    road.unit.submit(&form, &[]).expect(200);
    let gone = to_member(&app).remove(0);
    assert!(!gone.text.contains("http"), "nothing to answer: {}", gone.text);
    let read = entries(&[&first, &moved, &gone]);
    let told: Vec<_> = read
        .iter()
        .map(|entry| (entry.sequence, entry.status.as_str(), entry.starts.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (0, "CONFIRMED", "2026-11-25T17:00:00+00:00"),
            (1, "CONFIRMED", "2026-11-25T18:00:00+00:00"),
            (2, "CANCELLED", "2026-11-25T18:00:00+00:00"),
        ]
    );
    for entry in &read {
        assert_eq!(entry.method, "PUBLISH");
        assert_eq!(entry.uid, read[0].uid);
        assert_eq!(entry.ends, "2026-11-26T01:00:00+00:00");
        assert_eq!(entry.summary, "Кездесу П-2026-0001 / Встреча П-2026-0001");
        assert_eq!(entry.location, "", "the place does not travel");
        assert!(!entry.properties.iter().any(|name| name == "ATTENDEE"), "nobody is named");
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

/// The unit amends the plan, with these fields otherwise.
pub fn amend(unit: &mut Visitor, plan: &str, otherwise: &[(&str, &str)]) -> Page {
    let form = unit.see(plan).form(&format!("{plan}/amendment"));
    let mut fields = form.fields;
    fields.retain(|(name, _)| !otherwise.iter().any(|(other, _)| other == name));
    unit.post(&Form { fields, ..form }, otherwise)
}

#[test]
fn the_place_travels_where_the_installation_lets_it() {
    let app = TestApp::with(|settings| settings.place_in_mail = true);
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &[PEOPLE[1]]).expect(303);
    let letter = to_member(&app).remove(0);
    assert!(letter.text.contains("Жиналатын жер: Мектеп алды"), "{}", letter.text);
    assert_eq!(entries(&[&letter])[0].location, "Мектеп алды");
}

#[test]
fn whoever_is_moved_into_another_duty_is_taken_off_and_told() {
    let app = TestApp::start();
    let (mut road, mut leader, night) = scene(&app);
    assign(&mut road, &mut leader, &night, &[PEOPLE[1]]).expect(303);
    let day = [("day", "2026-11-26"), ("from", "12:00"), ("to", "18:00")];
    let second = agreed(&mut road, &mut leader, &day);
    assign(&mut road, &mut leader, &second, &PEOPLE[..2]).expect(303);
    app.deliver();
    amend(&mut road.unit, &second, &[("from", "05:00")]).expect(303);
    let letters = to_member(&app);
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    let entry = entries(&[letter]).remove(0);
    assert_eq!((entry.status.as_str(), entry.sequence), ("CANCELLED", 1));
    assert!(leader.see(&second).says("Шығады: 1 / 2"));
    assert!(leader.see(&night).says("Шығады: 1 / 2"));
    // A duty that has begun is amended by nobody.
    app.pass_until(3, 23, 30);
    road.unit = app.sign_in("okil");
    assert!(!road.unit.see(&night).html.contains("/amendment"));
}

#[test]
fn people_are_reminded_once_a_day_ahead_and_whom_no_mail_reaches_the_leader_calls() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    app.deliver();
    let mut reminders = Vec::new();
    for _ in 0..4 {
        app.pass_until(1, 9, 0);
        reminders.extend(app.run_scheduled().into_iter().filter(|letter| letter.to == ADDRESS));
    }
    let [reminder] = &reminders[..] else { panic!("{reminders:?}") };
    assert!(reminder.subject.contains("жақындады"), "{}", reminder.subject);
    // Somebody who is told of a duty that is near is not reminded of it.
    app.pass_until(0, 10, 0);
    road.unit = app.sign_in("okil");
    let near = [("day", "2026-11-27"), ("from", "06:00"), ("to", "12:00")];
    let near = agreed(&mut road, &mut leader, &near);
    assign(&mut road, &mut leader, &near, &PEOPLE[..2]).expect(303);
    assert_eq!(to_member(&app).len(), 1);
    app.pass(TimeDelta::hours(3));
    assert!(app.run_scheduled().iter().all(|letter| letter.to != ADDRESS));
    // The leader calls those who have not answered, and not the leader.
    let page = leader.see(&near);
    assert!(page.says("Хабарласу керек: 1") && page.says("хат жіберілді"), "{}", page.text());
    let form = page.form(&format!("{near}/reached"));
    let ticks: Vec<_> = page
        .html
        .match_indices("name=\"reached-")
        .map(|(at, found)| page.html[at + found.len()..].split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(ticks.len(), 1);
    leader.submit(&form, &[(&format!("reached-{}", ticks[0]), "yes")]).expect(200);
    assert!(!leader.see(&near).says("Хабарласу керек"));
    assert!(leader.see(&near).says("Сіз хабарласқансыз"));
    let sheet = leader.see(&format!("{near}/sheet"));
    assert!(sheet.says("27.11.2026 06:00") && sheet.says(PEOPLE[1]), "{}", sheet.text());
    assert_eq!(app.faults(), []);
}

#[test]
fn days_away_and_rest_are_shown_when_choosing_and_whoever_was_asked_least_comes_first() {
    let app = TestApp::start();
    let (mut road, mut leader, night) = scene(&app);
    assign(&mut road, &mut leader, &night, &[PEOPLE[1]]).expect(303);
    let link = to_member(&app).remove(0).path();
    // The member tells days by the link; wrong ones are said so, and nothing typed is lost.
    let mut member = app.visitor();
    let form = member.see(&link).form(&format!("{link}/days-away"));
    let wrong = [("away_from", "2026-12-05"), ("away_to", "2026-12-01")];
    let page = member.post(&form, &wrong).expect(422);
    assert!(page.says("бірінші күннен бұрын"), "{}", page.text());
    assert!(page.html.contains("value=\"2026-12-05\""));
    member.submit(&form, &[("away_from", "2026-12-01"), ("away_to", "2026-12-05")]).expect(200);
    let away = agreed(&mut road, &mut leader, &[("day", "2026-12-03")]);
    assert!(leader.see(&away).says("бұл күні келе алмайды"));
    // The leader takes the days back, and notes others.
    let page = leader.see("/my-squad/days-away");
    assert!(page.says(PEOPLE[1]) && page.says("01.12.2026"), "{}", page.text());
    let end = page
        .all_forms()
        .into_iter()
        .find(|form| form.action.ends_with("/end"))
        .expect("days can be taken back");
    leader.submit(&end, &[]).expect(200);
    assert!(!leader.see(&away).says("бұл күні келе алмайды"));
    let form = leader.see("/my-squad/days-away").form("/my-squad/days-away");
    let id = road.person(PEOPLE[0]).rsplit('/').next().unwrap().to_owned();
    let days = [("member", id.as_str()), ("away_from", "2026-12-03"), ("away_to", "2026-12-03")];
    leader.submit(&form, &days).expect(200);
    assert!(leader.see(&away).says("бұл күні келе алмайды"));
    // Too little rest after the night is shown, and refused by nobody.
    let morning = [("day", "2026-11-26"), ("from", "12:00"), ("to", "16:00")];
    let morning = agreed(&mut road, &mut leader, &morning);
    let page = leader.see(&morning);
    assert!(page.says("демалысы аз"), "{}", page.text());
    let suggested = page.text().find("ұсынылады").expect("somebody is suggested for the gap");
    let asked = page.text().find("шақырылған: 1").unwrap();
    assert!(suggested < asked, "whoever was asked least comes first: {}", page.text());
    assign(&mut road, &mut leader, &morning, &[PEOPLE[1]]).expect(303);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_agreed_plan_is_copied_to_other_dates_without_its_answers() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
    let form = leader.see(&plan).form(&format!("{plan}/copies"));
    let page = leader.post(&form, &[]).expect(422);
    assert!(page.says("Бірден төртке дейін"), "{}", page.text());
    let page = leader.post(&form, &[("copy-0", "2026-11-01")]).expect(422);
    assert!(page.html.contains("value=\"2026-11-01\""), "nothing typed is lost");
    leader.submit(&form, &[("copy-0", "2026-12-01"), ("copy-1", "2026-12-08")]).expect(200);
    let list = leader.see("/plans");
    assert!(list.says("01.12.2026 22:00") && list.says("08.12.2026 22:00"), "{}", list.text());
    assert_eq!(app.count("SELECT count(*) FROM plan WHERE state = 'proposed'"), 2);
    assert_eq!(app.count("SELECT count(*) FROM assignment"), 2);
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE kind = 'agree_plan' AND closed_at IS NULL"),
        2
    );
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn the_end_of_a_record_reaches_the_members_mail_and_nobody_writes_to_the_dead() {
    for is_death in [false, true] {
        let app = TestApp::start();
        let (mut road, mut leader, plan) = scene(&app);
        assign(&mut road, &mut leader, &plan, &PEOPLE[..2]).expect(303);
        let link = to_member(&app).remove(0).path();
        let fields: &[_] =
            if is_death { &[("item", "15.4"), ("is_death", "yes")] } else { &[("item", "15.4")] };
        road.take_off(PEOPLE[1], fields);
        let letters = to_member(&app);
        assert_eq!(letters.len(), usize::from(!is_death), "{letters:?}");
        assert_eq!(app.visitor().get(&link).status, if is_death { 404 } else { 200 });
        assert!(leader.see(&plan).says("Шығады: 1 / 2"));
        assert_eq!(app.faults(), []);
    }
}

#[test]
fn a_new_address_gets_the_duties_that_are_to_come_and_the_former_links_are_void() {
    let app = TestApp::start();
    let (mut road, mut leader, plan) = scene(&app);
    assign(&mut road, &mut leader, &plan, &[PEOPLE[1]]).expect(303);
    let link = to_member(&app).remove(0).path();
    confirm(&mut road, PEOPLE[1], &[("email", "zhana@mail.example")]).expect(303);
    app.visitor().get(&link).expect(404);
    let letters = app.deliver();
    let own: Vec<_> = letters.iter().filter(|letter| letter.to == "zhana@mail.example").collect();
    let duty = own.iter().find(|letter| letter.text.contains("/assignments/")).expect("the duty");
    answer(&app, &duty.path(), "confirmation").expect(200);
    assert!(leader.see(&plan).says("Келеді"));
    assert_eq!(app.faults(), []);
}

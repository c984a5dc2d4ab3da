//! Reminders: numbered, each in other words, to everybody whose duty it is, until it is done; and from some day on to those above.

use crate::harness::{TestApp, letter::Letter, squad_scenario::SquadScenario};
use chrono::TimeDelta;
use jasaq::{
    domain::{body::DutyKind, id::Id},
    jobs::{digest, remind},
    storage::{self, StorageError, offices::duty::NewDuty},
};
use std::thread;

/// Reader and Kazakh title of each, in the order of readers.
fn told(letters: &[Letter]) -> Vec<(String, String)> {
    let mut told: Vec<_> = letters
        .iter()
        .map(|l| (l.reader().to_owned(), l.subject.split(" / ").next().unwrap().to_owned()))
        .collect();
    told.sort();
    told
}

fn pairs(told: &[(String, String)]) -> Vec<(&str, &str)> {
    told.iter().map(|(reader, title)| (reader.as_str(), title.as_str())).collect()
}

#[test]
fn what_is_due_is_reminded_of_by_its_date_and_goes_up_to_the_head_once_it_has_passed() {
    let app = TestApp::start();
    // Received on 22 November: the internal target is 7 December.
    let road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.tamper("UPDATE handoff SET remind_at = NULL WHERE kind <> 'vet_list'");
    app.deliver();
    let mut all = Vec::new();
    for day in 0..40 {
        app.pass_until(1, 9, 5);
        let letters = app.run_scheduled();
        for letter in &letters {
            crate::road::assert_discreet(letter);
            assert_eq!(letter.path(), road.list);
            assert!(
                letter.text.contains("ішкі мерзімі: 07.12.2026. Қағидаларда мерзім белгіленбеген"),
                "{}",
                letter.text
            );
        }
        for (reader, title) in told(&letters) {
            all.push((day + 23, reader, title));
        }
    }
    let seen: Vec<(i32, &str, &str)> =
        all.iter().map(|(day, reader, title)| (*day, reader.as_str(), title.as_str())).collect();
    assert_eq!(
        seen,
        [
            (32, "tekserushi", "Т-2026-0001: № 1 еске салу: ішкі мерзімге 5 күн қалды"),
            (32, "tekserushi2", "Т-2026-0001: № 1 еске салу: ішкі мерзімге 5 күн қалды"),
            (36, "tekserushi", "Т-2026-0001: № 2 еске салу: ішкі мерзім – 07.12.2026"),
            (36, "tekserushi2", "Т-2026-0001: № 2 еске салу: ішкі мерзім – 07.12.2026"),
            (38, "bastyq", "Т-2026-0001: ішкі мерзім өтті, әрекет орындалмады"),
            (38, "tekserushi", "Т-2026-0001: № 3 еске салу: ішкі мерзім өтті"),
            (38, "tekserushi2", "Т-2026-0001: № 3 еске салу: ішкі мерзім өтті"),
            (45, "bastyq", "Т-2026-0001: ішкі мерзімнен 8 күн өтті"),
            (45, "tekserushi", "Т-2026-0001: № 4 еске салу: ішкі мерзімнен 8 күн өтті"),
            (45, "tekserushi2", "Т-2026-0001: № 4 еске салу: ішкі мерзімнен 8 күн өтті"),
        ]
    );
    let mut officer = app.sign_in("tekserushi");
    let history = officer.see(&format!("{}/history", road.list));
    assert!(
        history.says("Мерзімі өткені туралы еске салу")
            && history.says("Мерзімі өткені туралы басшылыққа хат"),
        "{}",
        history.text()
    );
    // How the subdivision keeps after its own work is not the akimat's.
    let history = app.sign_in("akimat").see(&format!("{}/history", road.list));
    assert!(!history.says("еске салу") && !history.says("басшылыққа"), "{}", history.text());
    app.tamper("UPDATE outbox SET sent_at = NULL, failed_at = sent_at, fault = 'address_refused' WHERE kind LIKE 'reminder%'");
    let failed = officer.see("/mails").links("/mails/");
    assert!(!failed.is_empty());
    app.sign_in("akimat").get(&failed[0]).expect(404);
    assert_eq!(app.faults(), []);
}

#[test]
fn what_is_done_is_reminded_of_no_more() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.tamper("UPDATE handoff SET remind_at = NULL WHERE kind <> 'vet_list'");
    app.deliver();
    app.pass_until(10, 9, 5);
    assert_eq!(app.run_scheduled().len(), 2);
    let mut road =
        SquadScenario { officer: app.sign_in("tekserushi"), akimat: app.sign_in("akimat"), ..road };
    let outcomes: Vec<(usize, &str)> = (1..=7).map(|n| (n, "registered")).collect();
    assert_eq!(road.answer(&outcomes).status, 200);
    // The certificates wait on the head, and are reminded of by their age.
    app.tamper("UPDATE handoff SET remind_at = NULL WHERE kind = 'sign_certificates'");
    app.deliver();
    for _ in 0..30 {
        app.pass_until(1, 9, 5);
        assert_eq!(pairs(&told(&app.run_scheduled())), []);
    }
}

#[test]
fn what_has_no_term_is_reminded_of_by_its_age_and_goes_to_the_mailbox_of_a_body_without_a_head() {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed());
    app.deliver();
    let mut all = Vec::new();
    for day in 1..60 {
        app.pass_until(1, 9, 5);
        let letters = app.run_scheduled();
        assert!(
            letters
                .iter()
                .all(|letter| letter.text.contains("Қағидаларда оған мерзім белгіленбеген")
                    && letter.text.contains("Правилами срок"))
        );
        all.extend(told(&letters).into_iter().map(|(reader, title)| (day, reader, title)));
    }
    let seen: Vec<(i32, &str, &str)> =
        all.iter().map(|(day, reader, title)| (*day, reader.as_str(), title.as_str())).collect();
    assert_eq!(
        seen,
        [
            (7, "hatshy", "Ж-2026-0001: № 1 еске салу: әрекетіңіз 7 күннен бері күтілуде"),
            (14, "hatshy", "Ж-2026-0001: № 2 еске салу: 14 күн бойы орындалмады"),
            (28, "hatshy", "Ж-2026-0001: № 3 еске салу: іс 28 күн бойы қозғалмай тұр"),
            (28, "ulgi-kenes", "Ж-2026-0001: іс 28 күн бойы қозғалмай тұр"),
        ]
    );
}

#[test]
fn nobody_is_reminded_at_night_and_whoever_was_away_is_not_sent_each_of_them() {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed().created(None).copied().sent().received());
    app.tamper("UPDATE handoff SET remind_at = NULL WHERE kind <> 'vet_list'");
    app.deliver();
    app.pass_until(10, 8, 59);
    assert_eq!(app.run_scheduled().len(), 0);
    // Nothing ran for ten days.
    app.pass_until(10, 12, 0);
    let letters = app.run_scheduled();
    assert_eq!(
        pairs(&told(&letters)),
        [
            ("bastyq", "Т-2026-0001: ішкі мерзім өтті, әрекет орындалмады"),
            ("tekserushi", "Т-2026-0001: № 1 еске салу: ішкі мерзім өтті"),
            ("tekserushi2", "Т-2026-0001: № 1 еске салу: ішкі мерзім өтті"),
        ]
    );
}

#[test]
fn a_deputy_is_reminded_as_the_holder_is() {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed());
    app.deliver();
    let now = app.state.clock.now();
    let deputize = |db: &mut storage::Db| -> Result<(), StorageError> {
        let (secretary, deputy) =
            (storage::offices::user::by_email(db, "hatshy@demo.invalid")?.unwrap(), Id::new());
        let council = storage::offices::body::by_email(db, "ulgi-kenes@demo.invalid")?.unwrap().id;
        storage::offices::user::insert(
            db,
            deputy,
            "orynbasar@demo.invalid",
            "Орынбасарова Дина",
            jasaq::domain::language::Language::Kk,
            now,
        )?;
        let to = Some(now + TimeDelta::days(10));
        let duty = NewDuty {
            id: Id::new(),
            user: deputy,
            body: council,
            kind: DutyKind::CouncilSecretary,
            from: now,
            to,
            deputy_for: Some(secretary.id),
        };
        storage::offices::duty::insert(db, &duty)
    };
    app.state.store.write(deputize).unwrap();
    let readers = |letters: &[Letter]| {
        told(letters).into_iter().map(|(reader, _)| reader).collect::<Vec<_>>()
    };
    app.pass_until(7, 9, 0);
    assert_eq!(readers(&app.run_scheduled()), ["hatshy", "orynbasar"]);
    app.pass_until(7, 9, 0);
    assert_eq!(readers(&app.run_scheduled()), ["hatshy"], "no deputy any more");
}

#[test]
fn what_is_returned_again_begins_anew_and_what_is_late_before_there_were_reminders_is_only_planned()
{
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed());
    app.deliver();
    app.tamper("UPDATE handoff SET next_reminder = NULL, remind_at = opened_at");
    app.pass(TimeDelta::days(3));
    assert_eq!(app.run_scheduled().len(), 0);
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE next_reminder = 'waiting' AND reminders = 0"),
        1
    );
}

#[test]
fn of_many_nodes_that_look_at_once_one_reminds_and_one_sends_the_digest() {
    let app = TestApp::start();
    super::propose(&app, 6);
    app.deliver();
    app.tamper("UPDATE users SET digest = TRUE");
    app.tamper("UPDATE outbox SET sent_at = NULL, held_at = created_at");
    app.pass_until(7, 9, 0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while remind::run_once(&app.state).unwrap() > 0 {}
                while digest::run_once(&app.state).unwrap() > 0 {}
            });
        }
    });
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE kind = 'reminder_waiting'"), 6);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE kind = 'digest'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE reminders = 1"), 6);
    assert_eq!(app.deliver().len(), 7);
}

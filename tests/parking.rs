//! A session that ends by time keeps its last form, for its user and nobody else.

use crate::harness::{
    TestApp,
    database::is_postgres,
    form::Form,
    squad_scenario::SquadScenario,
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use jasaq::cli::demo::PASSWORD;

const TYPED: [(&str, &str); 4] = [
    ("surname", "Үлгібаева"),
    ("given_name", "Әлия"),
    ("iin", "870317499277"),
    ("address", "Үлгі ауылы, 7"),
];

/// A squad, and the form that adds a candidate, sent when the session had ended.
fn sent_late(app: &TestApp, minutes: i64) -> (Visitor, Form, Page) {
    let mut road = SquadScenario::new(app).proposed().created(None);
    let squad = road.squad.clone();
    let form =
        road.akimat.see(&format!("{squad}/candidates/new")).form(&format!("{squad}/candidates"));
    app.pass(TimeDelta::minutes(minutes));
    let answer = road.akimat.post(&form, &TYPED).expect(303);
    app.deliver();
    (road.akimat, form, answer)
}

fn parked(app: &TestApp) -> i64 {
    app.count("SELECT count(*) FROM parked_form")
}

fn candidates(app: &TestApp) -> i64 {
    app.count("SELECT count(*) FROM list_entry")
}

#[test]
fn what_was_typed_when_the_session_had_ended_is_shown_after_signing_in_and_done_once() {
    let app = TestApp::start();
    let (mut akimat, form, answer) = sent_late(&app, 31);
    let before = candidates(&app);
    let sign_in = akimat.see(&answer.location.unwrap());
    assert!(sign_in.says("Сеансыңыздың уақыты бітті. Қайта кіріңіз."), "{}", sign_in.text());
    assert!(sign_in.says("Енгізгеніңіз бір сағатқа сақталды"));
    assert!(!sign_in.says("Үлгібаева"));
    let page = akimat.sign_in("akimat@demo.invalid", PASSWORD);
    assert_eq!(page.path, "/parked", "{}", page.text());
    let kept = page.form(&form.action);
    let again = akimat.post(&kept, &[("language_switch", "kk")]).expect(200);
    assert_eq!(candidates(&app), before, "nothing is done before its user says so");
    for (name, value) in TYPED {
        let field = (name.to_owned(), value.to_owned());
        assert!(again.form(&form.action).fields.contains(&field), "{name}");
    }
    akimat.submit(&again.form(&form.action), &[]).expect(200);
    akimat.submit(&again.form(&form.action), &[]).expect(200);
    assert_eq!(candidates(&app), before + 1, "the form has kept its key");
    assert_eq!(akimat.get("/parked").location.unwrap(), "/inbox", "it is shown once");
    assert_eq!(parked(&app), 0);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_form_that_was_done_before_its_session_ended_is_not_done_again() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let squad = road.squad.clone();
    let action = format!("{squad}/candidates");
    let form = road.akimat.see(&format!("{squad}/candidates/new")).form(&action);
    road.akimat.post(&form, &TYPED).expect(303);
    let before = candidates(&app);
    app.pass(TimeDelta::minutes(31));
    road.akimat.post(&form, &TYPED).expect(303);
    let kept = road.akimat.sign_in("akimat@demo.invalid", PASSWORD).form(&action);
    let again = road.akimat.post(&kept, &[("language_switch", "kk")]).expect(200);
    road.akimat.submit(&again.form(&action), &[]).expect(200);
    assert_eq!(candidates(&app), before);
    app.deliver();
}

#[test]
fn the_chosen_files_are_asked_for_again_by_name() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let action = format!("{}/decisions", road.squad);
    let form = road.secretary.see(&format!("{action}/new")).form(&action);
    let fields = [("number", "7"), ("presided_by", "Үлгіев Ү."), ("votes_for", "9")];
    let form = road.secretary.submit(&form, &fields).expect(200).form(&action);
    let files = [("minutes", "хаттама-1.pdf", b"%PDF-".as_slice()), ("minutes", "2.jpg", b"jpg")];
    app.pass(TimeDelta::minutes(31));
    road.secretary.post_files(&form, &[], &files).expect(303);
    let kept = road.secretary.sign_in("hatshy@demo.invalid", PASSWORD).form(&action);
    let again = road.secretary.post(&kept, &[("language_switch", "kk")]).expect(200);
    assert!(again.says("Файлды қайта таңдаңыз: хаттама-1.pdf, 2.jpg"), "{}", again.text());
    assert!(again.html.contains("Үлгіев Ү."));
    let russian = road.secretary.post_files(
        &again.form(&action),
        &[("language_switch", "ru")],
        &[("minutes", "протокол.pdf", b"%PDF-")],
    );
    assert!(russian.says("Выберите файл снова: протокол.pdf"), "{}", russian.text());
    app.deliver();
}

#[test]
fn another_user_of_the_same_machine_sees_nothing_and_leaves_nothing() {
    let app = TestApp::start();
    let (mut browser, _, _) = sent_late(&app, 31);
    assert_eq!(parked(&app), 1);
    let page = browser.sign_in("akimat2@demo.invalid", PASSWORD);
    assert_eq!(page.path, "/inbox");
    assert!(!page.says("Үлгібаева"));
    assert_eq!(parked(&app), 0);
    let form = browser.see("/inbox").form("/sign-out");
    browser.submit(&form, &[]);
    assert_eq!(browser.sign_in("akimat@demo.invalid", PASSWORD).path, "/inbox");
}

#[test]
fn it_is_gone_at_the_sign_out_and_after_an_hour() {
    let app = TestApp::start();
    let (mut akimat, form, _) = sent_late(&app, 31);
    let page = akimat.sign_in("akimat@demo.invalid", PASSWORD);
    // The page that leads to it was left without pressing its button: it is not kept a second time.
    assert_eq!((page.path.as_str(), parked(&app)), ("/parked", 0));
    let page = akimat.see("/inbox");
    app.pass(TimeDelta::minutes(31));
    akimat.post(&form, &TYPED).expect(303);
    assert_eq!(parked(&app), 0, "a page of another session made that form");
    akimat.post(&page.form("/sign-out"), &[]).expect(303);
    assert_eq!(parked(&app), 0, "nothing is typed there");

    let app = TestApp::start();
    let (mut akimat, _, _) = sent_late(&app, 31);
    app.pass(TimeDelta::minutes(59));
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(parked(&app), 1);
    app.pass(TimeDelta::minutes(2));
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(parked(&app), 0);
    assert_eq!(akimat.sign_in("akimat@demo.invalid", PASSWORD).path, "/inbox");
}

#[test]
fn it_is_kept_only_where_the_session_ended_by_time() {
    let ends: [(&str, fn(&TestApp, &mut Visitor)); 4] = [
        ("signed out", |_, visitor| {
            let form = visitor.see("/inbox").form("/sign-out");
            visitor.post(&form, &[]).expect(303);
        }),
        ("disabled", |app, _| {
            app.tamper("UPDATE users SET disabled_at = created_at WHERE email LIKE 'akimat@%'");
        }),
        ("password changed elsewhere", |app, _| {
            let mut other = app.sign_in("akimat");
            let form = other.see("/account").form("/account/password");
            let new = "тауда жел соғады 7";
            let fields = [("old_password", PASSWORD), ("password", new), ("again", new)];
            other.submit(&form, &fields).expect(200);
        }),
        ("ended elsewhere", |app, _| {
            let mut other = app.sign_in("akimat");
            let form = other.see("/account").forms("/account/sessions/end").pop().unwrap();
            other.submit(&form, &[("session", "others")]).expect(200);
        }),
    ];
    for (how, end) in ends {
        let app = TestApp::start();
        let mut road = SquadScenario::new(&app).proposed().created(None);
        let action = format!("{}/candidates", road.squad);
        let form = road.akimat.see(&format!("{action}/new")).form(&action);
        let token = road.akimat.cookie("session").unwrap().to_owned();
        end(&app, &mut road.akimat);
        road.akimat.set_cookie("session", &token);
        for minutes in [0, 31] {
            app.pass(TimeDelta::minutes(minutes));
            let answer = road.akimat.post(&form, &TYPED).expect(303);
            assert!(answer.location.unwrap().starts_with("/sign-in"), "{how}");
            assert_eq!(parked(&app), 0, "{how}");
        }
        assert!(!road.akimat.see("/sign-in").says("Сеансыңыздың уақыты бітті"), "{how}");
        app.deliver();
    }
}

#[test]
fn a_form_that_waits_goes_with_what_ends_its_session() {
    let app = TestApp::start();
    drop(sent_late(&app, 31));
    assert_eq!(parked(&app), 1);
    let mut other = app.sign_in("akimat");
    let form = other.see("/account").form("/account/password");
    let new = "тауда жел соғады 7";
    other
        .submit(&form, &[("old_password", PASSWORD), ("password", new), ("again", new)])
        .expect(200);
    assert_eq!(parked(&app), 0);
    app.deliver();
}

#[test]
fn what_is_kept_is_sealed() {
    let app = TestApp::start();
    drop(sent_late(&app, 31));
    for (_, value) in TYPED {
        let hex = hex::encode(value);
        let place = if is_postgres() {
            format!("position('\\x{hex}'::bytea in content_sealed)")
        } else {
            format!("instr(content_sealed, x'{hex}')")
        };
        let found = format!("SELECT count(*) FROM parked_form WHERE {place} > 0");
        assert_eq!(app.count(&found), 0, "{value}");
    }
}

#[test]
fn rights_are_looked_at_anew() {
    let app = TestApp::start();
    let (mut akimat, form, _) = sent_late(&app, 31);
    app.tamper("UPDATE duty SET to_at = from_at WHERE kind = 'akimat_officer'");
    let page = akimat.sign_in("akimat@demo.invalid", PASSWORD);
    let answer = akimat.post(&page.form(&form.action), &[("language_switch", "kk")]);
    assert_eq!(answer.status, 404, "{}", answer.text());
    assert!(!answer.says("Үлгібаева"));
}

#[test]
fn a_form_over_the_limit_gets_a_page_in_the_readers_language() {
    let app = TestApp::start();
    let mut nobody = app.visitor();
    nobody.set_cookie("language", "ru");
    let body = format!("email={}", "a".repeat(70_000));
    let page = nobody.send("/sign-in", "application/x-www-form-urlencoded", body.as_bytes());
    assert_eq!(page.status, 413);
    assert!(page.says("Форма слишком велика"), "{}", page.text());
    let mut akimat = app.sign_in("akimat");
    let body = format!("name_kk={}", "a".repeat((16 << 20) + 1));
    let page = akimat.send("/squads", "application/x-www-form-urlencoded", body.as_bytes());
    assert_eq!(page.status, 413);
    assert!(page.says("Нысан тым үлкен"), "{}", page.text());
}

/// Pages on which a road stands, for each user.
const PLACES: [(&str, &[&str]); 6] = [
    (
        "akimat",
        &[
            "/squads/new",
            "SQUAD",
            "SQUAD/candidates/new",
            "SQUAD/imports/new",
            "LIST",
            "LIST/copies",
            "ENTRY",
            "ENTRY/edit",
        ],
    ),
    ("hatshy", &["SQUAD", "SQUAD/decisions/new"]),
    ("tekserushi", &["SQUAD", "LIST", "LIST/returns", "ENTRY", "SQUAD/trainings/new"]),
    ("okil", &["SQUAD", "SQUAD/trainings/new"]),
    ("bastyq", &["LIST", "ENTRY"]),
    ("akimshi", &["/people/new", "/people/…", "/bodies/…", "/bodies/…/new"]),
];

#[test]
fn every_form_can_be_shown_again_and_then_carries_nothing_out() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None);
    let entry = |road: &mut SquadScenario| road.entries()[3].clone();
    let mut actions = Vec::new();
    let mut road = walk(&app, road, entry, &mut actions).copied();
    road = walk(&app, road, entry, &mut actions).sent();
    app.deliver();
    road = walk(&app, road, entry, &mut actions).received();
    app.deliver();
    road = walk(&app, road, entry, &mut actions);
    let fourth = entry(&mut road);
    road.give_back(&[(&fourth, "number_differs")]);
    road = walk(&app, road, entry, &mut actions);
    let road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    drop(walk(&app, road, entry, &mut actions));
    actions.sort();
    actions.dedup();
    assert!(actions.len() >= 13, "{actions:#?}");
    app.deliver();
}

/// Asks for every form of every page in another language.
fn walk(
    app: &TestApp,
    mut road: SquadScenario,
    entry: fn(&mut SquadScenario) -> String,
    actions: &mut Vec<String>,
) -> SquadScenario {
    let entry = entry(&mut road);
    let before = app.count("SELECT count(*) FROM journal");
    for (user, places) in PLACES {
        let mut visitor = app.sign_in(user);
        for place in places {
            let path = place
                .replace("SQUAD", &road.squad)
                .replace("LIST", &road.list)
                .replace("ENTRY", &entry);
            let path = match path.split_once('…') {
                Some((index, rest)) => {
                    let links = visitor.see(index.trim_end_matches('/')).links(index);
                    format!("{}{rest}", links.iter().find(|link| link.len() > 30).unwrap())
                }
                None => path,
            };
            let page = visitor.get(&path);
            for form in page.all_forms().into_iter().filter(is_of_an_act) {
                let note = page.html.split("name=\"note\" value=\"").nth(1).unwrap_or("\"");
                let note = ("note", note.split('"').next().unwrap());
                let shown = visitor.submit(&form, &[("language_switch", "kk"), note]);
                assert_eq!(
                    shown.status,
                    200,
                    "{user}: {} at {path}: {}",
                    form.action,
                    shown.text()
                );
                actions.push(
                    form.action
                        .split('/')
                        .map(|part| if part.len() == 32 { "ID" } else { part })
                        .collect::<Vec<_>>()
                        .join("/"),
                );
            }
        }
    }
    assert_eq!(app.count("SELECT count(*) FROM journal"), before);
    road
}

fn is_of_an_act(form: &Form) -> bool {
    let typed =
        |name: &str| !["form_token", "form_key"].contains(&name) && !name.starts_with("version");
    form.fields.iter().any(|(name, _)| typed(name))
        && !["/language", "/search"].contains(&form.action.as_str())
}

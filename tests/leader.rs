//! The leader's own pages on a telephone: the way in, what is seen there, and how it ends (clause 7).

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::Visitor,
};
use chrono::TimeDelta;
use jasaq::cli::demo::PASSWORD;
use std::collections::BTreeSet;

/// A squad with a leader in office, one more person in the book, one to be removed, and others being vetted.
fn led(app: &TestApp) -> SquadScenario {
    let outcomes = [(1, "registered"), (2, "registered"), (3, "to_be_removed")];
    let road = SquadScenario::led(app, &outcomes);
    app.deliver();
    road
}

const OPEN: &str =
    "SELECT count(*) FROM handoff WHERE kind = 'invite_leader' AND closed_at IS NULL";

#[test]
fn a_leader_in_office_is_invited_by_a_code_and_signs_in_by_a_login_that_says_nothing() {
    let app = TestApp::start();
    let mut road = led(&app);
    assert_eq!(app.count(OPEN), 1);
    assert!(road.unit.see("/inbox").says("Басшыға кіру мүмкіндігін беру"));
    let (login, code) = road.leader_sheet(PEOPLE[0]);
    assert_eq!(app.count(OPEN), 0);
    assert!(login.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{login}");
    let mut leader = app.visitor();
    let form = leader.see("/code").form("/code");
    let form = leader.submit(&form, &[("code", &code)]).expect(200).form("/code/password");
    leader.submit(&form, &[("password", PASSWORD), ("again", PASSWORD)]).expect(200);
    // In small letters, without the hyphen, and with a Cyrillic letter that looks like a Latin one.
    let typed = login.to_lowercase().replace('-', " ").replace('a', "а");
    leader.sign_in(&typed, PASSWORD).expect(200);
    assert_eq!(leader.get("/").location.as_deref(), Some("/my-squad"));
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn the_leader_sees_whom_to_call_and_who_may_not_go_yet_and_nothing_else_of_a_person() {
    let app = TestApp::start();
    let mut road = led(&app);
    let squad = road.squad.clone();
    let form = road.unit.see(&format!("{squad}/trainings/new"));
    let form = form.form(&format!("{squad}/trainings"));
    let own = road.person(PEOPLE[0]);
    let id = own.rsplit('/').next().unwrap();
    let fields = [("base", "2035 әскери бөлімі"), ("held_by", "Тестов"), ("attended", id)];
    road.unit.submit(&form, &fields).expect(200);
    let mut leader = road.leader(&app, PEOPLE[0]);
    let page = leader.see("/my-squad");
    for words in
        ["«Ақжайық»", "Қызметке шыға алады: 1 / 7", "шыға алады", "құқықтық дайындықтан өтпеген"]
    {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    // Who is to be removed, who is being vetted: the leader is told the same of all of them.
    assert_eq!(page.html.matches("әлі есепте жоқ").count(), 5);
    for hidden in ["шығарылуға тиіс", "Тексерілуде", "ЖСН", "15."] {
        assert!(!page.says(hidden), "{hidden}");
    }
    assert!(page.html.contains("href=\"tel:+7"), "a number to tap: {}", page.html);
    // Offices' pages are not the leader's.
    for path in ["/inbox", "/squads", squad.as_str(), own.as_str(), "/book", "/search", "/people"] {
        let status = leader.get(path).status;
        assert!([403, 404].contains(&status), "{path}: {status}");
    }
    for path in ["/account", "/rules"] {
        leader.get(path).expect(200);
    }
    // And the leader's are not the offices'.
    for reader in [&mut road.akimat, &mut road.unit, &mut road.secretary] {
        assert_eq!(reader.get("/my-squad").status, 403);
    }
    app.deliver();
}

#[test]
fn the_way_in_goes_by_mail_only_to_an_address_made_sure_of() {
    let app = TestApp::start();
    let mut road = led(&app);
    let person = road.person(PEOPLE[0]);
    let form = road.unit.see(&person).form(&format!("{person}/leader"));
    let page = road.unit.post(&form, &[("means", "mail")]).expect(422);
    assert!(page.says("мекенжайын нақтыламаған"), "{}", page.text());
    let contact = road.unit.see(&person).form(&format!("{person}/contact"));
    road.unit.submit(&contact, &[("email", "basshy@mail.example")]).expect(200);
    app.deliver();
    let form = road.unit.see(&person).form(&format!("{person}/leader"));
    road.unit.post(&form, &[("means", "mail")]).expect(303);
    let letters = app.deliver();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!(letter.to, "basshy@mail.example");
    assert!(PEOPLE.iter().all(|name| !letter.text.contains(name)), "no name in it");
    let login = letter.text.split("Логиніңіз: ").nth(1).unwrap().split('.').next().unwrap();
    let mut leader = app.visitor();
    let form = leader.see(&letter.path()).form(&letter.path());
    leader.submit(&form, &[("password", PASSWORD), ("again", PASSWORD)]).expect(200);
    leader.sign_in(login, PASSWORD).expect(200);
    leader.see("/my-squad");
    // The address is a way to write to the leader, and no way in.
    assert_eq!(app.visitor().sign_in("basshy@mail.example", PASSWORD).status, 422);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_term_that_ends_ends_at_the_next_request_and_nobody_waits_for_an_invitation_any_more() {
    let app = TestApp::start();
    let mut road = led(&app);
    let mut leader = road.leader(&app, PEOPLE[0]);
    assert!(leader.see("/my-squad").says(PEOPLE[1]));
    road.take_off(PEOPLE[0], &[("item", "15.3")]);
    let page = leader.see("/my-squad");
    assert!(page.says("өкілеттігіңіз тоқтатылды") && !page.says(PEOPLE[1]), "{}", page.text());
    // A leader who was never invited is not waited for either.
    let mut second = led(&app);
    assert_eq!(app.count(OPEN), 1);
    second.take_off(PEOPLE[0], &[("item", "15.3")]);
    assert_eq!(app.count(OPEN), 0);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn one_telephone_stays_signed_in_for_two_weeks_without_use_and_the_unit_signs_it_out() {
    let app = TestApp::start();
    let mut road = led(&app);
    let (login, code) = road.leader_sheet(PEOPLE[0]);
    let mut first = app.visitor();
    let form = first.see("/code").form("/code");
    let form = first.submit(&form, &[("code", &code)]).expect(200).form("/code/password");
    first.submit(&form, &[("password", PASSWORD), ("again", PASSWORD)]).expect(200);
    first.sign_in(&login, PASSWORD).expect(200);
    let is_in = |phone: &mut Visitor| phone.get("/my-squad").status == 200;
    app.pass(TimeDelta::days(13));
    assert!(is_in(&mut first));
    let mut second = app.visitor();
    second.sign_in(&login, PASSWORD).expect(200);
    assert!(is_in(&mut second) && !is_in(&mut first), "one telephone at a time");
    app.pass(TimeDelta::days(15));
    assert!(!is_in(&mut second), "nobody used it for two weeks");
    second.sign_in(&login, PASSWORD).expect(200);
    for _ in 0..8 {
        app.pass(TimeDelta::days(11));
        assert!(is_in(&mut second));
    }
    app.pass(TimeDelta::days(3));
    assert!(!is_in(&mut second), "ninety days at the longest");
    second.sign_in(&login, PASSWORD).expect(200);
    // The telephone is lost: its password may be kept on it.
    road.unit = app.sign_in("okil");
    let person = road.person(PEOPLE[0]);
    let form = road.unit.see(&person).form(&format!("{person}/leader/sessions"));
    road.unit.submit(&form, &[]).expect(200);
    assert!(!is_in(&mut second));
    assert_eq!(second.sign_in(&login, PASSWORD).status, 422);
    let mut again = road.leader(&app, PEOPLE[0]);
    assert!(is_in(&mut again));
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn nobody_but_the_unit_of_the_squad_invites_and_only_the_leader_in_office() {
    let app = TestApp::start();
    let mut road = led(&app);
    let leader = road.person(PEOPLE[0]);
    let form = road.unit.see(&leader).form(&format!("{leader}/leader"));
    for name in ["okil2", "akimat", "hatshy", "tekserushi", "bastyq", "auditor", "akimshi"] {
        let mut stranger = app.sign_in(name);
        let mut own = stranger.see("/account").form("/account/digest");
        own.action.clone_from(&form.action);
        let status = stranger.post(&own, &[("means", "code")]).status;
        assert!([403, 404].contains(&status), "{name}: {status}");
    }
    let other = road.person(PEOPLE[1]);
    assert!(!road.unit.see(&other).has_form(&format!("{other}/leader")));
    let mut forged = form;
    forged.action = format!("{other}/leader");
    assert_eq!(road.unit.post(&forged, &[("means", "code")]).status, 409);
    assert_eq!(app.count("SELECT count(*) FROM leader_account"), 0);
    app.deliver();
}

#[test]
fn the_first_page_weighs_little_and_is_kept_until_the_leader_signs_out() {
    let app = TestApp::start();
    let mut road = led(&app);
    let mut leader = road.leader(&app, PEOPLE[0]);
    let page = leader.see("/my-squad");
    assert!(page.html.contains("id=\"offline\" hidden"), "{}", page.html);
    // All that a telephone loads for the first time, as it travels: the page itself, and everything that it names.
    let mut loaded = leader.weight("/my-squad");
    let named = page.html.split("\"/assets/").skip(1);
    let assets: BTreeSet<&str> = named.map(|rest| rest.split(['"', '#']).next().unwrap()).collect();
    assert!(assets.len() >= 4, "{assets:?}");
    for asset in assets {
        loaded += leader.weight(&format!("/assets/{asset}"));
    }
    assert!(loaded < 20_000, "the first page weighs {loaded} bytes");
    let worker = app.visitor().get("/offline.js").expect(200);
    assert!(worker.html.contains("\"/my-squad\""));
    let form = page.form("/sign-out");
    let left = leader.post(&form, &[]).expect(303);
    assert_eq!(left.header("clear-site-data"), Some("\"storage\""));
    app.deliver();
}

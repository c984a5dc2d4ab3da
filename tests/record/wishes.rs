//! A person asks by the link of a mail to be taken off the record, and the unit records it (item 15.5).

use super::{
    contact::{ADDRESS, confirm},
    off_record::in_book,
};
use crate::harness::{
    TestApp,
    letter::Letter,
    squad_scenario::{PEOPLE, SquadScenario, look_over},
    visitor::Page,
};
use chrono::TimeDelta;

/// A squad in whose book the second person is reached by mail, and the link of that mail.
fn linked(app: &TestApp) -> (SquadScenario, String) {
    let mut road = in_book(app);
    confirm(&mut road, PEOPLE[1], &[("email", ADDRESS), ("phone", "87010000107")]).expect(303);
    let letters = app.deliver();
    let link = letters.iter().find(|letter| letter.to == ADDRESS).map(Letter::path).unwrap();
    (road, link)
}

/// Asks without an account.
fn ask(app: &TestApp, link: &str, fields: &[(&str, &str)]) -> Page {
    let mut reader = app.visitor();
    let form = reader.get(link).expect(200).form(link);
    reader.submit(&form, fields)
}

const OPEN: &str =
    "SELECT count(*) FROM handoff WHERE kind = 'record_own_wish' AND closed_at IS NULL";

#[test]
fn a_person_asks_with_the_digits_of_the_telephone_and_the_unit_records_it() {
    let app = TestApp::start();
    let (mut road, link) = linked(&app);
    let mut reader = app.visitor();
    let page = reader.get(&link).expect(200);
    assert!(
        page.says("«Ақжайық»") && PEOPLE.iter().all(|name| !page.says(name)),
        "{}",
        page.text()
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(app.count("SELECT count(*) FROM own_wish"), 0, "looking changes nothing");
    let page = ask(&app, &link, &[("digits", "0107")]).expect(200);
    assert!(page.says("Өтінішіңіз бөлімшеге жетті"), "{}", page.text());
    assert_eq!(app.count(OPEN), 1);
    let letters = app.deliver();
    let [letter] = &letters[..] else { panic!("{letters:?}") };
    assert_eq!((letter.to.as_str(), letter.path()), ("okil@demo.invalid", road.squad.clone()));
    assert!(PEOPLE.iter().all(|name| !letter.text.contains(name)));
    assert!(!road.unit.see("/inbox").says(PEOPLE[1]));
    let squad = road.squad.clone();
    assert!(road.unit.see(&squad).says("Есептен шығаруды сұрайды"));
    let member = road.person(PEOPLE[1]);
    let page = road.unit.see(&member);
    assert!(page.says("соңғы төрт цифрын көрсетті"), "{}", page.text());
    // The form knows item and day already.
    let place = road.off_record(PEOPLE[1]);
    let form = road.unit.see(&place).form(&place);
    let check = road.unit.submit(&form, &[]).expect(200);
    assert!(check.says("15.5") && check.says("22.11.2026"), "{}", check.text());
    road.unit.submit(&check.form(&place), &[]).expect(200);
    assert_eq!(app.count(OPEN), 0);
    assert_eq!(app.count("SELECT count(*) FROM own_wish WHERE state = 'recorded'"), 1);
    assert!(app.visitor().get(&link).expect(200).says("енді бұл жасақтың есебінде тұрмайсыз"));
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn without_the_digits_the_unit_calls_and_may_set_the_wish_aside() {
    let app = TestApp::start();
    let (mut road, link) = linked(&app);
    for _ in 0..5 {
        let page = ask(&app, &link, &[("digits", "9999")]).expect(422);
        assert!(page.says("соңғы төрт цифры емес"), "{}", page.text());
    }
    // Even the right ones are refused after so many.
    let mut reader = app.visitor();
    let mut form = reader.get(&link).form(&link);
    assert!(!form.fields.iter().any(|(name, _)| name == "digits"));
    form.fields.push(("digits".into(), "0107".into()));
    form.fields.retain(|(name, _)| name != "call");
    assert_eq!(reader.post(&form, &[]).status, 422);
    assert_eq!(app.count("SELECT count(*) FROM own_wish"), 0);
    ask(&app, &link, &[("call", "yes")]).expect(200);
    app.deliver();
    let member = road.person(PEOPLE[1]);
    let page = road.unit.see(&member);
    assert!(page.says("қоңырау шалыңыз") && page.html.contains("tel:+77010000107"));
    let aside = page.form(&format!("{member}/wish"));
    for stranger in ["okil2", "akimat", "hatshy", "tekserushi"] {
        let mut stranger = app.sign_in(stranger);
        let mut form = stranger.see("/account").form("/account/digest");
        form.action.clone_from(&aside.action);
        assert!([403, 404].contains(&stranger.post(&form, &[]).status));
    }
    road.unit.submit(&aside, &[]).expect(200);
    assert_eq!(app.count(OPEN), 0);
    assert_eq!(app.count("SELECT count(*) FROM membership WHERE state = 'registered'"), 5);
    assert_eq!(road.unit.post(&aside, &[("again", "1")]).status, 409);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_person_takes_the_wish_back_and_may_ask_again() {
    let app = TestApp::start();
    let (mut road, link) = linked(&app);
    let mut reader = app.visitor();
    let form = reader.get(&link).form(&link);
    reader.submit(&form, &[("digits", "0107")]).expect(200);
    // The same form sent twice over a bad line is one wish.
    reader.post(&form, &[("digits", "0107")]).expect(303);
    assert_eq!(app.count("SELECT count(*) FROM own_wish"), 1);
    let back = format!("{link}/withdrawal");
    let form = reader.get(&link).form(&back);
    assert!(reader.submit(&form, &[]).expect(200).has_form(&link));
    assert_eq!(app.count(OPEN), 0);
    ask(&app, &link, &[("digits", "0107")]).expect(200);
    assert_eq!(app.count(OPEN), 1);
    road.take_off(PEOPLE[1], &[("item", "15.3"), ("arose_on", "2026-11-20")]);
    assert_eq!(app.count(OPEN), 0, "the record has ended, whatever the item");
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_link_is_good_for_ninety_days_and_a_worthless_one_is_like_one_that_never_was() {
    let app = TestApp::start();
    let (_, link) = linked(&app);
    let unknown = format!("/wishes/{}", "0".repeat(64));
    let never = app.visitor().get(&unknown).expect(404);
    app.pass(TimeDelta::days(90) - TimeDelta::minutes(5));
    app.visitor().get(&link).expect(200);
    app.pass(TimeDelta::minutes(6));
    let over = app.visitor().get(&link).expect(404);
    assert_eq!(over.text(), never.text());
}

#[test]
fn nobody_of_akimat_council_or_audit_learns_of_a_wish() {
    let walk = |asks: bool| {
        let app = TestApp::start();
        let (mut road, link) = linked(&app);
        if asks {
            ask(&app, &link, &[("digits", "0107")]).expect(200);
        }
        let mut mails: Vec<(String, String)> = Vec::new();
        let mut told = |app: &TestApp| {
            let letters = app.deliver().into_iter();
            let others = letters.filter(|l| !l.to.starts_with("okil") && l.to != ADDRESS);
            mails.extend(others.map(|letter| (letter.to, letter.subject)));
        };
        told(&app);
        let place = road.off_record(PEOPLE[1]);
        let check =
            look_over(&mut road.unit, &place, &[("item", if asks { "15.5" } else { "15.1" })]);
        road.unit.submit(&check.form(&place), &[]).expect(200);
        told(&app);
        let squad = road.squad.clone();
        let mut seen = Vec::new();
        for path in [squad.as_str(), "/inbox", &format!("{squad}/history")] {
            seen.push(road.akimat.see(path).text());
            seen.push(road.secretary.see(path).text());
        }
        let mut auditor = app.sign_in("auditor");
        for path in ["/journal", "/statistics"] {
            seen.push(auditor.see(path).text());
        }
        (seen, mails)
    };
    let (with, without) = (walk(true), walk(false));
    assert_eq!(with.1, without.1);
    for (with, without) in with.0.iter().zip(&without.0) {
        assert_eq!(with, without);
    }
}

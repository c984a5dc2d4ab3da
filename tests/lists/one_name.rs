//! People whose document holds one name only: from the file or the form to the list that is sent and handed out.

use crate::{
    harness::{TestApp, fixture, sheet, squad_scenario::SquadScenario},
    lists::{
        intake::lists::{csv, invent},
        sending::{only, upload},
    },
};

const FILE: &str = "cases/list-one-name-only.xlsx";

fn saved(road: &mut SquadScenario, file: &[u8], name: &str, place: usize) -> String {
    let page = upload(road, file, name).expect(200);
    let refused = road.akimat.submit(&page.form(&only(&page.path)), &[("do", "save")]).expect(422);
    let answer = format!("answer-{place}");
    assert!(refused.says("Құжатта бір ғана есім бар"), "{}", refused.text());
    let form = refused.form(&only(&refused.path));
    let list = road.akimat.submit(&form, &[(answer.as_str(), "name_incomplete"), ("do", "save")]);
    list.expect(200).path
}

#[test]
fn one_tick_saves_the_person_who_is_then_found_shown_sent_and_handed_out_under_one_name() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    road.list = saved(&mut road, &fixture(FILE), "тізім.xlsx", 1);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM particulars WHERE surname = 'Демесін' AND given_name IS NULL"
        ),
        1
    );
    let list = road.akimat.see(&road.list.clone());
    assert!(list.says("Демесін") && !list.html.contains("Демесін "), "no blank hangs on the name");
    let form = road.akimat.see("/search").form("/search");
    assert!(road.akimat.submit(&form, &[("q", "демесин")]).says("Демесін"));
    let entries = road.entries();
    assert!(road.akimat.see(&entries[1]).says("Демесін"));
    for entry in &entries {
        road.attach(entry);
    }
    road.send("3-14/1199").expect(200);
    let names = |content: &[u8]| -> Vec<Vec<String>> {
        sheet::rows(content)[1..].iter().map(|row| row[1..4].to_vec()).collect()
    };
    let sent = road.officer.see(&format!("{}/dispatches/1", road.list));
    assert_eq!(names(&sent.content)[1], ["Демесін", "", ""]);
    let received = road.officer.see(&road.list.clone());
    assert!(received.says("Демесін"));
    let mails = app.deliver();
    assert!(!mails.is_empty());
    let mut road = road.received();
    road.give_back(&[(&entries[1], "name_differs")]);
    let path = format!("{}/edit", entries[1]);
    let form = road.akimat.see(&path).form(&entries[1]);
    assert!(road.akimat.see(&path).html.contains("checked"), "what was said stands in the form");
    road.akimat.submit(&form, &[("surname", "Демесінбай")]).expect(200);
    road.send("3-14/1200").expect(200);
    let again = road.officer.see(&format!("{}/dispatches/2", road.list));
    assert_eq!(names(&again.content), [["Демесінбай", "", ""]]);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn the_name_that_stands_in_the_column_of_given_names_is_the_one_name() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let cell = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    let file = csv(&[
        cell(["Тегі", "Аты", "Әкесінің аты", "ЖСН"]),
        cell(["", "Мысалхан", "", &invent(50).iin]),
        cell(["Тестов", "Асан", "", &invent(51).iin]),
    ]);
    saved(&mut road, &file, "list.csv", 0);
    let stored =
        "SELECT count(*) FROM particulars WHERE surname = 'Мысалхан' AND given_name IS NULL";
    assert_eq!(app.count(stored), 1);
    app.deliver();
}

#[test]
fn somebody_typed_by_hand_has_one_name_when_the_form_says_so_and_never_both() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let path = format!("{}/candidates", road.squad);
    let form = road.akimat.see(&format!("{path}/new")).form(&path);
    let iin = invent(52).iin;
    let name = [("surname", "Үлгіхан"), ("given_name", ""), ("iin", iin.as_str())];
    let refused = road.akimat.submit(&form, &name).expect(422);
    assert!(refused.says("бір ғана есім"), "the fault says what to do");
    let both = [&name[..1], &[("given_name", "Асан"), ("one_name", "yes")], &name[2..]].concat();
    assert!(road.akimat.submit(&form, &both).expect(422).html.contains("href=\"#given_name\""));
    let said = [&name[..], &[("one_name", "yes")]].concat();
    let list = road.akimat.submit(&form, &said).expect(200);
    assert!(list.says("Үлгіхан"));
    assert_eq!(app.count("SELECT count(*) FROM particulars WHERE given_name IS NULL"), 1);
    app.deliver();
}

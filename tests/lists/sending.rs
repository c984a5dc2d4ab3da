//! A file of candidates, from upload to list.

use crate::harness::{
    TestApp, fixture,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
    visitor::Page,
};
use jasaq::intake::{self, Chosen, Refusal};
use std::path::Path;

/// The path of an address, without what it asks for.
pub fn only(address: &str) -> String {
    address.split(['?', '#']).next().unwrap().to_owned()
}

pub fn upload(road: &mut SquadScenario, file: &[u8], name: &str) -> Page {
    let path = format!("{}/imports", road.squad);
    let form = road.akimat.see(&format!("{path}/new")).form(&path);
    let answer = road.akimat.post_file(&form, &[], Some(("file", name, file)));
    match answer.location.clone() {
        Some(report) => road.akimat.see(&report),
        None => answer,
    }
}

#[test]
fn zeros_are_restored_telephones_read_and_the_row_of_column_numbers_is_nobody() {
    let app = TestApp::start();
    let report = SquadScenario::new(&app).upload();
    assert_eq!(report.html.matches("name=\"shown\"").count(), 7);
    for words in ["000101599040", "099000101", "+77000000001", "29.02.1984"] {
        assert!(report.says(words), "{words}");
    }
}

#[test]
fn later_people_come_on_a_new_list_without_a_new_decision() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let report = upload(&mut road, &fixture("lists/02_zaisan_ru_text_dates.xlsx"), "список.xlsx");
    let report =
        road.akimat.submit(&report.form(&report.path), &[("do", "leave-out-open")]).expect(200);
    let page = road.akimat.submit(&report.form(&only(&report.path)), &[("do", "save")]).expect(200);
    assert_ne!(page.path, road.list);
    assert_eq!(app.count("SELECT count(*) FROM member_list"), 2);
    assert_eq!(app.count("SELECT count(*) FROM decision"), 1);
    app.deliver();
}

#[test]
fn people_of_the_own_squad_are_told_at_once_and_people_elsewhere_give_no_sign() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let file = fixture("lists/01_kurmangazy_kk_iin_as_number.xlsx");
    let report = upload(&mut road, &file, "тізім.xlsx");
    assert_eq!(
        report
            .form(&report.path)
            .fields
            .iter()
            .filter(|(name, _)| name.starts_with("leave-out-"))
            .count(),
        7
    );
    assert!(report.says("Осы жасақта бар"), "all seven stand in this squad already");
    let refused = road.akimat.submit(&report.form(&report.path), &[("do", "save")]).expect(422);
    assert!(refused.says("Сақтайтын адам қалмады"));
    // Taken back by hand, somebody is still in the squad already.
    let taken: Vec<_> = (0..6).map(|place| (format!("leave-out-{place}"), "yes")).collect();
    let mut form = refused.form(&report.path);
    form.fields.retain(|(name, _)| !name.starts_with("leave-out-"));
    let fields: Vec<_> =
        taken.iter().map(|(name, value)| (name.as_str(), *value)).chain([("do", "save")]).collect();
    road.akimat.submit(&form, &fields).expect(422);

    // The same file in another district: not a word, and everybody is taken.
    let mut other = app.sign_in("akimat2");
    let form = other.see("/squads/new").form("/squads");
    let option = other.first_unit();
    let fields =
        [("name_kk", "Мысал"), ("name_ru", "Мысал"), ("area", "Мысал"), ("unit", option.as_str())];
    let answer = other.post_file(&form, &fields, Some(("file", "тізім.xlsx", &file))).expect(303);
    let report = other.see(&answer.location.unwrap());
    assert!(
        !report.form(&report.path).fields.iter().any(|(name, _)| name.starts_with("leave-out-"))
    );
    let squad = other.submit(&report.form(&report.path), &[("do", "save")]).expect(200);
    assert!(PEOPLE.iter().all(|name| squad.says(name)));
    assert_eq!(app.count("SELECT count(*) FROM person"), 7, "one identity each, whoever typed it");
    assert_eq!(app.count("SELECT count(*) FROM membership"), 14);
    app.deliver();
}

#[test]
fn what_was_corrected_is_announced_once_and_vetting_is_not_asked_for_again() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let due =
        app.count("SELECT count(*) FROM handoff WHERE kind = 'vet_list' AND due_at < '2026-12-08'");
    let entries = road.entries();
    road.give_back(&[(&entries[0], "unreadable_copy"), (&entries[1], "name_differs")]);
    app.deliver();
    app.pass(chrono::TimeDelta::days(3));
    let mut road =
        SquadScenario { akimat: app.sign_in("akimat"), officer: app.sign_in("tekserushi"), ..road };
    road.attach(&entries[0]);
    road.attach(&entries[1]);
    road.send("3-14/1201").expect(200);
    let letters = app.deliver();
    let told: Vec<(&str, &str)> =
        letters.iter().map(|letter| (letter.reader(), letter.act())).collect();
    assert_eq!(told, [("tekserushi", "send_list"), ("tekserushi2", "send_list")], "once each");
    assert!(
        letters[0].subject.contains("түзетілген жазбаларды қабылдаңыз (2)"),
        "{}",
        letters[0].subject
    );
    let road = road.received();
    let letters = app.deliver();
    assert!(
        letters.iter().all(|letter| letter.reader() != "tekserushi"),
        "they are vetting the list already: {letters:?}"
    );
    assert_eq!(
        app.count("SELECT count(*) FROM handoff WHERE kind = 'vet_list' AND due_at < '2026-12-08'"),
        due,
        "its day stays"
    );
    assert_eq!(app.count("SELECT count(*) FROM handoff WHERE kind = 'vet_list'"), 1);
    drop(road);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_file_that_is_no_list_is_refused_in_a_sentence_and_the_form_stays() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    for (file, name) in [
        (fixture("lists/12_cards.xlsx"), "карточки.xlsx"),
        (fixture("lists/13_no_titles.xlsx"), "list.xlsx"),
        (b"%PDF-1.4 no list".to_vec(), "list.xlsx"),
        (Vec::new(), "empty.xlsx"),
    ] {
        let page = upload(&mut road, &file, name).expect(422);
        assert!(page.html.contains("role=\"alert\""), "{name}");
        assert!(page.has_form(&format!("{}/imports", road.squad)));
    }
    assert_eq!(app.count("SELECT count(*) FROM draft"), 0);
    app.deliver();
}

#[test]
fn what_was_read_waits_sealed_for_its_reader_only_and_not_for_ever() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let report = road.upload();
    app.sign_in("akimat2").get(&report.path).expect(404);
    road.akimat.see(&report.path);
    for iin in IINS {
        for column in ["content_sealed", "file_sealed"] {
            let found = if crate::harness::database::is_postgres() {
                format!("SELECT count(*) FROM draft WHERE position('{iin}'::bytea in {column}) > 0")
            } else {
                format!(
                    "SELECT count(*) FROM draft WHERE instr({column}, CAST('{iin}' AS BLOB)) > 0"
                )
            };
            assert_eq!(app.count(&found), 0);
        }
    }
    app.pass(chrono::TimeDelta::hours(25));
    app.sign_in("akimat").get(&report.path).expect(404);
}

#[test]
fn a_file_is_read_in_a_process_of_its_own_and_one_that_breaks_off_harms_nobody() {
    let app = TestApp::start();
    let file = fixture("lists/02_zaisan_ru_text_dates.xlsx");
    let columns = Chosen::default();
    let apart = intake::read_apart(&app.state.program, &file, "список.xlsx", &columns).unwrap();
    assert_eq!(apart, intake::read(&file, "список.xlsx"));
    let refused = intake::read_apart(&app.state.program, b"no list", "a.xlsx", &columns).unwrap();
    assert_eq!(refused, Err(Refusal::NotASpreadsheet));
    assert_eq!(
        intake::read_apart(Path::new("/bin/false"), &file, "a.xlsx", &columns).unwrap(),
        Err(Refusal::Damaged)
    );
    assert!(intake::read_apart(Path::new("/no/such/program"), &file, "a.xlsx", &columns).is_err());
}

#[test]
fn the_empty_table_of_the_house_is_one_that_it_reads() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let template = road.akimat.see("/imports/template");
    assert!(template.header("content-disposition").unwrap().starts_with("attachment; filename="));
    assert_eq!(
        intake::read(&template.content, "template.xlsx"),
        Err(Refusal::NoPeople),
        "it has titles, a hint and nobody"
    );
    assert_eq!(
        road.akimat.see(&format!("{}/imports/new", road.squad)).links("/imports/template").len(),
        1
    );
    app.deliver();
}

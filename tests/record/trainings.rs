//! Legal training is recorded, withdrawn where it was a slip, and followed by the head of the subdivision.

use crate::harness::{
    TestApp,
    form::Form,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;

const TRAINED: &str = "SELECT count(*) FROM membership WHERE trained_on IS NOT NULL";

/// A squad of whom the first five are in the book.
fn in_book(app: &TestApp) -> SquadScenario {
    let outcomes = [1, 2, 3, 4, 5].map(|n| (n, "registered"));
    SquadScenario::new(app).proposed().created(None).copied().sent().received().answered(&outcomes)
}

fn form(reader: &mut Visitor, squad: &str) -> Form {
    reader.see(&format!("{squad}/trainings/new")).form(&format!("{squad}/trainings"))
}

fn record(reader: &mut Visitor, squad: &str, fields: &[(&str, &str)]) -> Page {
    let known = [("base", "Үлгі әскери бөлімі"), ("held_by", "Мысалов Ә.")];
    let form = form(reader, squad);
    reader.submit(&form, &[&known[..], fields].concat())
}

#[test]
fn a_training_is_recorded_for_those_in_the_book_and_each_has_an_entry_there() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let squad = road.squad.clone();
    let page = road.unit.see(&format!("{squad}/trainings/new"));
    assert!(page.says(PEOPLE[0]) && !page.says(PEOPLE[5]), "only those in the book are trained");
    let page = record(&mut road.unit, &squad, &[]).expect(200);
    assert_eq!(page.path, squad);
    assert!(page.says("Құқықтық дайындықтан өткен күні"), "{}", page.text());
    assert_eq!(app.count(TRAINED), 5, "all who waited were ticked");
    assert_eq!(app.count("SELECT count(*) FROM book_entry WHERE kind = 'trained'"), 5);
    assert_eq!(app.count("SELECT max(number) FROM book_entry"), 10, "numbers run on");
    let book = road.unit.see("/book").text();
    assert!(book.contains("Үлгі әскери бөлімі, Мысалов Ә."), "{book}");
    for reader in [&mut road.akimat, &mut road.secretary] {
        assert!(!reader.see(&squad).says("дайындық"), "training is the border bodies' own");
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_officer_records_too_and_what_is_wrong_stands_beside_its_field_while_ticks_stay() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let squad = road.squad.clone();
    let tomorrow = jasaq::domain::time::today(app.state.clock.now() + TimeDelta::days(1));
    let mut first = form(&mut road.officer, &squad);
    let one = first.fields.iter().find(|(name, _)| name == "attended").unwrap().clone();
    first.fields.retain(|(name, _)| name != "attended");
    let page = road.officer.submit(&first, &[("base", "Үлгі"), ("held_by", "М.")]).expect(422);
    assert!(page.html.contains("href=\"#attended\""), "{}", page.text());
    first.fields.push(one.clone());
    let fields =
        [("held_on", tomorrow.to_string()), ("base", String::new()), ("held_by", "М.".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let page = road.officer.submit(&first, &fields).expect(422);
    for field in ["held_on", "base"] {
        assert!(page.html.contains(&format!("href=\"#{field}\"")), "{field}: {}", page.text());
    }
    let again = page.form(&format!("{squad}/trainings"));
    let ticked: Vec<_> = again.fields.iter().filter(|(name, _)| name == "attended").collect();
    assert_eq!(ticked, [&one], "what was ticked stays, and nobody else is");
    let day = app.state.clock.now().date().to_string();
    road.officer.submit(&again, &[("held_on", &day), ("base", "Үлгі")]).expect(200);
    assert_eq!(app.count(TRAINED), 1);
    app.deliver();
}

#[test]
fn a_training_of_the_wrong_person_is_withdrawn_by_an_entry_beside_it_and_once_only() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let squad = road.squad.clone();
    record(&mut road.unit, &squad, &[]).expect(200);
    let page = road.unit.see(&format!("{squad}/trainings/new"));
    let wrong = page.forms(&format!("{squad}/trainings/withdrawal")).remove(1);
    let page = road.unit.submit(&wrong, &[]).expect(200);
    assert_eq!(app.count(TRAINED), 4);
    let ticked = page.form(&format!("{squad}/trainings"));
    let ticked = ticked.fields.iter().filter(|(name, _)| name == "attended").count();
    assert_eq!(ticked, 1, "the person waits for training again");
    let book = road.unit.see("/book").text();
    assert!(book.contains("Түзетілді, жаңа жазба: № 11"), "{book}");
    assert!(book.contains("Түзетілетін жазба: № 7"), "{book}");
    let mut stale = wrong.clone();
    stale.fields.retain(|(name, _)| name != "form_key");
    let key = page.form(&format!("{squad}/trainings"));
    let key = key.fields.iter().find(|(name, _)| name == "form_key").unwrap();
    stale.fields.push(key.clone());
    road.unit.submit(&stale, &[]).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM book_entry"), 11);
    record(&mut road.unit, &squad, &[]).expect(200);
    assert_eq!(app.count(TRAINED), 5, "the same training, attended after all");
    assert_eq!(app.count("SELECT count(*) FROM training"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn a_person_of_another_squad_cannot_be_put_into_a_training_nor_one_who_is_not_in_the_book() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let squad = road.squad.clone();
    let page = road.secretary.see(&squad);
    let mut form = form(&mut road.unit, &squad);
    form.fields.retain(|(name, _)| name != "attended");
    let foreign = jasaq::domain::id::Id::<jasaq::domain::id::Membership>::new().to_string();
    let fields = [("base", "Үлгі"), ("held_by", "М."), ("attended", foreign.as_str())];
    road.unit.submit(&form, &fields).expect(404);
    assert!(page.says(PEOPLE[5]));
    let vetted: String = app.read(|db| {
        let members = jasaq::storage::squads::membership::of_squad(
            db,
            squad.rsplit('/').next().unwrap().parse().unwrap(),
        )?;
        let member = members.iter().find(|member| member.full_name() == PEOPLE[5]).unwrap();
        Ok(member.id.to_string())
    });
    let fields = [("base", "Үлгі"), ("held_by", "М."), ("attended", vetted.as_str())];
    road.unit.submit(&form, &fields).expect(409);
    assert_eq!(app.count(TRAINED), 0);
    app.deliver();
}

#[test]
fn the_head_sees_who_is_trained_by_unit_and_since_when_people_wait_and_others_do_not() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let squad = road.squad.clone();
    app.pass(TimeDelta::minutes(10));
    let mut first = form(&mut road.unit, &squad);
    let mut kept = false;
    first.fields.retain(|(name, _)| name != "attended" || !std::mem::replace(&mut kept, true));
    road.unit.submit(&first, &[("base", "Үлгі"), ("held_by", "М.")]).expect(200);
    app.pass(TimeDelta::days(12));
    let mut head = app.sign_in("bastyq");
    let page = head.see("/trainings").text();
    assert!(page.contains("Сынақ-1"), "{page}");
    assert!(page.contains("Дайындықтан өтпегендер: 4") && page.contains("12 күн"), "{page}");
    assert!(!head.see("/trainings").html.contains("/trainings/new"), "the head only controls");
    head.get(&format!("{squad}/trainings/new")).expect(403);
    assert!(app.sign_in("okil").see("/trainings").html.contains("/trainings/new"));
    let other = app.sign_in("okil2").see("/trainings").text();
    assert!(!other.contains("Ақжайық"), "{other}");
    for name in ["akimat", "hatshy", "auditor", "akimshi"] {
        app.sign_in(name).get("/trainings").expect(403);
    }
    app.deliver();
}

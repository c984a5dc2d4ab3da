//! The unit makes sure how people are reached, and nobody writes to an address before (clauses 18, 22).

use super::off_record::{in_book, inform, notice_forms, put_back};
use crate::harness::{
    TestApp,
    form::Form,
    letter::Letter,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::Page,
};

pub const ADDRESS: &str = "ulgi.adam@mail.example";

/// Makes sure with that person.
pub fn confirm(road: &mut SquadScenario, name: &str, fields: &[(&str, &str)]) -> Page {
    let person = road.person(name);
    let form = road.unit.see(&person).form(&format!("{person}/contact"));
    let form = Form {
        fields: form
            .fields
            .into_iter()
            .filter(|(name, _)| !fields.iter().any(|(of, _)| of == name))
            .collect(),
        ..form
    };
    road.unit.post(&form, fields)
}

/// Sends the notice that waits by mail.
fn send_notice(road: &mut SquadScenario) -> Page {
    let forms = notice_forms(&mut road.unit, "");
    let by_mail = |form: &&Form| form.fields.contains(&("channel".into(), "email".into()));
    let form = forms.iter().find(by_mail).expect("a notice can be sent by mail");
    road.unit.submit(form, &[])
}

fn to_person(letters: &[Letter]) -> Vec<&Letter> {
    letters.iter().filter(|letter| letter.to == ADDRESS).collect()
}

#[test]
fn an_address_that_an_akimat_typed_is_seen_by_the_unit_and_written_to_by_nobody() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let entry = road.entries().remove(0);
    let page = road.akimat.see(&format!("{entry}/edit"));
    let form = page.form(&entry);
    let fields = [("email", "Akimat.Typed@mail.example"), ("language", "ru")];
    road.akimat.submit(&form, &fields).expect(200);
    assert!(road.akimat.see(&entry).says("akimat.typed@mail.example"));
    let mut road = road.sent().received();
    let page = road.officer.see(&entry);
    assert!(page.says("akimat.typed@mail.example") && page.says("Орыс тілі"), "{}", page.text());
    let name = PEOPLE.iter().find(|name| page.says(name)).copied().unwrap();
    let mut road = road.answered(&[(1, "registered")]);
    let member = road.person(name);
    let page = road.unit.see(&member);
    assert!(page.html.contains("akimat.typed@mail.example"), "{}", page.text());
    assert!(page.says("Әкімдік көрсеткендей"));
    road.take_off(name, &[("item", "15.3")]);
    assert!(road.unit.see("/notices").says("Мекенжай нақтыланбаған"));
    // A form that was never shown sends nothing either.
    let page = inform(&mut road.unit, &[("channel", "email")]).expect(422);
    assert!(page.says("мекенжайын нақтыламаған"), "{}", page.text());
    assert!(app.deliver().iter().all(|letter| letter.to.ends_with("@demo.invalid")));
    assert_eq!(app.count("SELECT count(*) FROM contact"), 0);
}

#[test]
fn the_unit_keeps_a_copy_of_its_own_that_the_akimat_neither_sees_nor_changes() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let fields = [("email", ADDRESS), ("phone", "8 701 000 01 07"), ("language", "ru")];
    confirm(&mut road, PEOPLE[1], &fields).expect(303);
    let member = road.person(PEOPLE[1]);
    let page = road.unit.see(&member);
    assert!(page.html.contains(ADDRESS) && page.says("Нақтыланды"), "{}", page.text());
    let letters = app.deliver();
    let [letter] = to_person(&letters)[..] else { panic!("{letters:?}") };
    assert_eq!(letter.act(), "confirm_contact");
    for name in PEOPLE {
        assert!(!letter.text.contains(name) && !letter.subject.contains(name), "no name in it");
    }
    assert!(letter.path().starts_with("/wishes/"));
    // The subdivision reads it and changes nothing; akimat and council find no such page.
    let page = road.officer.see(&member);
    assert!(page.says(ADDRESS) && !page.has_form(&format!("{member}/contact")));
    let squad = road.squad.clone();
    let page = road.unit.see(&squad);
    assert!(page.says("+77010000107") && page.says("+77000000001"), "{}", page.text());
    assert_eq!(page.html.matches("байланыс нақтыланбаған").count(), 4, "of five in the book");
    for reader in [&mut road.akimat, &mut road.secretary] {
        reader.get(&member).expect(404);
        assert!(!reader.see(&squad).says("+77010000107"), "another body's typing stays its own");
        assert!(!reader.see(&format!("{squad}/history")).says("Байланыс мәліметтері"));
    }
    assert!(!app.sign_in("auditor").see("/journal").says("Байланыс мәліметтері"));
    assert_eq!(app.faults(), []);
}

#[test]
fn what_is_wrong_with_a_contact_is_said_at_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    for (fields, says) in [
        ([("email", "ulgi"), ("phone", "")], "name@example.kz"),
        ([("email", "үлгі@mail.example"), ("phone", "")], "латын әрпі емес"),
        ([("email", ""), ("phone", "2-14-15")], "телефон"),
    ] {
        let page = confirm(&mut road, PEOPLE[1], &fields).expect(422);
        assert!(page.says(says), "{fields:?}: {}", page.text());
        for (_, value) in fields {
            assert!(page.html.contains(value), "{value} stays");
        }
    }
    // Of two who correct at once the second is told.
    let member = road.person(PEOPLE[1]);
    let form = road.unit.see(&member).form(&format!("{member}/contact"));
    confirm(&mut road, PEOPLE[1], &[("phone", "87010000108")]).expect(303);
    assert_eq!(road.unit.post(&form, &[("phone", "87010000109")]).status, 409);
    assert!(app.deliver().iter().all(|letter| letter.to.ends_with("@demo.invalid")));
}

#[test]
fn a_notice_goes_by_mail_to_the_address_made_sure_of_and_a_refused_one_is_owed_again() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    confirm(&mut road, PEOPLE[1], &[("email", ADDRESS)]).expect(303);
    app.deliver();
    road.take_off(PEOPLE[1], &[("item", "15.2")]);
    send_notice(&mut road).expect(200);
    let open = "SELECT count(*) FROM handoff WHERE kind = 'inform_people' AND closed_at IS NULL";
    assert_eq!(app.count(open), 0);
    assert!(road.unit.see("/notices").says("жіберілуде"));
    app.deliver_to_nobody();
    let page = road.unit.see("/notices");
    assert!(page.says("жетпеді") && page.says("Мекенжай нақтыланбаған"), "{}", page.text());
    assert_eq!(app.count(open), 1);
    assert_eq!(app.count("SELECT count(*) FROM notice_duty WHERE state = 'open'"), 1);
    // The administrators of addresses know nothing of people.
    for name in ["akimshi", "akimshi3", "okil", "bastyq"] {
        assert!(!app.sign_in(name).see("/mails").says(ADDRESS), "{name}");
    }
    let member = road.person(PEOPLE[1]);
    assert!(road.unit.see(&member).says("Хат жетпеді"));
    let again = "ulgi.jana@mail.example";
    confirm(&mut road, PEOPLE[1], &[("email", again)]).expect(303);
    send_notice(&mut road).expect(200);
    let letters = app.deliver();
    let own: Vec<&Letter> = letters.iter().filter(|letter| letter.to == again).collect();
    let [letter] = own[..] else { panic!("{letters:?}") };
    assert!(letter.text.contains("есебінен шығарылғаныңызды") && !letter.text.contains("15."));
    assert!(!letter.text.contains("http"), "it leads nowhere: {}", letter.text);
    assert_eq!(app.count(open), 0);
    let given = "SELECT count(*) FROM notice_given WHERE channel = 'email'";
    assert_eq!(app.count(given), 2, "both attempts stay");
    let acts = "SELECT count(*) FROM journal WHERE act = 'mail_to_person_fails'";
    assert!(app.count(acts) > 0);
    assert_eq!(app.faults(), []);
}

#[test]
fn an_address_that_changes_stops_what_waits_for_the_former_one() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    confirm(&mut road, PEOPLE[1], &[("email", ADDRESS)]).expect(303);
    let first = app.deliver();
    let link = to_person(&first)[0].path();
    road.take_off(PEOPLE[1], &[("item", "15.2")]);
    send_notice(&mut road).expect(200);
    confirm(&mut road, PEOPLE[1], &[("email", "")]).expect(303);
    assert_eq!(to_person(&app.deliver()).len(), 0, "somebody else may read it");
    assert_eq!(app.count("SELECT count(*) FROM notice_duty WHERE state = 'open'"), 1);
    app.visitor().get(&link).expect(404);
    inform(&mut road.unit, &[]).expect(303);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn nobody_writes_to_the_dead() {
    let app = TestApp::start();
    let mut road = in_book(&app);
    let mut second = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered")]);
    app.deliver();
    confirm(&mut road, PEOPLE[0], &[("email", ADDRESS)]).expect(303);
    let letters = app.deliver();
    let link = to_person(&letters)[0].path();
    app.visitor().get(&link).expect(200);
    confirm(&mut second, PEOPLE[0], &[("email", "ulgi.ekinshi@mail.example")]).expect(303);
    let page = road.take_off(PEOPLE[0], &[("item", "15.4"), ("is_death", "yes")]);
    let late = app.deliver();
    assert!(late.iter().all(|letter| letter.to.ends_with("@demo.invalid")), "{late:?}");
    app.visitor().get(&link).expect(404);
    let member = road.person(PEOPLE[0]);
    assert!(!road.unit.see(&member).has_form(&format!("{member}/contact")));
    // A slip leads back to the link; a stopped mail goes when the unit makes sure once more.
    put_back(&mut road.unit, &page).expect(303);
    app.visitor().get(&link).expect(200);
    assert_eq!(app.faults(), []);
    app.deliver();
}

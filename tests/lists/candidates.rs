//! Candidates one by one: typed into a form, corrected, and known elsewhere.

use crate::harness::{
    TestApp,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
};
use jasaq::domain::id::{self, Id};

#[test]
fn a_candidate_is_added_by_form_and_later_people_come_on_a_new_list_without_a_new_decision() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let path = format!("{}/candidates", road.squad);
    let form = road.akimat.see(&format!("{path}/new")).form(&path);
    let iin = iin("8501013990");
    let fields = [
        ("surname", "Үлгібаев"),
        ("given_name", "Мысал"),
        ("iin", iin.as_str()),
        ("birth_date", "1985-01-01"),
        ("phone", "8 701 000 09 15"),
        ("document_number", "N99000915"),
    ];
    let list = road.akimat.submit(&form, &fields).expect(200);
    assert_ne!(list.path, road.list, "the list that was sent is not added to");
    assert!(list.says("Үлгібаев Мысал"));
    let entry = list.links("/entries/").remove(0);
    let page = road.akimat.see(&entry);
    assert!(page.says("+77010000915") && page.says(&iin));
    assert!(page.says("Паспорт"), "a passport is taken with a warning");
    assert_eq!(app.count("SELECT count(*) FROM decision"), 1);
    app.deliver();
}

#[test]
fn what_is_wrong_with_a_candidate_stands_beside_its_field_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let path = format!("{}/candidates", road.squad);
    let form = road.akimat.see(&format!("{path}/new")).form(&path);
    let good = iin("8501013990");
    for (field, value) in [
        ("iin", "850101399011"),
        ("iin", ""),
        ("birth_date", "35.01.1985"),
        ("phone", "2-14-15"),
        ("surname", ""),
        ("document_number", "12"),
    ] {
        let mut fields = vec![
            ("surname", "Үлгібаев"),
            ("given_name", "Мысал"),
            ("iin", good.as_str()),
            ("address", "Ауыл, 7"),
        ];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        let page = road.akimat.submit(&form, &fields).expect(422);
        assert!(
            page.html.contains(&format!("href=\"#{field}\"")),
            "{field} {value}: {}",
            page.text()
        );
        assert!(
            page.html.contains("value=\"Ауыл, 7\"")
                && page.html.contains(&format!("value=\"{value}\"")),
            "{field} {value}"
        );
    }
    let page = road
        .akimat
        .submit(&form, &[("surname", "Басқа"), ("given_name", "Біреу"), ("iin", IINS[0])])
        .expect(422);
    assert!(page.html.contains("href=\"#iin\""), "the squad has this person already");
    app.deliver();
}

#[test]
fn a_returned_entry_is_corrected_in_its_words_and_only_then() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let entries = road.entries();
    // In a draft a word is put right at once.
    let edit = road.akimat.see(&format!("{}/edit", entries[0])).form(&entries[0]);
    assert!(edit.fields.contains(&("iin".into(), IINS[0].into())));
    road.akimat.submit(&edit, &[("patronymic", "Мысалұлы")]).expect(200);
    assert!(road.akimat.see(&entries[0]).says("Үлгібаев Нұрлан Мысалұлы"));
    // Whoever has the old form comes too late.
    let mut late = edit.clone();
    late.fields.retain(|(name, _)| name != "form_key");
    let key = Id::<id::FormKey>::new().to_string();
    road.akimat.submit(&late, &[("form_key", &key), ("patronymic", "Өзгеұлы")]).expect(409);
    let before = road.akimat.see(&format!("{}/edit", entries[1])).form(&entries[1]);

    let mut road = road.sent().received();
    road.akimat.submit(&before, &[("surname", "Өзге")]).expect(422);
    road.give_back(&[(&entries[1], "number_differs"), (&entries[2], "name_differs")]);
    let form = road.officer.see(&road.list).form(&format!("{}/registers", road.list));
    road.officer.submit(&form, &[("note", "narcological:answered")]).expect(200);
    assert_eq!(
        app.count("SELECT count(*) FROM register_note"),
        5,
        "of those who are being vetted and not returned"
    );
    let number = iin("8501014990");
    let edit = road.akimat.see(&format!("{}/edit", entries[1])).form(&entries[1]);
    let taken = road.akimat.submit(&edit, &[("iin", IINS[0]), ("birth_date", "")]).expect(422);
    assert!(taken.html.contains("href=\"#iin\""), "two people of one squad can't have one IIN");
    road.akimat
        .submit(
            &edit,
            &[("surname", "Түзетілгенова"), ("iin", &number), ("birth_date", "1985-01-01")],
        )
        .expect(200);
    assert!(road.akimat.see(&entries[1]).says("Түзетілгенова"));
    // Until it is sent again the officer finds what was received, wherever it stands.
    for page in [
        entries[1].clone(),
        road.list.clone(),
        road.squad.clone(),
        format!("{}/history", entries[1]),
    ] {
        let seen = road.officer.see(&page);
        assert!(seen.says("Мысалова Гүлнар") && !seen.says("Түзетілгенова"), "{page}");
    }
    let search = road.officer.see("/search").form("/search");
    assert!(
        !road.officer.submit(&search, &[("q", "түзетілген")]).expect(200).says("Түзетілгенова")
    );
    assert!(road.officer.see(&entries[1]).says(IINS[1]));
    assert_eq!(
        app.count("SELECT count(*) FROM membership WHERE state = 'being_vetted'"),
        7,
        "correcting moves nothing on"
    );
    road.send("3-14/1201").expect(200);
    let mut road = road.received();
    assert!(
        road.officer.see(&entries[1]).says(&number)
            && road.officer.see(&road.list.clone()).says("Түзетілгенова")
    );
    let search = road.officer.see("/search").form("/search");
    assert!(road.officer.submit(&search, &[("q", "түзетілген")]).expect(200).says("Түзетілгенова"));
    road.answer(&[(1, "registered"), (2, "registered")]).expect(200);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn another_number_is_another_person_whom_no_register_was_asked_about_and_no_council_has_appointed()
{
    let app = TestApp::start();
    let mut road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[0])).copied().sent().received();
    let entries = road.entries();
    let form = road.officer.see(&road.list).form(&format!("{}/registers", road.list));
    road.officer.submit(&form, &[("note", "narcological:answered")]).expect(200);
    road.give_back(&[(&entries[0], "number_differs"), (&entries[1], "number_differs")]);
    let edit = road.akimat.see(&format!("{}/edit", entries[0])).form(&entries[0]);
    let refused = road
        .akimat
        .submit(&edit, &[("iin", &iin("8501013990")), ("birth_date", "1985-01-01")])
        .expect(422);
    assert!(
        refused.html.contains("href=\"#iin\""),
        "the council appointed this person and no other"
    );
    road.akimat.submit(&edit, &[("address", "Ауыл, 1")]).expect(200);
    let edit = road.akimat.see(&format!("{}/edit", entries[1])).form(&entries[1]);
    road.akimat
        .submit(&edit, &[("iin", &iin("8501014990")), ("birth_date", "1985-01-01")])
        .expect(200);
    assert_eq!(app.count("SELECT count(*) FROM register_note"), 7);
    road.send("3-14/1201").expect(200);
    assert_eq!(
        app.count("SELECT count(*) FROM register_note"),
        6,
        "about the new number nothing was asked"
    );
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_decision_that_was_being_written_looks_again_when_a_candidate_was_corrected() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let page = road.secretary.see(&format!("{}/decisions/new", road.squad));
    let (form, leader) = (
        page.form(&format!("{}/decisions", road.squad)),
        SquadScenario::member_id(&page, PEOPLE[1]),
    );
    let entry = road.entries()[1].clone();
    let edit = road.akimat.see(&format!("{entry}/edit")).form(&entry);
    road.akimat.submit(&edit, &[("surname", "Өзгева")]).expect(200);
    let fields = [
        ("number", "8"),
        ("presided_by", "Мысалов Ә."),
        ("votes_for", "9"),
        ("leader", leader.as_str()),
    ];
    road.secretary.submit(&form, &fields).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM leadership"), 0);
    app.deliver();
}

#[test]
fn whoever_stands_on_another_list_is_marked_for_the_officer_and_for_nobody_else() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "to_be_removed")])
        .removed();
    app.deliver();
    // Another akimat sends the same person, and is told nothing.
    let mut other = app.sign_in("akimat2");
    let unit = other.first_unit();
    let form = other.see("/squads/new").form("/squads");
    let squad = other
        .submit(
            &form,
            &[("name_kk", "Мысал"), ("name_ru", "Мысал"), ("area", "Ауыл"), ("unit", &unit)],
        )
        .expect(200)
        .path;
    let form = other.see(&format!("{squad}/candidates/new")).form(&format!("{squad}/candidates"));
    let list = other
        .submit(&form, &[("surname", "Үлгібаев"), ("given_name", "Нұрлан"), ("iin", IINS[0])])
        .expect(200);
    let entry = list.links("/entries/").remove(0);
    let flag = "басқа тізімде де";
    assert!(!list.says(flag) && !other.see(&entry).says(flag));
    let form = other.see(&format!("{squad}/decisions/new")).form(&format!("{squad}/decisions"));
    other
        .decide(&form, &[("number", "1"), ("presided_by", "Мысалов Ә."), ("votes_for", "5")])
        .expect(200);
    let mut road = SquadScenario { akimat: other, squad, list: list.path.clone(), ..road };
    road.attach(&entry);
    let mut road = road.sent().received();
    assert!(road.officer.see(&road.list.clone()).says(flag));
    let page = road.officer.see(&entry);
    assert!(
        page.says("басқа тізімде де") && !page.says("Ақжайық") && !page.says("«Үлгі»"),
        "a flag, and not where or how it ended"
    );
    assert!(!road.akimat.see(&entry).says(flag));
    assert!(road.officer.see(&road.list.clone()).says(PEOPLE[0].split(' ').next().unwrap()));
    app.deliver();
}

/// The IIN with these ten digits and a serial that gives a check digit.
fn iin(ten: &str) -> String {
    (0..100)
        .map(|n| format!("{ten}{n:02}"))
        .find(|number| jasaq::domain::iin::Iin::parse(number).is_ok())
        .unwrap()
}

//! Corrections of returned entries: the officer sees them, and nothing else comes back.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
};

/// A list that is being vetted, of which the first three were returned.
fn returned(app: &TestApp) -> (SquadScenario, Vec<String>) {
    let mut road = SquadScenario::new(app).proposed().created(None).copied().sent().received();
    let entries = road.entries();
    let codes = ["name_differs", "unreadable_copy", "number_differs"];
    let back: Vec<(&str, &str)> = entries.iter().map(String::as_str).zip(codes).collect();
    road.give_back(&back);
    (road, entries)
}

fn correct(road: &mut SquadScenario, entry: &str, fields: &[(&str, &str)]) {
    let form = road.akimat.see(&format!("{entry}/edit")).form(entry);
    road.akimat.submit(&form, fields).expect(200);
}

#[test]
fn the_officer_sees_which_entries_came_back_and_what_changed_in_each() {
    let app = TestApp::start();
    let (mut road, entries) = returned(&app);
    let fields = [("surname", "Үлгібаева"), ("address", "Үлгі ауылы, 7")];
    correct(&mut road, &entries[0], &fields);
    road.attach(&entries[1]);
    let list = road.list.clone();
    assert!(road.akimat.see(&list).says("Түзетілді, әлі жіберілмеген"));
    assert!(road.akimat.see(&list).says("Әлі түзетілмеген"), "the third one is not mended");
    app.deliver();
    road.send("3-14/1201").expect(200);
    let letters = app.deliver();
    let told = letters.iter().find(|letter| letter.to.contains("tekserushi")).unwrap();
    assert!(told.subject.contains("(2)"), "how many came back: {}", told.subject);
    let mut road = road.received();
    let page = road.officer.see(&list);
    assert_eq!(page.text().matches("Түзетіліп қайта жіберілді").count(), 2, "{}", page.text());
    let page = road.officer.see(&entries[0]);
    let changes = page.html.split("id=\"changes\"").nth(1).unwrap().split("</ul>").next().unwrap();
    for words in
        ["Тегі", "<del>Үлгібаев</del>", "<ins>Үлгібаева</ins>", "Мекенжайы", "Үлгі ауылы, 7"]
    {
        assert!(changes.contains(words), "{words} in {changes}");
    }
    assert!(!changes.contains("Телефоны"), "only what changed: {changes}");
    let page = road.officer.see(&entries[1]);
    assert!(page.says("Көшірменің беттері ауыстырылды немесе қосылды"), "{}", page.text());
    assert!(!road.officer.see(&entries[3]).html.contains("id=\"changes\""));
    for reader in [&mut road.officer, &mut road.akimat] {
        let history = reader.see(&format!("{}/history", entries[0])).text();
        assert!(history.contains("Түзетілгені: Тегі, Мекенжайы"), "{history}");
        assert!(!history.contains("Үлгібаев "), "no values in a history: {history}");
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_entry_that_nobody_changed_does_not_come_back_and_the_rest_goes_on() {
    let app = TestApp::start();
    let (mut road, entries) = returned(&app);
    let list = road.list.clone();
    let page = road.akimat.see(&list);
    assert!(!page.has_form(&format!("{list}/dispatches")), "nothing is mended yet");
    assert!(page.says("Қайтарылған 3 жазбаның ешқайсысы әлі түзетілмеген"), "{}", page.text());
    // Words that are saved as they were correct nothing.
    correct(&mut road, &entries[0], &[]);
    assert!(!road.akimat.see(&list).has_form(&format!("{list}/dispatches")));
    road.attach(&entries[1]);
    road.send("3-14/1201").expect(200);
    let open = "SELECT count(*) FROM handoff WHERE kind = 'correct_list' AND closed_at IS NULL";
    assert_eq!(app.count("SELECT count(*) FROM list_entry WHERE state = 'returned'"), 2);
    assert_eq!(app.count(open), 1, "two are still to be corrected");
    let mut road = road.received();
    correct(&mut road, &entries[0], &[("surname", "Үлгібаева")]);
    correct(&mut road, &entries[2], &[("document_number", "099000199")]);
    road.send("3-14/1202").expect(200);
    assert_eq!(app.count(open), 0);
    let mut road = road.received();
    let all: Vec<_> = (1..=7).map(|n| (n, "registered")).collect();
    road.answer(&all).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM entry_change"), 0, "it goes with the outcome");
    assert!(road.officer.see(&entries[0]).says(PEOPLE[0].split(' ').nth(1).unwrap()));
    app.deliver();
}

#[test]
fn an_entry_whose_akimat_was_to_ask_may_come_back_as_it_is() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let entries = road.entries();
    road.give_back(&[(&entries[0], "ask_subdivision")]);
    road.send("3-14/1201").expect(200);
    assert_eq!(app.count("SELECT count(*) FROM list_entry WHERE state = 'returned'"), 0);
    app.deliver();
    let mut road = road.received();
    let (list, history) = (road.list.clone(), format!("{}/history", entries[0]));
    assert!(!road.officer.see(&list).says("Түзетіліп қайта жіберілді"), "nothing was corrected");
    assert!(!road.officer.see(&history).says("Түзетілгені"));
    app.deliver();
}

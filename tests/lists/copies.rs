//! Copies of ID cards: several pages, many files at once, matched to people by the name of the file or by hand.

use crate::harness::{
    TestApp, pdf,
    squad_scenario::{IINS, PEOPLE, SquadScenario, picture},
};
use chrono::TimeDelta;
use jasaq::domain::id::{self, Id};

/// The pages that the copies' page offers to be matched.
fn loose(page: &crate::harness::visitor::Page) -> Vec<String> {
    page.html
        .split("name=\"page-")
        .skip(1)
        .map(|rest| format!("page-{}", rest.split('"').next().unwrap()))
        .collect()
}

#[test]
fn files_named_by_iin_go_to_their_people_and_the_rest_is_matched_by_hand() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let form = road.akimat.see(&path).form(&path);
    let (first, fourth) = (format!("{}.png", IINS[0]), format!("скан {} алды.png", IINS[3]));
    let card = picture();
    let files = [
        ("copy", first.as_str(), &card[..]),
        ("copy", fourth.as_str(), &card[..]),
        ("copy", "IMG_20261122.png", &card[..]),
    ];
    assert_eq!(road.akimat.post_files(&form, &[], &files).expect(303).location, Some(path.clone()));
    for (position, entry) in entries.iter().enumerate() {
        assert_eq!(
            !road.akimat.see(entry).links("/copies/").is_empty(),
            [0, 3].contains(&position),
            "{position}"
        );
    }
    // What no name tells is offered beside a small picture, and given to somebody by hand.
    let page = road.akimat.see(&path);
    let waiting = loose(&page);
    assert_eq!(waiting.len(), 1);
    assert!(page.says("IMG_20261122.png"));
    let thumbnail = page
        .html
        .split("src=\"")
        .find(|src| src.contains("/thumbnail"))
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(road.akimat.see(&thumbnail).header("content-type"), Some("image/jpeg"));
    let matches = page.form(&format!("{path}/matches"));
    let fifth = entries[4].rsplit('/').next().unwrap();
    let page = road.akimat.submit(&matches, &[(&waiting[0], fifth)]).expect(200);
    assert!(loose(&page).is_empty());
    assert_eq!(road.akimat.see(&entries[4]).links("/copies/").len(), 1);
    // The same form again does nothing twice, and another one comes too late.
    road.akimat.submit(&matches, &[(&waiting[0], fifth)]).expect(200);
    let mut late = matches.clone();
    late.fields.retain(|(name, _)| name != "form_key");
    let key = Id::<id::FormKey>::new().to_string();
    road.akimat.submit(&late, &[(&waiting[0], fifth), ("form_key", &key)]).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM copy"), 3);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn one_pdf_of_everybody_is_cut_into_pages_that_are_suggested_in_the_order_of_the_list() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let form = road.akimat.see(&path).form(&path);
    road.akimat.post_files(&form, &[], &[("copy", "барлығы.pdf", &pdf::of_pages(4))]).expect(303);
    let page = road.akimat.see(&format!("{path}?per=2"));
    let suggested = page.form(&format!("{path}/matches"));
    let whose: Vec<&str> = suggested
        .fields
        .iter()
        .filter(|(name, _)| name.starts_with("page-"))
        .map(|(_, entry)| entry.as_str())
        .collect();
    let expected: Vec<&str> =
        entries[..2].iter().flat_map(|entry| [entry.rsplit('/').next().unwrap(); 2]).collect();
    assert_eq!(whose, expected, "front and back for each, in order");
    road.akimat.submit(&suggested, &[]).expect(200);
    for entry in &entries[..2] {
        assert_eq!(road.akimat.see(entry).links("/copies/").len(), 2);
    }
    for entry in &entries[2..] {
        road.attach(entry);
    }
    let mut road = road.sent().received();
    let card = road.officer.see(&entries[1]).links("/copies/").remove(1);
    let shown = road.officer.see(&card);
    assert_eq!(shown.header("content-type"), Some("image/jpeg"));
    let page = image::load_from_memory(&shown.content).unwrap();
    assert!(
        page.width().max(page.height()) >= 1000,
        "readable: {}×{}",
        page.width(),
        page.height()
    );
    app.deliver();
}

#[test]
fn a_name_in_the_name_of_a_file_is_suggested_when_it_is_one_persons() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let form = road.akimat.see(&path).form(&path);
    let (card, other) = (picture(), picture());
    let files =
        [("copy", "мысалова гулнар (1).png", &card[..]), ("copy", "Нурлан.png", &other[..])];
    road.akimat.post_files(&form, &[], &files).expect(303);
    let matches = road.akimat.see(&path).form(&format!("{path}/matches"));
    let whose: Vec<&str> = matches
        .fields
        .iter()
        .filter(|(name, _)| name.starts_with("page-"))
        .map(|(_, entry)| entry.as_str())
        .collect();
    assert_eq!(whose, [entries[1].rsplit('/').next().unwrap(), ""]);
    app.deliver();
}

#[test]
fn of_many_files_the_good_ones_are_kept_and_the_bad_ones_named() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let path = format!("{}/copies", road.list);
    let form = road.akimat.see(&path).form(&path);
    let (card, named) = (picture(), format!("{}.png", IINS[1]));
    let files = [
        ("copy", named.as_str(), &card[..]),
        ("copy", "хат.docx", &b"PK\x03\x04"[..]),
        ("copy", "бұзық.pdf", &b"%PDF-1.7 cut"[..]),
    ];
    let page = road.akimat.post_files(&form, &[], &files).expect(422);
    assert!(
        page.says("хат.docx") && page.says("бұзық.pdf") && page.html.contains("href=\"#copy\"")
    );
    assert_eq!(app.count("SELECT count(*) FROM copy WHERE entry_id IS NOT NULL"), 1);
    let page =
        road.akimat.post_files(&form, &[], &[("copy", "хат.docx", &b"PK\x03\x04"[..])]).expect(422);
    assert!(page.says("хат.docx"));
    assert_eq!(app.count("SELECT count(*) FROM copy"), 1);
    app.deliver();
}

#[test]
fn a_page_of_a_copy_can_be_taken_away_until_the_list_is_sent() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let entry = road.entries()[0].clone();
    road.attach(&entry);
    let pages = road.akimat.see(&entry).links("/copies/");
    assert_eq!(pages.len(), 2, "front and back");
    let remove = road.akimat.see(&entry).form(&format!("{}/removal", pages[0]));
    road.akimat.submit(&remove, &[]).expect(200);
    assert_eq!(road.akimat.see(&entry).links("/copies/"), [pages[1].clone()]);
    let remove = road.akimat.see(&entry).form(&format!("{}/removal", pages[1]));
    let mut road = road.sent();
    road.akimat.submit(&remove, &[]).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM copy"), 7);
    app.deliver();
}

#[test]
fn the_subdivision_sees_what_it_received_while_a_returned_entry_is_mended() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries()[0].clone();
    road.give_back(&[(&entry, "number_differs")]);
    app.pass(TimeDelta::minutes(5));
    // The new page is added, and the old one stays for now.
    let form = road.akimat.see(&entry).form(&format!("{entry}/copies"));
    let card = picture();
    road.akimat
        .post_file(&form, &[("replaces", "")], Some(("copy", "card.png", &card)))
        .expect(303);
    let pages = road.akimat.see(&entry).links("/copies/");
    assert_eq!(pages.len(), 2);
    assert_eq!(road.officer.see(&entry).links("/copies/"), [pages[0].clone()]);
    road.officer.get(&pages[1]).expect(404);
    // Taking the old page away takes it from nobody who has received it.
    let remove = road.akimat.see(&entry).form(&format!("{}/removal", pages[0]));
    road.akimat.submit(&remove, &[]).expect(200);
    assert_eq!(road.akimat.see(&entry).links("/copies/"), [pages[1].clone()]);
    assert_eq!(road.officer.see(&entry).links("/copies/"), [pages[0].clone()]);
    road.officer.see(&pages[0]);
    road.send("3-14/1201").expect(200);
    assert_eq!(road.officer.see(&entry).links("/copies/"), [pages[1].clone()]);
    road.officer.get(&pages[0]).expect(404);
    app.deliver();
}

#[test]
fn copies_are_kept_for_some_days_after_the_outcome_and_then_deleted() {
    let app = TestApp::with(|settings| settings.copies_kept_days = 30);
    let road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered"), (2, "to_be_removed")]);
    app.pass(TimeDelta::days(29));
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(app.count("SELECT count(*) FROM copy"), 7);
    app.pass(TimeDelta::days(2));
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(
        app.count("SELECT count(*) FROM copy"),
        6,
        "whoever is still vetted, or may be again, keeps the copy"
    );
    let mut road = SquadScenario { akimat: app.sign_in("akimat"), ..road };
    let entry = road.entries()[0].clone();
    assert!(road.akimat.see(&entry).says(PEOPLE[0]));
    app.deliver();
}

#[test]
fn the_minutes_of_a_decision_are_its_councils_only() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let form = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let fields = [("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")];
    let check = road.secretary.submit(&form, &fields).expect(200).form(&form.action);
    let refused = road
        .secretary
        .post_file(&check, &[], Some(("minutes", "хаттама.pdf", b"%PDF-")))
        .expect(422);
    assert!(
        refused.html.contains("href=\"#minutes\"") && refused.html.contains("value=\"Мысалов Ә.\""),
        "nothing typed is lost"
    );
    road.secretary
        .post_file(&check, &[], Some(("minutes", "хаттама.pdf", &pdf::of_pages(2))))
        .expect(303);
    let decision = road.secretary.see("/decisions").links("/decisions/").remove(0);
    let page = road.secretary.see(&decision);
    let pages: Vec<String> = page
        .html
        .split("src=\"")
        .filter(|src| src.starts_with("/copies/"))
        .map(|src| src.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(pages.len(), 2);
    road.secretary.see(&pages[1]);
    for user in ["akimat", "akimat2", "tekserushi", "okil", "akimshi", "auditor"] {
        let mut visitor = app.sign_in(user);
        visitor.get(&decision).expect(404);
        visitor.get(&pages[0]).expect(404);
    }
    app.deliver();
}

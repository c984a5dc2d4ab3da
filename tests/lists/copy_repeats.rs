//! Files that are sent once more, and pages that take the place of earlier ones.

use crate::harness::{
    TestApp, fixture, pdf,
    squad_scenario::{SquadScenario, picture},
};
use chrono::TimeDelta;

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

#[test]
fn the_same_files_again_are_told_and_not_kept_twice() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let pictures: Vec<Vec<u8>> = (0..14).map(|_| picture()).collect();
    let files: Vec<(&str, &str, &[u8])> =
        pictures.iter().map(|picture| ("copy", "image.jpg", &picture[..])).collect();
    let form = road.akimat.see(&path).form(&path);
    road.akimat.post_files(&form, &[], &files).expect(303);
    assert_eq!(app.count("SELECT count(*) FROM copy"), 14, "of one name, and all others");
    let form = road.akimat.see(&path).form(&path);
    let page = road.akimat.post_files(&form, &[], &files).expect(422);
    assert!(page.says("1-бет болып бұрыннан") && page.says("14-бет болып бұрыннан"));
    assert_eq!(app.count("SELECT count(*) FROM copy"), 14);
    // One of them goes to a person, under another name, beside a new one: the new one is kept.
    let matches = road.akimat.see(&path).form(&format!("{path}/matches"));
    let first =
        matches.fields.iter().find(|(name, _)| name.starts_with("page-")).unwrap().0.clone();
    road.akimat.submit(&matches, &[(first.as_str(), last(&entries[2]))]).expect(200);
    let new = picture();
    let files = [
        ("copy", "1.png", &pictures[0][..]),
        ("copy", "2.png", &new[..]),
        ("copy", "3.png", &new[..]),
    ];
    let form = road.akimat.see(&path).form(&path);
    let page = road.akimat.post_files(&form, &[], &files).expect(422);
    assert!(page.says("№ 3 адамның көшірмесінде бұрыннан бар") && page.says("екі рет таңдалған"));
    assert_eq!(app.count("SELECT count(*) FROM copy"), 15);
    // A page that was thrown away may come again.
    let matches = road.akimat.see(&path).form(&format!("{path}/matches"));
    let second =
        matches.fields.iter().find(|(name, _)| name.starts_with("page-")).unwrap().0.clone();
    road.akimat.submit(&matches, &[(second.as_str(), "useless")]).expect(200);
    let form = road.akimat.see(&path).form(&path);
    road.akimat.post_files(&form, &[], &[("copy", "image.jpg", &pictures[1][..])]).expect(303);
    app.deliver();
}

#[test]
fn pages_of_a_document_are_told_one_by_one_and_another_list_knows_nothing_of_them() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    let file = pdf::of_pages(3);
    let form = road.akimat.see(&path).form(&path);
    road.akimat.post_files(&form, &[], &[("copy", "барлығы.pdf", &file)]).expect(303);
    let matches = road.akimat.see(&path).form(&format!("{path}/matches"));
    let first =
        matches.fields.iter().find(|(name, _)| name.starts_with("page-")).unwrap().0.clone();
    road.akimat.submit(&matches, &[(first.as_str(), "useless")]).expect(200);
    let form = road.akimat.see(&path).form(&path);
    let page = road.akimat.post_files(&form, &[], &[("copy", "қайта.pdf", &file)]).expect(422);
    assert!(page.says("Қалған беттері қосылды"));
    assert_eq!(app.count("SELECT count(*) FROM copy"), 3);
    // On one person's own page the person's pages count: two may be on one photograph.
    let card = picture();
    for entry in &entries[..2] {
        let form = road.akimat.see(entry).form(&format!("{entry}/copies"));
        road.akimat.post_file(&form, &[], Some(("copy", "екеуі.png", &card))).expect(303);
    }
    let form = road.akimat.see(&entries[0]).form(&format!("{}/copies", entries[0]));
    let page = road.akimat.post_file(&form, &[], Some(("copy", "тағы.png", &card))).expect(422);
    assert!(page.says("бұрыннан бар"));
    let mut other = SquadScenario::new(&app);
    let names = fixture("cases/list-names-within-names.xlsx");
    other = other.with_file("names.xlsx", names).proposed();
    let path = format!("{}/copies", other.list);
    let form = other.akimat.see(&path).form(&path);
    other.akimat.post_files(&form, &[], &[("copy", "барлығы.pdf", &file)]).expect(303);
    app.deliver();
}

#[test]
fn an_unreadable_copy_is_replaced_with_one_tick_and_the_officer_sees_the_new_one() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let entries = road.entries();
    let entry = entries[0].clone();
    let blurred = picture();
    let form = road.akimat.see(&entry).form(&format!("{entry}/copies"));
    road.akimat.post_file(&form, &[], Some(("copy", "бұлыңғыр.png", &blurred))).expect(303);
    for other in &entries[1..] {
        road.attach(other);
    }
    let mut road = road.sent().received();
    let old = road.officer.see(&entry).links("/copies/");
    road.give_back(&[(&entry, "unreadable_copy")]);
    app.pass(TimeDelta::minutes(5));
    // The same picture would be returned again.
    let form = road.akimat.see(&entry).form(&format!("{entry}/copies"));
    assert!(
        form.fields.contains(&("replaces".to_owned(), "yes".to_owned())),
        "ticked from the first"
    );
    let page = road.akimat.post_file(&form, &[], Some(("copy", "қайта.png", &blurred))).expect(422);
    assert!(page.says("бөлімше оқи алмаған"));
    // Front and back come one after the other; the second does not replace the first.
    for _ in 0..2 {
        let form = road.akimat.see(&entry).form(&format!("{entry}/copies"));
        let fields: &[(&str, &str)] = &[("replaces", "yes")];
        road.akimat.post_file(&form, fields, Some(("copy", "жаңа.png", &picture()))).expect(303);
    }
    let new = road.akimat.see(&entry).links("/copies/");
    assert!(new.len() == 2 && !new.contains(&old[0]));
    assert_eq!(road.officer.see(&entry).links("/copies/"), old, "until it is sent again");
    assert!(road.akimat.see(&format!("{entry}/history")).says("ауыстырылған беттер: 1"));
    road.send("3-14/1201").expect(200);
    assert_eq!(road.officer.see(&entry).links("/copies/"), new);
    road.officer.get(&old[0]).expect(404);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn pages_that_waited_replace_those_of_a_draft_and_without_the_tick_they_are_added() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    let (path, entries) = (format!("{}/copies", road.list), road.entries());
    road.attach(&entries[0]);
    let before = road.akimat.see(&entries[0]).links("/copies/");
    let give = |road: &mut SquadScenario, tick: &[(&str, &str)]| {
        let form = road.akimat.see(&path).form(&path);
        road.akimat.post_file(&form, &[], Some(("copy", "бет.png", &picture()))).expect(303);
        let matches = road.akimat.see(&path).form(&format!("{path}/matches"));
        let page =
            matches.fields.iter().find(|(name, _)| name.starts_with("page-")).unwrap().0.clone();
        assert!(!matches.fields.iter().any(|(name, _)| name == "replaces"));
        let fields = [&[(page.as_str(), last(&entries[0]))], tick].concat();
        road.akimat.submit(&matches, &fields).expect(200);
    };
    give(&mut road, &[]);
    assert_eq!(road.akimat.see(&entries[0]).links("/copies/").len(), 2);
    give(&mut road, &[("replaces", "yes")]);
    let after = road.akimat.see(&entries[0]).links("/copies/");
    assert!(after.len() == 1 && !after.contains(&before[0]));
    assert_eq!(app.count("SELECT count(*) FROM copy"), 1);
    app.deliver();
}

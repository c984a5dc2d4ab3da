//! What stays of a person who has left a list: the closed record, and the copy for a while or not at all.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario, picture},
};
use chrono::TimeDelta;

const COPIES: &str = "SELECT count(*) FROM copy";

fn withdraw(road: &mut SquadScenario, entry: &str) -> String {
    let page = road.akimat.see(entry);
    let form = page.form(&format!("{entry}/withdrawal"));
    road.akimat.submit(&form, &[]).expect(200);
    page.text()
}

#[test]
fn the_copy_of_somebody_whose_list_was_never_sent_goes_at_once_and_the_page_says_what_stays() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let entry = road.entries().remove(2);
    let before = withdraw(&mut road, &entry);
    assert!(before.contains("көшірмесі бірден жойылады"), "{before}");
    assert_eq!(app.count(COPIES), 6);
    let page = road.akimat.see(&entry);
    assert!(page.says("Көшірмесі жойылған"), "{}", page.text());
    assert!(page.says("жабық жазбада") && page.says(PEOPLE[2]));
    assert_eq!(app.count("SELECT count(*) FROM particulars"), 7);
    app.deliver();
}

#[test]
fn the_copy_of_somebody_who_was_sent_is_kept_for_the_configured_days_and_the_page_says_until_when()
{
    let app = TestApp::with(|settings| settings.copies_kept_days = 10);
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let entry = road.entries().remove(2);
    let before = withdraw(&mut road, &entry);
    assert!(before.contains("көшірмесі 10 күннен кейін жойылады"), "{before}");
    assert_eq!(app.count(COPIES), 7);
    let last = jasaq::domain::time::local(app.state.clock.now() + TimeDelta::days(10));
    let date = last.format("%d.%m.%Y").to_string();
    for reader in [&mut road.akimat, &mut road.officer] {
        let page = reader.see(&entry);
        assert!(page.says("сақтау мерзімінің соңғы күні") && page.says(&date), "{}", page.text());
    }
    app.pass(TimeDelta::days(11));
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(app.count(COPIES), 6, "those who are still vetted keep theirs");
    let page = app.sign_in("akimat").see(&entry);
    assert!(page.says("Көшірмесі жойылған") && page.says(PEOPLE[2]), "{}", page.text());
    app.deliver();
}

#[test]
fn the_copies_of_a_rejected_proposal_go_with_the_rejection_matched_or_not() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().copied();
    let copies = format!("{}/copies", road.list);
    let form = road.akimat.see(&copies).form(&copies);
    road.akimat.post_file(&form, &[], Some(("copy", "scan.png", &picture()))).expect(303);
    assert_eq!(app.count(COPIES), 8);
    let form = road
        .secretary
        .see(&format!("{}/decisions/new", road.squad))
        .form(&format!("{}/decisions", road.squad));
    let votes = [("votes_for", "0"), ("votes_against", "9")];
    let fields = [("kind", "reject"), ("number", "9"), ("presided_by", "Мысалов Ә.")];
    road.secretary.decide(&form, &[&fields[..], &votes[..]].concat()).expect(200);
    assert_eq!(app.count(COPIES), 0);
    assert_eq!(app.count("SELECT count(*) FROM particulars"), 7);
    app.deliver();
}

#[test]
fn the_preview_says_that_an_appointment_stays_open_until_the_akimat_removes_the_leader() {
    let app = TestApp::start();
    let mut road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[6])).copied().sent().received();
    let entry = road.entries().remove(6);
    let form = road.officer.see(&road.list).form(&format!("{}/outcomes/preview", road.list));
    let field = format!("outcome-{}", entry.rsplit('/').next().unwrap());
    let preview = road.officer.submit(&form, &[(&field, "to_be_removed")]).expect(200);
    assert!(
        preview.says("тағайындау әкімдік бұл адамды жасақтан шығарғанға дейін қолданыста қалады"),
        "{}",
        preview.text()
    );
    let mut road = road.answered(&[(7, "to_be_removed")]);
    let squad = road.squad.clone();
    for reader in [&mut road.secretary, &mut road.unit, &mut road.akimat] {
        let page = reader.see(&squad);
        assert!(page.says("Тағайындалды, тіркелуі күтілуде"), "{}", page.text());
        assert!(!page.says("Басшысыз"), "{}", page.text());
    }
    let mut road = road.removed();
    for reader in [&mut road.secretary, &mut road.unit, &mut road.akimat] {
        assert!(!reader.see(&squad).says("Тағайындалды, тіркелуі күтілуде"));
    }
    app.deliver();
}

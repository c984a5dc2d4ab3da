//! Lists as spreadsheets: as sent, and as answered.

use crate::harness::{
    TestApp, sheet,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
};
use jasaq::intake::read;

#[test]
fn a_list_as_it_was_sent_is_read_again_as_the_same_people() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let export = road.akimat.see(&format!("{}/dispatches/1", road.list));
    assert!(
        export.header("content-disposition").unwrap().starts_with("attachment; filename=\"jasaq-")
    );
    assert!(export.header("content-disposition").unwrap().is_ascii());
    let report = read(&export.content, "list.xlsx").unwrap();
    assert!(
        report.findings.is_empty() && report.rows.iter().all(|row| row.findings.is_empty()),
        "{report:?}"
    );
    let iins: Vec<_> =
        report.rows.iter().map(|row| row.iin.as_ref().unwrap().expose().to_owned()).collect();
    assert_eq!(iins, IINS);
    assert_eq!(report.rows[0].phone.as_deref(), Some("+77000000001"));
    assert_eq!(report.rows[0].address.as_deref(), Some("Құрманғазы ауылы, Мысал көшесі, 1"));
    app.deliver();
}

#[test]
fn what_was_sent_stays_as_it_was_sent_whatever_is_corrected() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let entries = road.entries();
    road.give_back(&[(&entries[1], "name_differs")]);
    let form = road.akimat.see(&format!("{}/edit", entries[1])).form(&entries[1]);
    road.akimat.submit(&form, &[("surname", "Мысалбаева")]).expect(200);
    road.send("3-14/1190").expect(200);
    let names = |content: &[u8]| {
        sheet::rows(content)[1..].iter().map(|row| row[1].clone()).collect::<Vec<_>>()
    };
    let first = road.officer.see(&format!("{}/dispatches/1", road.list));
    assert_eq!((names(&first.content).len(), names(&first.content)[1].as_str()), (7, "Мысалова"));
    let second = road.officer.see(&format!("{}/dispatches/2", road.list));
    assert_eq!(
        names(&second.content),
        ["Мысалбаева"],
        "the second sending holds what travelled with it"
    );
    road.officer.get(&format!("{}/dispatches/3", road.list)).expect(404);
    app.deliver();
}

#[test]
fn a_list_as_it_was_answered_says_what_its_page_says_and_no_number() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let entries = road.entries();
    road.give_back(&[(&entries[2], "unreadable_copy")]);
    let mut road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    let rows = sheet::rows(&road.akimat.see(&format!("{}/answers", road.list)).content);
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[1][..2], ["1".to_owned(), PEOPLE[0].to_owned()]);
    let states: Vec<&str> = rows[1..5].iter().map(|row| row[3].as_str()).collect();
    assert_eq!(
        states,
        ["Тіркелді", "Жасақтан шығарылуға тиіс", "Түзетуге қайтарылды", "Тексерілуде"]
    );
    assert!(!rows[3][4].is_empty(), "what is to be mended stands beside who was returned");
    let all = rows.concat().join(" ");
    assert!(IINS.iter().all(|iin| !all.contains(iin)));
    app.deliver();
}

#[test]
fn whoever_does_not_see_a_list_gets_no_file_of_it_and_every_number_handed_out_leaves_a_trace() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    road.akimat.get(&format!("{}/dispatches/1", road.list)).expect(404);
    let mut road = road.sent();
    let (sent, answers) = (format!("{}/dispatches/1", road.list), format!("{}/answers", road.list));
    for name in ["akimat2", "hatshy", "okil", "auditor", "akimshi"] {
        let mut stranger = app.sign_in(name);
        stranger.get(&sent).expect(404);
        stranger.get(&answers).expect(404);
    }
    let opened = || {
        app.count("SELECT count(*) FROM access_log WHERE kind = 'iin' AND duty = 'vetting_officer'")
    };
    road.officer.see(&answers);
    assert_eq!(opened(), 0);
    road.officer.see(&sent);
    assert_eq!(opened(), 7);
    app.deliver();
}

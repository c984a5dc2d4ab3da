//! Mail: what it says, when it comes, and what becomes of it.

mod delivery;
mod digests;
mod kinds;
mod postfix;
mod readers;
mod refusals;
mod reminders;
mod texts;
mod undelivered;
mod workers;

use crate::harness::{TestApp, squad_scenario::SquadScenario};
use jasaq::mailer::Mailer;

/// A program in which one mail waits.
fn one_mail() -> TestApp {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed());
    app
}

/// A program in which so many mails wait, each of another squad.
fn many_mails(mails: usize) -> TestApp {
    let app = TestApp::start();
    propose(&app, mails);
    app
}

/// Proposes so many squads, each of which is announced by one mail.
fn propose(app: &TestApp, squads: usize) {
    let mut road = SquadScenario::new(app);
    let unit = road.unit_id("Сынақ-1");
    for n in 0..squads {
        let form = road.akimat.see("/squads/new").form("/squads");
        let name = format!("Жасақ {n}");
        road.akimat
            .post(
                &form,
                &[("name_kk", &name), ("name_ru", &name), ("area", "Ауыл"), ("unit", &unit)],
            )
            .expect(303);
    }
}

#[test]
fn a_body_whose_duty_nobody_holds_gets_the_mail_in_its_own_mailbox() {
    let app = TestApp::start();
    app.tamper("UPDATE duty SET to_at = '2026-11-01 00:00:00' WHERE kind = 'council_secretary'");
    let mut akimat = app.sign_in("akimat");
    let page = akimat.see("/squads/new");
    let unit =
        page.html.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    akimat
        .post(
            &page.form("/squads"),
            &[("name_kk", "Ж"), ("name_ru", "Ж"), ("area", "А"), ("unit", &unit)],
        )
        .expect(303);
    let letters = app.deliver();
    assert_eq!(
        letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(),
        ["ulgi-kenes@demo.invalid"]
    );
}

#[test]
fn a_reader_who_chose_english_reads_english_first_and_then_kazakh_and_russian() {
    let app = TestApp::start();
    let mut secretary = app.sign_in("hatshy");
    let form = secretary.see("/inbox").form("/language");
    secretary.submit(&form, &[("language", "en")]).expect(200);
    drop(SquadScenario::new(&app).proposed());
    let letter = app.deliver().remove(0);
    let parts: Vec<&str> = letter.text.split("\n----------------").collect();
    assert_eq!(parts.len(), 3);
    assert!(parts[0].contains("Put it to the coordination council"), "{}", parts[0]);
    assert!(parts[1].contains("тармақ") && parts[2].contains("пункт"));
}

#[test]
fn the_file_mailer_writes_what_the_development_page_shows() {
    let app = one_mail();
    assert_eq!(app.deliver_through(&Mailer::of(&app.state.settings).unwrap()), 1);
    let mut anybody = app.visitor();
    let mails = anybody.see("/dev/mail").links("/dev/mail/");
    assert_eq!(mails.len(), 1);
    let page = anybody.see(&mails[0]);
    assert!(page.says("Auto-Submitted") && page.says("Ж-2026-0001"));
    assert_eq!(page.links("/squads/").len(), 1);
    anybody.get("/dev/mail/..%2Fkeys.toml").expect(404);
}

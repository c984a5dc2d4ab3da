//! Before a mail leaves, its reader still holds the duty and its work still waits.

use super::one_mail;
use crate::harness::{
    TestApp,
    letter::Letter,
    mail_server::{MailServer, Manner},
    squad_scenario::SquadScenario,
    visitor::Visitor,
};
use chrono::TimeDelta;
use jasaq::{
    domain::{body::DutyKind, id::Id},
    storage,
};

/// Gives a user another duty, in the body of that mailbox.
fn grant(app: &TestApp, user: &str, body: &str, kind: DutyKind) {
    let now = app.state.clock.now();
    app.state
        .store
        .write(|db| {
            let email = format!("{user}@demo.invalid");
            let duty = storage::offices::duty::NewDuty {
                id: Id::new(),
                user: storage::offices::user::by_email(db, &email)?.unwrap().id,
                body: storage::offices::body::by_email(db, body)?.unwrap().id,
                kind,
                from: now,
                to: None,
                deputy_for: None,
            };
            storage::offices::duty::insert(db, &duty)
        })
        .unwrap();
}

/// The page of a person, for the administrator.
fn person(admin: &mut Visitor, app: &TestApp, user: &str) -> String {
    let email = format!("{user}@demo.invalid");
    let id = app.read(|db| storage::offices::user::by_email(db, &email)).unwrap().id;
    let path = format!("/people/{id}");
    admin.see(&path);
    path
}

fn shut_out(app: &TestApp, user: &str) {
    let mut admin = app.sign_in("akimshi");
    let path = person(&mut admin, app, user);
    let form = admin.see(&path).form(&format!("{path}/disable"));
    admin.submit(&form, &[]).expect(200);
}

fn readers(letters: &[Letter]) -> Vec<&str> {
    letters.iter().map(|letter| letter.to.as_str()).collect()
}

#[test]
fn what_waits_for_somebody_who_is_shut_out_goes_to_the_mailbox_and_the_history_says_so() {
    let app = one_mail();
    let away = MailServer::start(Manner::IsClosed);
    app.deliver_through(&app.mailer(&away.url(), None));
    app.pass(TimeDelta::minutes(2));
    let now = app.state.clock.now();
    let claim =
        |db: &mut storage::Db| storage::mail::delivery::claim(db, 1, TimeDelta::zero(), now);
    let first = app.state.store.write(claim).unwrap();
    shut_out(&app, "hatshy");
    let letters = app.deliver();
    assert_eq!(readers(&letters), ["ulgi-kenes@demo.invalid"]);
    assert!(
        letters[0].text.contains("Бұл хат органның пошта жәшігіне жіберілді"),
        "{}",
        letters[0].text
    );
    assert!(!letters[0].message_id.contains(&first[0].id.to_string()), "a Message-ID of its own");
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'duty_ended'"), 1);
    let mut akimat = app.sign_in("akimat");
    let squad = akimat.see("/squads").links("/squads/").into_iter().find(|l| l.len() > 20).unwrap();
    let history = akimat.see(&format!("{squad}/history"));
    assert!(
        history.says("алушының міндеті аяқталған") && history.says("жөнелтілді"),
        "both stand in the history: {}",
        history.text()
    );
    // It is no failure that anybody has to mend.
    assert_eq!(app.sign_in("akimshi").see("/mails").links("/mails/").len(), 0);
}

#[test]
fn those_who_hold_the_duty_now_get_it_in_their_language_and_nobody_twice() {
    let app = TestApp::start();
    grant(&app, "akimat2", "ulgi-kenes@demo.invalid", DutyKind::CouncilSecretary);
    drop(SquadScenario::new(&app).proposed());
    // Two hold the duty when the mail is written; one of them, and two others, when it leaves.
    let mut english = app.sign_in("tekserushi2");
    let form = english.see("/inbox").form("/language");
    english.submit(&form, &[("language", "en")]).expect(200);
    grant(&app, "tekserushi2", "ulgi-kenes@demo.invalid", DutyKind::CouncilSecretary);
    shut_out(&app, "hatshy");
    let mut letters = app.deliver();
    letters.sort_by(|a, b| a.to.cmp(&b.to));
    assert_eq!(readers(&letters), ["akimat2@demo.invalid", "tekserushi2@demo.invalid"]);
    assert!(letters[1].text.contains("Put it to the coordination council"));
    assert!(letters[1].text.contains("Candidates: 7"), "{}", letters[1].text);
}

#[test]
fn a_mail_whose_work_is_done_stays_and_says_when_and_by_whom() {
    let app = one_mail();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let letters = app.deliver();
    let announced = letters.iter().filter(|letter| letter.act() == "propose_squad").count();
    assert_eq!(announced, 1, "the squad on which the council has decided is not put to it again");
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'work_done'"), 1);
    let history = road.akimat.see(&format!("{}/history", road.squad));
    assert!(
        history.says("жіберілмеді: 22.11.2026") && history.says("үйлестіру кеңесі"),
        "{}",
        history.text()
    );
    assert_eq!(app.sign_in("akimshi").see("/mails").links("/mails/").len(), 0);
}

#[test]
fn a_mail_that_is_being_sent_says_so() {
    let app = one_mail();
    let claim = |db: &mut storage::Db| {
        storage::mail::delivery::claim(db, 8, TimeDelta::minutes(30), app.state.clock.now())
    };
    let claimed = app.state.store.write(claim).unwrap();
    let mut akimat = app.sign_in("akimat");
    let squad = akimat.see("/squads").links("/squads/").into_iter().find(|l| l.len() > 20).unwrap();
    let history = format!("{squad}/history");
    assert!(akimat.see(&history).says("қазір жөнелтіліп жатыр"));
    app.state.store.write(|db| storage::mail::delivery::release(db, &claimed[0])).unwrap();
    assert!(akimat.see(&history).says("жіберу кезегінде тұр"));
    app.deliver();
}

#[test]
fn an_invitation_is_its_readers_own_and_goes_to_nobody_else() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let akimat =
        app.read(|db| storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let form = admin.see("/people/new").form("/people");
    let fields = [
        ("email", "jana@demo.invalid"),
        ("name", "Тестов Жаңа"),
        ("duty", &format!("{akimat}:akimat_officer")),
    ];
    admin.submit(&form, &fields).expect(200);
    shut_out(&app, "jana");
    assert_eq!(app.deliver_but_grants().len(), 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'duty_ended'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE secret_sealed IS NOT NULL"), 0);
}

#[test]
fn what_was_laid_aside_for_a_digest_goes_to_the_mailbox_once_the_duty_has_ended() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let form = road.unit.see("/account").form("/account/digest");
    road.unit.submit(&form, &[("digest", "yes")]).expect(200);
    drop(road.proposed().created(None));
    assert!(!readers(&app.deliver()).contains(&"okil@demo.invalid"));
    app.tamper(
        "UPDATE users SET disabled_at = '2026-11-22 06:00:00' WHERE email = 'okil@demo.invalid'",
    );
    app.pass_until(1, 9, 0);
    let letters = app.run_scheduled();
    let squads: Vec<&Letter> =
        letters.iter().filter(|letter| letter.act() == "create_squad").collect();
    assert_eq!(squads.len(), 1, "{letters:?}");
    assert!(squads[0].to.starts_with("synaq"), "{}", squads[0].to);
    assert!(!readers(&letters).contains(&"okil@demo.invalid"));
}

//! Servers that refuse a reader in their own words, and servers that do not take us.

use super::{many_mails, one_mail};
use crate::harness::{
    TestApp,
    mail_server::{MailServer, Manner},
};
use chrono::TimeDelta;
use jasaq::{
    mailer::Mailer,
    storage::{
        self,
        mail::{
            delivery::{self, PutOff, Settlement},
            mail_server,
        },
    },
};

fn deliver(app: &TestApp, server: &MailServer) -> usize {
    let mailer: Mailer = app.mailer(&server.url(), None);
    let mut all = 0;
    loop {
        match app.deliver_through(&mailer) {
            0 => return all,
            tried => all += tried,
        }
    }
}

fn faults(app: &TestApp, fault: &str) -> i64 {
    app.count(&format!(
        "SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND fault = '{fault}'"
    ))
}

#[test]
fn no_such_user_in_any_words_opens_the_correction() {
    for reply in [
        "550 5.7.1 No such user!",
        "550 Requested action not taken: invalid mailbox",
        "550 5.2.0 No such mailbox",
        "550-Sorry, this recipient\r\n550-is not known\r\n550 here",
        "550 5.1.1 no such user",
        "553 5.3.0 <x>... Addressee unknown",
        "550 Пайдаланушы табылмады",
    ] {
        let app = one_mail();
        deliver(&app, &MailServer::start(Manner::Refuses(reply)));
        assert_eq!(faults(&app, "address_refused"), 1, "{reply}");
        let mut admin = app.sign_in("akimshi");
        let mail = admin.see("/mails").links("/mails/").remove(0);
        let form = admin.see(&mail).form(&format!("{mail}/address"));
        admin.submit(&form, &[("address", "jana@demo.invalid")]).expect(200);
        let letters = app.deliver();
        assert!(letters.iter().all(|letter| letter.to == "jana@demo.invalid"), "{reply}");
        assert_eq!(letters.len(), 2, "the mail, and that the address was corrected: {reply}");
        let id = mail.rsplit('/').next().unwrap();
        assert!(letters.iter().any(|letter| letter.message_id.contains(id)), "{reply}");
    }
}

#[test]
fn a_server_that_knows_nobody_once_it_has_the_mail_opens_the_correction_too() {
    let app = one_mail();
    let words = "554 delivery error: this user does not have an account here";
    deliver(&app, &MailServer::start(Manner::RefusesAfterDot(words)));
    assert_eq!(faults(&app, "address_refused"), 1);
    app.tamper("UPDATE outbox SET failed_at = created_at");
}

#[test]
fn a_refusal_without_a_cause_may_mean_the_address_and_its_former_reader_is_told() {
    let app = one_mail();
    deliver(&app, &MailServer::start(Manner::Refuses("550 Requested action not taken")));
    assert_eq!(faults(&app, "address_doubted"), 1);
    let mut admin = app.sign_in("akimshi");
    let mail = admin.see("/mails").links("/mails/").remove(0);
    let page = admin.see(&mail);
    assert!(
        page.says("мекенжайды білмеуі мүмкін")
            && page.says("rcpt: 550")
            && page.has_form(&format!("{mail}/resending"))
            && page.says("хабарлама оған да жіберіледі"),
        "{}",
        page.text()
    );
    let form = page.form(&format!("{mail}/address"));
    admin.submit(&form, &[("address", "jana@demo.invalid")]).expect(200);
    let letters = app.deliver();
    let mut to: Vec<(&str, &str)> =
        letters.iter().map(|letter| (letter.to.as_str(), letter.act())).collect();
    to.sort_unstable();
    assert_eq!(
        to,
        [
            ("hatshy@demo.invalid", "correct_address"),
            ("jana@demo.invalid", "correct_address"),
            ("jana@demo.invalid", "propose_squad"),
        ]
    );
    let former = letters.iter().find(|letter| letter.to == "hatshy@demo.invalid").unwrap();
    assert!(former.text.contains("әкімшіге дереу хабарлаңыз"), "{}", former.text);
    assert!(!former.text.contains("jana@"), "the new address is nobody else's to know");
    assert_eq!(app.faults(), []);
}

#[test]
fn a_mail_that_bounced_later_is_marked_by_an_administrator_and_counts_as_not_delivered() {
    let app = one_mail();
    super::propose(&app, 1);
    assert_eq!(app.deliver().len(), 2);
    let mut admin = app.sign_in("akimshi");
    let user = app
        .read(|db| jasaq::storage::offices::user::by_email(db, "hatshy@demo.invalid"))
        .unwrap()
        .id;
    let mails = admin.see(&format!("/people/{user}")).links("/mails/");
    assert_eq!(mails.len(), 2, "the newest first");
    let form = admin.see(&mails[1]).form(&format!("{}/undelivered", mails[1]));
    let page = admin.submit(&form, &[]).expect(200);
    assert!(page.says("Хат жеткізілмеген болып саналады"), "{}", page.text());
    assert_eq!(faults(&app, "address_marked"), 2, "what went there later is lost as well");
    assert!(admin.see("/inbox").html.contains("badge\">2<"), "a badge counts them");
    let form = page.form(&format!("{}/address", mails[1]));
    admin.submit(&form, &[("address", "jana@demo.invalid")]).expect(200);
    let letters = app.deliver();
    assert_eq!(letters.iter().filter(|letter| letter.to == "jana@demo.invalid").count(), 3);
    assert_eq!(letters.iter().filter(|letter| letter.to == "hatshy@demo.invalid").count(), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_server_that_does_not_take_us_makes_mails_wait_and_administrators_are_told() {
    for (reply, words) in [
        ("504 5.5.2 <box>: Helo command rejected: need fully-qualified hostname", "mail_greeting"),
        ("554 5.7.1 <reader>: Relay access denied", "mail_url"),
        ("550 5.7.1 Service unavailable; Client host blocked", "тізімнен шығаруды"),
    ] {
        let app = TestApp::start();
        // Mails to different readers of both districts, and of several bodies.
        let mut roads =
            [crate::harness::squad_scenario::SquadScenario::new(&app).proposed().created(None)];
        drop(crate::harness::squad_scenario::SquadScenario::of_other_akimat(&app).proposed());
        roads[0].akimat.see("/inbox");
        drop(roads);
        let waiting = app.read(jasaq::storage::mail::outbox::waiting);
        let server = MailServer::start(Manner::Refuses(reply));
        deliver(&app, &server);
        assert_eq!(
            app.count(
                "SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND fault <> 'work_done'"
            ),
            0
        );
        assert_eq!(
            app.count("SELECT count(*) FROM mail_server WHERE cause IS NOT NULL"),
            1,
            "{reply}"
        );
        assert!(server.tries() <= 4, "three readers, and no more: {}", server.tries());
        let page = app.sign_in("akimshi").see("/mails");
        assert!(page.says(words), "{}", page.text());
        // It is mended: all goes, in the order in which it was written.
        server.set(Manner::Takes);
        app.pass(TimeDelta::minutes(6));
        deliver(&app, &server);
        app.pass(TimeDelta::minutes(1));
        deliver(&app, &server);
        let kept_back = app.count("SELECT count(*) FROM outbox WHERE fault = 'work_done'");
        assert_eq!(i64::try_from(server.count()).unwrap() + kept_back, waiting, "{reply}");
        assert!(!app.sign_in("akimshi").see("/mails").says(words));
    }
}

#[test]
fn one_reader_whom_the_server_passes_nothing_to_holds_no_other_up() {
    let app = many_mails(4);
    app.tamper(
        "UPDATE outbox SET address = 'alys@demo.invalid' WHERE id = (SELECT id FROM outbox ORDER BY id LIMIT 1)",
    );
    let server = MailServer::start(Manner::RefusesOf("alys", "554 5.7.1 Relay access denied"));
    deliver(&app, &server);
    assert_eq!(server.count(), 3);
    assert_eq!(app.count("SELECT count(*) FROM mail_server WHERE away_since IS NOT NULL"), 0);
    for _ in 0..160 {
        app.pass(TimeDelta::minutes(31));
        deliver(&app, &server);
    }
    assert_eq!(faults(&app, "sender_refused"), 1, "after three days it is given up");
}

#[test]
fn mails_that_were_refused_go_again_with_one_button() {
    let app = many_mails(12);
    deliver(&app, &MailServer::start(Manner::Refuses("550 5.7.1 rejected by policy")));
    assert_eq!(faults(&app, "mail_refused"), 12);
    let mut admin = app.sign_in("akimshi");
    let form = admin.see("/mails").form("/mails/resending");
    let page = admin.submit(&form, &[]).expect(200);
    assert!(page.says("Хаттар қайта жіберу кезегіне қойылды"), "{}", page.text());
    assert_eq!(app.deliver().len(), 12);
    // Nothing is left: the form, sent from another window, says so.
    let mut other = app.sign_in("akimshi");
    let stale = other.see("/people/new").form("/people");
    let mut again = stale;
    again.action = "/mails/resending".to_owned();
    assert!(other.submit(&again, &[]).expect(422).says("қайта жіберуге болатын хат жоқ"));
    // Nobody else's mails.
    let mut stranger = app.sign_in("akimshi2");
    assert!(!stranger.see("/mails").has_form("/mails/resending"));
    assert_eq!(app.faults(), []);
}

#[test]
fn the_name_that_we_greet_with_can_be_set_and_is_never_bare() {
    let app = one_mail();
    let server = MailServer::start(Manner::WantsName);
    assert_eq!(deliver(&app, &server), 1);
    assert_eq!(server.count(), 1);
    assert!(server.greetings().iter().all(|name| name.contains('.')), "{:?}", server.greetings());
    let mut settings = app.state.settings.clone();
    settings.mail_greeting = Some("posta.ulgi.invalid".into());
    settings.mail_url = server.url();
    super::propose(&app, 1);
    app.deliver_through(&Mailer::of(&settings).unwrap());
    assert_eq!(server.greetings().last().unwrap(), "posta.ulgi.invalid");
}

#[test]
fn a_notice_to_a_former_address_goes_there_whatever_is_corrected_afterwards() {
    let app = one_mail();
    deliver(&app, &MailServer::start(Manner::Refuses("550 Requested action not taken")));
    let mut admin = app.sign_in("akimshi");
    let mail = admin.see("/mails").links("/mails/").remove(0);
    let correct = |admin: &mut crate::harness::visitor::Visitor, address| {
        let form = admin.see(&mail).form(&format!("{mail}/address"));
        admin.submit(&form, &[("address", address)]).expect(200);
    };
    correct(&mut admin, "jana@demo.invalid");
    // Before anything has left, the new address is refused and corrected as well.
    app.tamper("UPDATE outbox SET failed_at = created_at, fault = 'address_refused' WHERE kind = 'put_to_council'");
    correct(&mut admin, "basqa@demo.invalid");
    let letters = app.deliver();
    let former: Vec<&str> = letters
        .iter()
        .filter(|letter| letter.text.contains("басқа мекенжайға ауыстырды"))
        .map(|letter| letter.to.as_str())
        .collect();
    assert_eq!(former, ["hatshy@demo.invalid"]);
    assert!(
        letters
            .iter()
            .filter(|l| !former.contains(&l.to.as_str()))
            .all(|l| l.to == "basqa@demo.invalid")
    );
}

#[test]
fn a_mail_that_a_worker_has_in_hand_stays_its_own_when_the_server_takes_us_again() {
    let app = many_mails(2);
    let (now, lease) = (app.state.clock.now(), TimeDelta::minutes(30));
    let write = |f: &dyn Fn(&mut storage::Db) -> Result<usize, storage::StorageError>| {
        app.state.store.write(f).unwrap()
    };
    write(&|db| {
        let mails = delivery::claim(db, 8, lease, now)?;
        for mail in &mails {
            let (cause, why) = (PutOff::Unwelcome, "rcpt: 554".to_owned());
            delivery::settle(db, mail, &Settlement::Retry { at: now, cause, why }, now)?;
        }
        Ok(mails.len())
    });
    assert_eq!(write(&|db| Ok(delivery::claim(db, 1, lease, now)?.len())), 1, "in hand");
    write(&|db| mail_server::note_back(db).map(|()| 0));
    assert_eq!(write(&|db| Ok(delivery::claim(db, 8, lease, now)?.len())), 1, "the other one only");
    app.tamper("UPDATE outbox SET failed_at = created_at, fault = 'time_over'");
}

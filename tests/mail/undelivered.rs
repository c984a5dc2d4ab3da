//! Mail that did not arrive: who sees what of it, and who mends it.

use super::one_mail;
use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::Visitor,
};
use chrono::TimeDelta;
use jasaq::{cli::demo::PASSWORD, storage};

/// The page of the only mail that a reader is shown.
fn only(visitor: &mut Visitor) -> String {
    let mut links = visitor.see("/mails").links("/mails/");
    assert_eq!(links.len(), 1, "{links:?}");
    links.remove(0)
}

#[test]
fn whoever_keeps_the_address_sees_it_and_whoever_handed_over_sees_body_and_duty() {
    let app = one_mail();
    app.deliver_to_nobody();
    let page = app.sign_in("akimshi").see("/mails");
    for words in [
        "Ж-2026-0001: Кеңес хатшысына хат",
        "Үлгібаев Нұрлан, Кеңес хатшысы",
        "hatshy@demo.invalid",
        "пошта сервері бұл мекенжайды қабылдамады",
        "rcpt: 550 5.1.1",
        "22.11.2026 10:00",
    ] {
        assert!(page.says(words), "{words} in {}", page.text());
    }
    assert!(page.html.contains("badge\">1<"), "a badge counts it");
    // Its text speaks of a case: administrators don't read it.
    let mut admin = app.sign_in("akimshi");
    let mail = only(&mut admin);
    let page = admin.see(&mail);
    assert!(
        !page.says("Ақжайық")
            && !page.says("Әкімдік ерікті жасақ құруды ұсынады")
            && page.has_form(&format!("{mail}/address"))
    );
    // The sender: no address and no name, but the letter for paper.
    let mut akimat = app.sign_in("akimat");
    assert_eq!(only(&mut akimat), mail);
    for path in ["/mails", mail.as_str()] {
        let page = akimat.see(path);
        assert!(
            page.says("Кеңес хатшысы")
                && !page.html.contains("hatshy@")
                && !page.says("Үлгібаев Нұрлан"),
            "{}",
            page.text()
        );
    }
    let page = akimat.see(&mail);
    assert!(
        page.says("Әкімдік ерікті жасақ құруды ұсынады")
            && page.says("Тапсырылған күні")
            && page.says("әкімшісі түзетеді")
    );
    assert!(
        !page.has_form(&format!("{mail}/resending")) && !page.has_form(&format!("{mail}/address"))
    );
    // The reader's own body sees the address.
    assert!(app.sign_in("hatshy").see(&mail).html.contains("hatshy@demo.invalid"));
    // Nobody else sees anything.
    for stranger in ["akimat2", "akimshi2", "tekserushi", "okil", "auditor", "akimshi3"] {
        let mut stranger = app.sign_in(stranger);
        assert_eq!(stranger.see("/mails").links("/mails/").len(), 0);
        stranger.get(&mail).expect(404);
    }
}

#[test]
fn an_address_is_corrected_once_the_server_has_refused_it_and_what_was_refused_is_sent_there() {
    let app = one_mail();
    super::propose(&app, 2);
    app.deliver_to_nobody();
    let mut admin = app.sign_in("akimshi");
    let mail = admin.see("/mails").links("/mails/").remove(0);
    let form = admin.see(&mail).form(&format!("{mail}/address"));
    for (wrong, words) in [
        ("", "Электрондық поштаны"),
        ("hatshy", "Электрондық поштаны"),
        ("hatshy@demo.invalid", "Бұл бұрынғы мекенжай"),
        ("akimat@demo.invalid", "басқа пайдаланушы кіреді"),
    ] {
        let page = admin.submit(&form, &[("address", wrong)]).expect(422);
        assert!(page.says(words), "{wrong}: {}", page.text());
        assert!(page.html.contains(&format!("value=\"{wrong}\"")), "nothing typed is lost");
    }
    let page = admin.submit(&form, &[("address", " Jana@demo.invalid ")]).expect(200);
    assert!(page.says("Мекенжай түзетілді"), "{}", page.text());
    let letters = app.deliver();
    assert!(letters.iter().all(|letter| letter.to == "jana@demo.invalid"));
    let mut acts: Vec<&str> = letters.iter().map(crate::harness::letter::Letter::act).collect();
    acts.sort_unstable();
    assert_eq!(acts, ["correct_address", "propose_squad", "propose_squad", "propose_squad"]);
    assert!(letters.iter().any(|letter| {
        letter.text.contains("осы мекенжаймен және бұрынғы құпиясөзіңізбен кіріңіз")
    }));
    assert_eq!(admin.see("/mails").links("/mails/").len(), 0);
    // Signed in by the new address with the old password, and by the old address not.
    app.visitor().sign_in("jana@demo.invalid", PASSWORD).expect(200).says("Кіріс");
    assert_eq!(app.visitor().sign_in("hatshy@demo.invalid", PASSWORD).status, 422);
    // Sent twice, the form shows what it did.
    admin.submit(&form, &[("address", " Jana@demo.invalid ")]).expect(200);
    assert_eq!(app.deliver().len(), 0);
    assert_eq!(
        app.count("SELECT count(*) FROM journal WHERE act = 'correct_address'"),
        2,
        "the user and the mail"
    );
    assert_eq!(app.faults(), []);
}

#[test]
fn an_address_that_works_is_nobodys_to_change_and_neither_is_one_of_somebody_who_serves_elsewhere()
{
    let app = one_mail();
    app.deliver();
    let mut admin = app.sign_in("akimshi");
    // A mail that failed for another cause can be sent again, but its address stays.
    app.tamper("UPDATE outbox SET sent_at = NULL, failed_at = created_at, fault = 'mail_refused'");
    let mail = only(&mut admin);
    let page = admin.see(&mail);
    assert!(!page.has_form(&format!("{mail}/address")));
    let mut form = page.form(&format!("{mail}/resending"));
    form.action = format!("{mail}/address");
    assert!(
        admin
            .submit(&form, &[("address", "jana@demo.invalid")])
            .expect(422)
            .says("қабылдамай қойған емес")
    );
    // Somebody with a duty under another administration.
    app.tamper("UPDATE outbox SET fault = 'address_refused'");
    let now = app.state.clock.now();
    let elsewhere = |db: &mut storage::Db| -> Result<(), storage::StorageError> {
        let user = storage::offices::user::by_email(db, "hatshy@demo.invalid")?.unwrap().id;
        let body = storage::offices::body::by_email(db, "mysal-kenes@demo.invalid")?.unwrap().id;
        let kind = jasaq::domain::body::DutyKind::CouncilSecretary;
        let duty = storage::offices::duty::NewDuty {
            id: jasaq::domain::id::Id::new(),
            user,
            body,
            kind,
            from: now,
            to: None,
            deputy_for: None,
        };
        storage::offices::duty::insert(db, &duty)
    };
    app.state.store.write(elsewhere).unwrap();
    let form = admin.see(&mail).form(&format!("{mail}/address"));
    assert!(
        admin
            .submit(&form, &[("address", "jana@demo.invalid")])
            .expect(422)
            .says("тыс міндеті бар")
    );
    assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'jana@demo.invalid'"), 0);
}

#[test]
fn a_mail_is_sent_again_as_it_was_and_of_two_who_do_it_the_second_is_told() {
    let app = one_mail();
    app.tamper("UPDATE outbox SET failed_at = created_at, fault = 'time_over'");
    let mut admin = app.sign_in("akimshi");
    let mail = only(&mut admin);
    let (first, second) = (
        admin.see(&mail).form(&format!("{mail}/resending")),
        admin.see(&mail).form(&format!("{mail}/resending")),
    );
    assert!(admin.submit(&first, &[]).expect(200).says("Хат қайта жіберу кезегіне қойылды"));
    admin.submit(&second, &[]).expect(409);
    let letters = app.deliver();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].message_id.contains(mail.rsplit('/').next().unwrap()),
        "the same Message-ID"
    );
}

#[test]
fn an_invitation_that_did_not_arrive_is_made_anew_with_a_new_link() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let akimat =
        app.read(|db| storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let form = admin.see("/people/new").form("/people");
    let fields = [
        ("email", "qate@demo.invalid"),
        ("name", "Тестов Жаңа"),
        ("duty", &format!("{akimat}:akimat_officer")),
    ];
    admin.submit(&form, &fields).expect(200);
    app.tamper("DELETE FROM outbox WHERE kind = 'grant_told'");
    app.deliver_to_nobody();
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE secret_sealed IS NOT NULL"), 0);
    let mail = only(&mut admin);
    let page = admin.see(&mail);
    assert!(page.says("сілтеме енді жарамсыз") && !page.has_form(&format!("{mail}/resending")));
    admin
        .submit(&page.form(&format!("{mail}/address")), &[("address", "durys@demo.invalid")])
        .expect(200);
    let letters = app.deliver();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, "durys@demo.invalid");
    let path = letters[0].path();
    assert!(path.starts_with("/links/"));
    let form = app.visitor().see(&path).form(&path);
    app.visitor()
        .post(&form, &[("password", "жаңа құпиясөз 866"), ("again", "жаңа құпиясөз 866")])
        .expect(303);
    app.visitor().sign_in("durys@demo.invalid", "жаңа құпиясөз 866").expect(200);
}

#[test]
fn a_bodys_mailbox_is_corrected_and_administrators_see_which_duties_nobody_holds() {
    let app = TestApp::start();
    app.tamper("UPDATE duty SET to_at = '2026-11-01 00:00:00' WHERE kind = 'council_secretary'");
    super::propose(&app, 1);
    app.deliver_to_nobody();
    let mut admin = app.sign_in("akimshi");
    let page = admin.see("/mails");
    assert!(
        page.says("Ешкім атқармайтын міндеттер")
            && page.says("ulgi-kenes@demo.invalid")
            && page.says("органның пошта жәшігі")
    );
    let mail = only(&mut admin);
    let form = admin.see(&mail).form(&format!("{mail}/address"));
    assert!(
        admin
            .submit(&form, &[("address", "ulgi@demo.invalid")])
            .expect(422)
            .says("басқа органға тиесілі")
    );
    admin.submit(&form, &[("address", "kenes@demo.invalid")]).expect(200);
    assert_eq!(
        app.deliver().iter().map(|l| l.to.as_str()).collect::<Vec<_>>(),
        ["kenes@demo.invalid"]
    );
    assert_eq!(app.count("SELECT count(*) FROM body WHERE email = 'kenes@demo.invalid'"), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn what_failed_long_ago_is_shown_no_more_and_what_is_done_meanwhile_says_so() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed();
    app.deliver_to_nobody();
    let road = road.created(Some(PEOPLE[0]));
    app.deliver_to_nobody();
    let mut admin = app.sign_in("akimshi");
    let page = admin.see("/mails");
    assert_eq!(
        page.text().matches("Хатта айтылған іс аяқталған").count(),
        1,
        "the council has decided"
    );
    drop(road);
    app.pass(TimeDelta::days(91));
    assert_eq!(app.sign_in("akimshi").see("/mails").links("/mails/").len(), 0);
}

#[test]
fn a_mail_that_arrived_can_be_printed_from_the_history_by_both_sides() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let mut road = road.received();
    app.deliver();
    let history =
        |visitor: &mut Visitor| visitor.see(&format!("{}/history", road.list)).links("/mails/");
    let (akimat, officer) = (history(&mut road.akimat), history(&mut road.officer));
    // Its own mail about the sending, which both see; and to each the mail that it got.
    let both: Vec<&String> = akimat.iter().filter(|link| officer.contains(link)).collect();
    assert_eq!((akimat.len(), officer.len(), both.len()), (2, 2, 1), "{akimat:?} {officer:?}");
    for (visitor, links) in [(&mut road.akimat, &akimat), (&mut road.officer, &officer)] {
        for link in links {
            let page = visitor.see(link);
            assert!(page.says("жөнелтілді") && page.says("Тапсырылған күні"), "{}", page.text());
        }
    }
}

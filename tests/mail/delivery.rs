//! Delivery to servers as they are on bad days: nothing is lost, nothing comes twice to the eye, nobody is hammered.

use super::{many_mails, one_mail};
use crate::harness::{
    TestApp,
    mail_server::{MailServer, Manner},
    postfix::other_authority,
};
use chrono::TimeDelta;
use jasaq::{
    jobs::deliver_outbox::Line,
    mailer::Mailer,
    storage::{
        self,
        mail::{delivery::Settlement, mail_server::Standing},
    },
};
use std::{
    collections::BTreeSet,
    net::TcpListener,
    thread,
    time::{Duration, Instant},
};

fn line(app: &TestApp, server: &MailServer) -> Line {
    Line::unbound(&app.mailer(&server.url(), None))
}

/// The Message-IDs of what a server has seen, in its order.
fn ids(server: &MailServer) -> Vec<String> {
    server.letters().into_iter().map(|letter| letter.message_id).collect()
}

fn distinct(ids: &[String]) -> usize {
    ids.iter().collect::<BTreeSet<_>>().len()
}

#[test]
fn a_mail_leaves_over_smtp_as_it_was_written() {
    let app = one_mail();
    let server = MailServer::start(Manner::Takes);
    assert_eq!(app.deliver_through(&app.mailer(&server.url(), None)), 1);
    let letters = server.letters();
    assert_eq!(letters.len(), 1);
    crate::road::assert_discreet(&letters[0]);
    assert_eq!(letters[0].to, "hatshy@demo.invalid");
    assert!(letters[0].raw().lines().all(|line| line.len() <= 998 && line.is_ascii()));
    assert_eq!(
        app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND last_error IS NULL"),
        1
    );
}

#[test]
fn one_session_carries_many_mails_and_is_ended_in_order_when_there_are_no_more() {
    let app = many_mails(20);
    let server = MailServer::start(Manner::Takes);
    let mut line = line(&app, &server);
    let mut tried = Vec::new();
    while let 1.. = app.deliver_over(&mut line).tried {
        tried.push(server.count());
    }
    assert_eq!(tried, [8, 16, 20]);
    assert_eq!((server.sessions(), server.farewells()), (1, 0));
    line.rest();
    wait_for(|| server.farewells() == 1);
}

#[test]
fn a_refused_mail_is_no_end_of_the_session() {
    let app = many_mails(6);
    let server = MailServer::start(Manner::KnowsNobody);
    let mut line = line(&app, &server);
    assert_eq!(app.deliver_over(&mut line).tried, 6);
    assert_eq!((server.sessions(), server.tries()), (1, 6));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'address_refused'"), 6);
}

#[test]
fn a_server_that_closes_after_some_mails_is_called_again_and_gets_the_rest_at_once() {
    let app = many_mails(8);
    let server = MailServer::start(Manner::Closes(3));
    let batch = app.deliver_over(&mut line(&app, &server));
    assert_eq!((batch.tried, batch.is_halted), (8, false));
    assert_eq!((server.count(), distinct(&ids(&server)), server.sessions()), (8, 8, 3));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE attempts > 1"), 0, "nobody's fault");
    assert_eq!(app.count("SELECT count(*) FROM mail_server WHERE away_since IS NOT NULL"), 0);
}

#[test]
fn while_the_server_is_away_mails_keep_their_place_and_one_at_a_time_looks_whether_it_is_back() {
    let app = many_mails(12);
    let server = MailServer::start(Manner::IsClosed);
    let mut line = line(&app, &server);
    let mut looks = Vec::new();
    for minute in 0..30 {
        for _ in 0..20 {
            app.deliver_over(&mut line);
        }
        if looks.last().is_none_or(|(_, tries)| *tries < server.tries()) {
            looks.push((minute, server.tries()));
        }
        app.pass(TimeDelta::minutes(1));
    }
    assert_eq!(
        looks,
        [(0, 1), (1, 2), (3, 3), (7, 4), (12, 5), (17, 6), (22, 7), (27, 8)],
        "minute and tries: 1, 2, 4, then 5 minutes"
    );
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE attempts = 0 AND due_at = created_at AND last_error IS NULL"), 12);
    assert_eq!(
        app.read(|db| storage::mail::mail_server::standing(db, app.state.clock.now())),
        Standing::Away
    );
    // For days: an outage fails nothing.
    app.pass(TimeDelta::days(5));
    app.deliver_over(&mut line);
    assert_eq!(
        app.count("SELECT count(*) FROM outbox WHERE failed_at IS NULL AND sent_at IS NULL"),
        12
    );
    server.set(Manner::Takes);
    app.pass(TimeDelta::minutes(6));
    assert_eq!(app.deliver_over(&mut line).tried, 1, "one looks");
    assert_eq!(app.deliver_over(&mut line).tried, 8, "and the rest follows");
    assert_eq!(app.deliver_over(&mut line).tried, 3);
    let queued: Vec<String> = server
        .letters()
        .iter()
        .map(|letter| letter.subject.split(':').next().unwrap().to_owned())
        .collect();
    assert!(
        queued.is_sorted() && distinct(&ids(&server)) == 12,
        "the oldest first, each once: {queued:?}"
    );
    assert_eq!(
        app.count("SELECT count(*) FROM mail_server WHERE away_since IS NULL AND failures = 0"),
        1
    );
}

#[test]
fn readers_are_told_that_mail_waits_and_administrators_since_when_and_how_much() {
    let app = many_mails(3);
    let mut akimat = app.sign_in("akimat");
    let mut admin = app.sign_in("akimshi");
    let waits = "бастап жөнелтілмей тұр. Жасалған әрекеттердің бәрі сақталды";
    assert!(!akimat.see("/inbox").says(waits));
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = app.mailer(&format!("smtp://127.0.0.1:{port}"), None);
    app.deliver_through(&nobody);
    app.pass(TimeDelta::minutes(7));
    assert!(akimat.see("/inbox").says(waits));
    let page = admin.see("/mails");
    assert!(
        page.html.contains("<dt>Жөнелтілмей тұр (қашаннан бері)</dt><dd>22.11.2026 10:00</dd>")
            && page.says("connect: connection failed"),
        "{}",
        page.text()
    );
    assert!(page.html.contains("<dt>Кезекте тұрған хаттар</dt><dd>3</dd>"), "{}", page.html);
    assert!(!akimat.see("/mails").says("Кезекте тұрған хаттар"));
    // Before anybody has signed in nothing is said.
    assert!(!app.visitor().see("/sign-in").says(waits));
    assert_eq!(app.deliver().len(), 3);
    assert!(!akimat.see("/inbox").says(waits));
    assert!(admin.see("/mails").html.contains("<dt>Соңғы бір сағатта жөнелтілгені</dt><dd>3</dd>"));
    // Nobody delivers: that is seen as well.
    super::propose(&app, 1);
    app.pass(TimeDelta::minutes(5));
    assert!(!akimat.see("/inbox").says(waits));
    app.pass(TimeDelta::minutes(6));
    assert!(akimat.see("/inbox").says(waits));
    app.deliver();
}

#[test]
fn whoever_puts_strangers_off_is_called_again_after_five_minutes_and_it_counts_against_nobody() {
    let app = one_mail();
    let server = MailServer::start(Manner::Greylists);
    let mut line = line(&app, &server);
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    for _ in 0..4 {
        app.pass(TimeDelta::seconds(70));
        assert_eq!(app.deliver_over(&mut line).tried, 0, "not before five minutes have passed");
    }
    app.pass(TimeDelta::seconds(21));
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    assert_eq!((server.count(), server.tries()), (1, 2));
    let mut akimat = app.sign_in("akimat");
    assert!(akimat.see("/mails").says("Жеткізілмеген хат жоқ"));
}

#[test]
fn a_mail_that_is_put_off_for_72_hours_fails_and_history_says_since_when_it_was_tried() {
    let app = one_mail();
    // An outage before it counts for nothing.
    app.pass(TimeDelta::hours(80));
    let server = MailServer::start(Manner::PutsOff);
    let mut line = line(&app, &server);
    let mut akimat = app.sign_in("akimat");
    let squad = akimat.see("/squads").links("/squads/").into_iter().find(|l| l.len() > 20).unwrap();
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    let history = akimat.see(&format!("{squad}/history"));
    assert!(
        history.says("25.11.2026 18:00 бастап жөнелтілмей тұр, қайта жіберіледі (әрекет саны: 1)"),
        "{}",
        history.text()
    );
    assert!(akimat.see("/mails").says("Қайта жіберілуде"));
    for _ in 0..150 {
        app.pass(TimeDelta::minutes(30));
        app.deliver_over(&mut line);
    }
    assert!((100..=160).contains(&server.tries()), "{}", server.tries());
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'time_over'"), 1);
    let mut akimat = app.sign_in("akimat");
    assert!(
        akimat
            .see(&format!("{squad}/history"))
            .says("жеткізілмеді: сервер хатты 72 сағат бойы қабылдамады")
    );
}

#[test]
fn a_mailbox_that_does_not_exist_is_tried_once_and_its_address_stays_out_of_the_error() {
    let app = one_mail();
    let server = MailServer::start(Manner::KnowsNobody);
    let mut line = line(&app, &server);
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    app.pass(TimeDelta::days(1));
    assert_eq!(app.deliver_over(&mut line).tried, 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND last_error = 'rcpt: 550 5.1.1'"), 1);
    let mut akimat = app.sign_in("akimat");
    let squad = akimat.see("/squads").links("/squads/").into_iter().find(|l| l.len() > 20).unwrap();
    let history = akimat.see(&format!("{squad}/history"));
    assert!(
        history.says("жеткізілмеді: пошта сервері бұл мекенжайды қабылдамады"),
        "the case's history says so"
    );
}

#[test]
fn a_mail_too_large_for_the_server_is_told_apart_from_a_bad_address() {
    let app = one_mail();
    let server = MailServer::start(Manner::FindsItTooLarge);
    app.deliver_over(&mut line(&app, &server));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'too_large' AND last_error = 'message: 552 5.3.4'"), 1);
}

#[test]
fn when_nobody_knows_whether_it_was_taken_it_is_sent_again_with_the_same_message_id_and_at_most_three_times()
 {
    let app = one_mail();
    let server = MailServer::start(Manner::DropsAfterTheDot);
    let mut line = line(&app, &server);
    let batch = app.deliver_over(&mut line);
    assert_eq!((batch.tried, batch.is_halted), (1, true), "the rest would wait");
    app.pass(TimeDelta::minutes(4));
    assert_eq!(app.deliver_over(&mut line).tried, 0, "not before five minutes have passed");
    app.pass(TimeDelta::minutes(7));
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    app.pass(TimeDelta::minutes(11));
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    for _ in 0..20 {
        app.pass(TimeDelta::hours(1));
        assert_eq!(app.deliver_over(&mut line).tried, 0);
    }
    let letters = server.letters();
    assert_eq!((letters.len(), distinct(&ids(&server))), (3, 1));
    assert!(letters.iter().all(|letter| letter.text == letters[0].text));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'unclear'"), 1);
}

#[test]
fn a_connection_that_breaks_in_the_middle_of_a_mail_holds_up_that_mail_and_no_other() {
    let app = many_mails(4);
    let server = MailServer::start(Manner::DropsBeforeTheDot);
    let mut line = line(&app, &server);
    let batch = app.deliver_over(&mut line);
    assert_eq!(
        (batch.tried, batch.is_halted),
        (1, true),
        "one mail broke the session, the others were not begun"
    );
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE attempts = 0"), 3);
    server.set(Manner::Takes);
    app.pass(TimeDelta::minutes(11));
    while app.deliver_over(&mut line).tried > 0 {}
    assert_eq!((server.count(), distinct(&ids(&server))), (4, 4));
}

#[test]
fn a_slow_server_holds_up_no_page() {
    let app = many_mails(3);
    let server = MailServer::start(Manner::Slow(Duration::from_millis(400)));
    let mut akimat = app.sign_in("akimat");
    let mailer = app.mailer(&server.url(), None);
    thread::scope(|scope| {
        let delivery = scope.spawn(|| app.deliver_through(&mailer));
        let mut times = Vec::new();
        while !delivery.is_finished() {
            let began = Instant::now();
            akimat.see("/inbox");
            akimat.see("/squads");
            times.push(began.elapsed());
        }
        assert_eq!(delivery.join().unwrap(), 3);
        times.sort_unstable();
        assert!(times.len() > 10, "pages were answered all the while: {}", times.len());
        let p95 = times[times.len() * 95 / 100];
        assert!(
            p95 < Duration::from_millis(1500),
            "{p95:?} while each answer of the server takes 400 ms"
        );
    });
}

#[test]
fn a_server_that_speaks_no_tls_where_tls_was_asked_for_gets_nothing() {
    let app = one_mail();
    let mut settings = app.state.settings.clone();
    settings.environment = jasaq::config::Environment::Production;
    assert!(Mailer::of(&settings).is_err(), "production does not write mail into files");
    let server = MailServer::start(Manner::Takes);
    // TLS from the first byte, and STARTTLS, which is asked for on loopback as well once an authority is named.
    let authority = other_authority(app.folder());
    for (url, authority, error) in [
        (server.url().replace("smtp://", "smtps://"), None, "connect: "),
        (server.url(), Some(authority), "the server offers no STARTTLS"),
    ] {
        app.deliver_through(&app.mailer(&url, authority));
        assert_eq!((server.count(), server.tries()), (0, 0));
        assert_eq!(
            app.count(&format!(
                "SELECT count(*) FROM mail_server WHERE last_error LIKE '{error}%'"
            )),
            1
        );
        app.pass(TimeDelta::minutes(5));
    }
    assert_eq!(app.deliver().len(), 1);
}

#[test]
fn a_worker_that_sleeps_past_its_lease_has_lost_the_mail() {
    let app = one_mail();
    let now = app.state.clock.now();
    let lease = TimeDelta::minutes(30);
    let claimed =
        app.state.store.write(|db| storage::mail::delivery::claim(db, 8, lease, now)).unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(app.deliver().len(), 0, "leased");
    app.pass(TimeDelta::minutes(31));
    let again = app
        .state
        .store
        .write(|db| storage::mail::delivery::claim(db, 8, lease, app.state.clock.now()))
        .unwrap();
    let late =
        Settlement::Failed(jasaq::domain::delivery::MailFault::MailRefused, Some("late".into()));
    assert!(
        !app.state
            .store
            .write(|db| storage::mail::delivery::renew(db, &claimed[0], lease, now))
            .unwrap(),
        "it may not begin"
    );
    assert!(
        !app.state
            .store
            .write(|db| storage::mail::delivery::settle(db, &claimed[0], &late, now))
            .unwrap(),
        "nor say what became of it"
    );
    app.state.store.write(|db| storage::mail::delivery::release(db, &claimed[0])).unwrap();
    assert_eq!(app.deliver().len(), 0, "nor give it away");
    app.state.store.write(|db| storage::mail::delivery::release(db, &again[0])).unwrap();
    assert_eq!(app.deliver().len(), 1);
}

#[test]
fn a_mail_that_ten_workers_died_with_is_left_for_somebody_to_look_at() {
    let app = one_mail();
    for _ in 0..10 {
        let now = app.state.clock.now();
        assert_eq!(
            app.state
                .store
                .write(|db| storage::mail::delivery::claim(db, 8, TimeDelta::minutes(30), now))
                .unwrap()
                .len(),
            1
        );
        app.pass(TimeDelta::minutes(31));
    }
    assert_eq!(app.deliver().len(), 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'own_fault'"), 1);
}

/// Waits for what another thread is about to do.
fn wait_for(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(10), "it never came");
        thread::sleep(Duration::from_millis(5));
    }
}

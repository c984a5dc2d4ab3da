//! Many workers at once, and workers that are killed.

use super::{many_mails, propose};
use crate::harness::{
    TestApp,
    letter::Letter,
    mail_server::{MailServer, Manner},
};
use jasaq::{
    domain::{delivery::RecipientKind, handoff::CaseKind, id::Id, time::Instant},
    jobs::deliver_outbox::{self, Line},
    mailer::Mailer,
    storage::{self, StorageError, mail::outbox::Mail},
};
use std::{
    collections::BTreeMap,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// Queues so many mails past the acts.
pub fn queue(app: &TestApp, mails: usize, at: Instant) {
    let body = app.read(|db| storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let add = |db: &mut storage::Db| -> Result<(), StorageError> {
        for n in 0..mails {
            let mail = Mail {
                id: Id::new(),
                act_id: Id::new(),
                act: "propose_squad".into(),
                kind: "put_to_council".into(),
                case_kind: CaseKind::Squad,
                case_id: Id::new(),
                squad: None,
                handoff: None,
                recipient: RecipientKind::Mailbox,
                user: None,
                body: Some(body),
                person: None,
                address: format!("reader{}@demo.invalid", n % 50),
                subject: format!(
                    "Ж-2026-{n:04}: жасақ құру мәселесін кеңеске енгізіңіз / вынесите вопрос на рассмотрение совета"
                ),
                body_text: "Мәтін. ".repeat(150),
                body_html: format!("<p>{}</p>", "Мәтін. ".repeat(250)),
                secret_sealed: None,
                created_at: at,
                due_at: at,
                attempts: 0,
                sent_at: None,
                failed_at: None,
                last_error: None,
                reference: format!("Ж-2026-{n:04}"),
                duty: None,
                fence: 0,
                unknowns: 0,
                refused_at: None,
                fault: None,
                held_at: None,
                digest: None,
                claimed_at: None,
            };
            storage::mail::outbox::insert(db, &mail)?;
        }
        Ok(())
    };
    app.state.store.write(add).unwrap();
}

/// How often each Message-ID came.
fn times(letters: &[Letter]) -> BTreeMap<&str, usize> {
    let mut times = BTreeMap::new();
    for letter in letters {
        *times.entry(letter.message_id.as_str()).or_default() += 1;
    }
    times
}

#[test]
fn four_workers_deliver_two_thousand_mails_once_each() {
    let app = TestApp::start();
    queue(&app, 2000, app.state.clock.now());
    let server = MailServer::start(Manner::Takes);
    let mailer = app.mailer(&server.url(), None);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut line = Line::unbound(&mailer);
                while deliver_outbox::run_once(&app.state, &mut line).unwrap().tried > 0 {}
            });
        }
    });
    let letters = server.letters();
    let times = times(&letters);
    assert_eq!((letters.len(), times.len()), (2000, 2000), "none lost and none twice");
    assert_eq!(
        app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND attempts = 1"),
        2000
    );
}

#[test]
fn workers_in_memory_deliver_what_acts_queue_once() {
    let app = many_mails(12);
    let sent = Arc::new(Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut line = Line::unbound(&Mailer::Memory(Arc::clone(&sent)));
                while deliver_outbox::run_once(&app.state, &mut line).unwrap().tried > 0 {}
            });
        }
    });
    let letters: Vec<Letter> = sent.lock().unwrap().iter().map(Letter::read).collect();
    assert_eq!((letters.len(), times(&letters).len()), (12, 12));
}

/// `jasaq work` on the program's database, as a node of its own.
fn work(app: &TestApp, url: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_jasaq"))
        .arg("work")
        .env("JASAQ__DATABASE_URL", &app.state.settings.database_url)
        .env("JASAQ__DATA_DIR", app.folder())
        .env("JASAQ__MAIL_URL", url)
        .env("JASAQ__MAIL_RATE", "0")
        .env("JASAQ__PUBLIC_URL", "http://jasaq.test")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the machine's clock shows: the program that is started has no other.
fn real_now() -> Instant {
    jasaq::clock::Clock::System.now()
}

#[test]
fn workers_that_are_killed_lose_nothing_and_send_twice_no_more_than_what_they_had_in_hand() {
    const KILLS: usize = 8;
    let app = TestApp::start();
    queue(&app, 300, real_now() - chrono::TimeDelta::days(1));
    let server = MailServer::start(Manner::Slow(Duration::from_millis(2)));
    for kill in 0..KILLS {
        let mut worker = work(&app, &server.url());
        let before = server.count();
        let began = std::time::Instant::now();
        while server.count() < before + 5 + kill * 3
            && server.count() < 300
            && began.elapsed() < Duration::from_secs(10)
        {
            thread::sleep(Duration::from_millis(1));
        }
        worker.kill().unwrap();
        worker.wait().unwrap();
        // Its leases lapse.
        app.tamper("UPDATE outbox SET due_at = created_at WHERE sent_at IS NULL");
    }
    let mut worker = work(&app, &server.url());
    let began = std::time::Instant::now();
    while app.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") > 0
        && began.elapsed() < Duration::from_secs(30)
    {
        thread::sleep(Duration::from_millis(20));
    }
    // Told to end, it ends by itself.
    assert!(
        Command::new("kill").args(["-TERM", &worker.id().to_string()]).status().unwrap().success()
    );
    assert!(worker.wait().unwrap().success());
    let letters = server.letters();
    let times = times(&letters);
    assert_eq!(times.len(), 300, "nothing is lost");
    let twice: usize = times.values().map(|n| n - 1).sum();
    let sessions = app.state.settings.mail_sessions;
    assert!(
        twice <= KILLS * sessions,
        "{twice} came again, and {KILLS} workers died with {sessions} sessions each"
    );
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL"), 300);
}

#[test]
fn a_worker_that_is_told_to_end_gives_back_what_it_has_not_begun() {
    let app = TestApp::start();
    queue(&app, 40, real_now() - chrono::TimeDelta::days(1));
    let server = MailServer::start(Manner::Slow(Duration::from_millis(30)));
    let mut worker = work(&app, &server.url());
    while server.count() < 3 {
        thread::sleep(Duration::from_millis(1));
    }
    assert!(
        Command::new("kill").args(["-TERM", &worker.id().to_string()]).status().unwrap().success()
    );
    assert!(worker.wait().unwrap().success());
    let sent = app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL");
    assert!((3..40).contains(&sent), "{sent}");
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND due_at = created_at AND attempts = 0"), 40 - sent);
    assert_eq!(i64::try_from(times(&server.letters()).len()).unwrap(), sent);
    // The clock of the tests is another than the program's.
    app.tamper("UPDATE outbox SET sent_at = created_at WHERE sent_at IS NULL");
}

#[test]
fn a_node_keeps_to_its_pace_over_all_its_sessions_and_sends_the_oldest_first() {
    let app = TestApp::with(|settings| (settings.mail_sessions, settings.mail_rate) = (3, 25));
    let now = app.state.clock.now();
    for age in [1, 3, 2] {
        queue(&app, 8, now - chrono::TimeDelta::hours(age));
    }
    let server = MailServer::start(Manner::Takes);
    let mailer = app.mailer(&server.url(), None);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let (state, began) = (Arc::clone(&app.state), std::time::Instant::now());
    let running = thread::spawn(move || {
        actix_web::rt::System::new().block_on(jasaq::jobs::run(state, mailer, stopped));
    });
    while server.count() < 24 {
        assert!(began.elapsed() < Duration::from_secs(20), "{}", server.count());
        thread::sleep(Duration::from_millis(2));
    }
    let took = began.elapsed();
    stop.send(true).unwrap();
    running.join().unwrap();
    assert!(took >= Duration::from_millis(23 * 40), "24 mails at 25 a second took {took:?}");
    assert!(server.sessions() <= 3);
    let dates: Vec<String> = server
        .letters()
        .iter()
        .map(|letter| letter.raw().split("Date: ").nth(1).unwrap()[..31].to_owned())
        .collect();
    // Batches of eight leave side by side, each of them in its order of age.
    assert!(dates[..4].iter().any(|date| date.contains("02:00:00")), "three hours old: {dates:?}");
    assert_eq!(dates.iter().filter(|date| date.contains("02:00:00")).count(), 8);
}

#[test]
fn an_act_on_a_page_wakes_the_workers_of_its_node() {
    let app = TestApp::start();
    let server = MailServer::start(Manner::Takes);
    let mailer = app.mailer(&server.url(), None);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let state = Arc::clone(&app.state);
    let running = thread::spawn(move || {
        actix_web::rt::System::new().block_on(jasaq::jobs::run(state, mailer, stopped));
    });
    thread::sleep(Duration::from_millis(300));
    let began = std::time::Instant::now();
    propose(&app, 1);
    while server.count() == 0 {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "polling alone would take fifteen seconds"
        );
        thread::sleep(Duration::from_millis(2));
    }
    stop.send(true).unwrap();
    running.join().unwrap();
    assert_eq!(server.farewells(), server.sessions(), "sessions end in order");
}

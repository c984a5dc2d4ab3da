//! Mail that leaves, waits, fails, and is never lost.

use crate::harness::{TestApp, letter::Letter, road::Road};
use chrono::TimeDelta;
use jasaq::mailer::{self, Mailer};
use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
    thread,
};

/// How a server of ours answers.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Takes,
    RefusesForNow,
    RefusesForEver,
    /// Takes the mail and breaks off before it says so.
    BreaksAfterTheDot,
}

/// A mail server on loopback that speaks just enough SMTP.
struct Server {
    port: u16,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<mailer::Letter>>>,
    sessions: Arc<AtomicU16>,
}

impl Server {
    fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            manner: Arc::new(Mutex::new(manner)),
            taken: Arc::default(),
            sessions: Arc::default(),
        };
        let (manner, taken, sessions) = (Arc::clone(&server.manner), Arc::clone(&server.taken), Arc::clone(&server.sessions));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                sessions.fetch_add(1, Ordering::SeqCst);
                let now = *manner.lock().unwrap();
                let _ = converse(stream, now, &taken);
            }
        });
        server
    }

    fn mailer(&self, app: &TestApp) -> Mailer {
        let mut settings = app.house.settings.clone();
        settings.mail_url = format!("smtp://127.0.0.1:{}", self.port);
        Mailer::of(&settings).unwrap()
    }

    fn letters(&self) -> Vec<Letter> {
        self.taken.lock().unwrap().iter().map(Letter::read).collect()
    }
}

fn converse(mut stream: TcpStream, manner: Manner, taken: &Mutex<Vec<mailer::Letter>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let mut to = String::new();
    stream.write_all(b"220 test ESMTP\r\n")?;
    while let Some(line) = lines.next().transpose()? {
        let answer: &[u8] = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => b"250-test\r\n250 8BITMIME\r\n",
            "RCPT" if manner == Manner::RefusesForNow => b"450 4.2.1 greylisted, come back\r\n",
            "RCPT" if manner == Manner::RefusesForEver => b"550 5.1.1 no such mailbox akimat@demo.invalid\r\n",
            "RCPT" => {
                line.split(['<', '>']).nth(1).unwrap_or_default().clone_into(&mut to);
                b"250 ok\r\n"
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n")?;
                let mut content = String::new();
                for line in lines.by_ref() {
                    let line = line?;
                    if line == "." {
                        break;
                    }
                    content.push_str(line.strip_prefix('.').unwrap_or(&line));
                    content.push_str("\r\n");
                }
                taken.lock().unwrap().push(mailer::Letter { to: to.clone(), content: content.into_bytes() });
                if manner == Manner::BreaksAfterTheDot {
                    return Ok(());
                }
                b"250 taken\r\n"
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n"),
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer)?;
    }
    Ok(())
}

/// A house in which one mail waits.
fn one_mail() -> TestApp {
    let app = TestApp::start();
    drop(Road::new(&app).proposed());
    app
}

#[test]
fn a_mail_leaves_over_smtp_as_it_was_written() {
    let app = one_mail();
    let server = Server::start(Manner::Takes);
    assert_eq!(app.deliver_through(&server.mailer(&app)), 1);
    let letters = server.letters();
    assert_eq!(letters.len(), 1);
    crate::road::assert_discreet(&letters[0]);
    assert_eq!(letters[0].to, "hatshy@demo.invalid");
    assert!(letters[0].raw().lines().all(|line| line.len() <= 998 && line.is_ascii()));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL AND last_error IS NULL"), 1);
}

#[test]
fn a_server_that_is_away_or_asks_to_come_back_gets_the_mail_later() {
    let app = one_mail();
    let server = Server::start(Manner::RefusesForNow);
    let mailer = server.mailer(&app);
    assert_eq!(app.deliver_through(&mailer), 1);
    assert_eq!(app.deliver_through(&mailer), 0, "no tight loop");
    app.pass(TimeDelta::seconds(61));
    assert_eq!(app.deliver_through(&mailer), 1);
    assert_eq!(app.deliver_through(&mailer), 0);
    *server.manner.lock().unwrap() = Manner::Takes;
    app.pass(TimeDelta::seconds(121));
    assert_eq!(app.deliver_through(&mailer), 1);
    assert_eq!(server.letters().len(), 1);
    assert_eq!(server.sessions.load(Ordering::SeqCst), 3);

    let app = one_mail();
    let nobody = Mailer::of(&{
        let mut settings = app.house.settings.clone();
        settings.mail_url = "smtp://127.0.0.1:1".into();
        settings
    })
    .unwrap();
    for _ in 0..200 {
        app.deliver_through(&nobody);
        app.pass(TimeDelta::minutes(30));
    }
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL"), 1, "after 72 hours somebody has to look");
    assert!(app.count("SELECT attempts FROM outbox") > 100);
}

#[test]
fn a_mailbox_that_does_not_exist_is_tried_once_and_its_address_stays_out_of_the_error() {
    let app = one_mail();
    let server = Server::start(Manner::RefusesForEver);
    assert_eq!(app.deliver_through(&server.mailer(&app)), 1);
    app.pass(TimeDelta::days(1));
    assert_eq!(app.deliver_through(&server.mailer(&app)), 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND last_error = 'rcpt: 550'"), 1);
    let mut akimat = app.sign_in("akimat");
    let squad = akimat.see("/squads").links("/squads/").into_iter().find(|l| l.len() > 20).unwrap();
    assert!(akimat.see(&format!("{squad}/history")).says("жеткізілмеді"), "the case's history says so");
}

#[test]
fn when_nobody_knows_whether_it_was_taken_it_is_sent_again_with_the_same_message_id() {
    let app = one_mail();
    let server = Server::start(Manner::BreaksAfterTheDot);
    let mailer = server.mailer(&app);
    assert_eq!(app.deliver_through(&mailer), 1);
    app.pass(TimeDelta::minutes(4));
    assert_eq!(app.deliver_through(&mailer), 0, "not before five minutes have passed");
    *server.manner.lock().unwrap() = Manner::Takes;
    app.pass(TimeDelta::minutes(7));
    assert_eq!(app.deliver_through(&mailer), 1);
    let letters = server.letters();
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0].message_id, letters[1].message_id);
    assert_eq!(letters[0].text, letters[1].text);
}

#[test]
fn a_worker_that_dies_with_a_mail_in_its_hands_leaves_it_to_another() {
    let app = one_mail();
    let now = app.house.clock.now();
    let claimed = app.house.store.write(|db| jasaq::storage::outbox::claim(db, 8, TimeDelta::minutes(20), now)).unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(app.deliver().len(), 0, "leased");
    app.pass(TimeDelta::minutes(21));
    assert_eq!(app.deliver().len(), 1);
    let late = jasaq::storage::outbox::Settlement::Failed("late".into());
    assert!(!app.house.store.write(|db| jasaq::storage::outbox::settle(db, &claimed[0], &late, now)).unwrap(), "the lease had lapsed");
}

#[test]
fn several_workers_deliver_each_mail_once() {
    let app = TestApp::start();
    let mut road = Road::new(&app);
    let unit = road.unit_id("Сынақ-1");
    for n in 0..40 {
        let form = road.akimat.see("/squads/new").form("/squads");
        let name = format!("Жасақ {n}");
        road.akimat.post(&form, &[("name_kk", &name), ("name_ru", &name), ("area", "Ауыл"), ("unit", &unit)]).expect(303);
    }
    let sent = Arc::new(Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| while app.deliver_through(&Mailer::Memory(Arc::clone(&sent))) > 0 {});
        }
    });
    let mut ids: Vec<String> = sent.lock().unwrap().iter().map(|l| Letter::read(l).message_id).collect();
    assert_eq!(ids.len(), 40);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 40);
}

#[test]
fn a_body_whose_duty_nobody_holds_gets_the_mail_in_its_own_mailbox() {
    let app = TestApp::start();
    app.tamper("UPDATE duty SET to_at = '2026-11-01 00:00:00' WHERE kind = 'council_secretary'");
    let mut akimat = app.sign_in("akimat");
    let page = akimat.see("/squads/new");
    let unit = page.html.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    akimat.post(&page.form("/squads"), &[("name_kk", "Ж"), ("name_ru", "Ж"), ("area", "А"), ("unit", &unit)]).expect(303);
    let letters = app.deliver();
    assert_eq!(letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), ["ulgi-kenes@demo.invalid"]);
}

#[test]
fn a_reader_who_chose_english_reads_english_first_and_then_kazakh_and_russian() {
    let app = TestApp::start();
    let mut secretary = app.sign_in("hatshy");
    let form = secretary.see("/inbox").form("/language");
    secretary.submit(&form, &[("language", "en")]).expect(200);
    drop(Road::new(&app).proposed());
    let letter = app.deliver().remove(0);
    let parts: Vec<&str> = letter.text.split("\n----------------").collect();
    assert_eq!(parts.len(), 3);
    assert!(parts[0].contains("Put it to the coordination council"), "{}", parts[0]);
    assert!(parts[1].contains("тармақ") && parts[2].contains("пункт"));
}

#[test]
fn the_file_mailer_writes_what_the_development_page_shows() {
    let app = one_mail();
    assert_eq!(app.deliver_through(&Mailer::of(&app.house.settings).unwrap()), 1);
    let mut anybody = app.visitor();
    let mails = anybody.see("/dev/mail").links("/dev/mail/");
    assert_eq!(mails.len(), 1);
    let page = anybody.see(&mails[0]);
    assert!(page.says("Auto-Submitted") && page.says("Ж-2026-0001"));
    assert_eq!(page.links("/squads/").len(), 1);
    anybody.get("/dev/mail/..%2Fkeys.toml").expect(404);
}

#[test]
fn a_server_that_speaks_no_tls_where_tls_was_asked_for_gets_nothing() {
    let app = one_mail();
    let mut settings = app.house.settings.clone();
    settings.environment = jasaq::config::Environment::Production;
    assert!(Mailer::of(&settings).is_err(), "production does not write mail into files");
    let server = Server::start(Manner::Takes);
    settings.mail_url = format!("smtps://127.0.0.1:{}", server.port);
    app.deliver_through(&Mailer::of(&settings).unwrap());
    assert_eq!(server.letters().len(), 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE failed_at IS NULL AND last_error IS NOT NULL"), 1);
    app.pass(TimeDelta::minutes(2));
    assert_eq!(app.deliver().len(), 1);
}

//! A program of its own for each test, and people who visit it with a browser that has no JavaScript.

pub mod crowd;
pub mod database;
pub mod form;
pub mod letter;
pub mod mail_server;
pub mod pdf;
pub mod postfix;
pub mod sheet;
pub mod squad_scenario;
pub mod visitor;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use database::Database;
use jasaq::{
    clock::Clock,
    config::{Environment, Settings},
    jobs::{
        deliver_outbox::{self, Batch, Line},
        digest, remind, send_reset_links,
    },
    mailer::{self, Mailer},
    state::AppState,
    storage::{self, Db, StorageError},
    web,
};
use letter::Letter;
use mail_server::{MailServer, Manner};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex, mpsc},
    thread,
};
use visitor::Visitor;

/// The address that mails and forms know the program by.
pub const PUBLIC_URL: &str = "http://jasaq.test";

/// The moment at which every test begins: 10:00 on 22 November 2026 in Kazakhstan.
pub fn start() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(5, 0, 0).unwrap()
}

/// A running program with the demo's fictional bodies and users. Dropping it with undelivered mail fails the test.
pub struct TestApp {
    pub state: Arc<AppState>,
    pub address: SocketAddr,
    sent: Arc<Mutex<Vec<mailer::Letter>>>,
    handle: actix_web::dev::ServerHandle,
    database: Database,
}

impl TestApp {
    /// Starts a program.
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    /// Starts a program whose settings are changed first.
    pub fn with(change: impl FnOnce(&mut Settings)) -> Self {
        Self::on(Database::copy(), change)
    }

    /// Starts the program on a database.
    pub fn on(database: Database, change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings = settings(&database);
        change(&mut settings);
        let clock = Clock::fixed(start());
        let mut state = jasaq::state::build(settings, clock).unwrap();
        // Here the running program is the test.
        state.program = env!("CARGO_BIN_EXE_jasaq").into();
        let state = Arc::new(state);
        let (tell, told) = mpsc::channel();
        let served = Arc::clone(&state);
        thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let server = web::serve(served).unwrap();
                tell.send((server.address, server.handle)).unwrap();
                server.running.await.unwrap();
            });
        });
        let (address, handle) = told.recv().unwrap();
        Self { state, address, sent: Arc::default(), handle, database }
    }

    /// The database it runs on.
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// A visitor who has not signed in.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.address)
    }

    /// A visitor who is signed in as a user of the demo.
    pub fn sign_in(&self, name: &str) -> Visitor {
        let mut visitor = self.visitor();
        visitor.sign_in(&format!("{name}@demo.invalid"), jasaq::cli::demo::PASSWORD);
        visitor
    }

    /// Delivers everything that is due and gives what was delivered by it.
    pub fn deliver(&self) -> Vec<Letter> {
        let before = self.sent.lock().unwrap().len();
        while send_reset_links::run_once(&self.state).unwrap() > 0 {}
        let mut line = Line::unbound(&Mailer::Memory(Arc::clone(&self.sent)));
        while deliver_outbox::run_once(&self.state, &mut line).unwrap().tried > 0 {}
        self.sent.lock().unwrap()[before..].iter().map(Letter::read).collect()
    }

    /// Delivers all that waits, and gives it without what bodies are told of new colleagues.
    pub fn deliver_but_grants(&self) -> Vec<Letter> {
        let mut letters = self.deliver();
        letters.retain(|letter| !letter.subject.contains("жаңа міндет берілді"));
        letters
    }

    /// Delivers through another mailer, one batch over a session of its own.
    pub fn deliver_through(&self, mailer: &Mailer) -> usize {
        self.deliver_over(&mut Line::unbound(mailer)).tried
    }

    /// Hands all that waits to a server that refuses every address.
    pub fn deliver_to_nobody(&self) {
        let server = MailServer::start(Manner::KnowsNobody);
        let mailer = self.mailer(&server.url(), None);
        while self.deliver_through(&mailer) > 0 {}
    }

    /// Delivers one batch over a line.
    pub fn deliver_over(&self, line: &mut Line) -> Batch {
        deliver_outbox::run_once(&self.state, line).unwrap()
    }

    /// Sends the reminders and digests that are due, and delivers all that waits.
    pub fn run_scheduled(&self) -> Vec<Letter> {
        while remind::run_once(&self.state).unwrap() > 0 {}
        while digest::run_once(&self.state).unwrap() > 0 {}
        self.deliver()
    }

    /// Waits until the clock shows that hour and minute of a later day in Kazakhstan.
    pub fn pass_until(&self, days: i64, hour: i64, minute: i64) {
        let now = self.state.clock.now();
        let day = jasaq::domain::time::day_begins(jasaq::domain::time::today(now));
        self.pass(
            day + TimeDelta::days(days) + TimeDelta::hours(hour) + TimeDelta::minutes(minute) - now,
        );
    }

    /// A mailer for a server of the tests.
    pub fn mailer(&self, url: &str, ca_file: Option<PathBuf>) -> Mailer {
        let mut settings = self.state.settings.clone();
        url.clone_into(&mut settings.mail_url);
        settings.smtp_ca_file = ca_file;
        Mailer::of(&settings).unwrap()
    }

    /// Where the program keeps its files.
    pub fn folder(&self) -> &std::path::Path {
        self.database.folder()
    }

    /// Lets time pass.
    pub fn pass(&self, time: TimeDelta) {
        self.state.clock.forward(time);
    }

    /// Reads what no page shows.
    pub fn read<T>(&self, f: impl FnOnce(&mut Db) -> Result<T, StorageError>) -> T {
        self.state.store.read(f).unwrap()
    }

    /// Runs a statement past the program, as somebody with the database's password could.
    pub fn tamper(&self, sql: &str) -> usize {
        self.database.execute(sql)
    }

    /// A number that a statement gives.
    pub fn count(&self, sql: &str) -> i64 {
        self.database.count(sql)
    }

    /// What is wrong with the journal, chain by chain.
    pub fn faults(&self) -> Vec<storage::journal::ChainFault> {
        let chains = self.read(storage::journal::chains);
        chains
            .iter()
            .filter_map(|(chain, _)| self.read(|db| storage::journal::verify(db, chain)))
            .collect()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if !thread::panicking() {
            assert_eq!(self.read(storage::mail::outbox::waiting), 0, "mail was left undelivered");
        }
    }
}

fn settings(database: &Database) -> Settings {
    Settings {
        environment: Environment::Development,
        bind: "127.0.0.1:0".parse().unwrap(),
        public_url: PUBLIC_URL.into(),
        database_url: database.url().to_owned(),
        mail_url: format!("file://{}", database.folder().join("mail").display()),
        data_dir: database.folder().to_owned(),
        key_file: database.folder().join("keys.toml"),
        mail_from: "Jasaq <no-reply@jasaq.test>".into(),
        mail_reply_to: "office@jasaq.test".into(),
        message_id_domain: "jasaq.test".into(),
        smtp_ca_file: None,
        mail_greeting: None,
        mail_sessions: 2,
        mail_rate: 0,
        copies_kept_days: 30,
        place_in_mail: false,
        rest_hours: 12,
        certificate_series_volunteer: "Е".into(),
        certificate_series_freelance: "Ш".into(),
        certificate_width: 6,
        certificate_qr: true,
        complaints_kk: String::new(),
        complaints_ru: String::new(),
        check_asks: false,
        deliver: false,
        workers: 1,
        trusted_proxies: String::new(),
        first_days: BTreeMap::new(),
    }
}

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name))
        .unwrap()
}

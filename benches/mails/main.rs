//! How fast the outbox drains, beside what the mail server takes at the same number of sessions in the same run.
//!
//! `scripts/bench` runs it on both databases. The server is Postfix's `smtp-sink`, which takes everything and keeps nothing;
//! what it takes by itself is measured with Postfix's `smtp-source`. No pace holds the delivery up: in production
//! `mail_rate` does. All of it runs on one machine: compare columns, not machines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_precision_loss
)]

use diesel::{Connection, PgConnection, RunQueryDsl, sql_query};
use jasaq::{
    clock::Clock,
    config::{Environment, Settings},
    domain::{delivery::RecipientKind, handoff::CaseKind, id::Id},
    jobs::deliver_outbox::{self, Line},
    mailer::Mailer,
    state::{self, AppState},
    storage::{self, StorageError, mail::outbox::Mail},
};
use std::{
    env,
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const MAILS: usize = 2_000;
/// Bytes of a mail as it travels.
const SIZE: usize = 9_000;
const SESSIONS: [usize; 4] = [1, 2, 4, 8];

fn main() {
    if !Path::new("/usr/sbin/smtp-sink").exists() {
        println!("mails: Postfix's smtp-sink is missing (scripts/setup tests)");
        return;
    }
    let server = env::var("JASAQ_TEST_DATABASE_URL").ok();
    let sink = Sink::start();
    let folder = tempfile::tempdir().unwrap();
    let url = match &server {
        None => format!("sqlite://{}", folder.path().join("jasaq.sqlite").display()),
        Some(server) => {
            sql_query("CREATE DATABASE jasaq_bench_mails")
                .execute(&mut PgConnection::establish(server).unwrap())
                .unwrap();
            server.replacen("/postgres", "/jasaq_bench_mails", 1)
        }
    };
    let app = state::build(settings(&url, folder.path(), sink.port), Clock::System).unwrap();
    app.store.write(|db| jasaq::cli::demo::fill(db, &app)).unwrap();
    let mailer = Mailer::of(&app.settings).unwrap();
    let database = if server.is_some() { "PostgreSQL" } else { "SQLite" };
    println!("database   sessions   sink takes/s   outbox drains/s");
    for sessions in SESSIONS {
        let taken = sink.takes(sessions);
        queue(&app);
        let began = Instant::now();
        thread::scope(|scope| {
            for _ in 0..sessions {
                scope.spawn(|| {
                    let mut line = Line::unbound(&mailer);
                    while deliver_outbox::run_once(&app, &mut line).unwrap().tried > 0 {}
                });
            }
        });
        let drained = MAILS as f64 / began.elapsed().as_secs_f64();
        assert_eq!(app.store.read(storage::mail::outbox::waiting).unwrap(), 0);
        println!("{database:<10} {sessions:>8}   {taken:>12.0}   {drained:>15.0}");
    }
}

/// Postfix's server for tests of clients.
struct Sink {
    child: Child,
    port: u16,
}

impl Sink {
    fn start() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("smtp-sink");
        if String::from_utf8_lossy(&Command::new("id").arg("-u").output().unwrap().stdout).trim()
            == "0"
        {
            command.args(["-u", "postfix"]);
        }
        let child = command
            .args([&format!("127.0.0.1:{port}"), "200"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            thread::sleep(Duration::from_millis(10));
        }
        Self { child, port }
    }

    /// Mails a second that it takes over so many sessions, each kept.
    fn takes(&self, sessions: usize) -> f64 {
        let began = Instant::now();
        let arguments =
            ["-d", "-s", &sessions.to_string(), "-m", &MAILS.to_string(), "-l", &SIZE.to_string()]
                .map(str::to_owned);
        let to = ["-f", "a@demo.invalid", "-t", "b@demo.invalid"];
        let done = Command::new("smtp-source")
            .args(arguments)
            .args(to)
            .arg(format!("127.0.0.1:{}", self.port))
            .status()
            .unwrap();
        assert!(done.success());
        MAILS as f64 / began.elapsed().as_secs_f64()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Queues the mails as acts leave them: rendered, about as long as theirs.
fn queue(app: &AppState) {
    let now = app.clock.now();
    let add = |db: &mut storage::Db| -> Result<(), StorageError> {
        let body = storage::offices::body::by_email(db, "ulgi@demo.invalid")?.unwrap().id;
        for _ in 0..MAILS {
            let mail = Mail {
                id: Id::new(),
                act_id: Id::new(),
                act: "send_list".into(),
                kind: "receive_list".into(),
                case_kind: CaseKind::List,
                case_id: Id::new(),
                squad: None,
                handoff: None,
                user: None,
                recipient: RecipientKind::Mailbox,
                body: Some(body),
                person: None,
                address: "oqyrman@demo.invalid".into(),
                subject: "Т-2026-0001: тізімді қабылдаңыз / примите список".into(),
                body_text: "Тізімді қабылдап, кіріс нөмірін беріңіз. ".repeat(20),
                body_html: format!(
                    "<p>{}</p>",
                    "Тізімді қабылдап, кіріс нөмірін беріңіз. ".repeat(60)
                ),
                secret_sealed: None,
                created_at: now,
                due_at: now,
                attempts: 0,
                sent_at: None,
                failed_at: None,
                last_error: None,
                reference: "Т-2026-0001".into(),
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
    app.store.write(add).unwrap();
}

fn settings(url: &str, folder: &Path, port: u16) -> Settings {
    Settings {
        environment: Environment::Development,
        bind: "127.0.0.1:0".parse().unwrap(),
        public_url: "http://127.0.0.1".into(),
        database_url: url.to_owned(),
        mail_url: format!("smtp://127.0.0.1:{port}"),
        data_dir: folder.to_owned(),
        key_file: folder.join("keys.toml"),
        mail_from: "Jasaq <no-reply@localhost>".into(),
        mail_reply_to: "no-reply@localhost".into(),
        message_id_domain: "localhost".into(),
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
        workers: 0,
        trusted_proxies: String::new(),
        first_days: std::collections::BTreeMap::new(),
    }
}

//! The program itself, killed, started many at once, and given wrong settings.

use crate::harness::{
    database::{Database, is_postgres, product},
    visitor::Visitor,
};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use std::{
    io::{BufRead, BufReader, Read},
    net::{SocketAddr, TcpListener},
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Barrier},
    thread,
    time::{Duration, Instant},
};

/// The program with the settings of one test.
fn program(database: &Database) -> Command {
    let folder = database.folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_jasaq"));
    command
        .env_clear()
        .env("JASAQ__DATABASE_URL", database.url())
        .env("JASAQ__DATA_DIR", folder)
        .env("JASAQ__MAIL_URL", format!("file://{}", folder.join("mail").display()))
        .env("JASAQ__MAIL_RATE", "0");
    command
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// A running demo that is killed when it is dropped.
struct Running {
    child: Child,
    address: SocketAddr,
}

impl Running {
    fn start(database: &Database) -> Self {
        let address = free_address();
        let mut child = program(database)
            .args(["demo", "--bare"])
            .env("JASAQ__BIND", address.to_string())
            .env("JASAQ__PUBLIC_URL", format!("http://{address}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let is_up = lines.any(|line| line.unwrap().contains("\"serving\""));
        assert!(is_up, "the demo ended");
        // What it goes on to log is read and thrown away, or the pipe would fill.
        thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The names of all squads, and how many of them lack a journal entry, a handoff or a mail.
fn squads(database: &Database) -> (Vec<String>, i64) {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name_kk: String,
    }
    let query = sql_query("SELECT name_kk FROM squad");
    let rows: Vec<Row> = match database.url().strip_prefix("sqlite://") {
        Some(path) => query.load(&mut SqliteConnection::establish(path).unwrap()),
        None => query.load(&mut PgConnection::establish(database.url()).unwrap()),
    }
    .unwrap();
    let halves = database.count(
        "SELECT count(*) FROM squad WHERE NOT EXISTS (SELECT 1 FROM journal WHERE subject_id = squad.id) \
         OR NOT EXISTS (SELECT 1 FROM handoff WHERE case_id = squad.id) OR NOT EXISTS (SELECT 1 FROM outbox WHERE case_id = squad.id)",
    );
    (rows.into_iter().map(|row| row.name_kk).collect(), halves)
}

/// Proposes squads one after another until the server is gone; gives the names that were acknowledged.
fn propose_until_killed(
    address: SocketAddr,
    round: usize,
    client: usize,
    ready: &Barrier,
) -> Vec<String> {
    let mut visitor = Visitor::new(address);
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD);
    ready.wait();
    let mut acknowledged = Vec::new();
    for n in 0.. {
        let name = format!("Жасақ {round}-{client}-{n}");
        let Ok(status) =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| propose(&mut visitor, &name)))
        else {
            break;
        };
        assert_eq!(status, 303);
        acknowledged.push(name);
    }
    acknowledged
}

fn propose(visitor: &mut Visitor, name: &str) -> u16 {
    let page = visitor.get("/squads/new");
    let unit =
        page.html.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    visitor
        .post(
            &page.form("/squads"),
            &[("name_kk", name), ("name_ru", name), ("area", "Ауыл"), ("unit", &unit)],
        )
        .status
}

#[test]
fn killed_at_any_moment_it_keeps_what_it_acknowledged_and_no_act_by_halves() {
    let database = Database::empty("template0");
    let mut acknowledged = Vec::new();
    for round in 0..6 {
        let mut running = Running::start(&database);
        let address = running.address;
        let ready = Arc::new(Barrier::new(4));
        let clients: Vec<_> = (0..3)
            .map(|client| {
                let ready = Arc::clone(&ready);
                thread::spawn(move || propose_until_killed(address, round, client, &ready))
            })
            .collect();
        ready.wait();
        // Another moment in each round.
        thread::sleep(Duration::from_millis(500 + 170 * u64::try_from(round).unwrap()));
        running.kill();
        for client in clients {
            acknowledged.extend(client.join().unwrap());
        }
    }
    let (there, halves) = squads(&database);
    assert!(acknowledged.len() > 20, "only {} were acknowledged", acknowledged.len());
    let lost: Vec<_> = acknowledged.iter().filter(|name| !there.contains(name)).collect();
    assert_eq!(lost, Vec::<&String>::new(), "acknowledged and lost");
    assert_eq!(halves, 0);
    let verified = program(&database).args(["journal", "verify"]).output().unwrap();
    assert!(verified.status.success(), "{}", text(&verified));
    // What was queued leaves after the restart.
    let running = Running::start(&database);
    let began = Instant::now();
    while database.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") > 0
        && began.elapsed() < Duration::from_secs(30)
    {
        thread::sleep(Duration::from_millis(100));
        // Mails in the hands of a killed worker wait for their lease; time is not ours to move here.
        database.execute("UPDATE outbox SET due_at = created_at WHERE sent_at IS NULL");
    }
    assert_eq!(database.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL"), 0);
    drop(running);
    let mails = std::fs::read_dir(database.folder().join("mail"))
        .unwrap()
        .flatten()
        .filter(|f| f.path().extension().is_some_and(|e| e == "eml"));
    assert_eq!(
        i64::try_from(mails.count()).unwrap(),
        database.count("SELECT count(*) FROM outbox")
    );
}

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn a_log_that_nobody_reads_takes_nothing_away() {
    let database = Database::empty("template0");
    let address = free_address();
    let mut child = program(&database)
        .args(["demo", "--bare"])
        .env("JASAQ__BIND", address.to_string())
        .env("JASAQ__PUBLIC_URL", format!("http://{address}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("\"serving\"")));
    // Both ends are closed: each line that is logged from now on fails.
    drop((lines, child.stderr.take()));
    let running = Running { child, address };
    let mut visitor = Visitor::new(address);
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD);
    for n in 0..3 {
        assert_eq!(propose(&mut visitor, &format!("Жасақ {n}")), 303);
    }
    assert_eq!(visitor.get("/health/ready").status, 200);
    let began = Instant::now();
    let mails = || {
        database.count(
            "SELECT count(*) FROM outbox WHERE act = 'propose_squad' AND sent_at IS NOT NULL",
        )
    };
    while mails() < 3 {
        assert!(began.elapsed() < Duration::from_secs(20), "only {} mails left", mails());
        thread::sleep(Duration::from_millis(50));
    }
    drop(running);
}

#[test]
fn a_copy_of_the_file_alone_is_refused_beside_a_later_log_and_a_backup_is_whole() {
    if is_postgres() {
        return;
    }
    let database = Database::empty("template0");
    let path = database.url().strip_prefix("sqlite://").unwrap().to_owned();
    let mut running = Running::start(&database);
    let mut visitor = Visitor::new(running.address);
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD);
    let propose_from = |visitor: &mut Visitor, from: usize, to: usize| {
        for n in from..to {
            assert_eq!(propose(visitor, &format!("Жасақ {n}")), 303);
        }
    };
    propose_from(&mut visitor, 0, 5);
    let backup = database.folder().join("backup.sqlite");
    let made = program(&database).arg("backup").arg(&backup).output().unwrap();
    assert!(made.status.success(), "{}", text(&made));
    let alone = std::fs::read(&path).unwrap();
    // The log begins again after a thousand pages: what it holds then does not follow from the copy.
    propose_from(&mut visitor, 5, 60);
    running.kill();
    std::fs::write(&path, &alone).unwrap();
    assert!(std::fs::metadata(format!("{path}-wal")).unwrap().len() > 0);
    let log = std::fs::read(format!("{path}-wal")).unwrap();
    let refused = program(&database).arg("migrate").output().unwrap();
    assert!(
        !refused.status.success() && text(&refused).contains("jasaq backup"),
        "{}",
        text(&refused)
    );
    assert_eq!(
        std::fs::read(format!("{path}-wal")).unwrap(),
        log,
        "nothing was written into the file"
    );
    // The whole copy is put back as the README says.
    for end in ["", "-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{path}{end}")));
    }
    std::fs::copy(&backup, &path).unwrap();
    let verified = program(&database).args(["journal", "verify"]).output().unwrap();
    assert!(verified.status.success(), "{}", text(&verified));
    assert_eq!(squads(&database).0.len(), 5);
}

#[test]
fn asked_to_end_it_finishes_and_ends_well() {
    let database = Database::empty("template0");
    let mut running = Running::start(&database);
    let pid = running.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    let began = Instant::now();
    let status = loop {
        if let Some(status) = running.child.try_wait().unwrap() {
            break status;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "it does not end");
        thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success());
}

#[test]
fn several_nodes_may_bring_the_schema_up_to_date_at_once() {
    let database = Database::empty("template0");
    let nodes: Vec<_> = (0..4)
        .map(|_| program(&database).arg("migrate").stderr(Stdio::piped()).spawn().unwrap())
        .collect();
    for node in nodes {
        let output = node.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", text(&output));
    }
    assert_eq!(database.count("SELECT count(*) FROM squad"), 0);
}

#[test]
fn the_journal_command_names_the_place_and_fails() {
    let database = Database::copy();
    let good = program(&database).args(["journal", "verify"]).output().unwrap();
    assert!(good.status.success() && text(&good).contains("chain system"), "{}", text(&good));
    database
        .execute("UPDATE journal SET act = 'something_else' WHERE chain = 'system' AND number = 2");
    let bad = program(&database).args(["journal", "verify"]).output().unwrap();
    assert_eq!(bad.status.code(), Some(1));
    assert!(text(&bad).contains("chain system: entry 2 was changed"), "{}", text(&bad));
}

#[test]
fn another_key_file_or_none_is_refused_over_sealed_data() {
    let database = Database::copy();
    let keys = database.folder().join("keys.toml");
    let kept = std::fs::read(&keys).unwrap();
    std::fs::remove_file(&keys).unwrap();
    let missing = program(&database).args(["user", "list"]).output().unwrap();
    assert!(
        !missing.status.success() && text(&missing).contains("bring the file back"),
        "{}",
        text(&missing)
    );
    assert!(!keys.exists(), "it is never remade over existing data");
    jasaq::storage::db::sealing::Keys::create(&keys).unwrap();
    let other = program(&database).args(["user", "list"]).output().unwrap();
    assert!(!other.status.success() && text(&other).contains("not the file"), "{}", text(&other));
    std::fs::write(&keys, kept).unwrap();
    assert!(program(&database).args(["user", "list"]).output().unwrap().status.success());
}

#[test]
fn wrong_settings_are_named_and_nothing_starts() {
    let database = Database::copy();
    for (key, value, named) in [
        ("JASAQ__DATABASE_URL", "jasaq.sqlite", "database_url"),
        ("JASAQ__PUBLIC_URL", "jasaq.kz", "public_url"),
        ("JASAQ__MAIL_URL", "mailto:x", "mail_url"),
        ("JASAQ__BIND", "everywhere", "bind"),
        ("JASAQ__WORKERS", "many", "workers"),
        ("JASAQ__NONSENSE", "1", "nonsense"),
        ("JASAQ__ENVIRONMENT", "staging", "environment"),
    ] {
        let output = program(&database).args(["user", "list"]).env(key, value).output().unwrap();
        assert!(
            !output.status.success() && text(&output).contains(named),
            "{key}={value}: {}",
            text(&output)
        );
    }
    let production = program(&database)
        .args(["serve"])
        .env("JASAQ__ENVIRONMENT", "production")
        .env("JASAQ__PUBLIC_URL", "https://jasaq.test")
        .output()
        .unwrap();
    assert!(
        !production.status.success() && text(&production).contains("mail_url"),
        "{}",
        text(&production)
    );
}

#[test]
fn bodies_and_users_are_added_by_command_and_a_link_sets_the_password_once() {
    let database = Database::empty("template0");
    let run = |arguments: &[&str]| {
        program(&database)
            .env("JASAQ__PUBLIC_URL", "http://jasaq.test")
            .args(arguments)
            .output()
            .unwrap()
    };
    let body = |arguments: &[&str]| {
        let output =
            run(&[&["body", "add"], arguments, &["--kk", "Үлгі", "--ru", "Үлгі", "--en", "Ulgi"]]
                .concat());
        assert!(output.status.success(), "{}", text(&output));
    };
    body(&["akimat", "a@x.invalid"]);
    body(&["council", "c@x.invalid", "--parent", "a@x.invalid"]);
    body(&["territorial_subdivision", "t@x.invalid"]);
    body(&["structural_unit", "u@x.invalid", "--parent", "t@x.invalid", "--serves", "a@x.invalid"]);
    assert!(
        !run(&["body", "add", "council", "d@x.invalid", "--kk", "x", "--ru", "x", "--en", "x"])
            .status
            .success(),
        "a council stands at an akimat"
    );
    assert!(
        !run(&["user", "add", "s@x.invalid", "Мысалова", "--duty", "vetting_officer=a@x.invalid"])
            .status
            .success(),
        "an akimat vets nobody"
    );
    // Akimats have nobody above them: their succession is a command.
    body(&["akimat", "b@x.invalid"]);
    assert!(
        !run(&["body", "succeed", "a@x.invalid", "t@x.invalid"]).status.success(),
        "an akimat is succeeded by an akimat"
    );
    assert!(run(&["body", "succeed", "b@x.invalid", "a@x.invalid"]).status.success());
    assert!(
        !run(&["body", "succeed", "b@x.invalid", "a@x.invalid"]).status.success(),
        "it is closed"
    );
    let two = [
        "user",
        "add",
        "z@x.invalid",
        "Үлгібаев",
        "--duty",
        "administrator=a@x.invalid",
        "--duty",
        "auditor=a@x.invalid",
    ];
    assert!(!run(&two).status.success(), "an administrator holds no other duty");
    let output =
        run(&["user", "add", "s@x.invalid", "Мысалова Г.", "--duty", "akimat_officer=a@x.invalid"]);
    assert!(output.status.success(), "{}", text(&output));
    let link = text(&output).trim().strip_prefix("http://jasaq.test").unwrap().to_owned();
    assert!(text(&run(&["user", "list"])).contains("akimat_officer=a@x.invalid"));

    let address = free_address();
    let mut serving = program(&database)
        .arg("serve")
        .env("JASAQ__BIND", address.to_string())
        .env("JASAQ__PUBLIC_URL", format!("http://{address}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0];
    serving.stdout.as_mut().unwrap().read_exact(&mut first).unwrap();
    let mut running = Running { child: serving, address };
    let mut visitor = Visitor::new(running.address);
    visitor.sign_in("s@x.invalid", "").expect(422);
    for _ in 0..5 {
        visitor.see(&link);
    }
    let form = visitor.see(&link).form(&link);
    for (password, again) in [
        ("қысқа", "қысқа"),
        ("жеткілікті ұзын сөз", "басқа ұзын сөз болды"),
        (&"ж".repeat(257), &"ж".repeat(257)),
    ] {
        visitor.submit(&form, &[("password", password), ("again", again)]).expect(422);
    }
    let good = "жеткілікті ұзын сөз";
    assert_eq!(visitor.submit(&form, &[("password", good), ("again", good)]).path, "/sign-in");
    let again = visitor.post(&form, &[("password", good), ("again", good)]).expect(303);
    assert_eq!(again.location.as_deref(), Some("/sign-in?used=1"));
    visitor.sign_in("s@x.invalid", good).expect(200);
    visitor.see("/inbox");
    assert!(run(&["user", "disable", "s@x.invalid"]).status.success());
    visitor.get("/inbox").expect(303);
    running.kill();
}

#[test]
fn the_terminal_reads_a_list_as_the_pages_do() {
    let database = Database::empty("template0");
    let check = |file: &str, more: &[&str]| {
        let path = product("tests/fixtures/lists").join(file);
        program(&database).args(["list", "check"]).arg(path).args(more).output().unwrap()
    };
    let output = check("02_zaisan_ru_text_dates.xlsx", &["--json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["rows"].as_array().unwrap().len(), 8);
    assert_eq!(report["rows"][3]["findings"][0]["code"], "iin_check_digit");
    assert!(text(&check("01_kurmangazy_kk_iin_as_number.xlsx", &[])).contains("000101599040"));
    let refused = check("12_cards.xlsx", &[]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(text(&refused).lines().count(), 1);
    assert_eq!(check("no_such_file.xlsx", &[]).status.code(), Some(2));
    let help = program(&database).args(["list", "check", "--help"]).output().unwrap();
    assert!(text(&help).contains("iin_check_digit"));
    assert!(
        !Path::new(&database.folder().join("keys.toml")).exists() || is_postgres(),
        "reading a list needs no state"
    );
}

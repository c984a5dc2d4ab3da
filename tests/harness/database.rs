//! A fresh copy of a migrated and furnished database for each test.

use super::settings;
use diesel::{
    Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection, sql_query, sql_types::BigInt,
};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use jasaq::{clock::Clock, domain::id::Id, storage::StorageError};
use std::{
    env, fs,
    io::{Read, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, OnceLock},
};
use tempfile::TempDir;

/// A database that nobody else uses.
pub struct Database {
    url: String,
    folder: TempDir,
    name: Option<String>,
}

struct Template {
    folder: TempDir,
    name: String,
}

static TEMPLATE: OnceLock<Template> = OnceLock::new();
/// PostgreSQL copies a template for one client at a time.
static COPYING: Mutex<()> = Mutex::new(());

fn server() -> Option<String> {
    env::var("JASAQ_TEST_DATABASE_URL").ok()
}

/// Which database the suite runs on.
pub fn is_postgres() -> bool {
    server().is_some()
}

impl Database {
    /// A copy of the template, which is made at the first call.
    pub fn copy() -> Self {
        let template = TEMPLATE.get_or_init(template);
        let copy = Self::empty(&template.name);
        fs::copy(template.folder.path().join("keys.toml"), copy.folder().join("keys.toml"))
            .unwrap();
        if !is_postgres() {
            fs::copy(
                template.folder.path().join("jasaq.sqlite"),
                copy.folder().join("jasaq.sqlite"),
            )
            .unwrap();
        }
        copy
    }

    /// A database without tables; on PostgreSQL a copy of the one of that name.
    pub fn empty(of: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match server() {
            None => Self {
                url: format!("sqlite://{}", folder.path().join("jasaq.sqlite").display()),
                folder,
                name: None,
            },
            Some(server) => {
                let name = format!("jasaq_test_{}", <Id>::new());
                let _alone = COPYING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                execute(&server, &format!("CREATE DATABASE {name} TEMPLATE {of}"));
                Self { url: in_server(&server, &name), folder, name: Some(name) }
            }
        }
    }

    /// The database of a landed step, as `tests/fixtures/databases` keeps it with its key file.
    pub fn kept(step: &str) -> Self {
        let kept = Self::empty("template0");
        let keys = kept.folder().join("keys.toml");
        fs::copy(fixture(step, "keys.toml"), &keys).unwrap();
        fs::set_permissions(&keys, fs::Permissions::from_mode(0o600)).unwrap();
        let packed =
            fs::read(fixture(step, if is_postgres() { "postgres.sql.gz" } else { "sqlite.gz" }))
                .unwrap();
        let mut content = Vec::new();
        GzDecoder::new(packed.as_slice()).read_to_end(&mut content).unwrap();
        if is_postgres() {
            let dump = String::from_utf8(content).unwrap();
            PgConnection::establish(kept.url()).unwrap().batch_execute(&dump).unwrap();
        } else {
            fs::write(kept.folder().join("jasaq.sqlite"), content).unwrap();
        }
        kept
    }

    /// Keeps the database as that of a step: done once, when the step lands.
    pub fn keep(&self, step: &str) {
        let content = if is_postgres() {
            let bin = files(Path::new("/usr/lib/postgresql"), "/pg_dump").pop().unwrap();
            let dump = Command::new(bin)
                .args(["--inserts", "--no-owner", "--dbname", self.url()])
                .output()
                .unwrap();
            assert!(dump.status.success(), "{}", String::from_utf8_lossy(&dump.stderr));
            // Lines of psql and settings of the session are none of the database.
            let is_kept = |line: &&str| {
                !line.starts_with('\\')
                    && !line.starts_with("SET ")
                    && !line.starts_with("SELECT pg_catalog.set_config")
            };
            String::from_utf8(dump.stdout)
                .unwrap()
                .lines()
                .filter(is_kept)
                .collect::<Vec<_>>()
                .join("\n")
                .into_bytes()
        } else {
            let whole = self.folder().join("whole.sqlite");
            self.execute(&format!("VACUUM INTO '{}'", whole.display()));
            fs::read(whole).unwrap()
        };
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&content).unwrap();
        let path = fixture(step, if is_postgres() { "postgres.sql.gz" } else { "sqlite.gz" });
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, packed.finish().unwrap()).unwrap();
        // The two databases of a step are sealed with keys of their own.
        fs::copy(self.folder().join("keys.toml"), fixture(step, "keys.toml")).unwrap();
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn execute(&self, sql: &str) -> usize {
        execute(&self.url, sql)
    }

    pub fn count(&self, sql: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Count {
            #[diesel(sql_type = BigInt)]
            n: i64,
        }
        let sql = sql_query(format!("SELECT CAST(({sql}) AS BIGINT) AS n"));
        let rows: Vec<Count> = match self.url.strip_prefix("sqlite://") {
            Some(path) => sql.load(&mut SqliteConnection::establish(path).unwrap()),
            None => sql.load(&mut PgConnection::establish(&self.url).unwrap()),
        }
        .unwrap();
        rows[0].n
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let (Some(name), Some(server)) = (&self.name, server()) {
            execute(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

/// A file of a kept database; each of the two databases has a folder of its own.
fn fixture(step: &str, file: &str) -> PathBuf {
    product(&format!(
        "tests/fixtures/databases/{step}-{}/{file}",
        if is_postgres() { "postgres" } else { "sqlite" }
    ))
}

fn in_server(server: &str, name: &str) -> String {
    let (before, query) =
        server.split_once('?').map_or((server, None), |(before, query)| (before, Some(query)));
    let base = before.rsplit_once('/').unwrap().0;
    query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
}

fn execute(url: &str, sql: &str) -> usize {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut connection = SqliteConnection::establish(path).unwrap();
            sql_query("PRAGMA busy_timeout=5000").execute(&mut connection).unwrap();
            sql_query(sql).execute(&mut connection).unwrap()
        }
        None => sql_query(sql).execute(&mut PgConnection::establish(url).unwrap()).unwrap(),
    }
}

fn template() -> Template {
    let mut database = Database::empty("template0");
    let state = jasaq::state::build(
        settings(&database),
        Clock::fixed(super::start() - chrono::TimeDelta::days(30)),
    )
    .unwrap();
    state
        .store
        .write(|db| -> Result<(), StorageError> { jasaq::cli::demo::fill(db, &state) })
        .unwrap();
    drop(state);
    if !is_postgres() {
        // What still stands in the write-ahead log would not be in a copy of the file alone.
        database.execute("PRAGMA journal_mode=DELETE");
    }
    // The template on the server stays until the whole cluster goes: it is a temporary one.
    let name = database.name.take().unwrap_or_default();
    let folder = std::mem::replace(&mut database.folder, tempfile::tempdir().unwrap());
    Template { folder, name }
}

/// Where a file of the product lies.
pub fn product(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder whose name ends so, in order.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

//! A fresh copy of a migrated and furnished database for each test.

use super::settings;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query, sql_types::BigInt};
use jasaq::{clock::Clock, domain::id::Id, storage::StorageError};
use std::{
    env, fs,
    path::{Path, PathBuf},
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
        fs::copy(template.folder.path().join("keys.toml"), copy.folder().join("keys.toml")).unwrap();
        if !is_postgres() {
            fs::copy(template.folder.path().join("jasaq.sqlite"), copy.folder().join("jasaq.sqlite")).unwrap();
        }
        copy
    }

    /// A database without tables; on PostgreSQL a copy of the one of that name.
    pub fn empty(of: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match server() {
            None => Self { url: format!("sqlite://{}", folder.path().join("jasaq.sqlite").display()), folder, name: None },
            Some(server) => {
                let name = format!("jasaq_test_{}", <Id>::new());
                let _alone = COPYING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                execute(&server, &format!("CREATE DATABASE {name} TEMPLATE {of}"));
                Self { url: in_server(&server, &name), folder, name: Some(name) }
            }
        }
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

fn in_server(server: &str, name: &str) -> String {
    let (before, query) = server.split_once('?').map_or((server, None), |(before, query)| (before, Some(query)));
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
    let house = jasaq::state::build(settings(&database), Clock::fixed(super::start() - chrono::TimeDelta::days(30))).unwrap();
    house.store.write(|db| -> Result<(), StorageError> { jasaq::cli::demo::fill(db, &house) }).unwrap();
    drop(house);
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

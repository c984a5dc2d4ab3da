//! One connection type over both databases, the pool of connections, the schema, and the sealing of columns.

pub mod canary;
pub(in crate::storage) mod counter;
pub mod error;
mod migrate;
pub(in crate::storage) mod schema;
pub mod scope;
pub mod sealing;
pub mod snapshot;
pub mod statements;
pub(in crate::storage) mod transition;
pub(in crate::storage) mod types;
pub(in crate::storage) mod union;

use self::{
    error::{Result, StorageError},
    snapshot::Snapshot,
};
use crate::storage::offices::directory::Directory;
use diesel::{
    Connection, ConnectionError, ConnectionResult, PgConnection, QueryResult, RunQueryDsl, SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection},
};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// A connection to whichever database the URL names.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Compiles one diesel expression for each database, for the few that don't compile through [`Db`].
#[macro_export]
macro_rules! each {
    ($db:expr, $c:ident => $e:expr) => {
        match $db {
            $crate::storage::Db::Sqlite($c) => $e,
            $crate::storage::Db::Postgres($c) => $e,
        }
    };
}

/// Settings of every SQLite connection: WAL with FULL keeps an acknowledged commit through a power cut.
const SQLITE: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
    PRAGMA mmap_size=268435456; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;";

/// Settings of every PostgreSQL connection: nobody waits for ever.
const POSTGRES: &str = "SET lock_timeout = '5s'; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'";

/// The URL with a limit on connecting, unless it has one.
fn with_patience(url: &str) -> String {
    if url.contains("connect_timeout=") {
        return url.to_owned();
    }
    format!("{url}{}connect_timeout=2", if url.contains('?') { '&' } else { '?' })
}

impl Db {
    /// Opens one connection. The scheme decides; there is no guessing.
    ///
    /// # Errors
    /// Any that the database gives, and an unknown scheme.
    pub fn open(url: &str) -> ConnectionResult<Self> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut connection = PgConnection::establish(&with_patience(url))?;
            connection.batch_execute(POSTGRES).map_err(|e| ConnectionError::BadConnection(e.to_string()))?;
            connection.set_instrumentation(statements::Counter);
            return Ok(Self::Postgres(connection));
        }
        let path = url.strip_prefix("sqlite://").ok_or_else(|| ConnectionError::InvalidConnectionUrl("unknown scheme".into()))?;
        let mut connection = SqliteConnection::establish(path)?;
        connection.batch_execute(SQLITE).map_err(|e| ConnectionError::BadConnection(e.to_string()))?;
        connection.set_instrumentation(statements::Counter);
        Ok(Self::Sqlite(connection))
    }

    /// Begins a transaction with the words of each database.
    fn begin(&mut self, sqlite: &str, postgres: &str) -> Result<()> {
        let begun = match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, sqlite),
            Self::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(c, postgres),
        };
        Ok(begun?)
    }

    /// Begins a write transaction; SQLite takes its write lock at once.
    fn begin_write(&mut self) -> Result<()> {
        self.begin("BEGIN IMMEDIATE", "BEGIN")
    }

    /// One write transaction.
    fn write<T, E: From<StorageError>>(&mut self, f: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.begin_write()?;
        self.finish(f)
    }

    /// Does the work of a transaction that has begun and ends it.
    fn finish<T, E: From<StorageError>>(&mut self, f: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        match f(self) {
            Ok(value) => {
                <Self as Connection>::TransactionManager::commit_transaction(self).map_err(StorageError::from)?;
                Ok(value)
            }
            Err(error) => {
                <Self as Connection>::TransactionManager::rollback_transaction(self).map_err(StorageError::from)?;
                Err(error)
            }
        }
    }
}

/// Makes connections for the pool.
struct Manager(String);

/// A connection of the pool. One that can't begin a transaction is thrown away; none is asked beforehand whether it lives.
struct Pooled {
    db: Db,
    is_dead: bool,
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = diesel::r2d2::Error;
    fn connect(&self) -> Result<Pooled, Self::Error> {
        Ok(Pooled { db: Db::open(&self.0).map_err(diesel::r2d2::Error::ConnectionError)?, is_dead: false })
    }
    fn is_valid(&self, _: &mut Pooled) -> Result<(), Self::Error> {
        Ok(())
    }
    fn has_broken(&self, connection: &mut Pooled) -> bool {
        std::thread::panicking() || connection.is_dead || each!(&mut connection.db, c => c.is_broken())
    }
}

/// The database: readers from a pool; on SQLite all writers through one connection, which is 17 times fairer than polling.
pub struct Store {
    url: String,
    pool: Pool<Manager>,
    writer: Option<Mutex<Db>>,
    directory: Mutex<Arc<Directory>>,
}

impl Store {
    /// Opens the database named by a `sqlite://` or `postgres://` URL with `readers` connections at most.
    ///
    /// # Errors
    /// When the URL is unknown or the database is away.
    pub fn open(url: &str, readers: u32) -> Result<Self> {
        let first = Db::open(url)?;
        let writer = matches!(first, Db::Sqlite(_)).then(|| Mutex::new(first));
        let pool = Pool::builder()
            .max_size(readers)
            .min_idle(Some(0))
            // A connection that died is found by the statement that begins a transaction, which is tried again.
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(2))
            .build_unchecked(Manager(url.to_owned()));
        Ok(Self { url: url.to_owned(), pool, writer, directory: Mutex::default() })
    }

    pub(in crate::storage) fn url(&self) -> &str {
        &self.url
    }

    /// One state of the database to be read from, for as long as it is kept.
    ///
    /// # Errors
    /// [`StorageError::Away`] when no connection is to be had within two seconds.
    pub fn snapshot(&self) -> Result<Snapshot> {
        self.begun(|db| db.begin("BEGIN DEFERRED", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")).map(Snapshot)
    }

    /// Reads one state of the database: what is committed when it begins.
    ///
    /// # Errors
    /// Those of `f`, and [`StorageError::Away`] when no connection is to be had within two seconds.
    pub fn read<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        f(self.snapshot()?.db())
    }

    /// The bodies as they are at that generation, read again when the node knows another one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn directory(&self, db: &mut Db, generation: i64) -> Result<Arc<Directory>> {
        let known = Arc::clone(&self.directory.lock().unwrap_or_else(PoisonError::into_inner));
        if known.generation() == generation {
            return Ok(known);
        }
        let read = Arc::new(Directory::read(db, generation)?);
        let mut known = self.directory.lock().unwrap_or_else(PoisonError::into_inner);
        if known.generation() < generation {
            *known = Arc::clone(&read);
        }
        Ok(read)
    }

    /// A connection of the pool with a transaction begun on it; one that has died meanwhile makes room for another.
    fn begun(&self, begin: impl Fn(&mut Db) -> Result<()>) -> Result<PooledConnection<Manager>> {
        for _ in 0..self.pool.max_size() {
            let mut connection = self.pool.get()?;
            match begin(&mut connection.db) {
                Ok(()) => return Ok(connection),
                Err(StorageError::Busy) => return Err(StorageError::Busy),
                Err(_) => connection.is_dead = true,
            }
        }
        Err(StorageError::Away)
    }

    /// Writes in one transaction: all of it or nothing.
    ///
    /// # Errors
    /// Those of `f`, after which nothing of it is kept, and [`StorageError::Away`].
    pub fn write<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let Some(writer) = &self.writer else {
            return self.begun(Db::begin_write)?.db.finish(f);
        };
        if writer.is_poisoned() {
            let mut stale = writer.lock().unwrap_or_else(PoisonError::into_inner);
            *stale = Db::open(&self.url).map_err(StorageError::from)?;
            writer.clear_poison();
        }
        writer.lock().unwrap_or_else(PoisonError::into_inner).write(f)
    }

    /// Writes in one transaction, unless somebody is writing on SQLite: then nothing is done, and nobody waits. For what may be
    /// written a minute later as well.
    ///
    /// # Errors
    /// Those of `f`, after which nothing of it is kept, and [`StorageError::Away`].
    pub fn write_if_free<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<Option<T>, E> {
        match &self.writer {
            Some(writer) => writer.try_lock().ok().map(|mut db| db.write(f)).transpose(),
            None => self.write(f).map(Some),
        }
    }
}

/// Ends a query with a row lock where the database has one; SQLite's single writer needs none.
#[derive(QueryId, Clone, Copy)]
pub(in crate::storage) struct Locked<Q> {
    query: Q,
    suffix: &'static str,
}

/// Waits for the rows and holds them until the transaction ends.
pub(in crate::storage) const fn for_update<Q>(query: Q) -> Locked<Q> {
    Locked { query, suffix: " FOR UPDATE" }
}

/// Waits for the rows and holds them, while others may go on referring to them.
pub(in crate::storage) const fn for_change<Q>(query: Q) -> Locked<Q> {
    Locked { query, suffix: " FOR NO KEY UPDATE" }
}

/// Keeps the rows as they are until the transaction ends; many may do so at once.
pub(in crate::storage) const fn for_share<Q>(query: Q) -> Locked<Q> {
    Locked { query, suffix: " FOR SHARE" }
}

/// Takes the rows that nobody else holds.
pub(in crate::storage) const fn skip_locked<Q>(query: Q) -> Locked<Q> {
    Locked { query, suffix: " FOR UPDATE SKIP LOCKED" }
}

impl<Q: Query> Query for Locked<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Db> for Locked<Q> {}

impl<Q: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Locked<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        self.query.walk_ast(out.reborrow())?;
        if matches!(out.backend(), MultiBackend::Postgres(_)) {
            out.push_sql(self.suffix);
        }
        Ok(())
    }
}

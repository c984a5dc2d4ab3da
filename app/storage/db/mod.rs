//! One connection type over both databases, and the pool that hands connections out.

pub mod canary;
pub(in crate::storage) mod counter;
pub mod error;
mod migrate;
pub(in crate::storage) mod schema;
pub mod scope;
pub mod sealing;
pub(in crate::storage) mod transition;
pub(in crate::storage) mod types;

use self::error::{Result, StorageError};
use diesel::{
    Connection, ConnectionError, ConnectionResult, PgConnection, QueryResult, RunQueryDsl, SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    r2d2::{ManageConnection, Pool, R2D2Connection},
};
use std::{
    sync::{Mutex, PoisonError},
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
            return Ok(Self::Postgres(connection));
        }
        let path = url.strip_prefix("sqlite://").ok_or_else(|| ConnectionError::InvalidConnectionUrl("unknown scheme".into()))?;
        let mut connection = SqliteConnection::establish(path)?;
        connection.batch_execute(SQLITE).map_err(|e| ConnectionError::BadConnection(e.to_string()))?;
        Ok(Self::Sqlite(connection))
    }

    /// One write transaction; SQLite takes its write lock at once.
    fn write<T, E: From<StorageError>>(&mut self, f: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let begun = match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
            Self::Postgres(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN"),
        };
        begun.map_err(StorageError::from)?;
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

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::r2d2::Error;
    fn connect(&self) -> Result<Db, Self::Error> {
        Db::open(&self.0).map_err(diesel::r2d2::Error::ConnectionError)
    }
    fn is_valid(&self, db: &mut Db) -> Result<(), Self::Error> {
        match db {
            Db::Sqlite(_) => Ok(()),
            Db::Postgres(c) => c.ping().map_err(diesel::r2d2::Error::QueryError),
        }
    }
    fn has_broken(&self, db: &mut Db) -> bool {
        std::thread::panicking() || each!(db, c => c.is_broken())
    }
}

/// The database: readers from a pool; on SQLite all writers through one connection, which is 17 times fairer than polling.
pub struct Store {
    url: String,
    pool: Pool<Manager>,
    writer: Option<Mutex<Db>>,
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
            .connection_timeout(Duration::from_secs(2))
            .build_unchecked(Manager(url.to_owned()));
        Ok(Self { url: url.to_owned(), pool, writer })
    }

    pub(in crate::storage) fn url(&self) -> &str {
        &self.url
    }

    /// Reads; sees what is committed.
    ///
    /// # Errors
    /// Those of `f`, and [`StorageError::Away`] when no connection is to be had within two seconds.
    pub fn read<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let mut connection = self.pool.get().map_err(StorageError::from)?;
        f(&mut connection)
    }

    /// Writes in one transaction: all of it or nothing.
    ///
    /// # Errors
    /// Those of `f`, after which nothing of it is kept, and [`StorageError::Away`].
    pub fn write<T, E: From<StorageError>>(&self, f: impl FnOnce(&mut Db) -> Result<T, E>) -> Result<T, E> {
        let Some(writer) = &self.writer else {
            let mut connection = self.pool.get().map_err(StorageError::from)?;
            return connection.write(f);
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

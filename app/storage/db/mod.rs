//! One connection type over both databases, the pool of connections, the schema, and the sealing of columns.

mod backup;
pub mod canary;
pub(in crate::storage) mod counter;
pub mod error;
mod migrate;
#[cfg(test)]
pub(in crate::storage) mod plan;
pub(in crate::storage) mod schema;
pub mod scope;
pub mod sealing;
pub mod statements;
pub mod store;
pub(in crate::storage) mod transition;
pub(in crate::storage) mod types;
pub(in crate::storage) mod union;

use self::error::{Result, StorageError};
use diesel::{
    Connection, ConnectionError, ConnectionResult, PgConnection, QueryResult, RunQueryDsl,
    SqliteConnection,
    connection::{AnsiTransactionManager, SimpleConnection, TransactionManager},
    query_builder::{AstPass, Query, QueryFragment, QueryId},
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
            connection
                .batch_execute(POSTGRES)
                .map_err(|e| ConnectionError::BadConnection(e.to_string()))?;
            connection.set_instrumentation(statements::Counter);
            return Ok(Self::Postgres(connection));
        }
        let path = url
            .strip_prefix("sqlite://")
            .ok_or_else(|| ConnectionError::InvalidConnectionUrl("unknown scheme".into()))?;
        let mut connection = SqliteConnection::establish(path)?;
        connection
            .batch_execute(SQLITE)
            .map_err(|e| ConnectionError::BadConnection(e.to_string()))?;
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
    fn write<T, E: From<StorageError>>(
        &mut self,
        f: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        self.begin_write()?;
        self.finish(f)
    }

    /// Does the work of a transaction that has begun and ends it.
    fn finish<T, E: From<StorageError>>(
        &mut self,
        f: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        match f(self) {
            Ok(value) => {
                <Self as Connection>::TransactionManager::commit_transaction(self)
                    .map_err(StorageError::from)?;
                Ok(value)
            }
            Err(error) => {
                <Self as Connection>::TransactionManager::rollback_transaction(self)
                    .map_err(StorageError::from)?;
                Err(error)
            }
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

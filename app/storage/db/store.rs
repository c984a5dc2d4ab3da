//! The pool that hands connections out, and the bodies kept beside it.

use super::{
    Db,
    error::{Result, StorageError},
};
use crate::{each, storage::offices::directory::Directory};
use diesel::{
    Connection,
    connection::TransactionManager,
    r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection},
};
use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

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
        Ok(Pooled {
            db: Db::open(&self.0).map_err(diesel::r2d2::Error::ConnectionError)?,
            is_dead: false,
        })
    }
    fn is_valid(&self, _: &mut Pooled) -> Result<(), Self::Error> {
        Ok(())
    }
    fn has_broken(&self, connection: &mut Pooled) -> bool {
        std::thread::panicking()
            || connection.is_dead
            || each!(&mut connection.db, c => c.is_broken())
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
        self.begun(|db| {
            db.begin("BEGIN DEFERRED", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        })
        .map(Snapshot)
    }

    /// Reads one state of the database: what is committed when it begins.
    ///
    /// # Errors
    /// Those of `f`, and [`StorageError::Away`] when no connection is to be had within two seconds.
    pub fn read<T, E: From<StorageError>>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
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
    pub fn write<T, E: From<StorageError>>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<T, E> {
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

    /// Does in a transaction what would be written, and keeps nothing of it.
    ///
    /// # Errors
    /// Those of `f`, and [`StorageError::Away`].
    pub fn rehearse<T>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        let mut rehearsed = None;
        let ended: Result<(), Rehearsed> = self.write(|db| {
            rehearsed = Some(f(db)?);
            Err(Rehearsed::Done)
        });
        match (ended, rehearsed) {
            (Err(Rehearsed::Failed(error)), _) => Err(error),
            (_, Some(done)) => Ok(done),
            (_, None) => Err(StorageError::Other("nothing was rehearsed".to_owned())),
        }
    }

    /// Writes in one transaction, unless somebody is writing on SQLite: then nothing is done, and nobody waits. For what may be
    /// written a minute later as well.
    ///
    /// # Errors
    /// Those of `f`, after which nothing of it is kept, and [`StorageError::Away`].
    pub fn write_if_free<T, E: From<StorageError>>(
        &self,
        f: impl FnOnce(&mut Db) -> Result<T, E>,
    ) -> Result<Option<T>, E> {
        match &self.writer {
            Some(writer) => writer.try_lock().ok().map(|mut db| db.write(f)).transpose(),
            None => self.write(f).map(Some),
        }
    }
}

/// How a transaction ends of which nothing is kept.
enum Rehearsed {
    Done,
    Failed(StorageError),
}

impl From<StorageError> for Rehearsed {
    fn from(error: StorageError) -> Self {
        Self::Failed(error)
    }
}

/// A read transaction, which ends when it is dropped.
pub struct Snapshot(PooledConnection<Manager>);

impl Snapshot {
    /// The connection to read from.
    pub fn db(&mut self) -> &mut Db {
        &mut self.0.db
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        // The pool throws a connection away that can't end its transaction.
        let _ = <Db as Connection>::TransactionManager::rollback_transaction(&mut self.0.db);
    }
}

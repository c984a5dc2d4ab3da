//! What can go wrong in the database.

use crate::domain::permissions::Absent;
use diesel::result::{DatabaseErrorKind, Error};

/// What the two databases say when others hold what is wanted.
const WAITED: [&str; 4] =
    ["database is locked", "deadlock detected", "lock timeout", "statement timeout"];

/// An error of the database, without anything of what was stored.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// No connection was to be had, or it broke: try again later.
    #[error("the database is away")]
    Away,
    /// Another process holds the database: try again.
    #[error("the database is busy")]
    Busy,
    /// A unique index refused a row.
    #[error("already there")]
    Unique,
    /// A sealed value could not be opened: the key file is another one, or the bytes are damaged.
    #[error("a sealed value can't be opened")]
    Damaged,
    /// The key file can't be used.
    #[error("key file: {0}")]
    KeyFile(String),
    /// The database has migrations that came before the first of this program.
    #[error(
        "this database was made by an earlier program, whose data can't be taken over: name an empty database"
    )]
    MadeByEarlier,
    /// The database has migrations that this program does not know.
    #[error("this database was made by a newer version of this program: start that version")]
    MadeByNewer,
    /// The file of an SQLite database and the log beside it are of different states.
    #[error(
        "the database file and the log beside it (-wal) are of different states: \
        put back a whole copy, as `jasaq backup` makes it, and take the -wal and -shm files away first"
    )]
    Mixed,
    /// The migrations failed.
    #[error("migration: {0}")]
    Migration(String),
    /// Anything else.
    #[error("database: {0}")]
    Other(String),
}

/// A result of the storage.
pub type Result<T, E = StorageError> = std::result::Result<T, E>;

impl From<Error> for StorageError {
    fn from(error: Error) -> Self {
        match error {
            Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Unique,
            Error::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            ) => Self::Away,
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::Busy,
            Error::DatabaseError(_, info)
                if WAITED.iter().any(|words| info.message().contains(words)) =>
            {
                Self::Busy
            }
            // The message of a check or type error may quote the row: only the kind is kept.
            Error::DatabaseError(kind, _) => Self::Other(format!("{kind:?}")),
            other => Self::Other(other.to_string()),
        }
    }
}

impl From<Absent> for StorageError {
    fn from(absent: Absent) -> Self {
        Self::Other(absent.to_string())
    }
}

impl From<diesel::ConnectionError> for StorageError {
    fn from(_: diesel::ConnectionError) -> Self {
        Self::Away
    }
}

impl From<diesel::r2d2::PoolError> for StorageError {
    fn from(_: diesel::r2d2::PoolError) -> Self {
        Self::Away
    }
}

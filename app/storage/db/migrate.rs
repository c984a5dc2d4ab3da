//! Brings the schema up to date, and the keys of names with it.

use super::MultiBackend;
use crate::storage::{Db, Result, StorageError, Store, name_keys};
use diesel::{
    QueryDsl, RunQueryDsl,
    migration::{MigrationSource, MigrationVersion},
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::fs::File;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Any number that nothing else on the server uses.
const LOCK: i64 = 866_2013;

impl Store {
    /// Runs what migrations are missing. Several nodes may call it at once: one runs them, the others wait.
    ///
    /// # Errors
    /// When the database is away or was made by another program, and when a migration fails; each is one transaction.
    pub fn migrate(&self) -> Result<usize> {
        let _alone = file_lock(self.url())?;
        let mut db = Db::open(self.url())?;
        let locked = matches!(db, Db::Postgres(_));
        if locked {
            diesel::sql_query("SET lock_timeout = 0").execute(&mut db)?;
            diesel::sql_query("SET statement_timeout = 0").execute(&mut db)?;
            diesel::sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(&mut db)?;
        }
        let run = run_missing(&mut db);
        if locked {
            diesel::sql_query(format!("SELECT pg_advisory_unlock({LOCK})")).execute(&mut db)?;
        }
        run
    }

    /// Whether the schema is the one this program was built with.
    ///
    /// # Errors
    /// When the database is away.
    pub fn is_ready(&self) -> Result<bool> {
        let known = known()?;
        // Diesel's own question makes the table of migrations when it is missing: a page reads and makes nothing.
        self.read(|db| {
            match applied_migration::table
                .select(applied_migration::version)
                .load::<String>(db)
                .map_err(StorageError::from)
            {
                Ok(applied) => {
                    Ok(known.iter().all(|version| applied.contains(&version.to_string())))
                }
                Err(error @ (StorageError::Away | StorageError::Busy)) => Err(error),
                Err(_) => Ok(false),
            }
        })
    }
}

/// SQLite has no advisory locks: a file beside the database is one, until it is dropped.
pub(super) fn file_lock(url: &str) -> Result<Option<File>> {
    let Some(path) = url.strip_prefix("sqlite://") else { return Ok(None) };
    let fault = |e: std::io::Error| StorageError::Migration(e.to_string());
    let file = File::create(format!("{path}-migrating")).map_err(fault)?;
    file.lock().map_err(fault)?;
    Ok(Some(file))
}

diesel::table! {
    #[sql_name = "__diesel_schema_migrations"]
    applied_migration (version) {
        version -> Text,
    }
}

#[expect(clippy::needless_pass_by_value, reason = "map_err hands the error over by value")]
fn fault(error: Box<dyn std::error::Error + Send + Sync>) -> StorageError {
    StorageError::Migration(error.to_string())
}

/// The migrations of this program.
fn known() -> Result<Vec<MigrationVersion<'static>>> {
    let known = MigrationSource::<MultiBackend>::migrations(&MIGRATIONS).map_err(fault)?;
    Ok(known.iter().map(|migration| migration.name().version().as_owned()).collect())
}

fn run_missing(db: &mut Db) -> Result<usize> {
    let known = known()?;
    refuse_foreign(&known, &db.applied_migrations().map_err(fault)?)?;
    let run = db.run_pending_migrations(MIGRATIONS).map_err(fault)?.len();
    db.write(name_keys::renew)?;
    Ok(run)
}

/// Refuses a database with migrations that are not this program's, before anything in it is changed.
fn refuse_foreign(known: &[MigrationVersion<'_>], applied: &[MigrationVersion<'_>]) -> Result<()> {
    let last = known.iter().max();
    let foreign = || applied.iter().filter(|version| !known.contains(version));
    if foreign().any(|version| Some(version) < last) {
        return Err(StorageError::MadeByEarlier);
    }
    if foreign().next().is_some() {
        return Err(StorageError::MadeByNewer);
    }
    Ok(())
}

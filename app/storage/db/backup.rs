//! Whole copies of an SQLite database, and the refusal of one that is not whole.

use super::migrate::file_lock;
use crate::storage::{Db, Result, StorageError, Store};
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use std::{fs, path::Path};

/// The first fault that SQLite finds, or `ok`.
#[derive(QueryableByName)]
struct Checked {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

/// How many chains of the journal do not end where their head says.
#[derive(QueryableByName)]
struct Loose {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    chains: i64,
}

const LOOSE: &str = "SELECT count(*) AS chains FROM journal_head AS head \
    LEFT JOIN journal AS last ON last.chain = head.chain AND last.number = head.number \
    WHERE last.hash IS NULL OR last.hash <> head.hash \
    OR EXISTS (SELECT 1 FROM journal AS later WHERE later.chain = head.chain AND later.number > head.number)";

impl Store {
    /// Writes a whole copy of the database to a new file, while others write on.
    ///
    /// # Errors
    /// [`StorageError::Other`] on PostgreSQL, which has tools of its own, and when the file is there or can't be written.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        if !self.url().starts_with("sqlite://") {
            let words = "PostgreSQL is backed up by pg_dump or by its own archive";
            return Err(StorageError::Other(words.to_owned()));
        }
        let mut db = Db::open(self.url())?;
        sql_query("VACUUM INTO ?").bind::<Text, _>(to.to_string_lossy()).execute(&mut db)?;
        Ok(())
    }

    /// Refuses a database file beside which lies the log of another state: as after a copy of the file alone was put back.
    /// Only a log that a killed program left makes the check necessary.
    ///
    /// # Errors
    /// [`StorageError::Mixed`].
    pub fn refuse_mixed(url: &str) -> Result<()> {
        let Some(path) = url.strip_prefix("sqlite://") else { return Ok(()) };
        let _alone = file_lock(url)?;
        if fs::metadata(format!("{path}-wal")).map_or(0, |log| log.len()) == 0 {
            return Ok(());
        }
        // Somebody is opening it at this moment: the log is alive.
        let Ok(mut db) = Db::open(url) else { return Ok(()) };
        if !is_whole(&mut db) {
            // Closing it would write the log into the file, and what can be saved now could not be saved later.
            std::mem::forget(db);
            return Err(StorageError::Mixed);
        }
        Ok(())
    }
}

fn is_whole(db: &mut Db) -> bool {
    let checked = sql_query("PRAGMA integrity_check(1)").get_result::<Checked>(db);
    if !checked.is_ok_and(|found| found.integrity_check == "ok") {
        return false;
    }
    let has_journal =
        sql_query("SELECT count(*) AS chains FROM sqlite_master WHERE name = 'journal_head'");
    match has_journal.get_result::<Loose>(db) {
        Ok(Loose { chains: 0 }) => true,
        Ok(_) => sql_query(LOOSE).get_result::<Loose>(db).is_ok_and(|loose| loose.chains == 0),
        Err(_) => false,
    }
}

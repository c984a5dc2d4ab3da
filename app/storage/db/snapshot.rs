//! One connection that reads one state of the database: what a page shows was so at one moment.

use super::{Db, Manager};
use diesel::{Connection, connection::TransactionManager, r2d2::PooledConnection};

/// A read transaction, which ends when it is dropped.
pub struct Snapshot(pub(super) PooledConnection<Manager>);

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

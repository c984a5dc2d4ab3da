//! Which databases the program starts on.

use crate::harness::database::Database;
use jasaq::storage::{StorageError, Store};

/// What starting on the database says, when that migration is among those it has.
fn refusal(database: &Database, version: &str) -> StorageError {
    let store = Store::open(database.url(), 1).unwrap();
    database.execute(&format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')"));
    store.migrate().unwrap_err()
}

/// A database in which no program has made a table yet but for the one that lists migrations.
fn fresh() -> Database {
    let database = Database::empty("template0");
    database.execute(
        "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)",
    );
    database
}

#[test]
fn a_database_of_an_earlier_program_is_refused_in_words_and_left_as_it_is() {
    for version in ["20261122000000", "20261124000100"] {
        let database = fresh();
        let refusal = refusal(&database, version);
        assert!(matches!(refusal, StorageError::MadeByEarlier));
        assert!(refusal.to_string().contains("earlier program") && refusal.to_string().contains("empty database"), "{refusal}");
        assert_eq!(database.count("SELECT count(*) FROM __diesel_schema_migrations"), 1, "nothing was run");
    }
}

#[test]
fn a_database_of_a_newer_program_is_refused_in_words_and_left_as_it_is() {
    let database = Database::copy();
    let known = database.count("SELECT count(*) FROM __diesel_schema_migrations");
    assert!(known > 1);
    let refusal = refusal(&database, "29990101000000");
    assert!(matches!(refusal, StorageError::MadeByNewer));
    assert!(refusal.to_string().contains("newer version"), "{refusal}");
    assert_eq!(database.count("SELECT count(*) FROM __diesel_schema_migrations"), known + 1, "nothing was run");
}

#[test]
fn a_database_of_this_program_is_migrated_once() {
    let database = Database::empty("template0");
    let store = Store::open(database.url(), 1).unwrap();
    assert!(!store.is_ready().unwrap());
    assert!(store.migrate().unwrap() > 1);
    assert!(store.is_ready().unwrap());
    assert_eq!(store.migrate().unwrap(), 0);
}

//! Which databases the program starts on.

use crate::harness::{
    TestApp,
    database::Database,
    squad_scenario::{PEOPLE, SquadScenario},
};
use jasaq::{
    jobs::prepare_certificates,
    storage::{StorageError, Store},
};
use std::env;

/// The landed steps whose databases are kept for ever: a landed migration is never edited.
const STEPS: [&str; 5] = ["06", "07", "08", "09", "10"];

/// A squad on its way, as a kept database holds it: one person registered, one to be removed, the rest being vetted.
fn keep(step: &str) {
    let app = TestApp::start();
    let road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[0])).copied().sent().received();
    drop(road.answered(&[(1, "registered"), (2, "to_be_removed")]));
    app.deliver();
    app.database().keep(step);
}

#[test]
fn the_database_of_each_landed_step_is_migrated_and_walked() {
    // `JASAQ_KEEP_DATABASE=07` keeps the database of a step that lands; on both databases.
    if let Ok(step) = env::var("JASAQ_KEEP_DATABASE") {
        keep(&step);
    }
    for step in STEPS {
        let app = TestApp::on(Database::kept(step), |_| {});
        let mut officer = app.sign_in("tekserushi");
        let list = officer
            .see("/lists")
            .links("/lists/")
            .into_iter()
            .find(|link| !link.contains('?'))
            .unwrap();
        let page = officer.see(&list);
        assert!(PEOPLE.iter().all(|name| page.says(name)), "{step}: {}", page.html);
        let entry = page.links("/entries/").remove(0);
        assert!(
            officer.see(&entry).html.contains("name=\"form_key\""),
            "the person's sealed particulars open"
        );
        assert!(
            officer
                .see(&format!("{list}/history"))
                .links("/rules#")
                .contains(&"/rules#clause-19".to_owned())
        );
        assert!(app.sign_in("okil").see("/book").says(PEOPLE[0]));
        assert!(app.sign_in("akimat").see("/inbox").asks("Ақжайық"));
        // A person of before certificates gets one, and the letter of an earlier sending is made when asked for.
        assert_eq!(prepare_certificates::run_once(&app.state).unwrap(), 1, "{step}");
        officer.get(&format!("{list}/dispatches/1/letter/kk")).expect(200);
        app.deliver();
        assert_eq!(app.faults(), []);
    }
}

#[test]
fn names_that_were_stored_under_older_rules_are_found_and_sorted_under_these() {
    // The last step whose keys were made under older rules.
    let database = Database::kept("06");
    let (surname, others) = (PEOPLE[6].split(' ').next().unwrap(), [PEOPLE[1], PEOPLE[2]]);
    let renamed = database.execute(&format!(
        "UPDATE particulars SET surname = 'Ѳмірбеков' WHERE surname = '{surname}'"
    ));
    assert_eq!((renamed, database.execute("DELETE FROM name_index") > 20), (1, true));
    let app = TestApp::on(database, |_| {});
    let mut akimat = app.sign_in("akimat");
    let form = akimat.see("/search").form("/search");
    let page = akimat.submit(&form, &[("q", "өмірбеков")]).expect(200);
    assert!(page.says("Ѳмірбеков Бауыржан"), "{}", page.text());
    let squad = akimat.submit(&form, &[("q", "Ақжайық")]).expect(200).links("/squads/").remove(0);
    let page = akimat.see(&squad);
    let place = |name: &str| page.html.find(name).unwrap_or_else(|| panic!("{name}"));
    assert!(place(others[0]) < place("Ѳмірбеков") && place("Ѳмірбеков") < place(others[1]));
}

/// What starting on the database says, when that migration is among those it has.
fn refusal(database: &Database, version: &str) -> StorageError {
    let store = Store::open(database.url(), 1).unwrap();
    database
        .execute(&format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{version}')"));
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
        assert!(
            refusal.to_string().contains("earlier program")
                && refusal.to_string().contains("empty database"),
            "{refusal}"
        );
        assert_eq!(
            database.count("SELECT count(*) FROM __diesel_schema_migrations"),
            1,
            "nothing was run"
        );
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
    assert_eq!(
        database.count("SELECT count(*) FROM __diesel_schema_migrations"),
        known + 1,
        "nothing was run"
    );
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

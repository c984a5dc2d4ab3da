//! The database that the benches measure is filled past the acts: it must go on fitting the tables.

#[path = "../benches/pages/leader.rs"]
mod leader;
#[path = "../benches/pages/people.rs"]
#[allow(dead_code, clippy::cast_precision_loss, reason = "the benches use the rest of it")]
mod people;

#[test]
fn the_database_of_the_benches_is_filled_as_the_tables_are_now() {
    let server = std::env::var("JASAQ_TEST_DATABASE_URL").ok();
    let scene = people::Scene::fill(5_025, server.as_deref());
    assert!(scene.url().contains("jasaq"));
}

//! Programs that look without a reader: link checkers ask for heads, browsers fetch what may be clicked. Neither changes anything.

use crate::harness::{TestApp, squad_scenario::SquadScenario};
use jasaq::web::{policy::Policy, routes::ROUTES};

/// The tables that a look at a page may write to, row by row.
fn state(app: &TestApp) -> Vec<i64> {
    [
        "SELECT count(*) FROM access_log",
        "SELECT count(*) FROM journal",
        "SELECT count(*) FROM outbox",
        "SELECT count(*) FROM session",
        "SELECT count(*) FROM link WHERE used_at IS NULL",
        "SELECT count(*) FROM handoff WHERE first_opened_at IS NOT NULL",
        "SELECT count(*) FROM idempotency",
    ]
    .map(|sql| app.count(sql))
    .into()
}

#[test]
fn a_head_is_answered_as_its_page_and_changes_nothing() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries().remove(0);
    let copy = road.officer.see(&entry).links("/copies/").remove(0);
    app.pass(chrono::TimeDelta::minutes(2));
    let before = state(&app);
    let seen = app.count("SELECT count(*) FROM session WHERE seen_at < '2026-11-22 05:01:00'");
    for path in ["/inbox", "/squads", road.squad.as_str(), road.list.as_str(), &entry, &copy] {
        let head = road.officer.head(path);
        assert_eq!(head.status, 200, "{path}");
        assert!(head.content.is_empty(), "{path}");
        assert!(head.header("content-type").is_some(), "{path}");
    }
    for (path, status) in
        [("/sign-in", 200), ("/health/ready", 200), ("/nothing", 404), ("/inbox", 303)]
    {
        assert_eq!(app.visitor().head(path).status, status, "{path}");
    }
    assert_eq!(state(&app), before);
    assert_eq!(
        app.count("SELECT count(*) FROM session WHERE seen_at < '2026-11-22 05:01:00'"),
        seen,
        "nobody was there"
    );
    // Each page that there is answers a head as it answers a reader.
    for route in
        ROUTES.iter().filter(|r| r.method == "get" && !matches!(r.policy, Policy::Development))
    {
        if !route.path.contains('{') {
            let page = road.officer.get(route.path).status;
            assert_eq!(road.officer.head(route.path).status, page, "{}", route.path);
        }
    }
}

#[test]
fn what_a_browser_fetches_before_a_click_leaves_no_trace_and_shows_nothing_that_wants_one() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    app.deliver();
    let before = state(&app);
    // The list waits on the officer: opening it would say that it was seen.
    let fetched = road.officer.prefetch(&road.list);
    assert_eq!(fetched.status, 503, "a browser asks again when its reader clicks");
    assert!(fetched.header("retry-after").is_some());
    assert_eq!(state(&app), before);
    road.officer.see(&road.list);
    assert_ne!(state(&app), before, "the officer has opened it");
    assert_eq!(road.officer.prefetch("/rules").status, 200, "the Rules leave no trace");
}

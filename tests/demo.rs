//! The demo, as `scripts/demo` begins it: a squad of the second district in each situation.

use crate::harness::TestApp;
use chrono::TimeDelta;
use jasaq::cli::demo::{PASSWORD, squads};

#[test]
fn the_demo_has_a_squad_in_each_situation_and_something_to_do_for_everybody() {
    let app = TestApp::start();
    let now = app.state.clock.now();
    squads::fill(&app.state, now).unwrap();
    assert!(app.state.clock.now() < now);
    app.state.clock.forward(now - app.state.clock.now());

    let inboxes: [(&str, &[&str]); 3] = [
        ("akimat2", &["Сұңқар", "Арлан", "Барыс", "Тұлпар", "Ақиық"]),
        ("tekserushi", &["Қыран", "Барыс"]),
        ("okil2", &["Жолбарыс", "Ақиық"]),
    ];
    for (name, squads) in inboxes {
        let inbox = app.sign_in(name).see("/inbox");
        for squad in squads {
            assert!(inbox.says(squad), "{squad} in the inbox of {name}: {}", inbox.text());
        }
    }
    for name in ["akimat", "hatshy", "okil"] {
        assert!(!app.sign_in(name).see("/squads").says("Жолбарыс"), "{name} of the other district");
    }

    let leaders = app.read(jasaq::storage::squads::leader_account::logins);
    let [(login, _)] = &leaders[..] else { panic!("{} leaders have an account", leaders.len()) };
    let mut leader = app.visitor();
    let first = leader.sign_in(login, PASSWORD).expect(200);
    assert!(first.says("Мысал ауылы, мектеп алды"), "{}", first.text());
    assert_eq!(leader.see("/plans").links("/plans/").len(), 4 + 1, "four duties and the form");
    let states = app.count("SELECT count(DISTINCT state) FROM plan");
    assert_eq!(states, 3, "proposed, agreed and held");
    assert_eq!(app.count("SELECT count(*) FROM report WHERE state = 'sent'"), 1);

    let letters = app.deliver();
    assert!(letters.iter().any(|letter| letter.to.contains("bashy@demo.invalid")));
    assert_eq!(app.faults(), []);
    app.pass(TimeDelta::days(1));
    app.run_scheduled();
}

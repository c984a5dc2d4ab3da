//! Nobody shuts the door of the system for others: failures count against the strangers of one address alone.

use crate::harness::{
    TestApp,
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use jasaq::cli::demo::PASSWORD;
use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

const GUESSER: &str = "198.51.100.7";
const OTHER: &str = "203.0.113.9";

/// A program behind a proxy that is believed.
fn behind_proxy() -> TestApp {
    TestApp::with(|settings| settings.trusted_proxies = "127.0.0.1".into())
}

/// A browser that comes from that address.
fn from(app: &TestApp, address: &str) -> Visitor {
    let mut visitor = app.visitor();
    visitor.forwarded_for = Some(address.to_owned());
    visitor
}

fn post(visitor: &mut Visitor, email: &str, password: &str) -> Page {
    let body = format!("email={email}&password={password}");
    visitor.send("/sign-in", "application/x-www-form-urlencoded", body.as_bytes())
}

fn fail(visitor: &mut Visitor, times: usize) {
    for n in 0..times {
        post(visitor, &format!("nobody{n}@demo.invalid"), "wrong-password-1").expect(422);
    }
}

fn comes_in(visitor: &mut Visitor) -> bool {
    post(visitor, "akimat@demo.invalid", PASSWORD).status == 303
}

#[test]
fn forty_guessing_connections_keep_neither_a_known_browser_out_nor_a_stranger_of_another_address() {
    let app = behind_proxy();
    let mut known = app.sign_in("akimat");
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for n in 0..40 {
            let (app, is_over) = (&app, &is_over);
            scope.spawn(move || {
                let mut guesser = from(app, GUESSER);
                while !is_over.load(Ordering::Relaxed) {
                    let answer = post(&mut guesser, &format!("nobody{n}@demo.invalid"), "wrong");
                    assert!([422, 429, 503].contains(&answer.status), "{}", answer.status);
                    if answer.status != 422 {
                        assert!(answer.header("retry-after").is_some());
                        thread::sleep(Duration::from_millis(20));
                    }
                }
            });
        }
        thread::sleep(Duration::from_millis(200));
        let known: Vec<bool> = (0..10).map(|_| comes_in(&mut known)).collect();
        let others: Vec<bool> = (0..10).map(|_| comes_in(&mut from(&app, OTHER))).collect();
        is_over.store(true, Ordering::Relaxed);
        assert_eq!((known, others), (vec![true; 10], vec![true; 10]));
    });
}

#[test]
fn an_address_that_fails_too_often_waits_ten_minutes_and_is_told_so_in_words() {
    let app = behind_proxy();
    let mut known = app.sign_in("akimat");
    known.forwarded_for = Some(GUESSER.to_owned());
    fail(&mut from(&app, GUESSER), 30);
    let refused = post(&mut from(&app, GUESSER), "akimat@demo.invalid", PASSWORD).expect(429);
    assert_eq!(refused.header("retry-after"), Some("600"));
    assert!(refused.says("10 минут күтіп, қайталаңыз"), "{}", refused.text());
    assert!(comes_in(&mut known), "a browser that has signed in before need not wait");
    assert!(comes_in(&mut from(&app, OTHER)));
    // Neither do codes and links that reset a password let the guesser go on.
    for (path, body) in
        [("/code", "code=AAAA-AAAA-AAAA-AAAA"), ("/password-reset", "email=a@demo.invalid")]
    {
        from(&app, GUESSER)
            .send(path, "application/x-www-form-urlencoded", body.as_bytes())
            .expect(429);
    }
    app.pass(TimeDelta::minutes(10));
    assert!(comes_in(&mut from(&app, GUESSER)));
}

#[test]
fn only_a_proxy_that_is_trusted_is_believed_about_who_its_client_is() {
    let app = TestApp::start();
    for n in 0..30 {
        fail(&mut from(&app, &format!("203.0.113.{n}")), 1);
    }
    assert!(!comes_in(&mut from(&app, OTHER)), "a header of the client's own changes nothing");
    // The proxy says what it saw after what the client said, in the same line or in one of its own.
    let app = behind_proxy();
    for n in 0..30 {
        let line = if n % 2 == 0 { "\n" } else { ", " };
        fail(&mut from(&app, &format!("203.0.113.{n}{line}{GUESSER}")), 1);
    }
    assert!(!comes_in(&mut from(&app, GUESSER)));
    assert!(comes_in(&mut from(&app, OTHER)));
}

#[test]
fn a_hundred_people_of_one_office_come_in_at_nine() {
    let app = behind_proxy();
    thread::scope(|scope| {
        let people: Vec<_> = (0..100)
            .map(|_| {
                scope.spawn(|| {
                    let mut person = from(&app, OTHER);
                    let answer = post(&mut person, "akimat@demo.invalid", PASSWORD);
                    (answer.status, answer.text())
                })
            })
            .collect();
        for person in people {
            let (status, text) = person.join().unwrap();
            assert_eq!(status, 303, "{text}");
        }
    });
}

//! A real mail server: Debian's Postfix, which asks for TLS and a password and refuses what real ones refuse.

use super::{one_mail, workers::queue};
use crate::harness::{
    TestApp,
    postfix::{self, Postfix, is_there, other_authority},
};
use chrono::TimeDelta;
use jasaq::jobs::deliver_outbox::Line;
use mail_parser::MessageParser;
use std::collections::BTreeSet;

/// Gives the mails that wait another reader.
fn readdress(app: &TestApp, address: &str) {
    assert!(app.tamper(&format!("UPDATE outbox SET address = '{address}'")) > 0);
}

#[test]
fn postfix_takes_mails_over_tls_from_whoever_has_the_password_and_its_refusals_are_understood() {
    // Without root, or where another mail server is installed, there is none to test with; in CI there must be.
    if !is_there() {
        return;
    }
    let server = Postfix::start();
    let authority = Some(server.ca_file());

    // Twenty mails over one session, begun with STARTTLS and a password.
    let app = TestApp::start();
    queue(&app, 20, app.state.clock.now());
    let mut line = Line::unbound(&app.mailer(&server.url(), authority.clone()));
    while app.deliver_over(&mut line).tried > 0 {}
    line.rest();
    let mails = server.wait_for(20);
    let ids: BTreeSet<String> = mails
        .iter()
        .map(|mail| MessageParser::default().parse(mail).unwrap().message_id().unwrap().to_owned())
        .collect();
    assert_eq!(ids.len(), 20);
    assert!(
        mails.iter().all(|mail| String::from_utf8_lossy(mail).contains("(using TLS")),
        "all of them travelled encrypted"
    );
    let log = server.log_at_rest();
    assert_eq!(
        log.matches(" connect from ").count()
            - log.matches("lost connection after CONNECT").count(),
        1,
        "one session:\n{log}"
    );
    assert!(
        log.contains("starttls=1 auth=1 mail=20 rcpt=20 data=20 quit=1"),
        "begun, kept and ended in order:\n{log}"
    );

    // 550: once and never again.
    let app = one_mail();
    readdress(&app, postfix::UNKNOWN);
    let mut line = Line::unbound(&app.mailer(&server.url(), authority.clone()));
    app.deliver_over(&mut line);
    app.pass(TimeDelta::days(1));
    assert_eq!(app.deliver_over(&mut line).tried, 0);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'address_refused' AND last_error = 'rcpt: 550 5.1.1'"), 1);

    // 450: again after five minutes, and the same session carries other mails meanwhile.
    let app = one_mail();
    readdress(&app, postfix::PUT_OFF);
    queue(&app, 2, app.state.clock.now());
    let mut line = Line::unbound(&app.mailer(&server.url(), authority.clone()));
    let batch = app.deliver_over(&mut line);
    assert_eq!((batch.tried, batch.is_halted), (3, false));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL"), 2);
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE refused_at IS NOT NULL AND last_error = 'rcpt: 450 4.2.0'"), 1);
    app.pass(TimeDelta::minutes(4));
    assert_eq!(app.deliver_over(&mut line).tried, 0);
    app.pass(TimeDelta::minutes(2));
    assert_eq!(app.deliver_over(&mut line).tried, 1);
    app.tamper("UPDATE outbox SET sent_at = created_at WHERE sent_at IS NULL");

    // Too large.
    let app = one_mail();
    let long = "ұзақ мәтін ".repeat(postfix::SIZE_LIMIT / 10);
    app.tamper(&format!("UPDATE outbox SET body_text = '{long}'"));
    app.deliver_over(&mut Line::unbound(&app.mailer(&server.url(), authority.clone())));
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE fault = 'too_large' AND last_error = 'message: 552 5.3.4'"), 1);

    // A wrong password, and a certificate that nobody vouches for: nothing is handed over, and no mail is to blame.
    let before = server.wait_for(22).len();
    for (url, authority, stage) in [
        (server.url_with("wrong"), authority, "auth: 535 5.7.8"),
        (server.url(), Some(other_authority(app.folder())), "starttls: TLS failed"),
    ] {
        let app = one_mail();
        app.deliver_over(&mut Line::unbound(&app.mailer(&url, authority)));
        assert_eq!(
            app.count(&format!(
                "SELECT count(*) FROM mail_server WHERE last_error LIKE '{stage}%'"
            )),
            1,
            "{stage}"
        );
        assert_eq!(
            app.count("SELECT count(*) FROM outbox WHERE attempts = 0 AND last_error IS NULL"),
            1
        );
        app.pass(TimeDelta::minutes(2));
        app.deliver();
    }
    assert_eq!(server.mails().len(), before);
}

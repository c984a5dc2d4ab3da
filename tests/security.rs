//! Who may see and do what, through every door of the program.

use crate::harness::{
    TestApp,
    database::is_postgres,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
    visitor::Visitor,
};
use chrono::TimeDelta;
use jasaq::{
    domain::id::{self, Id},
    web::{policy::Policy, routes::ROUTES},
};

/// A path of the table with ids that belong to nobody.
fn concrete(path: &str) -> String {
    path.replace("{id}", "0192f0c0000070008000000000000000")
        .replace("{token}", "no-token")
        .replace("{name}", "no-name")
        .replace("{serial}", "1")
}

fn call(visitor: &mut Visitor, method: &str, path: &str) -> u16 {
    match method {
        "get" => visitor.get(path).status,
        _ => visitor.send(path, "application/x-www-form-urlencoded", b"").status,
    }
}

#[test]
fn without_a_session_every_door_but_the_open_ones_leads_to_the_sign_in() {
    let app = TestApp::start();
    let mut nobody = app.visitor();
    for route in ROUTES.iter().filter(|r| !matches!(r.policy, Policy::Open | Policy::Development)) {
        let path = concrete(route.path);
        let page = if route.method == "get" {
            nobody.get(&path)
        } else {
            nobody.send(&path, "application/x-www-form-urlencoded", b"")
        };
        assert_eq!(page.status, 303, "{} {}", route.method, route.path);
        assert!(page.location.unwrap().starts_with("/sign-in?next=%2F"), "{}", route.path);
    }
}

#[test]
fn signed_in_nobody_finds_what_is_not_theirs() {
    let app = TestApp::start();
    for user in ["akimat", "hatshy", "tekserushi", "okil", "bastyq", "akimshi", "auditor"] {
        let mut visitor = app.sign_in(user);
        for route in ROUTES.iter().filter(|r| {
            !matches!(r.policy, Policy::Open | Policy::Development) && r.path.contains('{')
        }) {
            let status = call(&mut visitor, route.method, &concrete(route.path));
            // A form without the session's token is refused before anything is looked up.
            // A hidden route is not there, before the token is looked at.
            let is_hidden = route.policy.is_hidden() && status == 404;
            let expected = if route.method == "get" || is_hidden { 404 } else { 403 };
            assert_eq!(status, expected, "{user}: {} {}", route.method, route.path);
        }
    }
}

/// Reader × page: the code that each is answered with, for a list that is being vetted.
#[test]
fn every_reader_gets_what_the_duty_shows_and_nothing_else() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries()[0].clone();
    let pages = [
        road.squad.clone(),
        format!("{}/history", road.squad),
        road.list.clone(),
        format!("{}/history", road.list),
        entry.clone(),
        road.officer.see(&entry).links("/copies/").remove(0),
    ];
    //                 squad hist. list hist. entry copy
    let expected: &[(&str, [u16; 6])] = &[
        ("akimat", [200, 200, 200, 200, 200, 200]),
        ("hatshy", [200, 200, 404, 404, 404, 404]),
        ("akimat2", [404, 404, 404, 404, 404, 404]),
        ("tekserushi", [200, 200, 200, 200, 200, 200]),
        ("tekserushi2", [200, 200, 200, 200, 200, 200]),
        ("bastyq", [200, 200, 200, 200, 200, 200]),
        ("okil", [200, 200, 404, 404, 404, 404]),
        ("okil2", [404, 404, 404, 404, 404, 404]),
        ("akimshi", [404, 404, 404, 404, 404, 404]),
        ("auditor", [404, 404, 404, 404, 404, 404]),
    ];
    for (user, codes) in expected {
        let mut visitor = app.sign_in(user);
        for (page, code) in pages.iter().zip(codes) {
            let answer = visitor.get(page);
            assert_eq!(answer.status, *code, "{user} at {page}");
            let may_see_iins = ["akimat", "tekserushi", "tekserushi2", "bastyq"].contains(user)
                && page.starts_with("/entries/");
            if !may_see_iins {
                assert!(!IINS.iter().any(|iin| answer.says(iin)), "{user} sees an IIN at {page}");
            }
            if *code == 404 {
                assert!(
                    !PEOPLE.iter().any(|name| answer.says(name)) && !answer.says("Ақжайық"),
                    "{user} learns something at {page}"
                );
            }
        }
        for page in ["/inbox", "/squads", "/lists"] {
            let answer = visitor.see(page);
            let has_business = !["akimat2", "okil2", "akimshi", "auditor"].contains(user);
            assert!(has_business || !answer.says("Ақжайық"), "{user} at {page}");
        }
    }
    assert!(
        app.count("SELECT count(*) FROM access_log WHERE kind = 'iin'") > 0,
        "each opening leaves a trace"
    );
    assert!(app.count("SELECT count(*) FROM access_log WHERE kind = 'copy'") > 0);
}

/// A form's path, its fields, and whose it is.
type Forbidden<'a> = (String, Vec<(&'a str, &'a str)>, &'a [&'a str]);

/// Acts × readers: each form of the road, sent by everybody who must not.
#[test]
fn a_form_of_somebody_elses_duty_changes_nothing() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entry = road.entries()[0].clone();
    let (squad, list) = (road.squad.clone(), road.list.clone());
    let journal = app.count("SELECT count(*) FROM journal WHERE chain <> 'system'");
    let outcome = format!("outcome-{}", entry.rsplit('/').next().unwrap());
    let version = format!("version-{}", entry.rsplit('/').next().unwrap());
    let code = format!("code-{}", entry.rsplit('/').next().unwrap());
    let page = road.officer.see(&entry).links("/copies/").remove(0);
    let forms: Vec<Forbidden> = vec![
        (
            format!("{squad}/decisions"),
            vec![
                ("kind", "appoint"),
                ("version", "1"),
                ("number", "99"),
                ("decided_on", "2026-11-20"),
                ("presided_by", "х"),
                ("votes_for", "1"),
                ("votes_against", "0"),
                ("votes_abstained", "0"),
            ],
            &["hatshy"],
        ),
        (
            format!("{list}/dispatches"),
            vec![
                ("version", "3"),
                ("outgoing_number", "1"),
                ("outgoing_date", "2026-11-20"),
                ("statement", "yes"),
            ],
            &["akimat"],
        ),
        (
            format!("{list}/receipts"),
            vec![("version", "3"), ("incoming_number", "1"), ("incoming_date", "2026-11-20")],
            &["tekserushi", "tekserushi2"],
        ),
        (
            format!("{list}/registers"),
            vec![("note", "narcological:asked")],
            &["tekserushi", "tekserushi2"],
        ),
        (
            format!("{list}/outcomes"),
            vec![(outcome.as_str(), "registered"), (version.as_str(), "1")],
            &["tekserushi", "tekserushi2"],
        ),
        (
            format!("{list}/outcomes/preview"),
            vec![(outcome.as_str(), "registered"), (version.as_str(), "1")],
            &["tekserushi", "tekserushi2"],
        ),
        (
            format!("{list}/removals"),
            vec![("entry", entry.rsplit('/').next().unwrap()), (version.as_str(), "1")],
            &["akimat"],
        ),
        (format!("{entry}/withdrawal"), vec![("version", "1")], &["akimat"]),
        (
            format!("{list}/returns"),
            vec![(version.as_str(), "1"), (code.as_str(), "unreadable_copy")],
            &["tekserushi", "tekserushi2"],
        ),
        (format!("{list}/copies"), vec![], &["akimat"]),
        (format!("{list}/copies/matches"), vec![], &["akimat"]),
        (format!("{entry}/copies"), vec![], &["akimat"]),
        (
            entry.clone(),
            vec![("version", "1"), ("surname", "Басқа"), ("given_name", "Біреу"), ("iin", IINS[0])],
            &["akimat"],
        ),
        (format!("{page}/removal"), vec![], &["akimat"]),
        (
            format!("{squad}/candidates"),
            vec![("surname", "Үлгібаева"), ("given_name", "Сәуле"), ("iin", "840229499004")],
            &["akimat"],
        ),
        (
            format!("{entry}/outcome/taken-back"),
            vec![("version", "1")],
            &["tekserushi", "tekserushi2"],
        ),
    ];
    for user in [
        "akimat",
        "hatshy",
        "akimat2",
        "tekserushi",
        "tekserushi2",
        "bastyq",
        "okil",
        "okil2",
        "akimshi",
        "auditor",
    ] {
        let mut visitor = app.sign_in(user);
        let mut form = visitor.see("/inbox").form("/sign-out");
        for (action, fields, whose) in &forms {
            if whose.contains(&user) {
                continue;
            }
            form.action.clone_from(action);
            form.fields.retain(|(name, _)| name != "form_key");
            form.fields.push(("form_key".into(), Id::<id::FormKey>::new().to_string()));
            let answer = visitor.post(&form, fields);
            assert!(
                [403, 404, 409].contains(&answer.status),
                "{user} at {action}: {}",
                answer.status
            );
        }
    }
    assert_eq!(
        app.count("SELECT count(*) FROM journal WHERE chain <> 'system'"),
        journal,
        "nothing was done"
    );
    assert_eq!(app.count("SELECT count(*) FROM register_note"), 0);
}

#[test]
fn forms_of_other_sites_and_of_other_sessions_are_refused() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    let form = akimat.see("/squads/new").form("/squads");
    for (site, origin, expected) in [
        (Some("cross-site"), None, 403),
        (Some("same-site"), None, 403),
        (Some("none"), None, 403),
        (None, None, 403),
        (None, Some("https://evil.example"), 403),
        (None, Some("null"), 403),
        (None, Some(crate::harness::PUBLIC_URL), 422),
        (Some("same-origin"), None, 422),
    ] {
        let mut visitor = akimat.clone();
        visitor.site = site;
        visitor.origin = origin.map(str::to_owned);
        assert_eq!(visitor.post(&form, &[]).status, expected, "{site:?} {origin:?}");
    }
    // The same user's other session has another token.
    let mut elsewhere = app.sign_in("akimat");
    elsewhere.post(&form, &[]).expect(403);
    akimat.post(&form, &[("form_token", "")]).expect(403);
}

#[test]
fn every_answer_carries_the_headers_that_keep_it_safe() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    for route in ROUTES.iter().filter(|r| r.method == "get") {
        let page = akimat.get(&concrete(route.path));
        if route.path.starts_with("/assets") {
            continue;
        }
        let csp = page.header("content-security-policy").unwrap();
        assert!(csp.starts_with("default-src 'none'") && !csp.contains("unsafe"), "{}", route.path);
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{}", route.path);
        assert_eq!(page.header("cache-control"), Some("no-store"), "{}", route.path);
        assert_eq!(page.header("referrer-policy"), Some("same-origin"));
        assert_eq!(page.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(
            page.header("strict-transport-security"),
            None,
            "plain http makes no promise of TLS"
        );
    }
    let secure = TestApp::with(|settings| settings.public_url = "https://jasaq.test".into());
    let mut visitor = secure.visitor();
    let page = visitor.get("/sign-in");
    assert!(page.header("strict-transport-security").unwrap().contains("max-age=63072000"));
    let answer = visitor
        .post(
            &page.form("/sign-in"),
            &[("email", "akimat@demo.invalid"), ("password", jasaq::cli::demo::PASSWORD)],
        )
        .expect(303);
    let cookie = answer.header("set-cookie").unwrap();
    for part in ["__Host-session=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    let css = akimat.see("/inbox").links("/assets/").remove(0);
    let asset = akimat.see(&css);
    assert!(
        asset.header("cache-control").unwrap().contains("immutable")
            && asset.header("etag").is_some()
    );
}

#[test]
fn a_session_ends_by_idleness_by_age_and_by_its_user() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    app.pass(TimeDelta::minutes(29));
    akimat.see("/inbox");
    app.pass(TimeDelta::minutes(29));
    akimat.see("/inbox");
    app.pass(TimeDelta::minutes(31));
    akimat.get("/inbox").expect(303);

    let mut long = app.sign_in("akimat");
    for _ in 0..36 {
        app.pass(TimeDelta::minutes(20));
        let _ = long.get("/inbox");
    }
    long.get("/inbox").expect(303);

    let mut akimat = app.sign_in("akimat");
    let before = akimat.clone();
    let form = akimat.see("/inbox").form("/sign-out");
    akimat.post(&form, &[]).expect(303);
    before.clone().get("/inbox").expect(303);
}

#[test]
fn a_session_from_before_the_sign_in_is_worth_nothing() {
    let app = TestApp::start();
    let mut visitor = app.visitor();
    visitor.set_cookie("session", "fixed-by-somebody-else");
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD).expect(200);
    assert_ne!(visitor.cookie("session"), Some("fixed-by-somebody-else"));
    let mut attacker = app.visitor();
    attacker.set_cookie("session", "fixed-by-somebody-else");
    attacker.get("/inbox").expect(303);
    let token = visitor.cookie("session").unwrap();
    let stored = if is_postgres() {
        format!("SELECT count(*) FROM session WHERE token_hash = '{token}'::bytea")
    } else {
        format!("SELECT count(*) FROM session WHERE CAST(token_hash AS TEXT) = '{token}'")
    };
    assert_eq!(app.count(&stored), 0, "only the hash is stored");
}

#[test]
fn a_duty_that_ends_ends_at_the_next_request() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    road.secretary.see(&road.squad);
    let ended = "UPDATE duty SET to_at = '2026-11-22 04:00:00' WHERE kind = 'council_secretary'";
    assert!(app.tamper(ended) > 0);
    road.secretary.get(&road.squad).expect(404);
    assert!(app.tamper("UPDATE users SET disabled_at = '2026-11-22 04:00:00' WHERE email = 'akimat@demo.invalid'") == 1);
    road.akimat.get("/inbox").expect(303);
    app.deliver();
}

#[test]
fn guessing_a_password_is_slowed_and_nobody_is_locked_out_for_ever() {
    let app = TestApp::start();
    let mut visitor = app.visitor();
    let unknown = visitor.sign_in("nobody@demo.invalid", "whatever it is").expect(422).text();
    let mut wrong = String::new();
    for _ in 0..7 {
        wrong = visitor.sign_in("akimat@demo.invalid", "whatever it is").expect(422).text();
    }
    assert_eq!(unknown, wrong, "an unknown address and a wrong password look the same");
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD).expect(422);
    app.pass(TimeDelta::seconds(61));
    visitor.sign_in("akimat@demo.invalid", jasaq::cli::demo::PASSWORD).expect(200);
}

#[test]
fn after_signing_in_one_is_where_the_mails_link_leads() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed();
    let path = app.deliver()[0].path();
    assert_eq!(path, road.squad);
    let mut secretary = app.visitor();
    let sign_in = secretary.get(&path).expect(303).location.unwrap();
    let form = secretary.see(&sign_in).form("/sign-in");
    let page = secretary.submit(
        &form,
        &[("email", "HATSHY@demo.invalid"), ("password", jasaq::cli::demo::PASSWORD)],
    );
    assert_eq!(page.path, road.squad);
    for foreign in ["//evil.example", "https://evil.example/"] {
        let mut visitor = app.visitor();
        let page = visitor.submit(
            &form,
            &[
                ("next", foreign),
                ("email", "akimat@demo.invalid"),
                ("password", jasaq::cli::demo::PASSWORD),
            ],
        );
        assert_eq!(page.path, "/inbox");
    }
}

#[test]
fn looking_changes_nothing() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let before = (
        app.count("SELECT count(*) FROM journal"),
        app.count("SELECT sum(version) FROM membership"),
        app.count("SELECT count(*) FROM outbox"),
    );
    for visitor in [&mut road.akimat, &mut road.secretary, &mut road.officer, &mut road.unit] {
        for start in ["/inbox", "/squads", "/lists", "/decisions", "/book"] {
            for link in visitor.get(start).links("/") {
                let _ = visitor.get(&link);
            }
        }
    }
    let after = (
        app.count("SELECT count(*) FROM journal"),
        app.count("SELECT sum(version) FROM membership"),
        app.count("SELECT count(*) FROM outbox"),
    );
    assert_eq!(before, after);
}

#[test]
fn another_method_on_a_known_path_is_405() {
    let app = TestApp::start();
    let mut visitor = app.sign_in("akimat");
    visitor.send("/inbox", "text/plain", b"").expect(405);
    visitor.get("/sign-out").expect(405);
}

#[test]
fn names_that_look_like_markup_are_shown_as_they_are() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let unit = road.unit_id("Сынақ-1");
    let form = road.akimat.see("/squads/new").form("/squads");
    let nasty = "<script>alert(1)</script>\"'&";
    let page = road
        .akimat
        .submit(&form, &[("name_kk", nasty), ("name_ru", nasty), ("area", nasty), ("unit", &unit)])
        .expect(200);
    // The one script is our own file.
    let scripts = |page: &crate::harness::visitor::Page| {
        page.html.matches("<script").count() - page.html.matches("<script src=\"/assets/").count()
    };
    assert!(page.says(nasty) && scripts(&page) == 0);
    let mail = &app.deliver()[0];
    assert!(!mail.html.contains("<script"));
    for page in ["/inbox", "/squads"] {
        assert_eq!(scripts(&road.secretary.see(page)), 0);
    }
}

#[test]
fn sealed_columns_hold_no_iin_and_no_picture_in_clear() {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed().created(None).copied().sent());
    app.deliver();
    let columns = [
        ("particulars", "iin_sealed"),
        ("particulars", "document_number_sealed"),
        ("dispatch", "snapshot_sealed"),
        ("copy", "content_sealed"),
    ];
    for (table, column) in columns {
        assert!(app.count(&format!("SELECT count(*) FROM {table} WHERE {column} IS NOT NULL")) > 0);
        for word in IINS.iter().chain(&["099000101", "JFIF"]) {
            let found = if is_postgres() {
                format!(
                    "SELECT count(*) FROM {table} WHERE position('{word}'::bytea in {column}) > 0"
                )
            } else {
                format!(
                    "SELECT count(*) FROM {table} WHERE instr({column}, CAST('{word}' AS BLOB)) > 0"
                )
            };
            assert_eq!(app.count(&found), 0, "{word} in {table}.{column}");
        }
    }
}

#[test]
fn whoever_is_withdrawn_before_a_list_is_sent_is_nobodys_but_the_akimats() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let entry = road.entries()[3].clone();
    let page = road.akimat.see(&entry);
    let copy = page.links("/copies/").remove(0);
    road.akimat.submit(&page.form(&format!("{entry}/withdrawal")), &[]).expect(200);
    let mut road = road.sent().received();
    app.deliver();
    for page in [road.squad.clone(), road.list.clone()] {
        assert!(road.akimat.see(&page).says(PEOPLE[3]));
        assert!(!road.officer.see(&page).says(PEOPLE[3]), "{page}");
    }
    road.officer.get(&entry).expect(404);
    for reader in [&mut road.officer, &mut road.akimat] {
        reader.get(&copy).expect(404);
        reader.get(&format!("{copy}/thumbnail")).expect(404);
    }
    assert!(
        !PEOPLE.iter().any(|name| road.unit.see(&road.squad.clone()).says(name)),
        "the unit sees whom its book holds"
    );
    let road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    let mut road = road;
    let seen = road.unit.see(&road.squad.clone());
    assert!(seen.says(PEOPLE[0]) && !seen.says(PEOPLE[1]) && !seen.says(PEOPLE[2]));
    app.deliver();
}

#[test]
fn neither_the_council_nor_those_without_cases_learn_how_vetting_goes() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered"), (2, "to_be_removed")]);
    app.deliver();
    // The same people to choose from as stand in the squad.
    let page = road.secretary.see(&format!("{}/decisions/new", road.squad));
    let squad = road.secretary.see(&road.squad);
    for name in PEOPLE {
        assert!(page.says(name) && squad.says(name), "{name}");
    }
    assert!(!squad.says("Тіркелді") && !squad.says("Жасақтан шығарылуға тиіс"));
    for user in ["akimshi", "auditor"] {
        let inbox = app.sign_in(user).see("/inbox");
        assert!(!inbox.says("Ақжайық") && !inbox.says("Ж-2026"), "{user}");
    }
    // Naming the one who is to be removed says nothing either; the appointment lapses at the removal.
    let leader = SquadScenario::member_id(&page, PEOPLE[1]);
    let form = page.form(&format!("{}/decisions", road.squad));
    road.secretary
        .decide(
            &form,
            &[
                ("number", "8"),
                ("presided_by", "Мысалов Ә."),
                ("votes_for", "9"),
                ("leader", &leader),
            ],
        )
        .expect(200);
    let road = road.removed();
    assert_eq!(app.count("SELECT count(*) FROM leadership WHERE state = 'lapsed'"), 1);
    drop(road);
    app.deliver();
}

#[test]
fn a_form_of_an_ended_session_leads_back_to_its_page() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    let form = road.akimat.see(&road.list).form(&format!("{}/dispatches", road.list));
    app.pass(TimeDelta::minutes(31));
    road.akimat.referer = Some(format!("{}{}", crate::harness::PUBLIC_URL, road.list));
    let answer = road.akimat.post(&form, &[]).expect(303);
    assert_eq!(answer.location, Some(format!("/sign-in?next={}", road.list.replace('/', "%2F"))));
    app.deliver();
}

#[test]
fn what_has_done_its_work_is_swept_away() {
    let app = TestApp::start();
    drop(SquadScenario::new(&app).proposed());
    app.deliver();
    assert!(
        app.count("SELECT count(*) FROM idempotency") > 0
            && app.count("SELECT count(*) FROM session") > 0
    );
    app.pass(TimeDelta::hours(49));
    assert!(jasaq::jobs::sweep::run_once(&app.state).unwrap() > 0);
    for table in ["idempotency", "session", "link", "draft"] {
        assert_eq!(app.count(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
}

#[test]
fn the_council_does_not_keep_seeing_whoever_is_off_the_record_and_attaching_a_copy_opens_nothing() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(None).copied();
    let opened = app.count("SELECT count(*) FROM access_log");
    assert_eq!(
        opened, 7,
        "one for each person's page that was looked at, none for the form that was sent"
    );
    let mut road = road.sent().received().answered(&[(1, "registered")]);
    assert_eq!(
        app.tamper("UPDATE membership SET state = 'off_record' WHERE state = 'registered'"),
        1
    );
    assert!(!road.secretary.see(&road.squad).says(PEOPLE[0]));
    assert!(road.unit.see(&road.squad).says(PEOPLE[0]));
    app.deliver();
}

#[test]
fn a_cookie_that_is_no_session_opens_no_door_to_large_forms() {
    let app = TestApp::start();
    let mut nobody = app.visitor();
    let large = vec![b'a'; 100 << 10];
    nobody.set_cookie("session", "0123456789abcdef");
    nobody.send("/sign-in", "application/x-www-form-urlencoded", &large).expect(413);
    let mut akimat = app.sign_in("akimat");
    akimat.send("/squads", "application/x-www-form-urlencoded", &large).expect(403);
}

#[test]
fn a_form_from_another_address_or_an_old_browser_is_answered_in_all_languages_with_the_right_address()
 {
    let app = TestApp::start();
    for (site, origin, words) in [
        (None, None, ["тым ескі", "слишком старый", "too old"]),
        (
            None,
            Some("http://basqa.ulgi.invalid"),
            ["басқа мекенжайдан", "с другого", "another address"],
        ),
        (Some("cross-site"), None, ["басқа мекенжайдан", "с другого", "another address"]),
    ] {
        let mut visitor = app.visitor();
        let form = visitor.get("/sign-in").form("/sign-in");
        (visitor.site, visitor.origin) = (site, origin.map(str::to_owned));
        let page =
            visitor.post(&form, &[("email", "akimat@demo.invalid"), ("password", "x")]).expect(403);
        assert!(words.iter().all(|words| page.says(words)), "{}", page.text());
        assert_eq!(page.links(&app.state.settings.public_url).len(), 1);
    }
}

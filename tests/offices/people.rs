//! People: invited, given duties, shut out; their own accounts.

use crate::harness::{
    TestApp,
    squad_scenario::SquadScenario,
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use jasaq::{
    cli::demo::PASSWORD,
    domain::id::{self, Id},
    mailer::Mailer,
    storage,
};
use std::thread;

pub const NEW: &str = "жаңа құпиясөз 866";

/// The id of a body of the demo.
pub fn body(app: &TestApp, mailbox: &str) -> Id<id::Body> {
    app.read(|db| storage::offices::body::by_email(db, &format!("{mailbox}@demo.invalid")))
        .unwrap()
        .id
}

/// Somebody stands for every duty that was granted.
pub fn confirm_all(app: &TestApp) {
    app.tamper("UPDATE duty SET confirmed_at = from_at WHERE confirmed_at IS NULL");
}

/// The id of a user of the demo.
pub fn user(app: &TestApp, name: &str) -> Id<id::User> {
    app.read(|db| storage::offices::user::by_email(db, &format!("{name}@demo.invalid"))).unwrap().id
}

/// An administrator invites somebody new into a duty.
pub fn invite(admin: &mut Visitor, name: &str, duty: &str, more: &[(&str, &str)]) -> Page {
    let form = admin.see("/people/new").form("/people");
    let email = format!("{name}@demo.invalid");
    let mut fields =
        vec![("email", email.as_str()), ("name", "Тестов Жаңа Үлгіұлы"), ("duty", duty)];
    fields.extend_from_slice(more);
    admin.submit(&form, &fields)
}

pub fn set_password(visitor: &mut Visitor, path: &str, password: &str) -> Page {
    let form = visitor.see(path).form(path);
    visitor.post(&form, &[("password", password), ("again", password)])
}

#[test]
fn an_invitation_by_mail_is_looked_at_often_used_once_and_stored_without_its_token() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let page = invite(&mut admin, "zhana", &duty, &[]).expect(200);
    assert!(page.says("Шақырылған") && page.says("Кеңес хатшысы"), "{}", page.text());
    assert_eq!(app.count("SELECT count(*) FROM outbox WHERE secret_sealed IS NOT NULL AND body_text LIKE '%/links/{secret}%'"), 1);
    let letters = app.deliver_but_grants();
    assert_eq!(letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), ["zhana@demo.invalid"]);
    assert!(
        !letters[0].subject.contains("Тестов")
            && !letters[0].subject.contains("zhana")
            && !letters[0].text.contains("Тестов")
    );
    let path = letters[0].path();
    let token = path.strip_prefix("/links/").unwrap();
    assert_eq!(token.len(), 64);
    assert!(letters[0].html.contains(&path));
    assert_eq!(app.count(&format!("SELECT count(*) FROM outbox WHERE body_text LIKE '%{token}%' OR body_html LIKE '%{token}%'")), 0);
    assert_eq!(
        app.count("SELECT count(*) FROM outbox WHERE secret_sealed IS NOT NULL"),
        0,
        "gone when it was sent"
    );

    let mut nobody = app.visitor();
    for _ in 0..5 {
        nobody.see(&path);
    }
    set_password(&mut nobody, &path, "қысқа").expect(422);
    let form = nobody.see(&path).form(&path);
    let answer = nobody.post(&form, &[("password", NEW), ("again", NEW)]).expect(303);
    assert_eq!(answer.location.as_deref(), Some("/sign-in"));
    let other = [("password", "басқа құпиясөз 1"), ("again", "басқа құпиясөз 1")];
    let answer = nobody.post(&form, &other).expect(303);
    assert_eq!(answer.location.as_deref(), Some("/sign-in?used=1"), "used once");
    let answer = nobody.get(&path).expect(303);
    assert!(nobody.see(&answer.location.unwrap()).says("Бұл сілтеме немесе код пайдаланылған"));
    nobody.get(&format!("/links/{}", "0".repeat(64))).expect(404);
    nobody.sign_in("zhana@demo.invalid", NEW).expect(200);
    nobody.see("/squads");
    assert_eq!(app.faults(), []);
    assert_eq!(
        app.count("SELECT count(*) FROM journal WHERE chain = 'system' AND act = 'invite_user'"),
        3,
        "user, duty, link"
    );
}

#[test]
fn of_two_who_use_a_link_at_once_one_sets_the_password() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    invite(&mut admin, "zhana", &duty, &[]).expect(200);
    let path = app.deliver_but_grants()[0].path();
    let form = app.visitor().see(&path).form(&path);
    let mut codes: Vec<u16> = thread::scope(|scope| {
        let post = |n: usize| {
            let (form, app) = (&form, &app);
            scope.spawn(move || {
                let password = format!("{n} жаңа құпиясөз {n}");
                app.visitor().post(form, &[("password", &password), ("again", &password)]).status
            })
        };
        [post(1), post(2)]
            .into_iter()
            .collect::<Vec<_>>()
            .into_iter()
            .map(|t| t.join().unwrap())
            .collect()
    });
    codes.sort_unstable();
    assert_eq!(codes, [303, 404]);
}

#[test]
fn of_two_who_invite_one_address_at_once_one_does() {
    let app = TestApp::start();
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    let admins = [app.sign_in("akimshi"), app.sign_in("akimshi")];
    let mut codes: Vec<u16> = thread::scope(|scope| {
        let post = |mut admin: Visitor| {
            let duty = &duty;
            scope.spawn(move || {
                let form = admin.see("/people/new").form("/people");
                admin
                    .post(
                        &form,
                        &[("email", "zhana@demo.invalid"), ("name", "Тестов"), ("duty", duty)],
                    )
                    .status
            })
        };
        admins.map(post).map(|t| t.join().unwrap()).to_vec()
    });
    codes.sort_unstable();
    assert_eq!(codes, [303, 422], "the second is told that the duty is held");
    assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'zhana@demo.invalid'"), 1);
    assert_eq!(app.count("SELECT count(*) FROM duty WHERE user_id IN (SELECT id FROM users WHERE email = 'zhana@demo.invalid')"), 1);
    assert_eq!(app.deliver_but_grants().len(), 1);
    assert_eq!(app.faults(), []);
}

#[test]
fn an_invitation_ends_after_three_days_and_a_newer_link_makes_it_void() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    let person = invite(&mut admin, "zhana", &duty, &[])
        .expect(200)
        .path
        .split('?')
        .next()
        .unwrap()
        .to_owned();
    let first = app.deliver_but_grants()[0].path();
    let form = admin.see(&person).form(&format!("{person}/links"));
    admin.submit(&form, &[("means", "mail")]).expect(200);
    let second = app.deliver_but_grants()[0].path();
    let mut nobody = app.visitor();
    nobody.get(&first).expect(404);
    nobody.see(&second);
    app.pass(TimeDelta::hours(73));
    nobody.get(&second).expect(404);
}

#[test]
fn a_printed_code_is_shown_once_typed_in_any_manner_and_used_once() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi3");
    let duty = format!("{}:unit_representative", body(&app, "synaq-2"));
    let form = admin.see("/people/new").form("/people");
    let fields = [
        ("email", "zhana@demo.invalid"),
        ("name", "Тестов Жаңа"),
        ("duty", duty.as_str()),
        ("means", "code"),
    ];
    let page = admin.submit(&form, &fields).expect(200);
    let code =
        page.html.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(code.len(), 31, "26 letters in groups of five: {code}");
    let again = admin.submit(&form, &fields).expect(200);
    assert!(!again.says(&code) && again.says("Код бір рет қана көрсетіледі"), "{}", again.text());
    assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'zhana@demo.invalid'"), 1);
    assert_eq!(app.deliver_but_grants().len(), 0, "no mail beside the paper");

    let mut nobody = app.visitor();
    let form = nobody.see("/code").form("/code");
    let wrong = nobody.post(&form, &[("code", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-F")]).expect(422);
    assert!(wrong.says("Код қате"));
    let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
    let page = nobody.post(&form, &[("code", &typed)]).expect(200);
    assert_eq!(page.path, "/code", "the code stands in no address");
    let form = page.form("/code/password");
    nobody.post(&form, &[("password", NEW), ("again", "басқа")]).expect(422).form("/code/password");
    nobody.post(&form, &[("password", NEW), ("again", NEW)]).expect(303);
    let again = nobody.submit(&form, &[("password", NEW), ("again", NEW)]).expect(200);
    assert!(again.says("Бұл сілтеме немесе код пайдаланылған"), "{}", again.text());
    nobody.sign_in("zhana@demo.invalid", NEW).expect(200);
    nobody.see("/book");
}

#[test]
fn an_administrator_sees_and_touches_the_own_bodies_only() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let people = admin.see("/people");
    for (name, is_seen) in [
        ("Мысалова Гүлнар", true),
        ("Үлгібаев Нұрлан", true),
        ("Жобаева Әсел", false),
        ("Примеров Серік", false),
    ] {
        assert_eq!(people.says(name), is_seen, "{name}");
    }
    let duties = app.read(|db| storage::offices::duty::of_users(db, &[user(&app, "okil")]));
    let foreign = format!("/people/{}", user(&app, "okil"));
    admin.get(&foreign).expect(404);
    admin.get(&format!("/people?body={}", body(&app, "synaq"))).expect(404);
    let own = format!("/people/{}", user(&app, "akimat"));
    let mut form = admin.see(&own).form(&format!("{own}/disable"));
    for action in [
        format!("{foreign}/disable"),
        format!("{foreign}/links"),
        format!("{foreign}/sessions/end"),
        format!("{foreign}/duties"),
        format!("/duties/{}/end", duties[0].id),
    ] {
        form.action.clone_from(&action);
        let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
        admin.post(&form, &[("means", "mail"), ("duty", &duty)]).expect(404);
    }
    // A body that is not ours is no place to invite into.
    let duty = format!("{}:unit_representative", body(&app, "synaq-1"));
    invite(&mut admin, "zhana", &duty, &[]).expect(404);
    assert_eq!(app.count("SELECT count(*) FROM users WHERE email = 'zhana@demo.invalid'"), 0);
    for name in ["akimat", "hatshy", "tekserushi", "okil", "auditor"] {
        let mut visitor = app.sign_in(name);
        for page in ["/people", "/people/new", "/bodies"] {
            visitor.get(page).expect(403);
        }
        visitor.get(&own).expect(404);
    }
}

#[test]
fn whoever_administers_holds_no_other_duty() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let (akimat, council) = (body(&app, "ulgi"), body(&app, "ulgi-kenes"));
    // Itself: no form, and no way round it.
    let me = format!("/people/{}", user(&app, "akimshi"));
    assert!(!admin.see(&me).has_form(&format!("{me}/duties")));
    let mut form = admin.see("/people/new").form("/people");
    form.action = format!("{me}/duties");
    assert!(
        admin
            .post(&form, &[("duty", &format!("{akimat}:akimat_officer"))])
            .expect(422)
            .says("Әкімші басқа міндет атқармайды")
    );
    // Somebody with a duty becomes no administrator.
    let officer = format!("/people/{}", user(&app, "akimat"));
    let form = admin.see(&officer).form(&format!("{officer}/duties"));
    assert!(
        admin
            .post(&form, &[("duty", &format!("{council}:administrator"))])
            .expect(422)
            .says("Әкімші басқа міндет атқармайды")
    );
    // Another administrator gets no duty, here or elsewhere.
    invite(&mut admin, "akimshi4", &format!("{akimat}:akimat_officer"), &[]).expect(422);
    assert!(
        invite(&mut admin, "zhana", &format!("{council}:vetting_officer"), &[])
            .expect(422)
            .says("міндетті таңдаңыз"),
        "it fits no council"
    );
    assert_eq!(app.count("SELECT count(*) FROM journal WHERE act IN ('grant_duty', 'invite_user') AND user_id IS NOT NULL"), 0);
}

#[test]
fn a_duty_that_begins_later_or_ends_acts_in_sessions_that_are_open() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let person = format!("/people/{}", user(&app, "hatshy"));
    let form = admin.see(&person).form(&format!("{person}/duties"));
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    admin
        .submit(&form, &[("duty", &duty), ("from", "2026-11-23"), ("to", "2026-11-22")])
        .expect(422);
    let page = admin.submit(&form, &[("duty", &duty), ("from", "2026-11-23")]).expect(200);
    assert!(page.says("Кейін басталады"), "{}", page.text());
    confirm_all(&app);
    app.deliver_but_grants();
    // 23:50 in Kazakhstan.
    app.pass(TimeDelta::minutes(13 * 60 + 50));
    let mut secretary = app.sign_in("hatshy");
    secretary.get("/squads/new").expect(403);
    app.pass(TimeDelta::minutes(11));
    secretary.see("/squads/new");
    let mut admin = app.sign_in("akimshi");
    let duties = app.read(|db| storage::offices::duty::of_users(db, &[user(&app, "hatshy")]));
    let form = admin.see(&person).form(&format!("/duties/{}/end", duties[0].id));
    admin.submit(&form, &[("ends_on", "2026-11-01")]).expect(422);
    assert!(admin.submit(&form, &[]).expect(200).says("Міндеттің тоқтатылуы белгіленді"));
    secretary.get("/squads/new").expect(403);
    admin.post(&form, &[("ends_on", "2026-11-30")]).expect(409);
}

#[test]
fn a_deputy_has_a_last_day_and_gets_the_mails_until_then() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let represented = user(&app, "hatshy").to_string();
    let officer = user(&app, "akimat").to_string();
    let page = invite(&mut admin, "orynbasar", &duty, &[("deputy_for", &represented)]).expect(422);
    assert!(page.says("соңғы күнді көрсетіңіз"), "{}", page.text());
    invite(&mut admin, "orynbasar", &duty, &[("deputy_for", &officer), ("to", "2026-11-25")])
        .expect(422);
    let page = invite(
        &mut admin,
        "orynbasar",
        &duty,
        &[("deputy_for", &represented), ("to", "2026-11-25")],
    )
    .expect(200);
    assert!(page.says("уақытша алмастырады: Үлгібаев Нұрлан"), "{}", page.text());
    assert!(page.says("25.11.2026"));
    confirm_all(&app);
    let path = app.deliver_but_grants()[0].path();
    set_password(&mut app.visitor(), &path, NEW).expect(303);
    drop(SquadScenario::new(&app).proposed());
    let mut to: Vec<String> = app.deliver_but_grants().iter().map(|l| l.to.clone()).collect();
    to.sort();
    assert_eq!(to, ["hatshy@demo.invalid", "orynbasar@demo.invalid"]);
    let mut deputy = app.visitor();
    deputy.sign_in("orynbasar@demo.invalid", NEW).expect(200);
    // What the deputy does says so within the own body, and nowhere else.
    let squad =
        deputy.see("/squads").links("/squads/").into_iter().find(|link| link.len() > 20).unwrap();
    let form = deputy.see(&format!("{squad}/decisions/new")).form(&format!("{squad}/decisions"));
    deputy
        .decide(&form, &[("number", "7"), ("presided_by", "Мысалов Ә."), ("votes_for", "9")])
        .expect(200);
    assert!(
        app.sign_in("hatshy")
            .see(&format!("{squad}/history"))
            .says("уақытша алмастырады: Үлгібаев Нұрлан")
    );
    let foreign = app.sign_in("tekserushi").see(&format!("{squad}/history"));
    assert!(
        foreign.says("Кеңес хатшысы")
            && !foreign.says("уақытша алмастырады")
            && !foreign.says("Тестов Жаңа")
    );
    app.deliver_but_grants();
    assert!(deputy.see("/account").says("уақытша алмастырады: Үлгібаев Нұрлан"));
    app.pass(TimeDelta::days(4));
    drop(SquadScenario::new(&app).proposed());
    assert_eq!(
        app.deliver_but_grants().iter().map(|l| l.to.clone()).collect::<Vec<_>>(),
        ["hatshy@demo.invalid"]
    );
}

#[test]
fn shut_out_means_at_the_next_request_and_nobody_shuts_out_oneself() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let mut officer = app.sign_in("akimat");
    let person = format!("/people/{}", user(&app, "akimat"));
    let form = admin.see(&person).form(&format!("{person}/disable"));
    let page = admin.submit(&form, &[]).expect(200);
    assert!(page.says("Бұғатталған"));
    officer.get("/inbox").expect(303);
    officer.sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    assert_eq!(app.count("SELECT count(*) FROM session WHERE user_id IN (SELECT id FROM users WHERE disabled_at IS NOT NULL)"), 0);
    let me = format!("/people/{}", user(&app, "akimshi"));
    let mut own = admin.see("/inbox").form("/sign-out");
    own.action = format!("{me}/disable");
    assert!(admin.post(&own, &[]).expect(422).says("Өз тіркелгіңізді бұғаттай алмайсыз"));
    admin.see("/people");
    assert_eq!(app.faults(), []);
}

#[test]
fn an_administrator_ends_the_sessions_of_a_lost_telephone() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let mut officer = app.sign_in("akimat");
    let person = format!("/people/{}", user(&app, "akimat"));
    let form = admin.see(&person).form(&format!("{person}/sessions/end"));
    admin.submit(&form, &[]).expect(200);
    officer.get("/inbox").expect(303);
    officer.sign_in("akimat@demo.invalid", PASSWORD).expect(200);
}

#[test]
fn everybody_sees_and_ends_own_sessions() {
    let app = TestApp::start();
    let (mut here, mut there, mut elsewhere) =
        (app.sign_in("akimat"), app.sign_in("akimat"), app.sign_in("akimat"));
    let mut other = app.sign_in("hatshy");
    let page = here.see("/account");
    assert_eq!(page.text().matches("Осы сеанс").count(), 1);
    assert!(page.says("Мысалова Гүлнар") && page.says("Әкімдіктің жауапты қызметкері"));
    assert!(
        here.submit(&page.forms("/language").pop().unwrap(), &[("language", "ru")])
            .expect(200)
            .says("Моя учетная запись")
    );
    here.submit(&page.forms("/language").pop().unwrap(), &[("language", "kk")]).expect(200);
    let form = page.form("/account/sessions/end");
    here.submit(&form, &[]).expect(200);
    let ended = [there.get("/inbox").status, elsewhere.get("/inbox").status];
    assert_eq!(ended.iter().filter(|status| **status == 303).count(), 1, "one of the two");
    here.submit(&form, &[("session", "others")]).expect(200);
    assert_eq!(
        [there.get("/inbox").status, elsewhere.get("/inbox").status, here.get("/inbox").status],
        [303, 303, 200]
    );
    // Somebody else's session can't be named.
    let hash: String = app.read(|db| {
        let sessions =
            storage::account::session::of_user(db, user(&app, "hatshy"), app.state.clock.now())?;
        Ok(hex::encode(&sessions[0].token_hash))
    });
    here.submit(&form, &[("session", &hash)]).expect(200);
    other.see("/inbox");
    assert_eq!(app.faults(), []);
}

#[test]
fn a_changed_password_ends_other_sessions_and_is_told_by_mail() {
    let app = TestApp::start();
    let (mut here, mut there) = (app.sign_in("akimat"), app.sign_in("akimat"));
    let form = here.see("/account").form("/account/password");
    let change = |visitor: &mut Visitor, old: &str, new: &str, again: &str| {
        visitor.submit(&form, &[("old_password", old), ("password", new), ("again", again)])
    };
    assert!(change(&mut here, "басқа", NEW, NEW).expect(422).says("Қазіргі құпиясөз қате"));
    change(&mut here, PASSWORD, NEW, "басқа").expect(422);
    change(&mut here, PASSWORD, "akimat akimat akimat", "akimat akimat akimat").expect(422);
    assert!(change(&mut here, PASSWORD, NEW, NEW).expect(200).says("Құпиясөз өзгертілді"));
    here.see("/inbox");
    there.get("/inbox").expect(303);
    there.sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    there.sign_in("akimat@demo.invalid", NEW).expect(200);
    let letters = app.deliver_but_grants();
    assert_eq!(
        letters.iter().map(|l| (l.to.as_str(), l.path())).collect::<Vec<_>>(),
        [("akimat@demo.invalid", "/account".into())]
    );
    assert_eq!(
        app.count(
            "SELECT count(*) FROM journal WHERE act = 'change_password' AND chain = 'system'"
        ),
        1
    );
    assert_eq!(app.faults(), []);
}

fn ask_reset(app: &TestApp, email: &str) -> Page {
    let mut nobody = app.visitor();
    let form = nobody.see("/password-reset").form("/password-reset");
    nobody.submit(&form, &[("email", email)]).expect(200)
}

#[test]
fn asking_for_a_new_password_answers_the_same_to_everybody_and_writes_to_owners_only() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    invite(&mut admin, "zhana", &duty, &[]).expect(200);
    let invitation = app.deliver_but_grants()[0].path();
    app.tamper(
        "UPDATE users SET disabled_at = '2026-11-22 04:00:00' WHERE email = 'hatshy@demo.invalid'",
    );
    let known = ask_reset(&app, "AKIMAT@demo.invalid");
    for other in ["nobody@demo.invalid", "hatshy@demo.invalid", "zhana@demo.invalid"] {
        let answer = ask_reset(&app, other);
        assert_eq!((answer.status, answer.text()), (known.status, known.text()), "{other}");
    }
    assert_eq!(app.count("SELECT count(*) FROM reset_request"), 4, "the same was done for each");
    assert_eq!(
        app.count("SELECT count(*) FROM outbox WHERE kind = 'password_reset'"),
        0,
        "and nothing more before the answer"
    );
    let letters = app.deliver_but_grants();
    assert_eq!(letters.iter().map(|l| l.to.as_str()).collect::<Vec<_>>(), ["akimat@demo.invalid"]);
    assert_eq!(app.count("SELECT count(*) FROM reset_request"), 0);
    app.visitor().see(&invitation);

    let mut officer = app.sign_in("akimat");
    set_password(&mut app.visitor(), &letters[0].path(), NEW).expect(303);
    officer.get("/inbox").expect(303);
    officer.sign_in("akimat@demo.invalid", NEW).expect(200);
    assert_eq!(app.deliver_but_grants()[0].path(), "/account", "the owner is told");
    // Three an hour, no more.
    for expected in [1, 1, 0, 0] {
        ask_reset(&app, "akimat@demo.invalid");
        assert_eq!(app.deliver_but_grants().len(), expected);
    }
    app.pass(TimeDelta::minutes(61));
    ask_reset(&app, "akimat@demo.invalid");
    let path = app.deliver_but_grants()[0].path();
    app.pass(TimeDelta::minutes(31));
    app.visitor().get(&path).expect(404);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_mail_that_could_not_leave_at_once_leaves_later_with_the_same_secret() {
    let app = TestApp::start();
    ask_reset(&app, "akimat@demo.invalid");
    assert!(jasaq::jobs::send_reset_links::run_once(&app.state).unwrap() > 0);
    let sealed = "SELECT count(*) FROM outbox WHERE secret_sealed IS NOT NULL AND sent_at IS NULL";
    let mut settings = app.state.settings.clone();
    settings.mail_url = "smtp://127.0.0.1:1".into();
    assert_eq!(app.deliver_through(&Mailer::of(&settings).unwrap()), 1);
    assert_eq!(app.count(sealed), 1, "kept for the next attempt");
    app.pass(TimeDelta::seconds(61));
    let path = app.deliver_but_grants()[0].path();
    assert_eq!(app.count(sealed), 0);
    set_password(&mut app.visitor(), &path, NEW).expect(303);
    app.deliver_but_grants();
}

#[test]
fn looking_at_people_bodies_and_the_own_account_changes_nothing() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi3");
    let state = || {
        [
            "journal",
            "outbox",
            "link",
            "duty",
            "body_name",
            "session",
            "known_browser",
            "reset_request",
        ]
        .map(|table| app.count(&format!("SELECT count(*) FROM {table}")))
    };
    let before = state();
    for start in ["/people", "/bodies", "/people/new", "/account", "/code", "/password-reset"] {
        for link in admin.see(start).links("/").into_iter().filter(|link| !link.starts_with("/dev"))
        {
            let _ = admin.get(&link);
        }
    }
    assert_eq!(state(), before);
}

#[test]
fn the_secret_of_a_mail_that_can_never_be_delivered_is_forgotten() {
    let app = TestApp::start();
    ask_reset(&app, "akimat@demo.invalid");
    assert!(jasaq::jobs::send_reset_links::run_once(&app.state).unwrap() > 0);
    assert_eq!(
        app.tamper("UPDATE outbox SET address = 'no address' WHERE secret_sealed IS NOT NULL"),
        1
    );
    assert_eq!(app.deliver_but_grants().len(), 0);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL AND secret_sealed IS NULL"
        ),
        1
    );
}

#[test]
fn strangers_who_guess_do_not_slow_the_owner_in_a_browser_that_is_known() {
    let app = TestApp::start();
    let mut owner = app.sign_in("akimat");
    let device = owner.cookie("device").unwrap().to_owned();
    let mut stranger = app.visitor();
    for _ in 0..12 {
        stranger.sign_in("akimat@demo.invalid", "whatever it is").expect(422);
        app.pass(TimeDelta::seconds(61));
    }
    stranger.sign_in("akimat@demo.invalid", "whatever it is").expect(422);
    app.visitor().sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    owner.set_cookie("session", "");
    owner.sign_in("akimat@demo.invalid", PASSWORD).expect(200);
    assert_eq!(owner.cookie("device"), Some(device.as_str()), "the browser keeps its name");
    app.visitor().sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    // A cookie that somebody made up, or of another account, is worth nothing.
    for cookie in ["made-up", app.sign_in("hatshy").cookie("device").unwrap()] {
        let mut other = app.visitor();
        other.set_cookie("device", cookie);
        other.sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    }
    // The known browser's own failures count as well.
    owner.set_cookie("session", "");
    for _ in 0..5 {
        owner.sign_in("akimat@demo.invalid", "whatever it is").expect(422);
    }
    owner.sign_in("akimat@demo.invalid", PASSWORD).expect(422);
    app.pass(TimeDelta::seconds(61));
    owner.sign_in("akimat@demo.invalid", PASSWORD).expect(200);
    let stored = app.count("SELECT count(*) FROM known_browser");
    assert!(stored >= 2);
}

#[test]
fn the_journal_and_the_addresses_of_pages_hold_nothing_of_a_person() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let page = invite(&mut admin, "zhana", &format!("{}:akimat_officer", body(&app, "ulgi")), &[])
        .expect(200);
    assert!(page.path.starts_with("/people/") && !page.path.contains('@'));
    app.deliver_but_grants();
    let payload = if crate::harness::database::is_postgres() {
        "encode(payload, 'escape')"
    } else {
        "CAST(payload AS TEXT)"
    };
    for word in ["zhana", "demo.invalid"] {
        assert_eq!(
            app.count(&format!("SELECT count(*) FROM journal WHERE {payload} LIKE '%{word}%'")),
            0,
            "{word}"
        );
    }
    assert_eq!(app.faults(), []);
}

#[test]
fn an_address_in_a_national_domain_is_kept_as_servers_know_it_and_a_foreign_letter_is_named() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let akimat =
        app.read(|db| jasaq::storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let duty = format!("{akimat}:akimat_officer");
    let form = admin.see("/people/new").form("/people");
    let fields = |email| [("email", email), ("name", "Тестов Жаңа"), ("duty", duty.as_str())];
    let page = admin.submit(&form, &fields("аkimat@demo.invalid")).expect(422);
    assert!(page.says("«а» әрпі латын әрпі емес"), "{}", page.text());
    assert!(page.html.contains("value=\"аkimat@demo.invalid\""), "nothing typed is lost");
    let page = admin.submit(&form, &fields("Akimat@Ұлгі.Қаз")).expect(200);
    assert!(page.says("akimat@ұлгі.қаз"), "shown as it was typed: {}", page.text());
    let letters = app.deliver_but_grants();
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].to.is_ascii() && letters[0].to.starts_with("akimat@xn--"),
        "{}",
        letters[0].to
    );
    let path = letters[0].path();
    let form = app.visitor().see(&path).form(&path);
    let password = "жаңа құпиясөз 866";
    app.visitor().post(&form, &[("password", password), ("again", password)]).expect(303);
    app.visitor().sign_in("akimat@ұлгі.қаз", password).expect(200);
}

#[test]
fn a_body_and_those_who_hold_a_duty_are_told_that_it_was_granted_to_one_more() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi3");
    let duty = format!("{}:vetting_officer", body(&app, "synaq"));
    invite(&mut admin, "zhana", &duty, &[("means", "code")]).expect(200);
    let letters = app.deliver();
    let mut told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    told.sort_unstable();
    let expected = [
        "bastyq@demo.invalid",
        "synaq@demo.invalid",
        "tekserushi2@demo.invalid",
        "tekserushi@demo.invalid",
    ];
    assert_eq!(told, expected, "nobody prints a code for a second account unseen");
    for letter in &letters {
        assert!(letter.subject.contains("жаңа міндет берілді"), "{}", letter.subject);
        assert!(letter.text.contains("Тексеруді жүргізетін қызметкер"), "{}", letter.text);
        assert!(!letter.text.contains("zhana") && !letter.text.contains("Тестов"), "no name");
    }
    // Somebody who has an account is told of the own duty, and not as a colleague.
    let duty = format!("{}:head", body(&app, "synaq"));
    let person = format!("/people/{}", user(&app, "tekserushi"));
    let form = admin.see(&person).form(&format!("{person}/duties"));
    admin.submit(&form, &[("duty", &duty)]).expect(200);
    let letters = app.deliver();
    let mut told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    told.sort_unstable();
    let expected = ["bastyq@demo.invalid", "synaq@demo.invalid", "tekserushi@demo.invalid"];
    assert_eq!(told, expected);
    let own = letters.iter().find(|letter| letter.to.starts_with("tekserushi")).unwrap();
    assert!(own.subject.contains("Сізге жаңа міндет жүктелді"), "{}", own.subject);
}

/// The duty of that address that waits, as the page of confirmations asks for it.
fn waiting(visitor: &mut Visitor) -> Vec<crate::harness::form::Form> {
    let page = visitor.see("/confirmations");
    page.all_forms().into_iter().filter(|form| form.action.ends_with("/confirmation")).collect()
}

#[test]
fn a_granted_duty_opens_no_case_until_somebody_else_than_its_granter_confirms_it() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let (squad, list) = (road.squad.clone(), road.list.clone());
    let entry = road.entries()[0].clone();
    let mut admin = app.sign_in("akimshi3");
    let duty = format!("{}:vetting_officer", body(&app, "synaq"));
    let page = invite(&mut admin, "zhana", &duty, &[]).expect(200);
    assert!(page.path.starts_with("/people/"));
    let letters = app.deliver();
    let link = letters.iter().find(|letter| letter.to.starts_with("zhana")).unwrap().path();
    set_password(&mut app.visitor(), &link, NEW).expect(303);
    let mut new = app.visitor();
    let inbox = new.sign_in("zhana@demo.invalid", NEW).expect(200);
    assert!(inbox.says("Міндетіңіз растауды күтіп тұр"), "{}", inbox.text());
    for path in [&squad, &list, &entry, &format!("{list}/answers")] {
        assert_eq!(new.get(path).status, 404, "{path}");
    }
    assert!(!new.see("/lists").says("Т-2026") && !new.see("/squads").says("Ақжайық"));
    // Neither the granter nor the holder stands for it; a colleague does only where nobody is above.
    for visitor in [&mut admin, &mut new, &mut road.officer, &mut road.akimat] {
        assert!(waiting(visitor).is_empty());
    }
    let mut head = app.sign_in("bastyq");
    let form = waiting(&mut head).remove(0);
    for visitor in [&mut admin, &mut road.officer] {
        let mut own = visitor.see("/account").all_forms().remove(0);
        own.action.clone_from(&form.action);
        own.fields.retain(|(name, _)| name.starts_with("form_"));
        assert_eq!(visitor.post(&own, &[]).status, 404, "only whom the page asks");
    }
    assert!(head.see("/confirmations").says("Тестов Жаңа"));
    head.submit(&form, &[]).expect(200);
    assert!(waiting(&mut head).is_empty());
    let page = new.see(&list);
    assert!(!page.says("Міндетіңіз растауды күтіп тұр"));
    new.see(&entry);
    assert_eq!(app.count("SELECT count(*) FROM journal WHERE act = 'confirm_duty'"), 1);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn another_administrator_confirms_and_where_there_is_none_a_present_holder() {
    let app = TestApp::start();
    // Ulgi has two administrators.
    let duty = format!("{}:akimat_officer", body(&app, "ulgi"));
    invite(&mut app.sign_in("akimshi"), "zhana", &duty, &[]).expect(200);
    assert!(waiting(&mut app.sign_in("akimat")).is_empty(), "an administrator is there to ask");
    assert!(waiting(&mut app.sign_in("akimshi2")).is_empty(), "of another district");
    let mut second = app.sign_in("akimshi4");
    let form = waiting(&mut second).remove(0);
    second.submit(&form, &[]).expect(200);
    // Mysal has one administrator and no head.
    let duty = format!("{}:akimat_officer", body(&app, "mysal"));
    invite(&mut app.sign_in("akimshi2"), "ekinshi", &duty, &[]).expect(200);
    let mut holder = app.sign_in("akimat2");
    let form = waiting(&mut holder).remove(0);
    holder.submit(&form, &[]).expect(200);
    // An administrator who waits confirms nobody.
    let duty = format!("{}:administrator", body(&app, "mysal"));
    invite(&mut app.sign_in("akimshi2"), "ushinshi", &duty, &[]).expect(200);
    // Nor does anybody for the first holder of a duty in a body.
    let duty = format!("{}:auditor", body(&app, "ulgi"));
    invite(&mut app.sign_in("akimshi"), "tortinshi", &duty, &[]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM duty WHERE confirmed_at IS NULL"), 2);
    for name in ["akimat2", "akimshi2", "akimshi4", "bastyq"] {
        assert!(waiting(&mut app.sign_in(name)).is_empty(), "{name}: the operator confirms it");
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

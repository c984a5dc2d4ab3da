//! An account in other hands is made an offer: its owner accepts it signed in, and nobody learns who has an account.

use super::people::{NEW, body, confirm_all, invite, set_password, user};
use crate::harness::{
    TestApp,
    visitor::{Page, Visitor},
};
use jasaq::cli::demo::PASSWORD;

/// The code that a page shows once.
fn code(page: &Page) -> String {
    page.html.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

/// A page without what is the invited person's own.
fn bare(page: &Page, name: &str) -> String {
    let text = page.text().replace(&format!("{name}@demo.invalid"), "ADDRESS");
    if page.html.contains("class=\"code\">") { text.replace(&code(page), "CODE") } else { text }
}

/// Sets the password that goes with a code.
fn use_code(visitor: &mut Visitor, code: &str, password: &str) -> Page {
    let form = visitor.see("/code").form("/code");
    let form = visitor.post(&form, &[("code", code)]).expect(200).form("/code/password");
    visitor.post(&form, &[("password", password), ("again", password)])
}

/// The forms of the account page that answer offers with that word.
fn offers(visitor: &mut Visitor, word: &str) -> Vec<crate::harness::form::Form> {
    let forms = visitor.see("/account").all_forms();
    forms.into_iter().filter(|form| form.action.ends_with(word)).collect()
}

#[test]
fn an_invitation_answers_the_same_for_a_new_address_and_for_one_that_has_an_account_elsewhere() {
    // Each in a system of its own, so that nothing but the address differs; akimshi3 of another district has invited one.
    let walk = |name: &str| {
        let app = TestApp::start();
        let mut admin = app.sign_in("akimshi");
        let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
        let email = format!("{name}@demo.invalid");
        let form = admin.see("/people/new").form("/people");
        let nameless = admin.post(&form, &[("email", &email), ("duty", &duty)]).expect(422);
        let mut pages = vec![bare(&nameless, name)];
        let invited = invite(&mut admin, name, &duty, &[]).expect(200);
        let person = invited.path.split('?').next().unwrap().to_owned();
        pages.push(bare(&invited, name));
        pages.push(bare(&invite(&mut admin, name, &duty, &[]).expect(422), name));
        let other = format!("{}:auditor", body(&app, "ulgi"));
        pages.push(bare(&invite(&mut admin, name, &other, &[]).expect(200), name));
        for path in ["/people", "/bodies", person.as_str()] {
            pages.push(bare(&admin.see(path), name));
        }
        let links = admin.see(&person).form(&format!("{person}/links"));
        for means in ["mail", "code"] {
            pages.push(bare(&admin.submit(&links, &[("means", means)]).expect(200), name));
        }
        let sessions = admin.see(&person).form(&format!("{person}/sessions/end"));
        pages.push(bare(&admin.submit(&sessions, &[]).expect(200), name));
        pages.push(bare(&app.sign_in("akimshi4").see("/confirmations"), name));
        let disable = admin.see(&person).form(&format!("{person}/disable"));
        pages.push(bare(&admin.submit(&disable, &[]).expect(200), name));
        pages.push(bare(&invite(&mut admin, name, &duty, &[]).expect(422), name));
        let mails = app.deliver();
        let told = mails.iter().map(|mail| (mail.to.replace(name, "NAME"), mail.subject.clone()));
        let journal = app.count("SELECT count(*) FROM journal");
        (pages, told.collect::<Vec<_>>(), journal)
    };
    let (new, known) = (walk("zhana"), walk("okil"));
    for (new, known) in new.0.iter().zip(&known.0) {
        assert_eq!(new, known);
    }
    assert_eq!(new.1, known.1, "the same mails");
    assert_eq!(new.2, known.2, "as many entries of the journal");
}

#[test]
fn an_offer_changes_nothing_until_the_owner_accepts_it_signed_in() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let mut owner = app.sign_in("okil");
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let page = invite(&mut admin, "okil", &duty, &[("means", "code")]).expect(200);
    // The code sets no password of an account that has one, and leads to the sign-in.
    let mut somebody = app.visitor();
    let answer = use_code(&mut somebody, &code(&page), NEW).expect(303);
    assert!(
        somebody.see(answer.header("location").unwrap()).says("Бұл мекенжайдың тіркелгісі бар")
    );
    somebody.sign_in("okil@demo.invalid", NEW).expect(422);
    assert!(!owner.see("/inbox").says("Кеңес хатшысы"), "the session and the duties stay");
    // The own administration still has the account in hand, and the other one does not.
    let person = format!("/people/{}", user(&app, "okil"));
    assert!(app.sign_in("akimshi3").see(&person).has_form(&format!("{person}/disable")));
    admin.get(&person).expect(404);
    // By mail it is the same.
    let links = page.links("/people/").remove(0);
    let form = admin.see(&links).form(&format!("{links}/links"));
    admin.submit(&form, &[("means", "mail")]).expect(200);
    let mail = app.deliver_but_grants().into_iter().find(|mail| mail.to.starts_with("okil"));
    set_password(&mut app.visitor(), &mail.unwrap().path(), NEW).expect(303);
    app.visitor().sign_in("okil@demo.invalid", PASSWORD).expect(200);
    // A stranger finds no offer of somebody else.
    let form = offers(&mut owner, "/acceptance").remove(0);
    let mut other = app.sign_in("hatshy");
    let mut own = other.see("/account").form("/account/digest");
    own.action.clone_from(&form.action);
    other.post(&own, &[]).expect(404);
    let page = owner.submit(&form, &[]).expect(200);
    assert!(page.says("Міндеттер Сізге жүктелді") && page.says("Кеңес хатшысы"), "{}", page.text());
    assert_eq!(owner.post(&form, &[("again", "1")]).status, 404, "it was accepted");
    confirm_all(&app);
    assert!(owner.see("/inbox").says("Кеңес хатшысы"));
    // Now the account is of two administrations: neither shuts it out, each may end its sessions.
    assert_eq!(
        admin.get(&links).expect(303).header("location"),
        Some(person.as_str()),
        "an old address leads on"
    );
    assert!(!admin.see(&person).says("Сынақ-1"), "duties elsewhere stay unseen");
    for name in ["akimshi", "akimshi3"] {
        let mut admin = app.sign_in(name);
        assert!(!admin.see(&person).has_form(&format!("{person}/disable")));
        let form = admin.see(&person).form(&format!("{person}/sessions/end"));
        admin.submit(&form, &[]).expect(200);
        owner.get("/inbox").expect(303);
        owner.sign_in("okil@demo.invalid", PASSWORD).expect(200);
    }
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_offer_that_is_declined_leaves_no_duty() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let page = invite(&mut admin, "okil", &duty, &[]).expect(200);
    let person = page.path.split('?').next().unwrap().to_owned();
    let mut owner = app.sign_in("okil");
    let form = offers(&mut owner, "/refusal").remove(0);
    assert!(owner.submit(&form, &[]).expect(200).says("Ұсыныстан бас тартылды"));
    assert!(offers(&mut owner, "/acceptance").is_empty());
    assert!(admin.see(&person).says("Тоқтатылған"), "{}", admin.see(&person).text());
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_administrator_accepts_no_other_duty() {
    let app = TestApp::start();
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    invite(&mut app.sign_in("akimshi"), "akimshi2", &duty, &[]).expect(200);
    let mut owner = app.sign_in("akimshi2");
    let form = offers(&mut owner, "/acceptance").remove(0);
    assert!(owner.post(&form, &[]).expect(422).says("Әкімші басқа міндет атқармайды"));
    app.deliver();
}

#[test]
fn whoever_printed_a_code_for_somebody_elses_address_is_offered_nothing() {
    let app = TestApp::start();
    // One administrator prints a code for an address of somebody else and sets the password with it.
    let mut admin = app.sign_in("akimshi");
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let page = invite(&mut admin, "bastyq2", &duty, &[("means", "code")]).expect(200);
    let mut printer = app.visitor();
    use_code(&mut printer, &code(&page), NEW).expect(303);
    printer.sign_in("bastyq2@demo.invalid", NEW).expect(200);
    // Another body invites the same address: the account is left alone, and whoever is in it sees no offer.
    let mut other = app.sign_in("akimshi3");
    let duty = format!("{}:head", body(&app, "synaq"));
    invite(&mut other, "bastyq2", &duty, &[]).expect(200);
    assert!(offers(&mut printer, "/acceptance").is_empty());
    // Its owner, who reads the mail, takes it by a new password.
    let mut owner = app.visitor();
    let form = owner.see("/password-reset").form("/password-reset");
    owner.submit(&form, &[("email", "bastyq2@demo.invalid")]).expect(200);
    let mails = app.deliver_but_grants();
    let reset = mails.iter().rfind(|mail| mail.to == "bastyq2@demo.invalid").unwrap();
    set_password(&mut owner, &reset.path(), "иесінің құпиясөзі 1").expect(303);
    printer.get("/inbox").expect(303);
    owner.sign_in("bastyq2@demo.invalid", "иесінің құпиясөзі 1").expect(200);
    let form = offers(&mut owner, "/acceptance").remove(0);
    owner.submit(&form, &[]).expect(200);
    app.deliver_but_grants();
}

#[test]
fn whoever_was_invited_twice_and_has_no_password_yet_takes_both_by_the_mail_of_the_second() {
    let app = TestApp::start();
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    let page =
        invite(&mut app.sign_in("akimshi"), "zhana", &duty, &[("means", "code")]).expect(200);
    let duty = format!("{}:council_secretary", body(&app, "mysal-kenes"));
    invite(&mut app.sign_in("akimshi2"), "zhana", &duty, &[]).expect(200);
    let mails = app.deliver_but_grants();
    let mail = mails.iter().find(|mail| mail.to == "zhana@demo.invalid").unwrap();
    let mut owner = app.visitor();
    set_password(&mut owner, &mail.path(), NEW).expect(303);
    let page_of_code =
        app.visitor().post(&app.visitor().see("/code").form("/code"), &[("code", &code(&page))]);
    assert_eq!(page_of_code.status, 422, "the paper of the first is void");
    owner.sign_in("zhana@demo.invalid", NEW).expect(200);
    let account = owner.see("/account");
    assert!(account.says("Үлгі") && account.says("Мысал"), "{}", account.text());
    assert!(offers(&mut owner, "/acceptance").is_empty());
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn who_worked_here_once_and_works_elsewhere_now_is_invited_and_not_granted() {
    let app = TestApp::start();
    let mut admin = app.sign_in("akimshi");
    let person = format!("/people/{}", user(&app, "hatshy"));
    app.tamper(
        "UPDATE duty SET body_id = (SELECT id FROM body WHERE email = 'mysal-kenes@demo.invalid') \
         WHERE user_id = (SELECT id FROM users WHERE email = 'hatshy@demo.invalid')",
    );
    admin.get(&person).expect(404);
    let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
    invite(&mut admin, "hatshy", &duty, &[]).expect(200);
    let mut owner = app.sign_in("hatshy");
    let form = offers(&mut owner, "/acceptance").remove(0);
    owner.submit(&form, &[]).expect(200);
    // The duty here ends: what is left is elsewhere.
    app.tamper("UPDATE duty SET to_at = from_at WHERE body_id = (SELECT id FROM body WHERE email = 'ulgi-kenes@demo.invalid') \
         AND user_id = (SELECT id FROM users WHERE email = 'hatshy@demo.invalid')");
    let form = admin.see(&person).form(&format!("{person}/duties"));
    assert!(admin.post(&form, &[("duty", &duty)]).expect(422).says("мекенжайы бойынша шақырыңыз"));
    let sessions = admin.see(&person).form(&format!("{person}/sessions/end"));
    admin.post(&sessions, &[]).expect(422);
    assert_eq!(app.faults(), []);
    app.deliver();
}

#[test]
fn an_invitation_whose_address_is_corrected_does_not_tell_either_who_has_an_account() {
    let walk = |name: &str| {
        let app = TestApp::start();
        let mut admin = app.sign_in("akimshi");
        let duty = format!("{}:council_secretary", body(&app, "ulgi-kenes"));
        let person = invite(&mut admin, "qate", &duty, &[]).expect(200).path;
        app.deliver();
        app.tamper("UPDATE outbox SET failed_at = created_at, sent_at = NULL, fault = 'address_refused' WHERE kind = 'invitation'");
        let mail = admin.see("/mails").links("/mails/").remove(0);
        let form = admin.see(&mail).form(&format!("{mail}/address"));
        let address = format!("{name}@demo.invalid");
        let corrected = admin.submit(&form, &[("address", &address)]).expect(200);
        let pages = [bare(&corrected, name), bare(&admin.see(&person), name)];
        let told = app.deliver();
        assert!(told.iter().any(|letter| letter.to == address), "it is invited anew");
        pages
    };
    assert_eq!(walk("zhana"), walk("okil"));
}

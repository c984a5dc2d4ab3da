//! Certificates: prepared at registration, signed by the head alone, handed over, void, and checked by anybody (clauses 20, 21).

use crate::{
    harness::{
        TestApp, database, sheet,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::{Page, Visitor},
    },
    record::{contact::confirm, off_record::without},
};
use jasaq::{
    domain::{body::BodyKind, certificate::CertificateState, id::Id, language::Named},
    jobs::prepare_certificates,
    storage::{
        self,
        certificates::{
            certificate::{self, NewCertificate},
            paper,
        },
        offices::body::Body,
    },
};
use sha2::{Digest, Sha256};
use std::thread;

/// The entry of an administrator for the head.
pub const SIGNATORY: [(&str, &str); 6] = [
    ("position_kk", "Аумақтық бөлімше бастығы"),
    ("position_ru", "Начальник территориального подразделения"),
    ("rank_kk", "полковник"),
    ("rank_ru", "полковник"),
    ("place_kk", "Сынақ қаласы, 1-бөлме"),
    ("place_ru", "город Сынак, кабинет 1"),
];

/// The form of what certificates say of that user as a head.
fn signatory_form(app: &TestApp, head: &str) -> (Visitor, String) {
    let user = app
        .read(|db| storage::offices::user::by_email(db, &format!("{head}@demo.invalid")))
        .unwrap()
        .id;
    let mut admin = app.sign_in("akimshi3");
    let place = admin.see(&format!("/people/{user}")).links("/duties/").remove(0);
    (admin, place)
}

pub fn enter_signatory(app: &TestApp, head: &str, fields: &[(&str, &str)]) {
    let (mut admin, place) = signatory_form(app, head);
    let form = admin.see(&place).form(&place);
    admin.submit(&form, fields).expect(200);
}

/// The register of the subdivision.
pub fn register(app: &TestApp) -> String {
    let body = app.read(|db| storage::offices::body::by_email(db, "synaq@demo.invalid"));
    format!("/certificate-registers/{}", body.unwrap().id)
}

/// The head signs whatever waits.
pub fn sign(app: &TestApp, head: &mut Visitor) -> Page {
    let place = format!("{}/signing", register(app));
    let form = head.see(&place).form(&place);
    head.submit(&form, &[])
}

/// A squad whose first two people are in the book, and the head of the subdivision.
fn registered(app: &TestApp) -> (SquadScenario, Visitor) {
    let road =
        SquadScenario::led(app, &[(1, "registered"), (2, "registered"), (3, "to_be_removed")]);
    app.deliver();
    (road, app.sign_in("bastyq"))
}

/// The same with both certificates signed.
fn signed(app: &TestApp) -> (SquadScenario, Visitor) {
    let (road, mut head) = registered(app);
    enter_signatory(app, "bastyq", &SIGNATORY);
    sign(app, &mut head).expect(200);
    app.deliver();
    (road, head)
}

/// The page of the certificate of that person.
pub fn of(visitor: &mut Visitor, name: &str) -> String {
    let page = visitor.see("/certificates");
    let row = page.html.split("<tr>").find(|row| row.contains(name)).unwrap();
    let (_, link) = row.split_once("href=\"").unwrap();
    link.split('"').next().unwrap().to_owned()
}

/// Hands the certificate of that person over.
fn hand_over(road: &mut SquadScenario, name: &str) -> Page {
    let place = of(&mut road.officer, name);
    let form = road.officer.see(&place).form(&format!("{place}/handing-over"));
    road.officer.submit(&form, &[("document", "жеке куәлік 099000101")])
}

/// The code on the paper of a certificate.
fn code(app: &TestApp, place: &str) -> String {
    let id = place.rsplit('/').next().unwrap().parse().unwrap();
    app.read(|db| paper::said(db, &app.state.keys, id)).unwrap().2
}

fn state_of(app: &TestApp, place: &str) -> CertificateState {
    let id: Id<jasaq::domain::id::Certificate> = place.rsplit('/').next().unwrap().parse().unwrap();
    let scope = app.read(|db| {
        let body = storage::offices::body::by_email(db, "synaq@demo.invalid")?.unwrap().id;
        Ok(storage::Scope { territories: vec![body], ..storage::Scope::default() })
    });
    app.read(|db| certificate::find(db, &scope, id)).unwrap().state
}

fn open(app: &TestApp, kind: &str) -> i64 {
    app.count(&format!("SELECT count(*) FROM handoff WHERE kind = '{kind}' AND closed_at IS NULL"))
}

#[test]
fn a_certificate_is_prepared_for_each_person_who_is_registered_and_the_head_alone_signs() {
    let app = TestApp::start();
    let (mut road, mut head) = registered(&app);
    assert_eq!(
        app.count("SELECT count(*) FROM certificate"),
        2,
        "of seven people two are in the book"
    );
    assert_eq!(open(&app, "sign_certificates"), 1);
    let place = format!("{}/signing", register(&app));
    // Nobody else signs, and the head signs nothing before position and rank are known.
    for visitor in [&mut road.officer, &mut road.unit, &mut road.akimat] {
        assert!([403, 404].contains(&visitor.get(&place).status));
    }
    let page = head.see(&place);
    assert!(page.says("лауазымыңыз бен әскери атағыңыз енгізілмеген") && page.says(PEOPLE[0]));
    let form = page.form(&place);
    let refused = head.submit(&form, &[]).expect(422);
    assert!(refused.says("әкімшісінен енгізуді сұраңыз"), "{}", refused.text());
    // Each field of the signatory is asked for, and nothing typed is lost.
    let (mut admin, place) = signatory_form(&app, "bastyq");
    let form = admin.see(&place).form(&place);
    let page = admin.submit(&form, &[("rank_kk", "полковник"), ("from", "2026-11-21")]).expect(422);
    assert!(page.says("Лауазымын жазыңыз") && page.html.contains("value=\"полковник\""));
    // What no paper shows is found when it is entered.
    let foreign = [&SIGNATORY[..2], &[("rank_kk", "полковник 漢")], &SIGNATORY[3..]].concat();
    let page = admin.submit(&form, &foreign).expect(422);
    assert!(page.says("қаріпте жоқ әріп бар"), "{}", page.text());
    enter_signatory(&app, "bastyq", &SIGNATORY);

    confirm(&mut road, PEOPLE[0], &[("email", "ulgi@mail.example")]).expect(303);
    app.deliver();
    let done = sign(&app, &mut head).expect(200);
    assert!(done.says("Е000001") && done.says("Е000002"), "{}", done.text());
    assert_eq!((open(&app, "sign_certificates"), open(&app, "hand_over_certificates")), (0, 1));
    // The officers hear of it, and the holder whose address the unit has made sure of.
    let letters = app.deliver();
    // Who has no mail gets a letter.
    let place = of(&mut road.officer, PEOPLE[1]);
    let letter = road.officer.see(&format!("{place}/letter"));
    assert!(letter.says("Сынақ қаласы, 1-бөлме") && letter.says(PEOPLE[1]), "{}", letter.text());
    road.unit.get(&format!("{place}/letter")).expect(404);
    // The register finds a number of any series, however it is typed.
    let found = road.officer.see("/certificates?number=%D0%95-000002");
    assert!(found.says("Е000002") && !found.says("Е000001"));
    let holder = letters.iter().find(|letter| letter.to.contains("ulgi@mail.example")).unwrap();
    assert!(
        holder.text.contains("Сынақ қаласы, 1-бөлме")
            && holder.text.contains("город Сынак, кабинет 1")
    );
    assert!(holder.text.contains("Жеке куәлігіңізді ала келіңіз"));
    assert_eq!(letters.iter().filter(|l| l.to.contains("tekserushi")).count(), 2);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_certificate_is_not_signed_by_the_person_who_prepared_it() {
    let app = TestApp::start();
    let (mut road, mut head) = registered(&app);
    enter_signatory(&app, "bastyq", &SIGNATORY);
    app.tamper("UPDATE certificate SET prepared_by = (SELECT id FROM users WHERE email = 'bastyq@demo.invalid')");
    let place = format!("{}/signing", register(&app));
    let page = head.see(&place);
    assert!(page.says("Бұл куәлікті Сіз дайындағансыз"));
    // The form names none of them; one that is made up is refused.
    let certificate = of(&mut road.officer, PEOPLE[0]);
    let field = format!("certificate-{}", certificate.rsplit('/').next().unwrap());
    let refused = head.submit(&page.form(&place), &[(field.as_str(), "1")]).expect(422);
    assert!(refused.says("оған басқа бастық қол қояды"));
    assert_eq!(app.count("SELECT count(*) FROM certificate WHERE state = 'signed'"), 0);
    app.deliver();
}

#[test]
fn nothing_is_handed_over_or_printed_before_it_is_signed_and_nobody_reads_what_is_not_theirs() {
    let app = TestApp::start();
    let (mut road, mut head) = registered(&app);
    let place = of(&mut road.officer, PEOPLE[0]);
    let page = road.officer.see(&place);
    assert!(!page.has_form(&format!("{place}/handing-over")) && !page.html.contains("printing"));
    for name in ["handing-over", "replacement", "paper"] {
        let action = format!("{place}/{name}");
        let mut form = road.officer.see(&place).form("/sign-out");
        form.action.clone_from(&action);
        let fields = [
            ("version", "1"),
            ("to", "Үлгі"),
            ("document", "Ү"),
            ("on", "2026-11-22"),
            ("cause", "lost"),
            ("fate", "destroyed"),
        ];
        let status = road.officer.post(&form, &fields).status;
        assert!([404, 409].contains(&status), "{name}: {status}");
    }
    enter_signatory(&app, "bastyq", &SIGNATORY);
    sign(&app, &mut head).expect(200);
    // The unit sees its people; the akimat, the council and another unit find nothing.
    assert!(road.unit.see("/certificates").says(PEOPLE[0]));
    assert!(road.unit.see(&place).says("№ Е00000"));
    assert!(!app.sign_in("okil2").see("/certificates").says(PEOPLE[0]));
    for name in ["akimat", "hatshy", "akimat2", "okil2", "auditor", "akimshi3"] {
        let mut other = app.sign_in(name);
        let status = other.get(&place).status;
        assert!([403, 404].contains(&status), "{name}: {status}");
        let list = other.get("/certificates");
        assert!(list.status == 403 || !list.says(PEOPLE[0]), "{name}");
        for page in [road.squad.as_str(), road.list.as_str()] {
            let page = other.get(page);
            assert!(!page.says("Е00000") && !page.text().contains("№ Е0"), "{name}");
        }
    }
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_certificate_is_valid_from_handing_over_on_until_it_is_void_whatever_the_cause() {
    let app = TestApp::start();
    let (mut road, mut head) = signed(&app);
    let mut leader = road.leader(&app, PEOPLE[0]);
    app.deliver();
    let place = of(&mut road.officer, PEOPLE[1]);
    let check = format!("/C/{}", code(&app, &place));
    let mut anybody = app.visitor();
    assert!(anybody.get(&check).expect(200).says("Куәлік жарамсыз"), "it is in nobody's hands yet");
    assert!(!leader.see("/my-squad").says("куәлігі бар"));
    // The form wants a document and a day that has come, and not one before the signing.
    let form = road.officer.see(&place).form(&format!("{place}/handing-over"));
    let page = road.officer.submit(&form, &[("on", "2026-11-21")]).expect(422);
    assert!(page.says("Қандай құжат бойынша табыс етілгенін жазыңыз"));
    let page = road
        .officer
        .submit(&form, &[("document", "жеке куәлік"), ("on", "2026-11-21")])
        .expect(422);
    assert!(page.says("қол қойылғанға дейін табыс етілмейді"), "{}", page.text());
    hand_over(&mut road, PEOPLE[1]).expect(200);
    let page = anybody.get(&check).expect(200);
    assert!(page.says("Куәлік жарамды") && page.says("№ Е00000"), "{}", page.text());
    assert!(!page.says(PEOPLE[1]) && !page.says("Ақжайық"), "nothing of the holder");
    assert!(leader.see("/my-squad").says("куәлігі бар"));
    assert_eq!(open(&app, "hand_over_certificates"), 1, "the other one still waits");

    // Lost: void at once, and another one is prepared under a new number.
    let form = road.officer.see(&place).form(&format!("{place}/replacement"));
    road.officer.submit(&form, &[]).expect(422);
    road.officer.submit(&form, &[("cause", "off_record")]).expect(422);
    road.officer.submit(&form, &[("cause", "lost")]).expect(200);
    let void = anybody.get(&check).expect(200);
    assert!(void.says("Куәлік жарамсыз"));
    assert_eq!(open(&app, "settle_papers"), 0, "a lost paper is where nobody knows");
    sign(&app, &mut head).expect(200);
    assert!(road.officer.see("/certificates").says("Е000003"), "no number is given twice");

    // Off the record: void in the same act, and somebody is to say where the paper is.
    hand_over(&mut road, PEOPLE[0]).expect(200);
    let place = of(&mut road.officer, PEOPLE[0]);
    let check = format!("/C/{}", code(&app, &place));
    assert!(anybody.get(&check).says("Куәлік жарамды"));
    road.take_off(PEOPLE[0], &[("item", "15.3")]);
    let other = anybody.get(&check).expect(200);
    assert!(other.says("Куәлік жарамсыз"));
    assert_eq!(
        other.text().replace("Е000001", "Е000002").replace(&check[3..], ""),
        void.text().replace("Е000001", "Е000002").replace(&check[3..], ""),
        "void looks the same for every cause"
    );
    assert_eq!(open(&app, "settle_papers"), 1);
    let form = road.officer.see(&place).form(&format!("{place}/paper"));
    road.officer.submit(&form, &[]).expect(422);
    assert!(road.officer.submit(&form, &[("fate", "handed_in")]).expect(200).says("тапсырылды"));
    assert_eq!(open(&app, "settle_papers"), 0);
    // A slip is undone: the paper stays void, another certificate is prepared.
    let place = road.off_record(PEOPLE[0]);
    let form = road.unit.see(&place).form(&format!("{place}/undoing"));
    road.unit.submit(&form, &[]).expect(200);
    assert!(anybody.get(&check).says("Куәлік жарамсыз"));
    assert_eq!(open(&app, "sign_certificates"), 1);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_person_who_stays_in_another_book_of_the_subdivision_keeps_the_one_certificate() {
    let app = TestApp::start();
    let (mut road, _) = signed(&app);
    hand_over(&mut road, PEOPLE[1]).expect(200);
    // The same people stand in a squad of the other akimat, whose unit belongs to the same subdivision.
    let other = SquadScenario::of_other_akimat(&app).proposed().created(None).copied().sent();
    other.received().answered(&[(2, "registered")]);
    assert_eq!(
        app.count("SELECT count(*) FROM certificate"),
        2,
        "a second registration prepares none"
    );
    let place = of(&mut road.officer, PEOPLE[1]);
    // The second unit sees it, too, and nothing of people who are not its own.
    let mut second = app.sign_in("okil2");
    let list = second.see("/certificates");
    assert!(list.says(PEOPLE[1]) && !list.says(PEOPLE[0]), "{}", list.text());
    assert!(!second.see(&place).html.contains(&road.squad));
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    assert_eq!(state_of(&app, &place), CertificateState::HandedOver);
    assert!(second.see(&place).says(PEOPLE[1]));
    road.unit.get(&place).expect(404);
    app.deliver();
}

#[test]
fn a_holder_whose_address_is_refused_holds_up_nobody_else_and_the_unit_learns_of_it() {
    let app = TestApp::start();
    let (mut road, mut head) = registered(&app);
    enter_signatory(&app, "bastyq", &SIGNATORY);
    confirm(&mut road, PEOPLE[0], &[("email", "ulgi@mail.example")]).expect(303);
    app.deliver();
    sign(&app, &mut head).expect(200);
    app.deliver_to_nobody();
    assert_eq!(app.count("SELECT count(*) FROM contact WHERE refused_at IS NOT NULL"), 1);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM outbox WHERE kind = 'certificate_ready' AND failed_at IS NULL"
        ),
        0
    );
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_unit_that_changes_its_subdivision_leaves_no_valid_certificate_behind() {
    let app = TestApp::start();
    let (mut road, _) = signed(&app);
    hand_over(&mut road, PEOPLE[1]).expect(200);
    let place = of(&mut road.officer, PEOPLE[1]);
    let check = format!("/C/{}", code(&app, &place));
    // Another subdivision leads the unit and its squad from now on.
    let name = || Named { kk: "Жаңа".into(), ru: "Новое".into(), en: "New".into() };
    let new = Body::new(
        Id::new(),
        BodyKind::TerritorialSubdivision,
        None,
        name(),
        "zhana@demo.invalid".into(),
        15,
    );
    let now = app.state.clock.now();
    app.state.store.write(|db| storage::offices::body::insert(db, &new, now)).unwrap();
    let is_new = "(SELECT id FROM body WHERE email = 'zhana@demo.invalid')";
    app.tamper(&format!(
        "UPDATE body SET parent_id = {is_new} WHERE email = 'synaq-1@demo.invalid'"
    ));
    app.tamper(&format!("UPDATE squad SET territory_id = {is_new}"));
    app.tamper(&format!("UPDATE member_list SET territory_id = {is_new}"));
    assert!(app.visitor().get(&check).says("Куәлік жарамды"), "the paper keeps its name");
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    assert!(app.visitor().get(&check).says("Куәлік жарамсыз"));
    assert_eq!(open(&app, "settle_papers"), 1);
    let page = road.officer.see(&place);
    assert!(page.has_form(&format!("{place}/paper")), "it waits in the register that it stands in");
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_register_that_goes_over_to_another_subdivision_is_signed_there_once_a_person() {
    let app = TestApp::start();
    let (mut road, mut head) = registered(&app);
    enter_signatory(&app, "bastyq", &SIGNATORY);
    let name = || Named { kk: "Жаңа".into(), ru: "Новое".into(), en: "New".into() };
    let kind = BodyKind::TerritorialSubdivision;
    let new = Body::new(Id::new(), kind, None, name(), "zhana@demo.invalid".into(), 15);
    let now = app.state.clock.now();
    // The successor has prepared one for the same person, and asks its head to sign.
    let place = of(&mut road.officer, PEOPLE[0]);
    let id: Id<jasaq::domain::id::Certificate> = place.rsplit('/').next().unwrap().parse().unwrap();
    let old = app.read(|db| storage::offices::body::by_email(db, "synaq@demo.invalid")).unwrap();
    let held = app.read(|db| certificate::in_register(db, old.id, id)).unwrap();
    let doubled = NewCertificate {
        id: Id::new(),
        territory: new.id,
        kind: held.kind,
        person: held.person,
        membership: held.membership,
        by: None,
    };
    app.state
        .store
        .write(|db| {
            storage::offices::body::insert(db, &new, now)?;
            certificate::insert(db, &doubled, now)?;
            storage::offices::succession::succeed(db, old.id, new.id, now)
        })
        .unwrap();
    assert_eq!(app.count("SELECT count(*) FROM certificate WHERE state = 'prepared'"), 2);
    assert_eq!(app.count("SELECT count(*) FROM certificate WHERE void_cause = 'doubled'"), 1);
    let is_new = "(SELECT id FROM body WHERE email = 'zhana@demo.invalid')";
    let waits = format!(
        "SELECT count(*) FROM handoff WHERE kind = 'sign_certificates' AND case_id = {is_new} AND to_body = {is_new} AND closed_at IS NULL"
    );
    assert_eq!(app.count(&waits), 1, "what waits has gone over");
    // The head of the new one goes on.
    app.tamper(&format!("UPDATE duty SET body_id = {is_new}, to_at = NULL WHERE body_id = (SELECT id FROM body WHERE email = 'synaq@demo.invalid')"));
    let place = format!("/certificate-registers/{}/signing", new.id);
    assert!(head.see("/inbox").asks("Жаңа"));
    let form = head.see(&place).form(&place);
    assert!(head.submit(&form, &[]).expect(200).says("Е000002"));
    assert_eq!(app.count(&waits), 0);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_name_that_no_paper_shows_is_told_on_its_line_and_the_others_are_signed() {
    let app = TestApp::start();
    let (_, mut head) = registered(&app);
    enter_signatory(&app, "bastyq", &SIGNATORY);
    app.tamper("UPDATE particulars SET patronymic = '漢' WHERE membership_id = (SELECT membership_id FROM certificate ORDER BY id LIMIT 1)");
    let place = format!("{}/signing", register(&app));
    let page = head.see(&place);
    assert!(page.says("«漢» әрпі қаріпте жоқ (иесінің аты-жөні)"), "{}", page.text());
    head.submit(&page.form(&place), &[]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM certificate WHERE state = 'signed'"), 1);
    assert_eq!(open(&app, "sign_certificates"), 1);
    // Certificates that are signed are not signed again.
    let signed = app.read(|db| {
        let body = storage::offices::body::by_email(db, "synaq@demo.invalid")?.unwrap().id;
        certificate::in_state(db, body, CertificateState::Signed, 1).map(|mut found| found.pop())
    });
    let field = format!("certificate-{}", signed.unwrap().id);
    let mut form = head.see(&place).form(&place);
    form.fields.retain(|(name, _)| !name.starts_with("certificate-"));
    head.post(&form, &[(field.as_str(), "2")]).expect(409);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_paper_is_made_once_and_reprinted_as_it_was_and_each_opening_is_written_down() {
    let app = TestApp::start();
    let (mut road, mut head) = signed(&app);
    let place = of(&mut road.officer, PEOPLE[0]);
    let print = |road: &mut SquadScenario| {
        let page = road.officer.see(&place);
        // The other button says that the paper was spoiled.
        let form = without(page.form(&format!("{}/printing", register(&app))), &["do"]);
        let page = road.officer.post(&form, &[]).expect(200);
        assert_eq!(page.header("content-type"), Some("application/pdf"));
        page.content
    };
    let first = print(&mut road);
    assert!(first.starts_with(b"%PDF-"));
    // A form that is sent twice prints once.
    let prints = |app: &TestApp| app.count("SELECT count(*) FROM certificate_print");
    let twice =
        without(road.officer.see(&place).form(&format!("{}/printing", register(&app))), &["do"]);
    road.officer.post(&twice, &[]).expect(200);
    let again = road.officer.post(&twice, &[]).expect(303);
    assert!(again.location.unwrap().starts_with(&place));
    assert_eq!(prints(&app), 2);
    // The head gets another rank: a signed paper stays as it is.
    enter_signatory(
        &app,
        "bastyq",
        &[&SIGNATORY[..2], &[("rank_kk", "генерал"), ("rank_ru", "генерал")], &SIGNATORY[4..]]
            .concat(),
    );
    assert_eq!(print(&mut road), first);
    let page = road.officer.see(&place);
    assert!(page.says(&hex::encode(Sha256::digest(&first))) && page.says("полковник"));
    assert!(page.says("алғашқы рет") && page.says("қайталап"));
    assert_eq!(app.count("SELECT count(*) FROM access_log WHERE kind = 'certificate'"), 3);
    // Several go on sheets; a spoiled paper is said, and opens nothing.
    let batch = format!("{}/printing", register(&app));
    let form = road.officer.see(&batch).form(&batch);
    let sheet = road.officer.post(&form, &[]).expect(200);
    assert!(sheet.content.starts_with(b"%PDF-") && sheet.content != first);
    assert_eq!(app.count("SELECT count(*) FROM access_log WHERE kind = 'certificate'"), 5);
    // A sheet draws each paper again: one that would look otherwise than the kept one is printed alone.
    app.tamper("UPDATE certificate SET holder = holder || ' А' WHERE state = 'signed'");
    let form = road.officer.see(&batch).form(&batch);
    let refused = road.officer.post(&form, &[]).expect(422);
    assert!(refused.says("өз бетінен басып шығарыңыз"), "{}", refused.text());
    app.tamper("UPDATE certificate SET holder = substr(holder, 1, length(holder) - 2) WHERE state = 'signed'");
    let form = road.officer.see(&place).form(&batch);
    assert!(road.officer.submit(&form, &[("do", "spoiled")]).expect(200).says("бүлінген"));
    assert_eq!(app.count("SELECT count(*) FROM access_log WHERE kind = 'certificate'"), 5);
    assert_eq!(head.get(&batch).status, 403, "who signs does not print");
    // The register as a spreadsheet.
    let extract = head.get(&format!("{}/extract", register(&app))).expect(200);
    let rows = sheet::rows(&extract.content);
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!(rows[0][..2], ["Нөмірі", "Түрі"]);
    let own = rows.iter().find(|row| row[2] == PEOPLE[0]).unwrap();
    assert_eq!(
        own[3..6],
        ["Қол қойылды", "22.11.2026", "Аумақтық бөлімше бастығы, полковник, Образцов Айдар"]
    );
    road.unit.get(&format!("{}/extract", register(&app))).expect(404);
    // The subdivision's auditor reads who opened how many, and nothing of whom.
    let mut auditor = app.sign_in("auditor");
    let openings = auditor.see("/openings");
    assert!(openings.says("Куәлік") && openings.says("Сынақов Бауыржан"), "{}", openings.text());
    assert!(!openings.says(PEOPLE[0]));
    // The bytes lie under seal.
    let plain = "SELECT count(*) FROM certificate WHERE CAST(paper_sealed AS TEXT) LIKE '%PDF%'";
    if !database::is_postgres() {
        assert_eq!(app.count(plain), 0);
    }
    assert_eq!(
        road.officer.get("/certificates/test-sheet").expect(200).header("content-type"),
        Some("application/pdf")
    );
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn anybody_checks_a_certificate_without_a_cookie_and_guessing_ends_in_a_pause() {
    let app = TestApp::start();
    let (mut road, _) = signed(&app);
    hand_over(&mut road, PEOPLE[0]).expect(200);
    let place = of(&mut road.officer, PEOPLE[0]);
    let code = code(&app, &place);
    let mut anybody = app.visitor();
    let page = anybody.get(&format!("/C/{code}")).expect(200);
    for (header, value) in [("cache-control", "no-store"), ("x-robots-tag", "noindex")] {
        assert!(page.header(header).unwrap_or_default().contains(value), "{header}");
    }
    assert_eq!(page.header("set-cookie"), None);
    assert!(page.says("Тексеру мекенжайы тек мынау: jasaq.test"));
    assert!(anybody.get(&format!("/C/{}", code.to_lowercase())).expect(200).says("Куәлік жарамды"));
    assert_eq!(anybody.get("/c").location.as_deref(), Some("/C"), "as people type it");
    for (language, words) in
        [("ru", "Удостоверение действительно"), ("en", "The certificate is valid")]
    {
        let page = anybody.get(&format!("/C/{code}?language={language}")).expect(200);
        assert!(page.says(words) && page.header("set-cookie").is_none(), "{language}");
    }
    // A code that is known costs what an unknown one and a malformed one cost.
    let costs = [code.as_str(), "7K4M2QXP9RTDW3VA", "none"].map(|code| {
        app.visitor().get(&format!("/C/{code}")).header("x-statements").map(str::to_owned)
    });
    assert!(costs[0].is_some() && costs.iter().all(|cost| *cost == costs[0]), "{costs:?}");
    // By hand: the number as the paper has it, however it is typed; another number is as unknown as another code.
    let said = app.count("SELECT number FROM certificate WHERE state = 'handed_over'");
    let right = format!("№ е00000{said}");
    let form = anybody.get("/C").expect(200).form("/C?language=kk");
    let spaced = format!("{} {}", &code[..8].to_lowercase(), &code[8..]);
    let typed =
        |number: &str, code: &str| [("number", number.to_owned()), ("code", code.to_owned())];
    let ask = |visitor: &mut Visitor, fields: [(&str, String); 2]| {
        let fields = [(fields[0].0, fields[0].1.as_str()), (fields[1].0, fields[1].1.as_str())];
        visitor.post(&form, &fields).expect(200)
    };
    assert!(ask(&mut anybody, typed(&right, &spaced)).says("Куәлік жарамды"));
    let mut unknown = Vec::new();
    for (number, code) in
        [("Е000009", code.as_str()), ("", "0000000000000000"), ("", "қате"), (&right, "ZZZZ")]
    {
        let page = ask(&mut anybody, typed(number, code));
        assert!(page.says("Куәлік белгісіз") && !page.says("Сынақ"), "{number} {code}");
        unknown.push(page.text());
    }
    assert!(unknown.iter().all(|text| *text == unknown[0]), "malformed looks like unknown");
    // In another language the answer to number and code stays the same, and no cookie is set.
    let typed = [("number", "Е000009"), ("code", code.as_str()), ("language", "ru")];
    let page = anybody.post(&form, &typed).expect(200);
    assert!(page.says("Удостоверение неизвестно") && page.html.contains("value=\"Е000009\""));
    let ru = page.form("/C?language=ru");
    assert!(anybody.post(&ru, &[("code", &code)]).expect(200).says("Удостоверение действительно"));
    let page = anybody.post(&form, &[("code", &code), ("language_switch", "ru")]).expect(200);
    assert!(page.header("set-cookie").is_none() && page.says("Куәлік жарамды"));
    let counted = app.count("SELECT COALESCE(sum(checks), 0) FROM certificate_check");
    assert_eq!(counted, 15, "each check is counted, and nobody's address");
    // A guesser has to wait, also for a right code; others sign in as before.
    let mut statuses = Vec::new();
    for guess in 0..40 {
        statuses.push(anybody.get(&format!("/C/{guess:016}")).status);
    }
    assert!(statuses.contains(&200) && statuses.last() == Some(&429), "{statuses:?}");
    assert_eq!(anybody.get(&format!("/C/{code}")).status, 429);
    road.officer.see("/inbox");
    app.sign_in("okil2");
    app.pass(chrono::TimeDelta::minutes(11));
    // Who asks for one that is valid has enough for a day's work at a post, and not without end.
    let statuses: Vec<u16> = (0..301).map(|_| anybody.get(&format!("/C/{code}")).status).collect();
    assert!(statuses[..300].iter().all(|status| *status == 200) && statuses[300] == 429);
    app.deliver();
}

#[test]
fn a_thousand_guesses_reach_no_database_and_hold_up_no_page() {
    let app = TestApp::start();
    let (mut road, _) = registered(&app);
    let mut guesser = app.visitor();
    let guesses = thread::spawn(move || {
        let guess = |n: u32| guesser.get(&format!("/C/{n:016}"));
        (0..1000)
            .map(guess)
            .map(|page| (page.status, page.header("x-statements").map(str::to_owned)))
            .collect::<Vec<_>>()
    });
    let mut pages = 0;
    while !guesses.is_finished() {
        road.officer.see("/inbox");
        pages += 1;
    }
    let guesses = guesses.join().unwrap();
    assert!(pages > 0 && guesses[..30].iter().all(|(status, _)| *status == 200));
    let is_cheap = |(status, statements): &(u16, Option<String>)| {
        *status == 429 && statements.as_deref().is_none_or(|count| count == "0")
    };
    assert!(guesses[30..].iter().all(is_cheap), "{:?}", &guesses[30..34]);
    let checks = app.count("SELECT COALESCE(sum(checks), 0) FROM certificate_check");
    assert_eq!(checks, 30, "the others were not looked for");
    app.deliver();
}

#[test]
fn a_setting_asks_for_the_comparison_first_and_another_leaves_the_code_off() {
    let app = TestApp::with(|settings| {
        settings.check_asks = true;
        settings.certificate_qr = false;
    });
    let (mut road, _) = signed(&app);
    hand_over(&mut road, PEOPLE[0]).expect(200);
    let code = code(&app, &of(&mut road.officer, PEOPLE[0]));
    let mut anybody = app.visitor();
    let page = anybody.get(&format!("/C/{code}")).expect(200);
    assert!(!page.says("Куәлік жарамды") && page.html.contains(&code));
    let form = page.form("/C?language=kk");
    assert!(!anybody.post(&form, &[("code", &code)]).expect(200).says("Куәлік жарамды"));
    let fields = [("code", code.as_str()), ("compared", "yes")];
    assert!(anybody.post(&form, &fields).expect(200).says("Куәлік жарамды"));
    app.deliver();
}

#[test]
fn people_who_were_registered_before_get_theirs_prepared_once() {
    let app = TestApp::start();
    let (mut road, _) = registered(&app);
    app.tamper("UPDATE handoff SET closed_at = opened_at WHERE kind = 'sign_certificates'");
    app.tamper("DELETE FROM certificate");
    assert_eq!(prepare_certificates::run_once(&app.state).unwrap(), 2);
    assert_eq!(prepare_certificates::run_once(&app.state).unwrap(), 0);
    assert_eq!(open(&app, "sign_certificates"), 1);
    assert!(road.officer.see("/certificates").says(PEOPLE[1]));
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn two_who_sign_at_once_give_each_number_to_one_certificate() {
    let app = TestApp::start();
    let road = SquadScenario::led(
        &app,
        &[
            (1, "registered"),
            (2, "registered"),
            (3, "registered"),
            (4, "registered"),
            (5, "registered"),
            (6, "registered"),
        ],
    );
    drop(road);
    app.deliver();
    enter_signatory(&app, "bastyq", &SIGNATORY);
    let place = format!("{}/signing", register(&app));
    let seen: Vec<_> = (0..6)
        .map(|_| {
            let mut head = app.sign_in("bastyq");
            let page = head.see(&place);
            (head, page)
        })
        .collect();
    let clients: Vec<_> = (0..)
        .zip(seen)
        .map(|(n, (mut head, page))| {
            let place = place.clone();
            thread::spawn(move || {
                let mut form = page.form(&place);
                let mut seen = 0;
                form.fields.retain(|(name, _)| {
                    let is_certificate = name.starts_with("certificate-");
                    seen += usize::from(is_certificate);
                    // Each signs its own one, and all of them the last.
                    !is_certificate || seen == n + 1 || seen == 6 && n == 4
                });
                head.post(&form, &[]).status
            })
        })
        .collect();
    let statuses: Vec<u16> = clients.into_iter().map(|client| client.join().unwrap()).collect();
    let signed = app.count("SELECT count(*) FROM certificate WHERE state = 'signed'");
    let numbers =
        app.count("SELECT count(DISTINCT number) FROM certificate WHERE state = 'signed'");
    assert_eq!(signed, numbers, "{statuses:?}");
    assert!(statuses.iter().all(|status| [303, 409].contains(status)), "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 1, "{statuses:?}");
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_succeeding_subdivision_keeps_the_register_and_the_papers_keep_their_name() {
    let app = TestApp::start();
    let (mut road, _) = signed(&app);
    hand_over(&mut road, PEOPLE[0]).expect(200);
    let place = of(&mut road.officer, PEOPLE[0]);
    let check = format!("/C/{}", code(&app, &place));
    app.tamper("UPDATE body SET name_kk = 'Жаңа атау' WHERE email = 'synaq@demo.invalid'");
    let page = app.visitor().get(&check).expect(200);
    assert!(
        page.says("Куәлік жарамды") && page.says("Шекара қызметінің «Сынақ» аумақтық бөлімшесі")
    );
    app.deliver();
}

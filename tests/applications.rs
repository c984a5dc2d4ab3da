//! Applications of people who wish to be freelance officers: thirty days, no reasons, and a register that nobody else may suspect
//! (clauses 16-18).

use crate::{
    certificates::{self, SIGNATORY, enter_signatory, sign},
    harness::{
        TestApp,
        squad_scenario::{IINS, PEOPLE, SquadScenario, look_over, picture},
        visitor::{Page, Visitor},
    },
    papers,
    road_at_random::{rules_hold, walk_all},
};
use chrono::TimeDelta;
use jasaq::{
    domain::{
        body::DutyKind,
        id::Id,
        language::{Language, Named},
        time::today,
        workflow::Act,
    },
    storage::{
        self, StorageError,
        offices::{body::Body, duty::NewDuty},
    },
};
use proptest::{
    collection::vec,
    prelude::{any, prop},
};

/// The applicant: on no list of the demo.
pub const IIN: &str = "870410399018";
const NAME: &str = "Өтінішов Сынақ Үлгіұлы";

/// The usual fields of an application.
pub const FIELDS: [(&str, &str); 9] = [
    ("received_on", "2026-11-22"),
    ("document_kind", "passport"),
    ("surname", "Өтінішов"),
    ("given_name", "Сынақ"),
    ("patronymic", "Үлгіұлы"),
    ("iin", IIN),
    ("email", "otinishov@mail.example"),
    ("language", "kk"),
    ("consent", "yes"),
];

/// Sends the form of an application with these fields in the place of the usual ones.
pub fn apply(officer: &mut Visitor, fields: &[(&str, &str)]) -> Page {
    let form = officer.see("/applications/new").form("/applications");
    let usual = FIELDS.iter().filter(|(name, _)| !fields.iter().any(|(own, _)| own == name));
    let all: Vec<(&str, &str)> = usual.chain(fields).copied().collect();
    officer.submit(&form, &all)
}

/// Enters an application and gives its page.
pub fn entered(officer: &mut Visitor, fields: &[(&str, &str)]) -> String {
    apply(officer, fields).expect(200).path
}

/// Attaches a page of the identity document.
pub fn attach(officer: &mut Visitor, place: &str) {
    let form = officer.see(place).form(&format!("{place}/copies"));
    let page = picture();
    officer
        .post_file(&form, &[("shows", "identity")], Some(("copy-identity", "паспорт.png", &page)))
        .expect(303);
}

/// Notes that all registers were asked and have answered.
pub fn vet(officer: &mut Visitor, place: &str) {
    for note in ["all:asked", "all:answered"] {
        let form = officer.see(place).form(&format!("{place}/registers"));
        officer.submit(&form, &[("note", note)]).expect(200);
    }
}

/// The page that shows the decision once more.
pub fn look(officer: &mut Visitor, place: &str, decision: &str) -> Page {
    let page = officer.see(place);
    let form = page.form(&format!("{place}/decision/preview"));
    let unit = page.html.split("id=\"unit\"").nth(1).and_then(|select| {
        select.split("value=\"").nth(2).and_then(|value| value.split('"').next())
    });
    officer.submit(&form, &[("decision", decision), ("unit", unit.unwrap_or_default())])
}

/// Decides it.
pub fn decide(officer: &mut Visitor, place: &str, decision: &str) -> Page {
    let mut form =
        look(officer, place, decision).expect(200).form(&format!("{place}/decision/preview"));
    form.action = format!("{place}/decision");
    officer.submit(&form, &[])
}

/// An accepted application, with its page.
fn accepted(app: &TestApp) -> (Visitor, String) {
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[]);
    attach(&mut officer, &place);
    vet(&mut officer, &place);
    decide(&mut officer, &place, "accepted").expect(200);
    (officer, place)
}

fn open(app: &TestApp, kind: &str) -> i64 {
    app.count(&format!("SELECT count(*) FROM handoff WHERE kind = '{kind}' AND closed_at IS NULL"))
}

#[test]
fn an_applicant_who_is_accepted_is_in_the_book_gets_a_certificate_of_appendix_1_and_is_informed() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let typed =
        [("received_on", "2026-11-20"), ("incoming_number", "К-7"), ("address", "Үлгі көшесі, 1")];
    let place = entered(&mut officer, &typed);
    let told = app.deliver();
    let received = told.iter().find(|mail| mail.to.contains("otinishov@mail.example")).unwrap();
    assert!(received.text.contains("20.11.2026") && received.text.contains("20.12.2026"));
    assert!(received.text.contains("Ө-2026-0001") && !received.subject.contains("Өтінішов"));
    let page = officer.see(&place);
    assert!(page.says("Қағидаларда белгіленген мерзім") && page.says("20.12.2026"));
    assert!(page.says(IIN) && page.says("№ К-7") && page.says("Паспорт"));
    assert!(page.says("Тіркелмеген"), "insurance is a right");
    // Nothing is decided before vetting has begun, and nothing is accepted without a copy.
    assert!(!page.has_form(&format!("{place}/decision/preview")));
    vet(&mut officer, &place);
    let page = officer.see(&place);
    assert!(page.says("көшірмесі жоқ") && !page.html.contains("value=\"accepted\""));
    attach(&mut officer, &place);
    let check = look(&mut officer, &place, "accepted").expect(200);
    assert!(check.says(NAME) && check.says("otinishov@mail.example"));
    assert!(!check.says("жауап алынғаны белгіленбеген"));
    decide(&mut officer, &place, "accepted").expect(200);
    assert_eq!(open(&app, "decide_application"), 0);
    assert_eq!(open(&app, "sign_certificates"), 1);
    assert_eq!(open(&app, "officer_in_book"), 1);
    assert_eq!(open(&app, "inform_applicant"), 0, "the mail has informed the applicant");
    assert_eq!(app.count("SELECT count(*) FROM application_register"), 0, "nothing of it stays");
    let told = app.deliver();
    let mail = told.iter().find(|mail| mail.to.contains("otinishov@mail.example")).unwrap();
    assert!(mail.text.contains("оң шешім") && mail.text.contains("положительное решение"));
    // The general record of the subdivision, and the book of the unit.
    for name in ["tekserushi", "okil"] {
        let page = app.sign_in(name).see("/book");
        assert!(page.says(NAME) && page.says("Штаттан тыс қызметкер"), "{name}");
    }
    // The head signs, the officer hands over, anybody checks.
    enter_signatory(&app, "bastyq", &SIGNATORY);
    sign(&app, &mut app.sign_in("bastyq")).expect(200);
    let told = app.deliver();
    assert!(told.iter().any(|mail| mail.to.contains("otinishov@mail.example")), "where to collect");
    let certificate = certificates::of(&mut officer, NAME);
    let page = officer.see(&certificate);
    assert!(page.says("Штаттан тыс қызметкердің куәлігі"));
    assert!(page.html.contains(&format!("href=\"{place}")), "the record that it is of");
    assert!(officer.see(&format!("{certificate}/letter")).says("Үлгі көшесі, 1"));
    let form = officer.see(&certificate).form(&format!("{certificate}/handing-over"));
    officer.submit(&form, &[("document", "паспорт N00000000")]).expect(200);
    let state = |app: &TestApp| {
        app.count(
            "SELECT count(*) FROM certificate WHERE kind = 'freelance' AND state = 'handed_over'",
        )
    };
    assert_eq!(state(&app), 1);
    // The unit takes the person off the record, with everything that follows.
    let mut unit = app.sign_in("okil");
    let record = format!("{place}/record");
    assert_eq!(unit.get(&place).expect(303).location.as_deref(), Some(&*record));
    assert!(unit.see(&record).says(NAME) && !unit.see(&record).says(IIN));
    let off = format!("{record}/off-record");
    let check = look_over(&mut unit, &off, &[("item", "15.3")]).expect(200);
    assert!(!check.says("Әкімдік пен кеңеске"), "no akimat has to do with it");
    unit.submit(&check.form(&off), &[]).expect(200);
    assert_eq!(state(&app), 0, "the certificate is void");
    let told = app.deliver();
    let akimats = ["akimat@demo.invalid", "hatshy@demo.invalid"];
    assert!(told.iter().all(|mail| !akimats.iter().any(|address| mail.to.contains(address))));
    let notices = unit.see("/notices");
    assert!(notices.says(NAME) && notices.says("Штаттан тыс қызметкер"));
    let send = notices.all_forms();
    let send = send
        .iter()
        .find(|form| form.action.starts_with("/notices/") && !form.action.ends_with("reopening"));
    unit.submit(send.unwrap(), &[("channel", "email")]).expect(200);
    let told = app.deliver();
    let ended = told.iter().find(|mail| mail.to.contains("otinishov@mail.example")).unwrap();
    assert!(ended.text.contains("штаттан тыс қызметкер"), "{}", ended.text);
    assert_eq!(open(&app, "inform_people"), 0);
    assert_eq!(app.faults(), []);
}

#[test]
fn a_refusal_is_told_in_fixed_words_with_the_clause_and_no_reason_has_a_place() {
    let app = TestApp::with(|settings| {
        settings.complaints_ru = "Жалоба подается в установленном порядке.".to_owned();
    });
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[("phone", "+7 701 000 01 07"), ("email", "")]);
    app.deliver();
    vet(&mut officer, &place);
    let check = look(&mut officer, &place, "refused").expect(200);
    assert!(!check.html.contains("<textarea") && !check.html.contains("type=\"text\""));
    decide(&mut officer, &place, "refused").expect(200);
    assert_eq!(open(&app, "tell_refusal"), 1, "nobody can mail");
    assert_eq!(app.count("SELECT count(*) FROM book_entry"), 0);
    let page = officer.see(&place);
    assert!(page.says("Бас тартылды") && !page.has_form(&format!("{place}/decision/preview")));
    for (language, words) in
        [("kk", "бас тарту себептері көрсетілмейді"), ("ru", "мотивы отказа не указываются")]
    {
        let pdf = officer.get(&format!("{place}/letter/{language}")).expect(200).content;
        let text = papers::text(&pdf);
        assert!(text.contains(words) && text.contains("17"), "{text}");
        assert_eq!(text.contains("Жалоба подается"), language == "ru");
    }
    // By telephone, and it turns out to be somebody else's.
    let form = officer.see(&place).form(&format!("{place}/notice"));
    for (fields, says) in [
        (&[("channel", ""), ("proof", "10:15")][..], "қалай хабарланғанын таңдаңыз"),
        (&[("channel", "phone"), ("proof", "")], ""),
        (&[("channel", "email"), ("proof", "10:15")], ""),
        (&[("channel", "phone"), ("proof", "10:15"), ("given_on", "2026-11-20")], ""),
    ] {
        let refused = officer.submit(&form, fields).expect(422);
        assert!(refused.says(says), "{}", refused.text());
    }
    let page = officer.submit(&form, &[("channel", "phone"), ("proof", "10:15")]).expect(200);
    assert_eq!(open(&app, "tell_refusal"), 0);
    let form = page.form(&format!("{place}/notice/reopening"));
    officer.submit(&form, &[]).expect(200);
    assert_eq!(open(&app, "tell_refusal"), 1);
    app.deliver();
    // An earlier refusal is no ground: the person may apply again.
    let again = entered(&mut officer, &[]);
    assert!(officer.see(&again).says("Ө-2026-0001"), "the officer sees the earlier one");
    let columns = "SELECT count(*) FROM application";
    assert_eq!(app.count(columns), 2);
    app.deliver();
}

#[test]
fn a_mail_to_an_applicant_that_is_refused_makes_the_subdivision_inform_by_other_means() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[]);
    app.deliver();
    vet(&mut officer, &place);
    decide(&mut officer, &place, "refused").expect(200);
    assert_eq!(open(&app, "tell_refusal"), 0);
    app.deliver_to_nobody();
    assert_eq!(open(&app, "tell_refusal"), 1);
    let page = officer.see(&place);
    assert!(page.says("жетпеді") && page.has_form(&format!("{place}/notice")));
    app.deliver();
}

#[test]
fn the_term_of_the_rules_runs_from_the_day_received_and_is_reminded_of_until_it_is_decided() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    // It was received before it was entered: on the 12th, so that its last day is the 12th of December.
    let place =
        entered(&mut officer, &[("received_on", "2026-11-12"), ("email", ""), ("address", "Үлгі")]);
    app.deliver();
    let to = |mails: &[crate::harness::letter::Letter], name: &str| {
        mails
            .iter()
            .filter(|mail| mail.to.contains(name))
            .map(|mail| mail.text.clone())
            .collect::<Vec<_>>()
    };
    let begins = today(app.state.clock.now());
    let mut days = Vec::new();
    for ahead in 1..=30 {
        app.pass_until(1, 9, 5);
        let mails = app.run_scheduled();
        let day = today(app.state.clock.now());
        for (who, name) in [("officer", "tekserushi@"), ("head", "bastyq@")] {
            for text in to(&mails, name) {
                assert!(!text.contains("ішкі мерзім"), "a term is no target: {text}");
                days.push((day.format("%d.%m").to_string(), who));
            }
        }
        assert!(ahead > 0 && day > begins);
    }
    let expected = [
        ("02.12", "officer"),
        ("07.12", "officer"),
        ("11.12", "officer"),
        ("12.12", "officer"),
        ("12.12", "head"),
        ("13.12", "officer"),
        ("13.12", "head"),
        ("20.12", "officer"),
        ("20.12", "head"),
    ];
    let days: Vec<(&str, &str)> = days.iter().map(|(day, who)| (&**day, *who)).collect();
    assert_eq!(days, expected);
    let mut officer = app.sign_in("tekserushi");
    let inbox = officer.see("/inbox");
    assert!(inbox.html.contains("class=\"late\""), "it stays until it is decided");
    vet(&mut officer, &place);
    decide(&mut officer, &place, "refused").expect(200);
    assert!(!officer.see("/inbox").html.contains("class=\"late\""));
    app.deliver();
}

#[test]
fn the_last_day_counts_to_its_last_minute_in_kazakhstan() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[("received_on", "2026-11-22")]);
    app.deliver();
    app.pass_until(30, 23, 59);
    app.run_scheduled();
    let mut officer = app.sign_in("tekserushi");
    assert!(
        officer.see(&place).says("Бүгін – мерзімнің соңғы күні")
            || officer.see(&place).html.contains("class=\"target\"")
    );
    assert!(!officer.see(&place).html.contains("class=\"late\""));
    app.pass(TimeDelta::minutes(1));
    assert!(officer.see(&place).html.contains("class=\"late\""), "00:00 of the day after");
    assert!(officer.see("/applications").html.contains("class=\"late\""));
}

#[test]
fn a_form_that_lacks_something_says_what_to_do_and_keeps_what_was_typed() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    for (fields, says) in [
        (&[("received_on", "")][..], "күн"),
        (&[("received_on", "2027-01-01")], "күн"),
        (&[("received_on", "0206-11-22")], "күн"),
        (&[("received_on", "-262143-01-01")], "күн"),
        (&[("received_on", "2025-11-20")], "бір жылдан астам"),
        (&[("email", "")], "телефонды, мекенжайды немесе электрондық поштаны"),
        (&[("consent", "")], "келісімі белгіленбеген"),
        (&[("document_kind", "")], "Құжаттың түрін таңдаңыз"),
        (&[("iin", "870410399019")], "ЖСН"),
        (&[("surname", "")], "Тег"),
    ] {
        let page = apply(&mut officer, fields).expect(422);
        assert!(page.says(says), "{fields:?}: {}", page.text());
        assert!(page.html.contains("value=\"Сынақ\""), "{fields:?} lost the name");
    }
    assert_eq!(app.count("SELECT count(*) FROM application"), 0);
    let place = entered(&mut officer, &[]);
    // Another one of the same person is shown, and not entered twice.
    let page = apply(&mut officer, &[]).expect(422);
    assert!(page.says("шешім күтіп тұрған өтініші бар"));
    assert_eq!(page.links("/applications/0"), std::slice::from_ref(&place));
    // A slip is mended; day 0 has no field.
    let page = officer.see(&format!("{place}/edit"));
    assert!(!page.html.contains("name=\"received_on\""));
    let form = page.form(&place);
    let refused = officer.submit(&form, &[("email", ""), ("phone", "")]).expect(422);
    assert!(refused.says("Адамға қалай хабарлайтыны белгісіз"));
    let page = officer.submit(&form, &[("surname", "Өтінішева")]).expect(200);
    assert!(page.says("Өтінішева") && page.path == place);
    // The applicant takes it back, and may apply again.
    let form = page.form(&format!("{place}/withdrawal"));
    officer.submit(&form, &[]).expect(200);
    assert_eq!(open(&app, "decide_application"), 0);
    entered(&mut officer, &[]);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn two_officers_decide_one_application_once() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[]);
    vet(&mut officer, &place);
    let mut other = app.sign_in("tekserushi");
    let mut late =
        look(&mut other, &place, "refused").expect(200).form(&format!("{place}/decision/preview"));
    late.action = format!("{place}/decision");
    decide(&mut officer, &place, "refused").expect(200);
    other.submit(&late, &[]).expect(409);
    assert_eq!(app.count("SELECT count(*) FROM notice_duty"), 1);
    app.deliver();
}

/// Somebody who audits the akimat alone.
fn auditor_of_akimat(app: &TestApp) -> Visitor {
    let (user, now) = (Id::new(), app.state.clock.now());
    let hash = jasaq::web::hash_password(jasaq::cli::demo::PASSWORD).unwrap();
    let added = app.state.store.write(|db| -> Result<(), StorageError> {
        let (email, name) = ("tekseru@demo.invalid", "Аудитов Айдос");
        storage::offices::user::insert(db, user, email, name, Language::Kk, now)?;
        storage::account::credentials::set_password(db, user, &hash)?;
        let body = storage::offices::body::by_email(db, "ulgi@demo.invalid")?.unwrap().id;
        let (kind, from) = (DutyKind::Auditor, now);
        let duty = NewDuty { id: Id::new(), user, body, kind, from, to: None, deputy_for: None };
        storage::offices::duty::insert(db, &duty)
    });
    added.unwrap();
    app.sign_in("tekseru")
}

/// Everything that a reader is answered: by path, the code, the statements, the words and the bytes. The order of attributes of a
/// field is no answer, and neither are the keys of forms, which have one length.
fn answers(
    reader: &mut Visitor,
    paths: &[String],
) -> Vec<(String, u16, Option<String>, String, usize)> {
    let answer = |path: &String| {
        let page = reader.get(path);
        let statements = page.header("x-statements").map(str::to_owned);
        (path.clone(), page.status, statements, page.text(), page.html.len())
    };
    paths.iter().map(answer).collect()
}

#[test]
fn akimat_council_leader_and_their_auditor_are_answered_alike_whether_or_not_somebody_is_in_the_register()
 {
    let app = TestApp::start();
    let mut road = SquadScenario::led(&app, &[(1, "registered"), (2, "registered")]);
    app.deliver();
    let leader = road.leader(&app, PEOPLE[0]);
    app.deliver();
    let entry = road.entries()[1].clone();
    let search = |reader: &mut Visitor, words: &str| {
        let form = reader.see("/search").form("/search");
        reader.submit(&form, &[("q", words)]).expect(200).path
    };
    let mut auditor = auditor_of_akimat(&app);
    assert!(!auditor.see("/journal").says("Өтініш қабылданды"), "no act of it can be asked for");
    let mut readers = vec![
        ("akimat", app.sign_in("akimat"), Vec::new()),
        ("hatshy", app.sign_in("hatshy"), Vec::new()),
        ("leader", leader, Vec::new()),
        // The last before, and the first afterwards: the auditor reads who has opened what.
        ("auditor", auditor, Vec::new()),
    ];
    for (name, reader, paths) in &mut readers {
        let own: &[&str] = match *name {
            "leader" => &["/my-squad", "/plans", "/reports", "/my-squad/days-away"],
            "auditor" => &["/journal", "/openings", "/statistics", "/rules", "/inbox"],
            _ => &["/inbox", "/squads", "/mails", "/rules", "/inbox?group=done"],
        };
        paths.extend(own.iter().map(|path| (*path).to_owned()));
        if ["akimat", "hatshy"].contains(name) {
            paths.extend([road.squad.clone(), format!("{}/history", road.squad)]);
            // The second person of the list is the one who applies.
            for words in [IINS[1], PEOPLE[1]] {
                paths.push(search(reader, words));
            }
        }
        if *name == "akimat" {
            paths.extend(["/lists".to_owned(), road.list.clone(), entry.clone()]);
        }
        let guesses = ["", "/edit", "/history", "/record", "/record/off-record", "/letter/kk"];
        let guess = "/applications/0192f0c0000070008000000000000000";
        paths.extend(guesses.iter().map(|rest| format!("{guess}{rest}")));
        paths.extend(["/applications".to_owned(), "/applications/new".to_owned()]);
    }
    // Openings are traced once, and so before.
    for (_, reader, paths) in &mut readers {
        answers(reader, paths);
    }
    let before: Vec<_> =
        readers.iter_mut().map(|(_, reader, paths)| answers(reader, paths)).collect();
    let mut officer = app.sign_in("tekserushi");
    let (surname, rest) = PEOPLE[1].split_once(' ').unwrap();
    let (given, patronymic) = rest.split_once(' ').unwrap();
    let person =
        [("iin", IINS[1]), ("surname", surname), ("given_name", given), ("patronymic", patronymic)];
    let place = entered(&mut officer, &person);
    attach(&mut officer, &place);
    vet(&mut officer, &place);
    decide(&mut officer, &place, "accepted").expect(200);
    app.deliver();
    for ((name, reader, paths), before) in readers.iter_mut().zip(before).rev() {
        for (before, after) in before.iter().zip(answers(reader, paths)) {
            assert_eq!(*before, after, "{name} reads something else");
        }
        for rest in ["", "/record", "/history", "/edit", "/letter/kk", "/trainings/new"] {
            let page = reader.get(&format!("{place}{rest}"));
            assert_eq!(page.status, 404, "{name} {rest}");
        }
        let guess = reader.get("/applications/0192f0c0000070008000000000000000").html.len();
        assert!(
            guess.abs_diff(reader.get(&place).html.len()) < 8,
            "{name}: an address that is there"
        );
        assert!(!reader.see("/rules").html.contains("href=\"/applications\""), "{name}");
    }
    // The akimat that enters the person again is told of its own squad, and of nothing else.
    let form = road
        .akimat
        .see(&format!("{}/candidates/new", road.squad))
        .form(&format!("{}/candidates", road.squad));
    let page = road
        .akimat
        .submit(&form, &[("surname", "Мысалова"), ("given_name", "Гүлнар"), ("iin", IIN)]);
    page.expect(200);
    assert_eq!(
        app.count("SELECT count(*) FROM name_index JOIN membership ON membership.id = name_index.subject_id WHERE membership.application_id IS NOT NULL"),
        0
    );
    assert_eq!(app.faults(), []);
}

#[test]
fn an_application_is_found_by_its_subdivision_and_once_accepted_by_the_unit_of_the_record() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[("incoming_number", "К-17")]);
    let mut others: Vec<Visitor> =
        ["akimat", "hatshy", "okil2", "okil"].map(|name| app.sign_in(name)).into();
    let found = |reader: &mut Visitor, words: &str| {
        let form = reader.see("/search").form("/search");
        reader.submit(&form, &[("q", words)]).expect(200)
    };
    let asked = ["отинишов", "улги сынак", "ө-2026-1", "К-17", IIN];
    for words in asked {
        let page = found(&mut officer, words);
        assert!(page.html.contains(&format!("href=\"{place}\"")), "{words}");
        assert!(!page.says(IIN));
        for other in &mut others {
            assert!(!found(other, words).says(NAME), "{words}");
        }
    }
    for words in ["тинишов", "отинишов карима", "ө-2026-2", "К-18", IINS[1]]
    {
        assert!(!found(&mut officer, words).says(NAME), "{words}");
    }
    attach(&mut officer, &place);
    vet(&mut officer, &place);
    decide(&mut officer, &place, "accepted").expect(200);
    app.deliver();
    let mut unit = others.pop().unwrap();
    for words in asked {
        let page = found(&mut unit, words);
        assert!(page.says(NAME), "{words}");
        let page = unit.get(&page.links("/applications/")[0]);
        assert_eq!(page.header("location"), Some(format!("{place}/record").as_str()));
        for other in &mut others {
            assert!(!found(other, words).says(NAME), "{words}");
        }
    }
}

#[test]
fn another_subdivision_and_another_unit_find_nothing() {
    let app = TestApp::start();
    let (_, place) = accepted(&app);
    app.deliver();
    let mut unit = app.sign_in("okil2");
    for rest in ["", "/record", "/record/off-record", "/trainings/new", "/history", "/letter/kk"] {
        assert_eq!(unit.get(&format!("{place}{rest}")).status, 404, "{rest}");
    }
    assert!(!unit.see("/book").says(NAME) && !unit.see("/trainings").says(NAME));
    assert!(!unit.see("/certificates").says(NAME));
}

#[test]
fn legal_training_of_a_freelance_officer_is_recorded_in_the_book_and_withdrawn() {
    let app = TestApp::start();
    let (_, place) = accepted(&app);
    app.deliver();
    let mut unit = app.sign_in("okil");
    let page = unit.see("/trainings");
    assert!(page.says(NAME));
    let trainings = format!("{place}/trainings");
    let form = unit.see(&format!("{trainings}/new")).form(&trainings);
    unit.submit(
        &form,
        &[("held_on", "2026-11-22"), ("base", "Үлгі бөлімі"), ("held_by", "Үлгіев")],
    )
    .expect(200);
    assert!(unit.see(&format!("{place}/record")).says("22.11.2026"));
    assert!(
        !unit
            .see("/trainings")
            .links("/applications/")
            .iter()
            .any(|link| link.ends_with("/trainings/new"))
    );
    let form = unit.see(&format!("{trainings}/new")).form(&format!("{trainings}/withdrawal"));
    unit.submit(&form, &[]).expect(200);
    assert!(unit.see("/trainings").says(NAME));
    assert_eq!(app.faults(), []);
}

#[test]
fn a_slip_is_undone_on_the_same_day_and_the_certificate_is_prepared_again() {
    let app = TestApp::start();
    let (_, place) = accepted(&app);
    app.deliver();
    let mut unit = app.sign_in("okil");
    let off = format!("{place}/record/off-record");
    let check = look_over(&mut unit, &off, &[("item", "15.5")]).expect(200);
    let page = unit.submit(&check.form(&off), &[]).expect(200);
    let back = page.form(&format!("{off}/undoing"));
    unit.submit(&back, &[]).expect(200);
    let prepared =
        "SELECT count(*) FROM certificate WHERE kind = 'freelance' AND state = 'prepared'";
    assert_eq!(app.count(prepared), 1);
    assert_eq!(open(&app, "inform_people"), 0);
    app.deliver();
    assert_eq!(app.faults(), []);
}

/// A new body succeeds the one of that mail address, and that user has that duty in it.
fn succeed(app: &TestApp, old: &str, (name, kind): (&str, DutyKind)) -> Result<(), StorageError> {
    let (now, new) = (app.state.clock.now(), Id::new());
    let named =
        Named {
            kk: "«Жаңа» бөлімше".into(), ru: "Подразделение «Новое»".into(), en: "New".into()
        };
    app.state.store.write(|db| -> Result<(), StorageError> {
        let old = storage::offices::body::by_email(db, old)?.unwrap();
        let email = "zhana@demo.invalid".into();
        let body = Body::new(new, old.kind, old.parent, named, email, 15);
        storage::offices::body::insert(db, &body, now)?;
        storage::offices::succession::succeed(db, old.id, new, now)?;
        let email = format!("{name}@demo.invalid");
        let user = storage::offices::user::by_email(db, &email)?.unwrap().id;
        let duty =
            NewDuty { id: Id::new(), user, body: new, kind, from: now, to: None, deputy_for: None };
        storage::offices::duty::insert(db, &duty)
    })?;
    app.tamper("UPDATE duty SET confirmed_at = from_at WHERE confirmed_at IS NULL");
    Ok(())
}

#[test]
fn applications_go_over_to_the_successor_with_their_term() -> Result<(), StorageError> {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let place = entered(&mut officer, &[]);
    app.deliver();
    succeed(&app, "synaq@demo.invalid", ("tekserushi", DutyKind::VettingOfficer))?;
    let mut officer = app.sign_in("tekserushi");
    assert!(officer.see("/inbox").says("Өтініш бойынша шешім қабылдау"));
    vet(&mut officer, &place);
    decide(&mut officer, &place, "refused").expect(200);
    assert_eq!(open(&app, "decide_application"), 0);
    app.deliver();
    Ok(())
}

#[test]
fn whoever_is_still_to_be_informed_is_informed_by_the_successor() -> Result<(), StorageError> {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    let by_phone = [("iin", IINS[0]), ("email", ""), ("phone", "+7 700 000 00 00")];
    let waiting = entered(&mut officer, &by_phone);
    let accepted = entered(&mut officer, &[]);
    for (place, decision) in [(&waiting, "refused"), (&accepted, "accepted")] {
        attach(&mut officer, place);
        vet(&mut officer, place);
        decide(&mut officer, place, decision).expect(200);
    }
    assert_eq!((open(&app, "tell_refusal"), open(&app, "inform_applicant")), (1, 0));
    succeed(&app, "synaq@demo.invalid", ("tekserushi", DutyKind::VettingOfficer))?;
    app.deliver_to_nobody();
    assert_eq!((open(&app, "tell_refusal"), open(&app, "inform_applicant")), (1, 1));
    let mut officer = app.sign_in("tekserushi");
    for place in [&waiting, &accepted] {
        let form = officer.see(place).form(&format!("{place}/notice"));
        officer.submit(&form, &[("channel", "phone"), ("proof", "10:15")]).expect(200);
    }
    assert_eq!((open(&app, "tell_refusal"), open(&app, "inform_applicant")), (0, 0));
    app.deliver();
    assert_eq!(app.faults(), []);
    Ok(())
}

#[test]
fn a_unit_that_succeeds_another_informs_whom_that_one_was_to_inform() -> Result<(), StorageError> {
    let app = TestApp::start();
    let mut road = SquadScenario::led(&app, &[(1, "registered"), (2, "registered")]);
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    let (_, place) = accepted(&app);
    let mut unit = app.sign_in("okil");
    let off = format!("{place}/record/off-record");
    let check = look_over(&mut unit, &off, &[("item", "15.3")]).expect(200);
    unit.submit(&check.form(&off), &[]).expect(200);
    succeed(&app, "synaq-1@demo.invalid", ("okil", DutyKind::UnitRepresentative))?;
    let mut unit = app.sign_in("okil");
    let notices = unit.see("/notices");
    assert!(notices.says(PEOPLE[1]) && notices.says(NAME), "{}", notices.text());
    app.deliver();
    Ok(())
}

#[test]
fn an_address_is_corrected_while_the_mail_of_the_decision_still_waits() {
    let app = TestApp::start();
    let (mut officer, place) = accepted(&app);
    let mut unit = app.sign_in("okil");
    let record = format!("{place}/record");
    let form = unit.see(&record).form(&format!("{record}/contact"));
    let fields = [("email", "basqa@mail.example"), ("confirmed", "yes")];
    unit.submit(&form, &fields).expect(200);
    assert_eq!(open(&app, "inform_applicant"), 1, "the mail to the former address is stopped");
    let told = app.deliver();
    assert!(told.iter().all(|mail| !mail.to.contains("otinishov@mail.example")));
    assert!(officer.see(&place).has_form(&format!("{place}/notice")));
}

/// The invariants of the Rules about applications (9 and 11 of the project's list among them), and those of squads and the journal.
fn applications_hold(app: &TestApp) {
    for (says, sql) in [
        (
            "one certificate of Appendix 1 for each freelance officer, and for nobody else",
            "SELECT count(*) FROM membership JOIN application ON application.id = membership.application_id \
             WHERE membership.state IN ('registered', 'off_record') AND (SELECT count(*) FROM certificate \
             WHERE certificate.membership_id = membership.id AND certificate.state <> 'void' \
             AND certificate.kind = 'freelance') <> CASE WHEN membership.state = 'registered' THEN 1 ELSE 0 END",
        ),
        (
            "a term of the Rules is of an application that waits, and of nothing else",
            "SELECT count(*) FROM handoff WHERE (due_nature IS NOT NULL AND due_nature = 'statutory') \
             <> (kind = 'decide_application')",
        ),
        (
            "what waits for a decision has its term, and nothing else has one",
            "SELECT count(*) FROM application WHERE (state IN ('received', 'being_vetted')) <> (EXISTS \
             (SELECT 1 FROM handoff WHERE handoff.case_id = application.id AND kind = 'decide_application' \
             AND closed_at IS NULL))",
        ),
        (
            "an application and its record take the same steps",
            "SELECT count(*) FROM membership JOIN application ON application.id = membership.application_id \
             WHERE membership.state <> CASE application.state WHEN 'received' THEN 'being_vetted' \
             WHEN 'being_vetted' THEN 'being_vetted' WHEN 'refused' THEN 'refused' WHEN 'withdrawn' THEN 'withdrawn' \
             ELSE CASE membership.state WHEN 'off_record' THEN 'off_record' ELSE 'registered' END END",
        ),
        (
            "a notice of each decision, and of nothing else",
            "SELECT count(*) FROM application WHERE (state IN ('accepted', 'refused')) <> (EXISTS \
             (SELECT 1 FROM notice_duty JOIN membership ON membership.id = notice_duty.membership_id \
             WHERE membership.application_id = application.id AND notice_duty.body_id = application.territory_id))",
        ),
        (
            "no akimat and no council has a task, a mail or an entry about an application",
            "SELECT (SELECT count(*) FROM handoff JOIN body ON body.id IN (handoff.to_body, handoff.from_body) \
             WHERE handoff.case_kind = 'application' AND body.kind IN ('akimat', 'council')) \
             + (SELECT count(*) FROM outbox JOIN body ON body.id = outbox.body_id \
             WHERE outbox.case_kind = 'application' AND body.kind IN ('akimat', 'council')) \
             + (SELECT count(*) FROM journal JOIN application ON application.id = journal.case_id \
             WHERE journal.chain NOT LIKE '%-applications')",
        ),
    ] {
        assert_eq!(app.count(sql), 0, "{says}");
    }
    rules_hold(app);
}

/// Who tries: those whose work it is, and strangers to it.
const ACTORS: [&str; 6] = ["tekserushi", "okil", "bastyq", "akimat", "hatshy", "okil2"];

/// An attempt on one of the applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Try {
    Apply,
    Attach,
    Ask,
    Accept,
    Refuse,
    Withdraw,
    Inform,
    InformAgain,
    Train,
    TakeOff,
    PutBack,
    Wait,
}

const TRIES: [Try; 20] = [
    Try::Apply,
    Try::Attach,
    Try::Ask,
    Try::Accept,
    Try::Refuse,
    Try::Withdraw,
    Try::Inform,
    Try::InformAgain,
    Try::Train,
    Try::TakeOff,
    Try::PutBack,
    Try::Wait,
    // More people apply, applicants are decided about, and slips are mended on their day.
    Try::Inform,
    Try::InformAgain,
    Try::PutBack,
    Try::TakeOff,
    Try::Apply,
    Try::Withdraw,
    Try::Ask,
    Try::Refuse,
];

/// The acts that the walks come to.
const WALKED: [Act; 12] = [
    Act::ReceiveApplication,
    Act::AttachApplicationCopies,
    Act::NoteApplicationRegisters,
    Act::AcceptApplication,
    Act::RefuseApplication,
    Act::WithdrawApplication,
    Act::InformApplicant,
    Act::TellRefusal,
    Act::ReopenApplicantNotice,
    Act::RecordTraining,
    Act::TakeOffRecord,
    Act::PutBackOnRecord,
];

/// Tries one thing as that actor; an actor without its form can't do it, and no answer is a fault of the program.
fn attempt(app: &TestApp, actors: &mut [Visitor], act: Try, actor: usize, n: usize) {
    if act == Try::Wait {
        app.pass(TimeDelta::hours(30));
        app.run_scheduled();
        return;
    }
    let places = actors[0].get("/applications").links("/applications/");
    let places: Vec<String> =
        places.into_iter().filter(|link| !link.ends_with("/new") && !link.contains('?')).collect();
    let actor = &mut actors[actor];
    if act == Try::Apply || places.is_empty() {
        let page = actor.get("/applications/new");
        if page.status != 200 {
            return;
        }
        let email = if n.is_multiple_of(2) { "otinishov@mail.example" } else { "" };
        let answer = apply(actor, &[("iin", IINS[n % 3]), ("email", email), ("address", "Үлгі")]);
        assert!([200, 422].contains(&answer.status), "{}", answer.text());
        return;
    }
    // Mostly one on which it can be done.
    for at in 0..places.len().min(3) {
        let place = &places[(n + at) % places.len()];
        if attempt_on(actor, place, act) {
            return;
        }
    }
}

/// Tries it on that application; false where the actor is shown no form for it.
fn attempt_on(actor: &mut Visitor, place: &str, act: Try) -> bool {
    let off = format!("{place}/record/off-record");
    let (page, action, fields): (String, String, &[(&str, &str)]) = match act {
        Try::Attach => (place.to_owned(), format!("{place}/copies"), &[]),
        Try::Accept | Try::Refuse => (place.to_owned(), format!("{place}/decision/preview"), &[]),
        Try::Ask => (place.to_owned(), format!("{place}/registers"), &[("note", "all:asked")]),
        Try::Withdraw => (place.to_owned(), format!("{place}/withdrawal"), &[]),
        Try::Inform => (
            place.to_owned(),
            format!("{place}/notice"),
            &[("channel", "phone"), ("proof", "10:15")],
        ),
        Try::InformAgain => (place.to_owned(), format!("{place}/notice/reopening"), &[]),
        Try::Train => (
            format!("{place}/trainings/new"),
            format!("{place}/trainings"),
            &[("base", "Үлгі"), ("held_by", "М.")],
        ),
        Try::TakeOff => (off.clone(), off.clone(), &[("item", "15.5"), ("arose_on", "2026-11-20")]),
        Try::PutBack => (off.clone(), format!("{off}/undoing"), &[]),
        Try::Apply | Try::Wait => return false,
    };
    let page = actor.get(&page);
    if page.status != 200 || !page.has_form(&action) {
        return false;
    }
    match act {
        Try::Attach => attach(actor, place),
        Try::Accept | Try::Refuse => {
            let word = if act == Try::Accept { "accepted" } else { "refused" };
            if !page.html.contains(&format!("value=\"{word}\"")) {
                return false;
            }
            decide(actor, place, word).expect(200);
        }
        _ => {
            let answer = actor.submit(&page.form(&action), fields);
            assert!(answer.status < 500, "{act:?}: {}", answer.text());
            if act == Try::TakeOff && answer.html.contains("looked_over") {
                actor.submit(&answer.form(&off), &[]).expect(200);
            }
        }
    }
    true
}

#[test]
fn whatever_is_tried_on_applications_the_rules_hold() {
    let one = (0..TRIES.len(), prop::option::weighted(0.15, 0..ACTORS.len()), any::<u8>());
    walk_all(8, &vec(one, 50..80), &WALKED, |tries| {
        let app = TestApp::start();
        let mut actors: Vec<Visitor> = ACTORS.iter().map(|name| app.sign_in(name)).collect();
        // One is accepted and one is refused first, both without an address: by themselves the attempts come too seldom so far.
        for (n, decided) in [(1, Try::Accept), (3, Try::Refuse)] {
            for act in [Try::Apply, Try::Attach, Try::Ask, decided, Try::Inform] {
                attempt(&app, &mut actors, act, 0, n);
            }
        }
        for (act, stranger, n) in tries {
            let act = TRIES[act];
            let rightful = match act {
                Try::Train | Try::TakeOff | Try::PutBack => 1,
                _ => 0,
            };
            attempt(&app, &mut actors, act, stranger.unwrap_or(rightful), usize::from(n));
            applications_hold(&app);
        }
        app
    });
}

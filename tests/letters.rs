//! Papers of offices as PDF: each in Kazakh or in Russian, what it says, who gets it, and which are kept (clauses 7, 19-23).

use crate::{
    certificates::{SIGNATORY, enter_signatory, of, register, sign},
    harness::{
        TestApp, database,
        squad_scenario::{PEOPLE, SquadScenario},
        visitor::{Page, Visitor},
    },
    papers::{text, told},
};
use chrono::NaiveDate;
use jasaq::{
    documents::office::{self, List, ListedPerson, Number},
    domain::language::{Language, Named},
};

fn named(kk: &str, ru: &str) -> Named {
    Named { kk: kk.into(), ru: ru.into(), en: kk.into() }
}

fn list() -> List {
    List {
        akimat: named("Үлгі ауданының әкімдігі", "Акимат Улгинского района"),
        territory: named("«Сынақ» аумақтық бөлімшесі", "Территориальное подразделение «Сынак»"),
        squad: named("Ақжайық", "Акжайык"),
        sent: Number {
            number: "3-14/1187".into(),
            on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        },
    }
}

fn person(n: usize) -> ListedPerson {
    ListedPerson {
        name: format!("Үлгіев Үлгі {n}"),
        birth_date: NaiveDate::from_ymd_opt(1990, 1, 9),
        iin: "900109399017".into(),
        address: Some("Сынақ облысы, Үлгі ауданы, Ақжайық ауылы, Бейбітшілік көшесі, 12-үй".into()),
        pages: 2,
    }
}

/// The words of a PDF that somebody gets.
fn words(visitor: &mut Visitor, path: &str) -> (Page, String) {
    let page = visitor.get(path).expect(200);
    assert_eq!(page.header("content-type"), Some("application/pdf"), "{path}");
    let text = text(&page.content);
    (page, text)
}

#[test]
fn a_table_goes_on_over_pages_with_its_headings_and_is_read_as_a_table() {
    let people: Vec<_> = (1..=90).map(person).collect();
    for (language, heading, title) in [
        (Language::Kk, "Тегі, аты, әкесінің аты", "Ерікті жасақ мүшелерінің тізімі"),
        (Language::Ru, "Ф.И.О.", "Список членов добровольной дружины"),
    ] {
        let letter = office::cover_letter(language, &list(), &people);
        let pdf = letter.pdf().unwrap();
        assert_eq!(pdf, letter.pdf().unwrap(), "the same data give the same bytes");
        let text = text(&pdf);
        for n in [1, 45, 90] {
            assert!(text.contains(&format!("Үлгіев Үлгі {n} ")), "{n}: {text}");
        }
        let info = told("pdfinfo", &["FILE"], &pdf);
        let pages: usize = info
            .lines()
            .find_map(|line| line.strip_prefix("Pages:"))
            .and_then(|count| count.trim().parse().ok())
            .unwrap();
        assert!(pages > 1, "{info}");
        let last = text.rsplit(heading).next().unwrap();
        assert!(last.contains("Үлгіев Үлгі 90"), "nobody signs a sheet without a row: {last}");
        assert_eq!(text.matches(heading).count(), pages, "each page has the headings: {text}");
        assert!(info.contains(title) && text.contains(&format!("{pages} / {pages}")), "{info}");
        let structure = told("pdfinfo", &["-struct-text", "FILE"], &pdf);
        assert_eq!(structure.matches("Table").count(), 1, "{structure}");
        assert_eq!(structure.matches("TR").count(), 91);
        assert_eq!(structure.matches("/Scope /Column").count(), 5, "{structure}");
        let metadata = told("pdfinfo", &["-meta", "FILE"], &pdf);
        assert!(
            metadata.contains("<pdfaid:part>2</pdfaid:part>")
                && metadata.contains("<pdfuaid:part>1</pdfuaid:part>")
                && metadata.contains(&format!("<rdf:li>{language}</rdf:li>")),
            "{metadata}"
        );
        told("qpdf", &["--check", "FILE"], &pdf);
    }
}

#[test]
fn a_paper_is_in_one_language_has_days_in_words_and_prints_hostile_words_as_they_are() {
    let hostile = "#show: [x] </text> ${7*7} (Tj)";
    let people = [ListedPerson { name: hostile.into(), ..person(1) }];
    let kk = text(&office::cover_letter(Language::Kk, &list(), &people).pdf().unwrap());
    let ru = text(&office::cover_letter(Language::Ru, &list(), &people).pdf().unwrap());
    assert!(kk.contains("2026 жылғы 22 қараша № 3-14/1187") && kk.contains(hostile), "{kk}");
    assert!(ru.contains("№ 3-14/1187 от 22 ноября 2026 года") && ru.contains(hostile), "{ru}");
    assert!(!kk.contains("пункт") && !ru.contains("тармағына"));
    let foreign = [ListedPerson { name: "Үлгіев 漢".into(), ..person(1) }];
    office::cover_letter(Language::Kk, &list(), &foreign).pdf().unwrap_err();
}

#[test]
fn a_list_goes_with_a_letter_that_is_kept_as_it_was_and_the_answer_has_no_reasons() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(Some(PEOPLE[0])).copied();
    road.akimat.get(&format!("{}/dispatches/1/letter/kk", road.list)).expect(404);
    let mut road = road.sent();
    let place = format!("{}/dispatches/1/letter", road.list);
    let iins = "SELECT count(*) FROM access_log WHERE kind = 'iin'";
    let before = app.count(iins);
    let (first, text) = words(&mut road.akimat, &format!("{place}/kk"));
    assert!(PEOPLE.iter().all(|name| text.contains(name)), "{text}");
    assert!(text.contains("№ 3-14/1187") && text.contains("19-тармағына"), "{text}");
    assert_eq!(app.count(iins) - before, 7, "each number that is shown leaves a trace");
    let (_, text) = words(&mut road.officer, &format!("{place}/ru"));
    assert!(text.contains("Список членов добровольной дружины") && text.contains(PEOPLE[6]));
    // Bodies are renamed: the letter stays as it went.
    app.tamper("UPDATE body SET name_kk = 'Жаңа атау'");
    assert_eq!(words(&mut road.officer, &format!("{place}/kk")).0.content, first.content);
    for (who, path) in [("akimat2", "kk"), ("hatshy", "kk"), ("okil2", "ru")] {
        let status = app.sign_in(who).get(&format!("{place}/{path}")).status;
        assert!([403, 404].contains(&status), "{who}: {status}");
    }
    road.akimat.get(&format!("{place}/en")).expect(404);
    road.akimat.get(&format!("{}/dispatches/2/letter/kk", road.list)).expect(404);
    if !database::is_postgres() {
        let plain = "SELECT count(*) FROM letter WHERE CAST(paper_sealed AS TEXT) LIKE '%PDF%'";
        assert_eq!((app.count(plain), app.count("SELECT count(*) FROM letter")), (0, 2));
    }
    // The answer.
    let reply = format!("{}/reply", road.list);
    road.akimat.get(&format!("{reply}/kk")).expect(404);
    let mut road = road.received().answered(&[(1, "registered"), (3, "to_be_removed")]);
    assert!(road.akimat.see(&road.list).html.contains(&format!("{reply}/ru")));
    for visitor in [&mut road.officer, &mut road.akimat] {
        let (_, text) = words(visitor, &format!("{reply}/ru"));
        assert!(text.contains("На Ваше письмо № 3-14/1187 от 22 ноября 2026 года"), "{text}");
        assert!(
            text.contains(PEOPLE[0]) && text.contains("зарегистрирован(а) в книге"),
            "who is registered: {text}"
        );
        assert!(
            text.contains(PEOPLE[2]) && text.contains("подлежит исключению из состава дружины")
        );
        assert!(!text.contains(PEOPLE[1]), "of whom nothing is decided");
    }
    app.sign_in("akimat2").get(&format!("{reply}/kk")).expect(404);
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn a_name_that_no_paper_shows_keeps_no_list_from_being_sent_and_the_letter_says_why() {
    let app = TestApp::start();
    let road = SquadScenario::new(&app).proposed().created(Some(PEOPLE[0])).copied();
    app.tamper("UPDATE particulars SET patronymic = '漢' WHERE surname = 'Сынақбаев'");
    let mut road = road.sent();
    assert_eq!(app.count("SELECT count(*) FROM letter"), 0);
    let page = road.akimat.get(&format!("{}/dispatches/1/letter/kk", road.list)).expect(422);
    assert!(page.says("Қаріпте жоқ әріп: «漢»"), "{}", page.text());
    app.deliver();
    assert_eq!(app.faults(), []);
}

#[test]
fn extracts_and_letters_to_people_are_made_when_they_are_asked_for() {
    let app = TestApp::start();
    let mut road = SquadScenario::led(&app, &[(1, "registered"), (2, "registered")]);
    app.deliver();
    // The decision of the council, with whom it appoints.
    let decision = road.secretary.see("/decisions").links("/decisions/").remove(0);
    let (_, text) = words(&mut road.secretary, &format!("{decision}/extract/kk"));
    assert!(text.contains("Үйлестіру кеңесінің шешімінен үзінді"), "{text}");
    assert!(text.contains("Жасақты құру") && text.contains(PEOPLE[0]), "{text}");
    assert!(text.contains("2026 жылғы"));
    let (_, text) = words(&mut road.secretary, &format!("{decision}/extract/ru"));
    assert!(text.contains("Выписка из решения координационного совета"), "{text}");
    let status = road.akimat.get(&format!("{decision}/extract/kk")).status;
    assert!([403, 404].contains(&status), "{status}");
    // The register.
    enter_signatory(&app, "bastyq", &SIGNATORY);
    let mut head = app.sign_in("bastyq");
    sign(&app, &mut head).expect(200);
    let extract = format!("{}/extract", register(&app));
    let (_, text) = words(&mut head, &format!("{extract}/ru"));
    assert!(text.contains("Выписка из реестра удостоверений") && text.contains("Е000001"));
    assert!(text.contains(PEOPLE[0]) && text.contains(PEOPLE[1]), "{text}");
    let (_, text) = words(&mut head, &format!("{extract}/kk?state=void"));
    assert!(!text.contains("Е000001"), "the filters of the page: {text}");
    road.unit.get(&format!("{extract}/kk")).expect(404);
    // The letter to a holder whom no mail reaches.
    let place = of(&mut road.officer, PEOPLE[1]);
    let (_, text) = words(&mut road.officer, &format!("{place}/letter/ru"));
    assert!(text.contains("город Сынак, кабинет 1") && text.contains(PEOPLE[1]), "{text}");
    road.unit.get(&format!("{place}/letter/ru")).expect(404);
    // The book.
    let (_, text) = words(&mut road.unit, "/book/printed/kk");
    assert!(text.contains("Шекара қызметінің кітабы") && text.contains(PEOPLE[1]), "{text}");
    assert!(text.contains("Тіркелді"), "{text}");
    app.sign_in("okil2").get("/book/printed/kk").expect(200);
    road.akimat.get("/book/printed/kk").expect(404);
    // The notice of the end of a record names no item.
    road.take_off(PEOPLE[1], &[("item", "15.3")]);
    let letter = road.unit.see("/notices").links("/notices/").remove(0);
    for (language, says) in [("kk", "22-тармағына сәйкес"), ("ru", "Вы сняты с учета")]
    {
        let (_, text) = words(&mut road.unit, &format!("{letter}/{language}"));
        assert!(text.contains(says) && text.contains(PEOPLE[1]), "{text}");
        assert!(!text.contains("15.3") && !text.contains("15-тармақ"), "{text}");
    }
    road.officer.get(&format!("{letter}/kk")).expect(404);
    app.deliver();
    assert_eq!(app.faults(), []);
}

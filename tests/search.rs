//! What a search finds, for whom, and what it leaves behind.

use crate::harness::{
    TestApp,
    crowd::{join, person, sql_id},
    squad_scenario::{IINS, PEOPLE, SquadScenario},
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use jasaq::{
    domain::{body::BodyKind, id::Id, language::Named},
    storage,
};
use std::{
    io::Write,
    sync::{Arc, Mutex},
};

fn search(visitor: &mut Visitor, words: &str) -> Page {
    let form = visitor.see("/search").form("/search");
    visitor.submit(&form, &[("q", words)]).expect(200)
}

/// What a page says without what was typed and without what is new in every form.
fn without_query(page: &Page, typed: &str) -> String {
    let mut text = page
        .html
        .replace(&format!("value=\"{typed}\""), "value=\"…\"")
        .replace(page.path.as_str(), "here");
    // The order of these is the template engine's whim.
    text = text.replace(" maxlength=\"120\"", "").replace(" autocomplete=\"off\"", "");
    for name in ["form_key", "form_token"] {
        let parts: Vec<&str> = text.split(&format!("name=\"{name}\" value=\"")).collect();
        let rest = parts[1..].iter().map(|part| part.split_once('"').unwrap().1);
        text = [parts[0]].into_iter().chain(rest).collect();
    }
    text
}

const NONSENSE: &str = "жоқтынтабу";

#[test]
fn people_are_found_by_beginnings_of_words_in_any_order_and_letters_as_they_are_typed() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    join(&app, &road, &["Оспанов Қайрат Әлі-ұлы".into(), "Өспанова Қарлығаш".into()], 100);
    for (words, first, second) in [
        ("оспан", true, true),
        ("ОСПАН", true, true),
        ("өсПан", true, true),
        ("кайрат осп", true, false),
        ("Қайрат Оспанов", true, false),
        ("улы али", true, false),
        ("ospan", false, false),
        ("спан", false, false),
        ("оспанов қарлығаш", false, true),
        ("оспанов карима", false, false),
        ("осп%", false, false),
        ("_спан", false, false),
        ("оспан\\", false, false),
        ("о' OR 1=1 --", false, false),
    ] {
        let page = search(&mut road.akimat, words);
        assert_eq!(
            (page.says("Оспанов Қайрат"), page.says("Өспанова Қарлығаш")),
            (first, second),
            "{words}"
        );
        assert!(
            page.html.contains("name=\"q\" type=\"search\" value=\""),
            "the form is there again"
        );
    }
    assert!(
        search(&mut road.akimat, "кайрат осп").html.contains("value=\"кайрат осп\""),
        "with what was typed"
    );
    let page = search(&mut road.akimat, "оспан");
    assert!(
        page.html.find("Оспанов").unwrap() < page.html.find("Өспанова").unwrap(),
        "in Kazakh order: О before Ө"
    );
}

#[test]
fn look_alikes_and_hyphens_are_found_under_the_true_letter_and_the_ordinary_hyphen() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    join(
        &app,
        &road,
        &[
            "Ѳмірбеков Ғали".into(),
            "Ҡасым Аҥсар".into(),
            "Қасым Ұлан".into(),
            "Мысалов‑Тестов Һарун".into(),
        ],
        300,
    );
    for (words, found) in [
        ("Өмірбеков", "Ѳмірбеков Ғали"),
        ("омирбек", "Ѳмірбеков Ғали"),
        ("Ɵмірбеков ғали", "Ѳмірбеков Ғали"),
        ("қасым аңсар", "Ҡасым Аҥсар"),
        ("Kacым аҥ", "Ҡасым Аҥсар"),
        ("Kac ¥лан", "Қасым Ұлан"),
        ("Ӄасым ұлан", "Қасым Ұлан"),
        ("мысалов-тестов", "Мысалов‑Тестов Һарун"),
        ("мысалов—тестов hарун", "Мысалов‑Тестов Һарун"),
        ("мыса\u{200e}лов", "Мысалов‑Тестов Һарун"),
    ] {
        let page = search(&mut road.akimat, words);
        assert!(page.says(found), "{words}: {}", page.text());
    }
    let page = search(&mut road.akimat, "қасым");
    let place = |name: &str| page.html.find(name).unwrap();
    assert!(place("Ҡасым Аҥсар") < place("Қасым Ұлан"), "sorted as the letters look");
}

#[test]
fn corrected_particulars_replace_the_words_a_person_is_found_by() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    let membership = join(&app, &road, &["Мысалбаев Арман".into()], 200)[0];
    assert!(search(&mut road.akimat, "мысалбаев").says("Мысалбаев Арман"));
    let akimat =
        app.read(|db| storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    let corrected = person("Оспанов Арман", 200);
    app.state
        .store
        .write(|db| storage::name_index::put(db, akimat, membership, &corrected))
        .unwrap();
    assert_eq!(
        app.tamper(&format!(
            "UPDATE particulars SET surname = 'Оспанов' WHERE membership_id = {}",
            sql_id(membership)
        )),
        1
    );
    assert!(search(&mut road.akimat, "оспанов").says("Оспанов Арман"));
    assert!(!search(&mut road.akimat, "мысалбаев").says("Арман"));
}

#[test]
fn squads_lists_and_decisions_are_found_by_reference_name_and_number() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let (squad, list) = (road.squad.clone(), road.list.clone());
    for words in ["Ж-2026-0001", "ж-2026-1", "акжай", "Ақжайық", "АКЖАЙЫК"] {
        for visitor in [&mut road.akimat, &mut road.secretary, &mut road.officer, &mut road.unit] {
            assert_eq!(search(visitor, words).links("/squads/"), [squad.as_str()], "{words}");
        }
    }
    for words in ["Т-2026-0001", "t-2026-1", "3-14/1187", "К-501", "к-501"] {
        assert_eq!(search(&mut road.akimat, words).links("/lists/"), [list.as_str()], "{words}");
        assert_eq!(search(&mut road.officer, words).links("/lists/"), [list.as_str()], "{words}");
        assert!(
            search(&mut road.secretary, words).links("/lists/").is_empty()
                && search(&mut road.unit, words).links("/lists/").is_empty()
        );
    }
    assert!(
        search(&mut road.akimat, "3-14").links("/lists/").is_empty(),
        "a number is typed whole"
    );
    app.tamper("UPDATE decision SET number = '17-ш'");
    assert!(search(&mut road.secretary, "17-Ш").says("№ 17-ш"));
    for visitor in [&mut road.akimat, &mut road.officer, &mut road.unit] {
        assert!(!search(visitor, "17-Ш").says("№ 17-ш"), "decisions are the council's to search");
    }
}

#[test]
fn everybody_finds_the_people_their_duty_shows_in_its_words_and_nobody_else() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied();
    app.deliver();
    let mut other = app.sign_in("akimat2");
    let mut second_unit = app.sign_in("okil2");
    let finds = |visitor: &mut Visitor| -> Vec<usize> {
        let pages = [
            search(visitor, "үлгібаев"),
            search(visitor, "мысалова"),
            search(visitor, "мысалов дәурен"),
        ];
        (0..7).filter(|n| pages.iter().any(|page| page.says(PEOPLE[*n]))).collect()
    };
    // A draft: the akimat and, by name only, its council.
    assert_eq!(finds(&mut road.akimat), [0, 1, 4, 5]);
    assert_eq!(finds(&mut road.secretary), [0, 1, 4, 5]);
    for visitor in [&mut road.officer, &mut road.unit, &mut other, &mut second_unit] {
        assert_eq!(finds(visitor), Vec::<usize>::new());
    }
    let mut road = road.sent().received();
    assert_eq!(finds(&mut road.officer), [0, 1, 4, 5], "what has travelled");
    assert_eq!(finds(&mut road.unit), Vec::<usize>::new());
    let mut road = road.answered(&[(1, "registered"), (2, "to_be_removed")]);
    app.deliver();
    assert_eq!(finds(&mut road.unit), [0], "whom the book holds");

    let entry = road.entries()[0].clone();
    let page = search(&mut road.akimat, "үлгібаев нұрлан");
    assert!(
        page.links("/entries/").contains(&entry)
            && page.says("Тіркелді")
            && page.says("Т-2026-0001")
    );
    let page = search(&mut road.unit, "үлгібаев нұрлан");
    assert!(
        page.links("/squads/").contains(&road.squad)
            && page.says("Тіркелді")
            && page.links("/entries/").is_empty()
    );
    for words in ["үлгібаев нұрлан", "мысалова"] {
        let page = search(&mut road.secretary, words);
        assert!(page.links("/squads/").contains(&road.squad) && page.links("/entries/").is_empty());
        assert!(
            !page.says("Тіркелді") && !page.says("шығарылуға тиіс"),
            "no sign of how vetting goes"
        );
    }

    // To everybody else it is as if there were nobody of that name.
    let third = Named { kk: "Басқа".into(), ru: "Другое".into(), en: "Other".into() };
    let territory = storage::offices::body::Body::new(
        Id::new(),
        BodyKind::TerritorialSubdivision,
        None,
        third,
        "basqa@demo.invalid".into(),
        15,
    );
    app.state
        .store
        .write(|db| storage::offices::body::insert(db, &territory, app.state.clock.now()))
        .unwrap();
    let moved = format!(
        "UPDATE duty SET body_id = {} WHERE user_id = (SELECT id FROM users WHERE email = 'tekserushi2@demo.invalid')",
        sql_id(territory.id)
    );
    assert_eq!(app.tamper(&moved), 1);
    let mut second_subdivision = app.sign_in("tekserushi2");
    for visitor in [&mut other, &mut second_unit, &mut second_subdivision] {
        let nothing = search(visitor, NONSENSE);
        let nothing = without_query(&nothing, NONSENSE);
        for words in
            ["үлгібаев нұрлан", "ақжайық", "Ж-2026-0001", "Т-2026-0001", "3-14/1187", "К-501"]
        {
            assert_eq!(without_query(&search(visitor, words), words), nothing, "{words}");
        }
        let by_iin = |visitor: &mut Visitor, iin: &str| without_query(&search(visitor, iin), iin);
        assert_eq!(
            by_iin(visitor, IINS[0]),
            by_iin(visitor, &nobody_s_iin()),
            "an IIN found or not looks the same"
        );
    }
    for user in ["akimshi", "auditor"] {
        let mut visitor = app.sign_in(user);
        visitor.get("/search").expect(403);
        assert!(!visitor.see("/inbox").has_form("/search"));
    }
}

fn nobody_s_iin() -> String {
    crate::harness::crowd::iin(9_000).expose().to_owned()
}

/// What the program logs while the test runs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_iin_finds_its_person_and_stands_in_no_address_no_log_and_on_no_page() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt().json().with_writer(move || writer.clone()).init();
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app)
        .proposed()
        .created(None)
        .copied()
        .sent()
        .received()
        .answered(&[(1, "registered")]);
    app.deliver();
    let opened = app.count("SELECT count(*) FROM access_log");
    let spaced = format!("{} {}", &IINS[0][..6], &IINS[0][6..]);
    for typed in [IINS[0], spaced.as_str()] {
        for visitor in [&mut road.akimat, &mut road.officer, &mut road.unit] {
            let page = search(visitor, typed);
            assert!(page.says(PEOPLE[0]) && !page.says(PEOPLE[1]));
            for hidden in [IINS[0], &spaced, &IINS[0][1..]] {
                assert!(!page.html.contains(hidden) && !page.path.contains(hidden));
            }
        }
        assert!(!search(&mut road.secretary, typed).says(PEOPLE[0]), "the council has names only");
    }
    for wrong in [&IINS[0][..11], "840229399018"] {
        assert!(!search(&mut road.akimat, wrong).says(PEOPLE[0]), "{wrong}");
    }
    search(&mut road.akimat, PEOPLE[0]);
    assert_eq!(app.count("SELECT count(*) FROM access_log"), opened, "to search opens nothing");
    let logged = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(logged.contains("/searches/{id}"), "the log was kept");
    for hidden in IINS.iter().chain(&["Үлгібаев", "%D2%AE"]) {
        assert!(!logged.contains(hidden), "{hidden} in the log");
    }
    let stored = if crate::harness::database::is_postgres() {
        format!(
            "SELECT count(*) FROM search WHERE position('{}'::bytea in query_sealed) > 0",
            IINS[0]
        )
    } else {
        format!(
            "SELECT count(*) FROM search WHERE instr(query_sealed, CAST('{}' AS BLOB)) > 0",
            IINS[0]
        )
    };
    assert!(app.count("SELECT count(*) FROM search") > 0);
    assert_eq!(app.count(&stored), 0);
}

#[test]
fn results_are_their_owners_for_twelve_hours_and_then_swept() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    let page = search(&mut road.akimat, "үлгібаев");
    for visitor in [
        &mut road.secretary,
        &mut road.officer,
        &mut app.sign_in("akimat2"),
        &mut app.sign_in("akimshi"),
    ] {
        visitor.get(&page.path).expect(404);
    }
    app.sign_in("akimat").see(&page.path);
    app.pass(TimeDelta::hours(12) - TimeDelta::minutes(1));
    let mut akimat = app.sign_in("akimat");
    akimat.see(&page.path);
    app.pass(TimeDelta::minutes(2));
    akimat.get(&page.path).expect(404);
    assert_eq!(app.count("SELECT count(*) FROM search"), 1);
    jasaq::jobs::sweep::run_once(&app.state).unwrap();
    assert_eq!(app.count("SELECT count(*) FROM search"), 0);
}

#[test]
fn too_little_to_look_for_is_said_and_what_was_typed_is_kept() {
    let app = TestApp::start();
    let mut akimat = app.sign_in("akimat");
    for typed in ["", "  ", "ж", "а б", "%%", "<"] {
        let form = akimat.see("/search").form("/search");
        let page = akimat.submit(&form, &[("q", typed)]).expect(422);
        assert!(
            page.html.contains("href=\"#q\"") && page.says("Сөздің кемінде екі әрпін енгізіңіз"),
            "{typed}"
        );
        let kept = page.form("/search").fields.into_iter().find(|(name, _)| name == "q").unwrap().1;
        assert_eq!(kept.trim(), typed.trim());
    }
    // The field in the menu is the same form.
    let form = akimat.see("/lists").form("/search");
    assert!(akimat.submit(&form, &[("q", "үлгі")]).expect(200).path.starts_with("/searches/"));
    akimat.post(&form, &[("q", "үлгі"), ("form_token", "")]).expect(403);
    assert_eq!(app.count("SELECT count(*) FROM search"), 1);
}

#[test]
fn pages_of_people_show_each_once_while_others_are_added() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    let name = |n: usize| format!("Көпбаев Мысал{n:03} Көпұлы");
    join(&app, &road, &(0..50).map(|n| name(2 * n)).collect::<Vec<_>>(), 300);
    let mut page = search(&mut road.akimat, "көп");
    let (mut seen, mut pages) = (Vec::new(), 0);
    loop {
        pages += 1;
        let own: Vec<usize> = (0..100).filter(|n| page.says(&name(*n))).collect();
        assert!(own.len() <= 20);
        seen.extend(own);
        let address = page.path.clone();
        assert!(!address.contains("%D") && !address.to_lowercase().contains("көп"));
        let Some(next) = page.links("/searches/").into_iter().find(|link| link.contains("after="))
        else {
            break;
        };
        // Somebody joins before and somebody behind the place where the reader is.
        let at = *seen.last().unwrap();
        join(&app, &road, &[name(at - 1), name(at + 1)], 1_000 + u32::try_from(at).unwrap() * 3);
        page = road.akimat.see(&next);
    }
    assert!(pages >= 3);
    assert!(seen.is_sorted(), "in order: {seen:?}");
    let mut once = seen.clone();
    once.dedup();
    assert_eq!(once, seen, "nobody twice");
    assert!((0..50).all(|n| seen.contains(&(2 * n))), "and nobody left out");
}

//! Auditors see what was done and opened in their bodies, and nothing of cases or of people.

use crate::harness::{
    TestApp,
    squad_scenario::{IINS, PEOPLE, SquadScenario},
    visitor::{Page, Visitor},
};
use chrono::TimeDelta;
use std::thread;

/// Makes the demo's auditor one of another body.
fn auditor_of(app: &TestApp, mailbox: &str) -> Visitor {
    let body = format!("SELECT id FROM body WHERE email = '{mailbox}@demo.invalid'");
    assert_eq!(
        app.tamper(&format!("UPDATE duty SET body_id = ({body}) WHERE kind = 'auditor'")),
        1
    );
    app.sign_in("auditor")
}

/// The whole road of a list in which a copy and IINs were opened by both sides.
fn opened(app: &TestApp) -> SquadScenario {
    let mut road =
        SquadScenario::new(app).proposed().created(Some(PEOPLE[0])).copied().sent().received();
    let entry = road.entries()[1].clone();
    let copy = road.officer.see(&entry).links("/copies/").remove(0);
    road.officer.see(&copy);
    road.akimat.see(&copy);
    road = road.answered(&[(1, "registered"), (2, "to_be_removed")]).removed();
    app.deliver();
    road
}

#[track_caller]
fn assert_nothing_of_people(page: &Page) {
    let text = page.text();
    for name in PEOPLE {
        assert!(!text.contains(name), "{name} at {}", page.path);
    }
    for number in IINS.iter().chain(&["99000101", "7000000001"]) {
        assert!(!page.html.contains(number), "{number} at {}", page.path);
    }
    for case in ["/squads/", "/lists/", "/entries/"] {
        assert!(page.links(case).is_empty(), "a case is linked at {}", page.path);
    }
    assert!(!text.contains("Ақжайық"));
}

/// Follows "next" from a page to the last one and gives all of them.
fn pages(visitor: &mut Visitor, first: &str) -> Vec<Page> {
    let mut pages = vec![visitor.see(first)];
    while let Some(next) = pages
        .last()
        .unwrap()
        .links(first.split('?').next().unwrap())
        .into_iter()
        .find(|l| l.contains("before="))
    {
        pages.push(visitor.see(&next));
        assert!(pages.len() < 50, "pages go on for ever");
    }
    pages
}

/// The rows of the last table of pages.
fn rows(pages: &[Page]) -> Vec<String> {
    let body = |page: &Page| {
        page.html.rsplit("<tbody>").next().unwrap().split("</tbody>").next().unwrap().to_owned()
    };
    pages
        .iter()
        .filter(|p| p.html.contains("<tbody>"))
        .flat_map(|p| body(p).split("<tr>").skip(1).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

#[test]
fn auditors_pages_are_for_auditors_and_statistics_for_heads_as_well() {
    let app = TestApp::start();
    for user in ["akimat", "hatshy", "tekserushi", "bastyq", "okil", "akimshi"] {
        let mut visitor = app.sign_in(user);
        for path in ["/journal", "/openings"] {
            visitor.get(path).expect(403);
        }
        visitor.get("/statistics").expect(if user == "bastyq" { 200 } else { 403 });
        let mut form = visitor.see("/inbox").form("/sign-out");
        form.action = "/journal/verify".into();
        visitor.post(&form, &[]).expect(403);
        let menu = visitor.see("/inbox");
        assert!(menu.links("/journal").is_empty() && menu.links("/openings").is_empty(), "{user}");
    }
    let mut auditor = app.sign_in("auditor");
    for path in ["/journal", "/openings", "/statistics"] {
        assert_eq!(auditor.see("/inbox").links(path), [path]);
        auditor.see(path);
    }
    auditor.get("/squads").expect(200);
    assert!(!auditor.see("/squads").says("Ж-2026"));
}

#[test]
fn an_auditor_of_the_subdivision_sees_its_chain_and_names_of_its_own_officers_only() {
    let app = TestApp::start();
    let mut road = opened(&app);
    let entry = road.entries()[2].clone();
    let list = road.list.clone();
    for _ in 0..20 {
        road = road.answered(&[(3, "to_be_removed")]);
        let form = road.officer.see(&entry).form(&format!("{entry}/outcome/taken-back"));
        road.officer.submit(&form, &[]).expect(200);
        app.deliver();
    }
    assert_eq!(list, road.list);
    drop(road);
    let mut auditor = app.sign_in("auditor");
    let all = pages(&mut auditor, "/journal");
    let rows = rows(&all);
    let acts = "SELECT count(*) FROM (SELECT DISTINCT act_id, act, case_id FROM journal WHERE chain <> 'system') acts";
    let in_chain = app.count(acts);
    assert!(in_chain > 50, "more than a page");
    assert_eq!(i64::try_from(rows.len()).unwrap(), in_chain, "every act of the chain, once");
    for page in &all {
        assert_nothing_of_people(page);
        assert!(
            !page.says("Мысалова Гүлнар") && !page.says("Үлгібаев Нұрлан"),
            "officers of the akimat and the council stay theirs"
        );
    }
    let whole: String = rows.concat();
    for words in [
        "Сынақов Бауыржан",
        "Ж-2026-0001",
        "Т-2026-0001",
        "19-тармақ",
        "7-тармақ",
        "26.05.2023 № 405",
        "Кеңес хатшысы",
    ] {
        assert!(whole.contains(words), "{words}");
    }
    assert!(rows[0].contains("кері қайтарып алынды"), "the newest first: {}", rows[0]);
    assert!(rows.last().unwrap().contains("Жасақ құру ұсынылды"), "{}", rows.last().unwrap());
    // Every code of the journal is said in words.
    let said = whole.split('<').filter_map(|part| part.split_once('>'));
    assert!(!said.into_iter().any(|(_, text)| text.contains('_')), "a code without a phrase");
}

#[test]
fn an_auditor_of_one_akimat_sees_nothing_of_another() {
    let app = TestApp::start();
    let road = opened(&app);
    drop(road);
    let mut elsewhere = auditor_of(&app, "mysal");
    for path in ["/journal", "/openings", "/statistics"] {
        let page = elsewhere.see(path);
        assert_nothing_of_people(&page);
        for words in ["Ж-2026", "Т-2026", "Мысалова", "Сынақов", "Үлгі"] {
            assert!(
                !page.text().replace("Үлгібаева Сәуле", "").contains(words),
                "{words} at {path}"
            );
        }
        assert!(rows(&[page]).is_empty());
    }
    // A body that is not audited is not there, whoever asks for it.
    let foreign =
        app.read(|db| jasaq::storage::offices::body::by_email(db, "ulgi@demo.invalid")).unwrap().id;
    elsewhere.get(&format!("/journal?body={foreign}")).expect(404);
    elsewhere.get(&format!("/openings?body={foreign}")).expect(404);

    let mut own = auditor_of(&app, "ulgi");
    let all = pages(&mut own, "/journal");
    let whole = rows(&all).concat();
    assert!(whole.contains("Мысалова Гүлнар"), "officers of the audited body by name");
    assert!(whole.contains("Үлгібаев Нұрлан"), "… and of the council below it");
    assert!(
        !whole.contains("Сынақов") && !whole.contains("Тексеруді жүргізетін қызметкер"),
        "nothing of what the subdivision did"
    );
}

#[test]
fn the_auditor_sees_who_opened_what_on_which_list_and_never_whose() {
    let app = TestApp::start();
    let road = opened(&app);
    drop(road);
    let mut auditor = app.sign_in("auditor");
    let page = auditor.see("/openings");
    assert_nothing_of_people(&page);
    let lines = rows(std::slice::from_ref(&page));
    assert_eq!(
        lines.len(),
        2,
        "the officer's IIN and copy; the akimat's are not the subdivision's"
    );
    for line in &lines {
        for words in [
            "Сынақов Бауыржан",
            "Т-2026-0001",
            "тізімдегі нөмірі: 2",
            "Тексеруді жүргізетін қызметкер",
        ] {
            assert!(line.contains(words), "{words} in {line}");
        }
    }
    assert!(
        lines[0].contains("Жеке куәліктің көшірмесі") && lines[1].contains("ЖСН"),
        "newest first"
    );

    let mut akimats = auditor_of(&app, "ulgi");
    let page = akimats.see("/openings");
    assert_nothing_of_people(&page);
    let openings = app.count("SELECT count(*) FROM access_log o JOIN body b ON b.id = o.body_id WHERE b.email = 'ulgi@demo.invalid'");
    assert_eq!(i64::try_from(rows(&pages(&mut akimats, "/openings")).len()).unwrap(), openings);
    assert!(!page.says("Сынақов") && page.says("Мысалова Гүлнар"));
    // Counts by person and day: IINs and the one copy of the akimat's officer.
    let counts =
        page.html.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().to_owned();
    assert_eq!(counts.matches("<tr>").count(), 1);
    assert!(
        counts.contains("22.11.2026")
            && counts.contains(">1</td>")
            && counts.contains(&format!(">{}</td>", openings - 1)),
        "{counts}"
    );
}

#[test]
fn whoever_opened_the_most_on_a_day_stands_first_and_filters_leave_out_the_rest() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entries = road.entries();
    road.officer.see(&entries[0]);
    app.pass(TimeDelta::days(1));
    let mut second = app.sign_in("tekserushi2");
    for entry in &entries[..3] {
        second.see(entry);
    }
    let mut auditor = app.sign_in("auditor");
    let page = auditor.see("/openings");
    let counts =
        page.html.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().to_owned();
    let people: Vec<&str> = counts
        .split("<tr>")
        .skip(1)
        .map(|row| row.split("<div>").nth(1).unwrap().split('<').next().unwrap())
        .collect();
    assert_eq!(people, ["Тестова Дина", "Сынақов Бауыржан"]);

    assert_eq!(rows(&[auditor.see("/openings?from=2026-11-23")]).len(), 3);
    assert_eq!(rows(&[auditor.see("/openings?to=2026-11-22")]).len(), 1);
    let user = app
        .read(|db| jasaq::storage::offices::user::by_email(db, "tekserushi2@demo.invalid"))
        .unwrap()
        .id;
    let page = auditor.see(&format!("/openings?user={user}"));
    assert_eq!(rows(std::slice::from_ref(&page)).len(), 3);
    assert_eq!(
        page.html
            .split("<tbody>")
            .nth(1)
            .unwrap()
            .split("</tbody>")
            .next()
            .unwrap()
            .matches("<tr>")
            .count(),
        1
    );
    for wrong in [
        "/openings?from=yesterday",
        "/openings?to=-9999-01-01",
        "/openings?user=x",
        "/journal?act=x",
        "/journal?from=9999-99-99",
    ] {
        auditor.get(wrong).expect(400);
    }
    auditor.see("/openings?before=nowhere");
    auditor.see("/journal?before=-1.x.y");
}

#[test]
fn openings_are_read_page_by_page() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let entries = road.entries();
    for n in 0..53 {
        road.officer.see(&entries[n % 7]);
    }
    let mut auditor = app.sign_in("auditor");
    let all = pages(&mut auditor, "/openings?from=2026-11-22");
    assert_eq!(
        all.iter().map(|page| rows(std::slice::from_ref(page)).len()).collect::<Vec<_>>(),
        [50, 3]
    );
}

#[test]
fn the_journal_can_be_narrowed_to_a_body_an_act_and_days() {
    let app = TestApp::start();
    let road = opened(&app);
    drop(road);
    let mut auditor = app.sign_in("auditor");
    let sent = rows(&pages(&mut auditor, "/journal?act=send_list"));
    assert_eq!(sent.len(), 1, "a line for the act, whomever it is about");
    assert!(sent.iter().all(|row| row.contains("Тізім жіберілді")));
    let unit = app
        .read(|db| jasaq::storage::offices::body::by_email(db, "synaq-1@demo.invalid"))
        .unwrap()
        .id;
    assert!(
        rows(&pages(&mut auditor, &format!("/journal?body={unit}"))).is_empty(),
        "the unit has not acted"
    );
    assert!(rows(&[auditor.see("/journal?from=2026-11-23")]).is_empty());
    assert!(rows(&[auditor.see("/journal?to=2026-11-21")]).is_empty());
    assert!(!rows(&[auditor.see("/journal?from=2026-11-22&to=2026-11-22")]).is_empty());
}

#[test]
fn verifying_tells_the_head_of_a_sound_chain_and_the_first_bad_number_of_another() {
    let app = TestApp::start();
    let road = opened(&app);
    drop(road);
    let chain = app
        .read(jasaq::storage::journal::chains)
        .into_iter()
        .find(|(chain, _)| chain != "system")
        .unwrap();
    let head = app.read(|db| jasaq::storage::journal::head(db, &chain.0)).unwrap();
    let before = app.count("SELECT count(*) FROM journal");
    let mut auditor = app.sign_in("auditor");
    let form = auditor.see("/journal").form("/journal/verify");
    let page = auditor.post(&form, &[]).expect(200);
    assert!(
        page.says(&hex::encode(&head.1)) && page.says(&format!("Жазба саны: {}", head.0)),
        "{}",
        page.text()
    );
    assert!(page.says("Барлық жазба қалай жазылса, солай сақталған."));
    assert_eq!(app.count("SELECT count(*) FROM journal"), before, "it changes nothing");

    assert_eq!(
        app.tamper(&format!(
            "UPDATE journal SET act = 'reject_squad' WHERE chain = '{}' AND number = 7",
            chain.0
        )),
        1
    );
    let page = auditor.post(&form, &[]).expect(200);
    assert!(page.says("Бірінші қате: 7-жазба өзгертілген."), "{}", page.text());
    // The akimat's auditor has the same verified that its officers wrote in.
    let mut akimats = auditor_of(&app, "ulgi");
    let form = akimats.see("/journal").form("/journal/verify");
    let page = akimats.post(&form, &[]).expect(200);
    assert!(page.says("7-жазба") && page.says(&hex::encode(&head.1)));
    assert!(!page.says("Жазба саны"), "how long a chain is, is told to its own auditors");
    let mut elsewhere = auditor_of(&app, "mysal");
    let form = elsewhere.see("/journal").form("/journal/verify");
    assert!(!elsewhere.post(&form, &[]).expect(200).says("7-жазба"));
}

#[test]
fn statistics_count_what_there_is_and_name_nobody() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    road = road.answered(&[(1, "registered"), (2, "registered"), (3, "to_be_removed")]);
    let entry = road.entries()[6].clone();
    let form = road.akimat.see(&entry).form(&format!("{entry}/withdrawal"));
    road.akimat.submit(&form, &[]).expect(200);
    let unit = road.unit_id("Сынақ-2");
    let form = road.akimat.see("/squads/new").form("/squads");
    let fields =
        [("name_kk", "Екінші"), ("name_ru", "Вторая"), ("area", "Ауыл"), ("unit", unit.as_str())];
    road.akimat.submit(&form, &fields).expect(200);
    app.deliver();

    let tags = |page: &Page| -> Vec<String> {
        let words = |row: &str| {
            let row = row.split("</svg>").nth(1).unwrap().split("</td>").next().unwrap();
            row.replace("</span>", "")
                .replace("</th><td class=\"number\">", " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        page.html.split("<th scope=\"row\"><span class=\"tag").skip(1).map(words).collect()
    };
    let mut head = app.sign_in("bastyq");
    let page = head.see("/statistics");
    assert_eq!(
        tags(&page),
        ["Құрылды 1", "Тексерілуде 3", "Тіркелді 2", "Жасақтан шығарылуға тиіс 1"],
        "from creation and the list on"
    );
    assert!(page.says("Басшысы жоқ жасақтар: 1") && page.says("Ішкі мерзімі өткен тізімдер: 0"));
    assert_eq!(page.links("/squads/").len(), 1, "a head may open what is counted");
    let spans = |page: &Page| -> Vec<String> {
        let rows =
            page.html.split("<th scope=\"row\">").skip(1).filter(|row| !row.starts_with('<'));
        rows.map(|row| {
            row.split("</td>").next().unwrap().replace("</th><td class=\"number\">", ": ")
        })
        .collect()
    };
    assert_eq!(
        spans(&page),
        ["0–5 күн: 3", "6–10 күн: 0", "11–15 күн: 0", "16–30 күн: 0", "30 күннен көп: 0"],
        "three outcomes on the day of receipt"
    );
    assert!(page.says("Жеткізілмеген хаттар (0)"));
    app.tamper("UPDATE outbox SET failed_at = created_at, fault = 'time_over' WHERE kind = 'vet_list' AND user_id = (SELECT id FROM users WHERE email = 'tekserushi@demo.invalid')");
    assert!(head.see("/statistics").says("Жеткізілмеген хаттар (1)"), "of the own subdivision");

    // The target is the 15th day; on the 16th the list is late.
    app.pass(TimeDelta::days(16));
    let page = app.sign_in("bastyq").see("/statistics");
    assert!(
        page.says("Ішкі мерзімі өткен тізімдер: 1")
            && page.says("Т-2026-0001")
            && page.says("(+1)"),
        "{}",
        page.text()
    );
}

#[test]
fn an_auditor_sees_rounded_figures_of_the_months_beginning_and_no_change_until_the_next() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let outcomes: Vec<_> = (1..=5).map(|n| (n, "registered")).collect();
    road = road.answered(&outcomes);
    app.deliver();
    let see = |mailbox: &str| auditor_of(&app, mailbox).see("/statistics");
    let page = see("synaq");
    assert!(page.says("Деректер әр айдың басында есептеледі"), "{}", page.text());
    assert!(!page.html.contains("<table"), "nothing is counted yet");
    // The month ends; an auditor was there when the next began.
    app.pass_until(10, 0, 30);
    assert_eq!(jasaq::jobs::count::run_once(&app.state).unwrap(), 1);
    assert_eq!(jasaq::jobs::count::run_once(&app.state).unwrap(), 0, "once a month");
    let page = see("synaq");
    let told = |page: &Page| -> Vec<String> {
        let rows = page.html.split("<th scope=\"row\"><span class=\"tag").skip(1);
        rows.map(|row| {
            let row = row.split("</svg>").nth(1).unwrap().split("</td>").next().unwrap();
            row.replace("</span>", "")
                .replace("</th><td class=\"number\">", " ")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
    };
    let expected = ["Құрылды 5-тен аз", "Тексерілуде 5-тен аз", "Тіркелді 5"];
    assert_eq!(told(&page), expected, "{}", page.text());
    assert!(page.says("Көрсетілгендердің жиыны: 5"), "{}", page.text());
    assert!(page.says("10-нан аз нәтиже бойынша көрсетілмейді"), "no median of five");
    for reference in ["Ж-2026", "Т-2026"] {
        assert!(!page.says(reference), "no case is named");
    }
    assert_nothing_of_people(&page);
    // Whatever happens until the next month, the figures stay.
    road.officer = app.sign_in("tekserushi");
    road.akimat = app.sign_in("akimat");
    drop(road.answered(&[(6, "to_be_removed"), (7, "to_be_removed")]));
    app.deliver();
    assert_eq!(told(&see("synaq")), expected);
    jasaq::jobs::count::run_once(&app.state).unwrap();
    assert_eq!(told(&see("synaq")), expected);
    app.pass_until(31, 0, 30);
    jasaq::jobs::count::run_once(&app.state).unwrap();
    let expected = ["Құрылды 5-тен аз", "Тіркелді 5", "Жасақтан шығарылуға тиіс 5-тен аз"];
    assert_eq!(told(&see("synaq")), expected);
    // Others count what they may open, as it is now.
    assert!(told(&app.sign_in("bastyq").see("/statistics")).contains(&"Тіркелді 5".to_owned()));
    // Another body's auditor sees nothing of it.
    assert!(see("mysal").says("Деректер әр айдың басында есептеледі"));
    app.run_scheduled();
}

#[test]
fn an_auditors_journal_has_one_line_an_act_and_no_number_of_people() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    let outcomes: Vec<_> = (1..=7).map(|n| (n, "registered")).collect();
    road = road.answered(&outcomes);
    drop(road);
    app.deliver();
    let entries = "SELECT count(*) FROM journal WHERE act = 'return_outcomes'";
    assert!(app.count(entries) > 7, "an entry for each person");
    let mut auditor = auditor_of(&app, "synaq");
    let lines = rows(&pages(&mut auditor, "/journal?act=return_outcomes"));
    assert_eq!(lines.len(), 1, "{lines:#?}");
}

#[test]
fn every_entry_of_the_access_log_names_the_body_the_duty_and_the_list() {
    let app = TestApp::start();
    drop(opened(&app));
    let complete = "SELECT count(*) FROM access_log o JOIN body b ON b.id = o.body_id WHERE o.list_id IS NOT NULL \
        AND o.caller_kind = 'user' AND o.caller_id IN (SELECT id FROM users) \
        AND (o.duty = 'vetting_officer' AND b.email = 'synaq@demo.invalid' OR o.duty = 'akimat_officer' AND b.email = 'ulgi@demo.invalid')";
    let all = app.count("SELECT count(*) FROM access_log");
    assert!(all > 0);
    assert_eq!(app.count(complete), all);
}

#[test]
fn a_chain_that_grows_while_it_is_gone_through_is_not_taken_for_a_broken_one() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed();
    app.deliver();
    let chain = app
        .read(jasaq::storage::journal::chains)
        .into_iter()
        .find(|(chain, _)| chain != "system")
        .unwrap()
        .0;
    let entries = road.entries();
    let mut times = 0;
    thread::scope(|scope| {
        let writing = scope.spawn(|| (0..60).for_each(|n| drop(road.attach(&entries[n % 7]))));
        while !writing.is_finished() {
            assert_eq!(app.read(|db| jasaq::storage::journal::verify(db, &chain)), None);
            times += 1;
        }
    });
    assert!(times > 1, "it was gone through while it grew");
}

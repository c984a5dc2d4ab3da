//! Histories tell each reader what was done on a case, and no more than the case's pages tell.

use crate::harness::{
    TestApp,
    squad_scenario::{PEOPLE, SquadScenario},
    visitor::Page,
};

/// The lines of a history, newest first.
fn lines(page: &Page) -> Vec<String> {
    let timeline = page.html.split("class=\"timeline\"").nth(1).unwrap_or_default();
    // An element of a line ends a word: a browser draws them apart.
    let text = |line: &str| -> String {
        let words: Vec<&str> = line
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    timeline.split("<li><span class=\"icon-box\">").skip(1).map(text).collect()
}

/// The line of an act by its words.
#[track_caller]
fn line(page: &Page, act: &str) -> String {
    lines(page)
        .into_iter()
        .find(|line| line.starts_with(act))
        .unwrap_or_else(|| panic!("no {act} in {:#?}", lines(page)))
}

#[test]
fn an_act_on_many_people_is_one_line_that_says_how_many_took_which_step() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent();
    let page = road.akimat.see(&format!("{}/history", road.list));
    let sent = line(&page, "Тізім жіберілді");
    for words in [
        "Жасақ мүшесі: Ұсынылды → Жіберілген тізімде × 7",
        "Тізім: Жоба → Жіберілді",
        "Мысалова Гүлнар",
        "19-тармақ",
        "26.05.2023 № 405",
    ] {
        assert!(sent.contains(words), "{words} in {sent}");
    }
    assert_eq!(lines(&page).iter().filter(|line| line.starts_with("Тізім жіберілді")).count(), 1);
    assert!(page.links("/rules#clause-19").len() == 1);
    // The mail: its kind, the duty and body it is to, both holders, and what became of it; no address.
    assert!(sent.contains("Аумақтық бөлімшеге хат · Тексеруді жүргізетін қызметкер, Шекара қызметінің «Сынақ» аумақтық бөлімшесі × 2: жіберу кезегінде тұр"), "{sent}");
    assert!(!page.html.contains('@'));
    app.deliver();
    let page = road.akimat.see(&format!("{}/history", road.list));
    assert!(line(&page, "Тізім жіберілді").contains("22.11.2026 10:00 жөнелтілді"));
    app.tamper("UPDATE outbox SET sent_at = NULL, attempts = 3, due_at = created_at");
    let page = road.akimat.see(&format!("{}/history", road.list));
    assert!(line(&page, "Тізім жіберілді").contains("қайта жіберіледі (әрекет саны: 3)"));
    app.deliver();
    // Names of officers stay within their own body.
    let page = road.officer.see(&format!("{}/history", road.list));
    let sent = line(&page, "Тізім жіберілді");
    assert!(
        !sent.contains("Мысалова Гүлнар")
            && sent.contains("Әкімдіктің жауапты қызметкері, «Үлгі» ауданының әкімдігі"),
        "{sent}"
    );
}

#[test]
fn each_body_reads_in_a_squads_history_what_its_pages_show() {
    let app = TestApp::start();
    let road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[1])).copied().sent().received();
    let mut road = road.answered(&[(1, "registered"), (2, "to_be_removed")]).removed();
    app.deliver();
    let path = format!("{}/history", road.squad);
    let akimat = road.akimat.see(&path);
    assert!(line(&akimat, "Нәтижелер жіберілді").contains("Тексерілуде → Тіркелді"));
    assert!(line(&akimat, "Жасақ құру ұсынылды").contains("Ұсынылды × 7"));

    let officer = road.officer.see(&path);
    assert!(
        line(&officer, "Нәтижелер жіберілді").contains("Тексерілуде → Жасақтан шығарылуға тиіс")
    );
    assert!(
        !officer.says("Жасақ құру ұсынылды") && !officer.says("көшірмелері қоса берілді"),
        "what has not travelled is the akimat's"
    );

    let council = road.secretary.see(&path);
    assert!(council.says("Басшының орны босады"), "clause 7 is the council's");
    for words in [
        "Нәтижелер",
        "Тексерілуде",
        "Тіркелді",
        "шығарыл",
        "Тізім жіберілді",
        "Тізім қабылданды",
        "қоса берілді",
    ] {
        assert!(!lines(&council).concat().contains(words), "the council reads {words}");
    }

    let unit = road.unit.see(&path);
    let outcome = line(&unit, "Нәтижелер жіберілді");
    assert!(
        outcome.contains("Тексерілуде → Тіркелді") && outcome.contains("Құрылымдық бөлімшеге хат")
    );
    assert!(!outcome.contains("Әкімдікке хат"), "a mail about a list is not the unit's: {outcome}");
    for words in
        ["шығарылуға тиіс", "шығарылды", "Тізім жіберілді", "Тізім қабылданды", "ұсынылды", "× 7"]
    {
        assert!(!lines(&unit).concat().contains(words), "the unit reads {words}");
    }
    // Nobody reads of registers, which are not journaled, or of anybody's name.
    for page in [&akimat, &officer, &council, &unit] {
        assert!(!page.says("Сұрау салулар белгіленді"));
        assert!(!PEOPLE.iter().any(|name| page.says(name)));
    }
}

#[test]
fn numbers_of_a_chain_are_shown_to_the_body_whose_chain_it_is() {
    let app = TestApp::start();
    let road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[1])).copied().sent().received();
    let mut road = road.answered(&[(1, "registered")]);
    app.deliver();
    let number = "журналдағы нөмірі";
    let numbered = |page: &Page| lines(page).iter().filter(|line| line.contains(number)).count();
    let path = format!("{}/history", road.squad);
    let officer = road.officer.see(&path);
    assert!(!lines(&officer).is_empty());
    assert_eq!(
        numbered(&officer),
        lines(&officer).len(),
        "each line has its number in the own chain"
    );
    for visitor in [&mut road.akimat, &mut road.secretary, &mut road.unit] {
        let page = visitor.see(&path);
        assert!(!lines(&page).is_empty() && numbered(&page) == 0, "{:#?}", lines(&page));
    }
    assert_eq!(numbered(&road.akimat.see(&format!("{}/history", road.list))), 0);
    assert!(
        !road.unit.see("/book").html.contains("Журнал</th>"),
        "the book tells its own numbers only"
    );
}

#[test]
fn nothing_of_registers_is_in_any_history() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None).copied().sent().received();
    app.deliver();
    let form = road.officer.see(&road.list).form(&format!("{}/registers", road.list));
    road.officer.submit(&form, &[("note", "narcological:answered")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM register_note"), 7);
    let entry = road.entries()[0].clone();
    for path in [
        format!("{}/history", road.list),
        format!("{}/history", road.squad),
        format!("{entry}/history"),
    ] {
        for visitor in [&mut road.akimat, &mut road.officer] {
            let page = visitor.see(&path);
            assert!(!page.says("Наркологиялық") && !page.says("Сұрау салу"), "{path}");
        }
    }
}

#[test]
fn a_persons_history_is_that_persons_alone_and_of_whoever_sees_the_entry() {
    let app = TestApp::start();
    let mut road =
        SquadScenario::new(&app).proposed().created(Some(PEOPLE[2])).copied().sent().received();
    let entries = road.entries();
    road.give_back(&[(&entries[2], "unreadable_copy")]);
    road.attach(&entries[2]);
    let form = road.akimat.see(&road.list).form(&format!("{}/dispatches", road.list));
    road.akimat
        .submit(&form, &[("outgoing_number", "3-14/1201"), ("statement", "yes")])
        .expect(200);
    let road = road.received();
    let mut road = road.answered(&[(3, "registered"), (4, "to_be_removed")]);
    app.deliver();

    let path = format!("{}/history", entries[2]);
    assert_eq!(road.akimat.see(&entries[2]).links(&path), [path.as_str()]);
    let page = road.akimat.see(&path);
    assert_eq!(
        lines(&page)
            .iter()
            .filter(|line| line.starts_with("Құжаттардың көшірмелері қоса берілді"))
            .count(),
        2,
        "both copies, nobody else's"
    );
    let returned = line(&page, "Жазбалар түзетуге қайтарылды");
    assert!(
        returned.contains("Көшірмені оқу мүмкін емес")
            && returned.contains("Ашық → Түзетуге қайтарылды"),
        "{returned}"
    );
    assert!(line(&page, "Нәтижелер жіберілді").contains("Тексерілуде → Тіркелді"));
    assert!(!page.says("шығарылуға тиіс"), "another person's outcome");
    assert!(line(&page, "Басшының өкілеттігі басталды").contains("7-тармақ"));
    assert!(!page.html.contains("× 7"), "one person");
    let opened = app.count("SELECT count(*) FROM access_log");
    let officers = road.officer.see(&path);
    assert_eq!(app.count("SELECT count(*) FROM access_log"), opened, "a history opens no IIN");
    assert!(!officers.says("көшірмелері қоса берілді") && officers.says("Нәтижелер жіберілді"));
    let other = road.akimat.see(&format!("{}/history", entries[5]));
    assert!(
        !other.says("Нәтижелер жіберілді")
            && !other.says("түзетуге қайтарылды")
            && !other.says("Басшы")
    );
    for user in ["hatshy", "akimat2", "okil", "okil2", "akimshi", "auditor"] {
        app.sign_in(user).get(&path).expect(404);
    }
    app.sign_in("bastyq").see(&path);
}

#[test]
fn a_long_history_is_read_page_by_page() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app).proposed().created(None);
    let entries = road.entries();
    for n in 0..54 {
        road.attach(&entries[n % 7]);
    }
    app.deliver();
    let path = format!("{}/history", road.squad);
    let first = road.akimat.see(&path);
    let next = first.links(&format!("{path}?before=")).remove(0);
    let second = road.akimat.see(&next);
    assert_eq!(
        (lines(&first).len(), lines(&second).len()),
        (50, 6),
        "54 copies, a decision, a proposal"
    );
    assert!(second.links(&format!("{path}?before=")).is_empty());
    assert!(
        lines(&second).last().unwrap().starts_with("Жасақ құру ұсынылды"),
        "the oldest is the last"
    );
    // A page of what is hidden from the reader is no empty page: it goes on to what is shown.
    let council = road.secretary.see(&path);
    assert_eq!(lines(&council).len(), 2);
}

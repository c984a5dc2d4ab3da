//! Equal questions of a file are answered together, and its rows are shown by kind.

use crate::{
    harness::{TestApp, squad_scenario::SquadScenario, visitor::Page},
    lists::{
        intake::lists::{csv, invent},
        sending::{only, upload},
    },
};

/// The first invented person of a list: nobody of the squad is among them.
const FIRST: u32 = 400;

/// A list of so many people, whose rows ask by turns: `texts` gives name and birth date of each.
fn people(count: u32, texts: impl Fn(u32) -> (String, String)) -> Vec<u8> {
    let title = ["Аты-жөні", "ЖСН", "Туған күні"].map(str::to_owned).to_vec();
    let row = |number: u32| {
        let (name, born) = texts(number);
        vec![name, invent(number + FIRST).iin, born]
    };
    csv(&std::iter::once(title).chain((0..count).map(row)).collect::<Vec<_>>())
}

fn review(app: &TestApp, file: &[u8]) -> (SquadScenario, Page) {
    let mut road = SquadScenario::new(app).proposed().created(None);
    let page = upload(&mut road, file, "list.csv").expect(200);
    (road, page)
}

fn press(road: &mut SquadScenario, page: &Page, fields: &[(&str, &str)]) -> Page {
    road.akimat.submit(&page.form(&only(&page.path)), fields)
}

/// The rows of a page, in its order.
fn shown(page: &Page) -> Vec<usize> {
    let form = page.form(&only(&page.path));
    let places = form.fields.iter().filter(|(name, _)| name == "shown");
    places.map(|(_, place)| place.parse().unwrap()).collect()
}

const BEFORE: i64 = 7;

/// Every third of 120 names asks which word is the surname.
fn forty_questions() -> Vec<u8> {
    people(120, |number| {
        let person = invent(number + FIRST);
        let surname = if number % 3 == 0 { "Қайрат".to_owned() } else { person.surname };
        (format!("{surname} {}", person.given), person.born)
    })
}

#[test]
fn forty_equal_questions_of_a_hundred_and_twenty_people_cost_two_presses() {
    let app = TestApp::start();
    let (mut road, page) = review(&app, &forty_questions());
    assert_eq!(
        shown(&page)[..41],
        [(0..120).step_by(3).collect::<Vec<_>>(), vec![1]].concat(),
        "rows that ask come first"
    );
    let answered = press(&mut road, &page, &[("do", "answer-all:name_order")]).expect(200);
    assert!(!answered.html.contains("class=\"chosen\""));
    press(&mut road, &answered, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), BEFORE + 120);
    app.deliver();
}

#[test]
fn a_row_may_differ_from_the_answer_of_all_and_the_answer_is_taken_back() {
    let app = TestApp::start();
    let (mut road, page) = review(&app, &forty_questions());
    let answered = press(&mut road, &page, &[("do", "answer-all:name_order")]).expect(200);
    let one = press(&mut road, &answered, &[("leave-out-3", "yes"), ("do", "edit:6")]).expect(200);
    let names = [("surname-6", "Мысалов"), ("given_name-6", "Қайрат"), ("do", "see")];
    let differs = press(&mut road, &one, &names).expect(200);
    assert!(differs.says("Мысалов Қайрат"));
    let again = press(&mut road, &differs, &[("do", "ask-all:name_order")]).expect(200);
    let open = press(&mut road, &again, &[("do", "show:open")]).expect(200);
    assert_eq!(shown(&open).len(), 38, "but for the one left out and the one typed");
    let out = press(&mut road, &open, &[("do", "leave-out-all:name_order")]).expect(200);
    press(&mut road, &out, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), BEFORE + 81);
    app.deliver();
}

#[test]
fn the_dates_of_iins_are_taken_together_or_one_by_one() {
    let app = TestApp::start();
    let file = people(6, |number| {
        let person = invent(number + 20_000);
        let born = invent(number + FIRST).born;
        let [year, month, day] = born.split('-').collect::<Vec<_>>().try_into().unwrap();
        let written = match number {
            0 | 1 => year.to_owned(),
            2 => format!("{}", year.parse::<u32>().unwrap() - 1),
            3 => format!("{day}.{month}.{}", year.parse::<u32>().unwrap() - 1),
            _ => format!("{day}.{month}.{year}"),
        };
        (format!("{} {}", person.surname, person.given), written)
    });
    let (mut road, page) = review(&app, &file);
    let taken = press(&mut road, &page, &[("do", "answer-all:birth_date_year_only")]).expect(200);
    assert_eq!(
        taken.form(&only(&taken.path)).fields.iter().filter(|(name, _)| name == "answer-2").count(),
        0,
        "another year is no slip of the pen"
    );
    let fields = [("birth_date-2", ""), ("answer-3", "iin_birth_date_differs"), ("do", "save")];
    press(&mut road, &taken, &fields).expect(200);
    for number in [0, 1, 3] {
        let date = invent(number + FIRST).born;
        let stored = format!("SELECT count(*) FROM particulars WHERE birth_date = '{date}'");
        assert_eq!(app.count(&stored), 1, "{number}");
    }
    app.deliver();
}

#[test]
fn a_date_that_is_typed_goes_before_the_one_that_is_proposed() {
    let app = TestApp::start();
    let file = people(2, |number| {
        (format!("Мысалов {}", invent(number + FIRST).given), "2001".to_owned())
    });
    let born = invent(1 + FIRST).born;
    let year = born.split('-').next().unwrap().to_owned();
    let file = String::from_utf8(file).unwrap().replace("2001", &year).into_bytes();
    let (mut road, page) = review(&app, &file);
    let fields =
        [("answer-1", "birth_date_year_only"), ("birth_date-1", "01.02.1990"), ("do", "see")];
    let typed = press(&mut road, &page, &fields).expect(200);
    assert!(typed.says("01.02.1990"), "{}", typed.text());
    app.deliver();
}

#[test]
fn rows_are_shown_by_kind_and_the_kind_stands_in_the_address() {
    let app = TestApp::start();
    let file = people(5, |number| {
        let person = invent(number + FIRST);
        let name = match number {
            0 => format!("Ҡасымов {}", person.given),
            1 => format!("Kасымов {}", person.given),
            2 => format!("Қайрат {}", person.given),
            3 => String::new(),
            _ => format!("{} {}", person.surname, person.given),
        };
        (name, person.born)
    });
    let (mut road, mut page) = review(&app, &file);
    for (kind, places) in [
        ("restored", &[0][..]),
        ("warning", &[1]),
        ("ask", &[2]),
        ("error", &[3]),
        ("ok", &[4]),
        ("open", &[2, 3]),
        ("all", &[2, 3, 0, 1, 4]),
    ] {
        page = press(&mut road, &page, &[("do", &format!("show:{kind}"))]).expect(200);
        assert!(page.path.contains(&format!("show={kind}")), "{}", page.path);
        assert_eq!(shown(&page), places, "{kind}");
    }
    app.deliver();
}

#[test]
fn nothing_but_a_question_is_settled_for_all() {
    let app = TestApp::start();
    let (mut road, page) = review(&app, &forty_questions());
    let form = page.form(&only(&page.path));
    for wrong in ["answer-all:secrets", "answer-all:", "leave-out-all:x"] {
        road.akimat.submit(&form, &[("do", wrong)]).expect(400);
    }
    let page = press(&mut road, &page, &[("do", "answer-all:iin_missing")]).expect(200);
    let open = press(&mut road, &page, &[("do", "show:open")]).expect(200);
    assert_eq!(shown(&open).len(), 40, "what no tick answers stays open");
    app.deliver();
}

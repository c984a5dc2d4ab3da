//! The report on a file: columns confirmed, questions answered, cells corrected, people left out; then all or nothing.

use crate::{
    harness::{
        TestApp, fixture,
        squad_scenario::{IINS, SquadScenario},
        visitor::Page,
    },
    lists::sending::{only, upload},
};
use rust_xlsxwriter::{Format, Workbook};

/// A squad with nobody in it, whose akimat has just sent a file.
fn review(app: &TestApp, file: &[u8], name: &str) -> (SquadScenario, Page) {
    let mut road = SquadScenario::new(app).proposed().created(None);
    let page = upload(&mut road, file, name).expect(200);
    (road, page)
}

fn press(road: &mut SquadScenario, page: &Page, fields: &[(&str, &str)]) -> Page {
    road.akimat.submit(&page.form(&only(&page.path)), fields)
}

/// What a field of the page holds.
fn value(page: &Page, field: &str) -> Option<String> {
    let form = page.form(&only(&page.path));
    form.fields.into_iter().find(|(name, _)| name == field).map(|(_, value)| value)
}

fn csv(lines: &[&str]) -> Vec<u8> {
    lines.join("\n").into_bytes()
}

#[test]
fn nobody_is_saved_while_a_row_is_neither_corrected_nor_answered_nor_left_out() {
    let app = TestApp::start();
    let (mut road, page) =
        review(&app, &fixture("lists/02_zaisan_ru_text_dates.xlsx"), "список.xlsx");
    assert_eq!(
        page.html.matches("name=\"shown\"").count(),
        8,
        "the sheet has eight rows of people"
    );
    let refused = press(&mut road, &page, &[("do", "save")]).expect(422);
    assert!(
        refused.html.contains("href=\"#row-3\""),
        "the summary leads to the first row to be settled"
    );
    assert_eq!(refused.html.matches("name=\"shown\"").count(), 2, "and only such rows are shown");
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7);

    // A number that is wrong again stays as it was typed, and is still asked for.
    let again =
        press(&mut road, &refused, &[("iin-3", "661122399227"), ("do", "save")]).expect(422);
    assert_eq!(value(&again, "iin-3").as_deref(), Some("661122399227"));
    // This is the number of somebody who stands in the squad: that is said, and nobody is left out unseen.
    let known = press(
        &mut road,
        &again,
        &[("leave-out-6", "yes"), ("iin-3", "661122399071"), ("do", "save")],
    )
    .expect(422);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7);
    let known = press(&mut road, &known, &[("leave-out-6", "yes"), ("do", "show:all")]).expect(200);
    assert!(known.says("Осы жасақта бар"));
    assert_eq!(value(&known, "leave-out-3").as_deref(), Some("yes"));
    // The person who stands there twice is left out by hand.
    let saved = press(&mut road, &known, &[("leave-out-6", "yes"), ("do", "save")]).expect(200);
    assert!(saved.path.starts_with("/lists/"));
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7 + 6);
    assert_eq!(
        app.count("SELECT count(*) FROM draft"),
        0,
        "the file is gone with what was read from it"
    );
    road.akimat.get(&only(&page.path)).expect(404);
    app.deliver();
}

#[test]
fn every_cell_of_a_row_can_be_corrected_in_place() {
    let app = TestApp::start();
    let (mut road, page) =
        review(&app, &fixture("lists/02_zaisan_ru_text_dates.xlsx"), "список.xlsx");
    assert_eq!(value(&page, "surname-0"), None, "what is certain is text");
    let open = press(&mut road, &page, &[("do", "edit:0")]).expect(200);
    assert!(value(&open, "surname-0").is_some_and(|surname| !surname.is_empty()));
    let fields = [
        ("surname-0", "Сынақбай"),
        ("birth_date-0", "1988-04-12"),
        ("phone-0", "8 (701) 000 09 99"),
        ("address-0", "Үлгі ауылы"),
        ("do", "see"),
    ];
    let corrected = press(&mut road, &open, &fields).expect(200);
    for words in ["Сынақбай", "12.04.1988", "+77010000999", "Үлгі ауылы"] {
        assert!(corrected.says(words), "{words}");
    }
    // Wrong again: the cell stays open with what was typed, and everything else as it was.
    let open = press(&mut road, &corrected, &[("do", "edit:0")]).expect(200);
    let wrong =
        press(&mut road, &open, &[("birth_date-0", "32.13.1988"), ("do", "see")]).expect(200);
    assert_eq!(value(&wrong, "birth_date-0").as_deref(), Some("32.13.1988"));
    assert!(wrong.says("Сынақбай"));
    app.deliver();
}

#[test]
fn a_column_that_nobody_knows_is_asked_about_and_read_as_the_office_says() {
    let app = TestApp::start();
    let file = csv(&[
        "№;Ф.И.О.;Код человека;Дата рождения;",
        "1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;099000301",
        "2;Мысалова Гүлнар Жобақызы;781231499045;31.12.1978;99000302",
    ]);
    let (mut road, page) = review(&app, &file, "list.csv");
    assert!(
        page.says("Код человека") && page.says("840229399029"),
        "its title and some of its values are shown"
    );
    assert!(page.says("тақырыбы жоқ"), "a column without a title is as unknown");
    let refused = press(&mut road, &page, &[("do", "save")]).expect(422);
    assert!(refused.html.contains("href=\"#columns\""));
    // To correct a cell before the columns are right is not in vain.
    let open = press(&mut road, &refused, &[("do", "edit:1")]).expect(200);
    let open = press(&mut road, &open, &[("phone-1", "87010000302"), ("do", "see")]).expect(200);
    let read = press(
        &mut road,
        &open,
        &[("column-0-2", "iin"), ("column-0-4", "document"), ("do", "confirm")],
    )
    .expect(200);
    for words in ["781231499045", "099000301", "099000302", "+77010000302"] {
        assert!(read.says(words), "{words}");
    }
    press(&mut road, &read, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 9);
    app.deliver();
}

#[test]
fn columns_that_are_of_no_use_are_confirmed_as_such() {
    let app = TestApp::start();
    let file = csv(&["№;Ф.И.О.;ИИН;Размер обуви", "1;Үлгібаев Нұрлан Сынақұлы;840229399029;42"]);
    let (mut road, page) = review(&app, &file, "list.csv");
    let page = press(&mut road, &page, &[("do", "save")]).expect(422);
    let confirmed = press(&mut road, &page, &[("do", "confirm")]).expect(200);
    press(&mut road, &confirmed, &[("do", "save")]).expect(200);
    app.deliver();
}

#[test]
fn rows_read_from_other_columns_are_seen_before_they_are_saved() {
    let app = TestApp::start();
    let file = csv(&["Аты-жөні;ИИН", "Нұрлан Үлгі;840229399029", "Ерлан Сынақ;781231499045"]);
    let (mut road, page) = review(&app, &file, "list.csv");
    assert!(page.says("Қай сөз тегі екенін"), "which word is the surname is asked");
    // One answer for the whole column; pressing «save» with it does not save what nobody has seen.
    let read =
        press(&mut road, &page, &[("column-0-0", "given_first"), ("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7);
    assert!(read.says("Үлгі Нұрлан") && read.says("Сынақ Ерлан"));
    press(&mut road, &read, &[("do", "save")]).expect(200);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM particulars WHERE surname = 'Үлгі' AND given_name = 'Нұрлан'"
        ),
        1
    );
    app.deliver();
}

#[test]
fn a_column_that_must_not_be_held_is_never_read_whatever_a_form_says() {
    let app = TestApp::start();
    let file = csv(&["№;Ф.И.О.;ИИН;Судимость", "1;Үлгібаев Нұрлан Сынақұлы;840229399029;ҚҰПИЯ"]);
    let (mut road, page) = review(&app, &file, "list.csv");
    assert!(!page.html.contains("ҚҰПИЯ"));
    assert_eq!(value(&page, "column-0-3"), None, "it is no choice");
    let page = press(&mut road, &page, &[("column-0-3", "address"), ("do", "confirm")]).expect(200);
    assert!(!page.html.contains("ҚҰПИЯ"));
    let page =
        press(&mut road, &page, &[("column-0-1", "not_held"), ("do", "confirm")]).expect(200);
    assert!(page.says("Үлгібаев"));
    press(&mut road, &page, &[("do", "save")]).expect(200);
    assert_eq!(
        app.count(
            "SELECT count(*) FROM particulars WHERE address IS NOT NULL AND address LIKE '%ҚҰПИЯ%'"
        ),
        0
    );
    app.deliver();
}

#[test]
fn columns_under_which_nobody_could_be_read_are_refused_and_the_report_stays() {
    let app = TestApp::start();
    let file = csv(&["№;Ф.И.О.;ИИН", "1;Үлгібаев Нұрлан Сынақұлы;840229399029"]);
    let (mut road, page) = review(&app, &file, "list.csv");
    let fields = [("column-0-1", "nothing"), ("column-0-2", "nothing"), ("do", "confirm")];
    let refused = press(&mut road, &page, &fields).expect(422);
    assert!(refused.html.contains("role=\"alert\""));
    assert!(refused.says("Үлгібаев"), "the rows are as they were");
    press(&mut road, &refused, &[("do", "save")]).expect(200);
    app.deliver();
}

/// Two rows, the second crossed out.
fn struck() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let line = Format::new().set_font_strikethrough();
    for (place, title) in (0..).zip(["№", "Ф.И.О.", "ИИН", "Дата рождения"]) {
        sheet.write(0, place, title).unwrap();
    }
    for (row, (name, iin, born)) in (1..).zip([
        ("Үлгібаев Нұрлан", "840229399029", "29.02.1984"),
        ("Мысалова Гүлнар", "781231499045", "31.12.1978"),
    ]) {
        let format = if row == 2 { line.clone() } else { Format::new() };
        for (place, text) in (1..).zip([name, iin, born]) {
            sheet.write_with_format(row, place, text, &format).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_row_that_is_crossed_out_is_taken_when_somebody_says_so() {
    let app = TestApp::start();
    let (mut road, page) = review(&app, &struck(), "list.xlsx");
    let page = press(&mut road, &page, &[("do", "save")]).expect(422);
    let answered =
        press(&mut road, &page, &[("answer-1", "row_struck_out"), ("do", "show:all")]).expect(200);
    assert_eq!(
        value(&answered, "answer-1").as_deref(),
        Some("row_struck_out"),
        "the answer is seen, and can be taken back"
    );
    press(&mut road, &answered, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 9);
    app.deliver();
}

#[test]
fn two_people_of_one_name_born_on_one_day_are_told_apart_by_whoever_knows_them() {
    let app = TestApp::start();
    let file = csv(&[
        "№;Ф.И.О.;ИИН;Дата рождения",
        "1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984",
        "2;Улгибаев Нурлан Сынақұлы;840229399911;29.02.1984",
    ]);
    let (mut road, page) = review(&app, &file, "list.csv");
    let iin = value(&page, "iin-1");
    assert!(iin.is_none() || !iin.unwrap().is_empty());
    let settled = press(
        &mut road,
        &page,
        &[("iin-1", "840229399039"), ("answer-1", "duplicate_person"), ("do", "see")],
    )
    .expect(200);
    assert!(!settled.html.contains("class=\"chosen\""), "{}", settled.text());
    press(&mut road, &settled, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 9);
    app.deliver();
}

#[test]
fn a_row_that_could_not_be_understood_is_typed_by_hand_or_left_out() {
    let app = TestApp::start();
    let file = csv(&[
        "№;Ф.И.О.;ИИН;Дата рождения;Телефон",
        "1;Үлгібаев Нұрлан Сынақұлы;840229399029;29.02.1984;",
        ";;;31.12.1978;87010000302",
    ]);
    let (mut road, page) = review(&app, &file, "list.csv");
    assert_eq!(
        page.html.matches("name=\"shown\"").count(),
        2,
        "what is in the file is on the page"
    );
    let page = press(&mut road, &page, &[("do", "save")]).expect(422);
    let typed = [
        ("surname-1", "Мысалова"),
        ("given_name-1", "Гүлнар"),
        ("iin-1", "781231499045"),
        ("do", "see"),
    ];
    let typed = press(&mut road, &page, &typed).expect(200);
    press(&mut road, &typed, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 9);
    app.deliver();
}

#[test]
fn a_long_list_comes_in_pages_and_what_is_typed_on_one_is_there_on_the_next() {
    let app = TestApp::start();
    let file = crate::lists::intake::lists::workbook(250);
    let (mut road, page) = review(&app, &file, "list.xlsx");
    assert_eq!(page.html.matches("name=\"shown\"").count(), 100);
    let page = press(&mut road, &page, &[("do", "edit:7")]).expect(200);
    let second = press(
        &mut road,
        &page,
        &[("surname-7", "Жобабай"), ("leave-out-9", "yes"), ("do", "page:2")],
    )
    .expect(200);
    assert_eq!(second.html.matches("name=\"shown\"").count(), 50);
    let out = press(&mut road, &second, &[("do", "show:left_out")]).expect(200);
    assert_eq!(out.html.matches("name=\"shown\"").count(), 1);
    press(&mut road, &out, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7 + 249);
    assert_eq!(app.count("SELECT count(*) FROM particulars WHERE surname = 'Жобабай'"), 1);
    app.deliver();
}

#[test]
fn a_report_pressed_twice_saves_once() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let report = road.upload();
    let form = report.form(&report.path);
    let first = road.akimat.submit(&form, &[("do", "save")]).expect(200);
    let second = road.akimat.submit(&form, &[("do", "save")]);
    assert!(first.path.starts_with("/squads/"));
    assert_eq!(
        (second.path, app.count("SELECT count(*) FROM squad")),
        (first.path, 1),
        "both lead to the same squad"
    );
    assert_eq!(app.count("SELECT count(*) FROM membership"), i64::try_from(IINS.len()).unwrap());
    app.deliver();
}

#[test]
fn what_no_page_of_ours_asks_is_refused() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let report = road.upload();
    let form = report.form(&report.path);
    for wrong in ["page:x", "show:secrets", "edit:-1"] {
        road.akimat.submit(&form, &[("do", wrong)]).expect(400);
    }
    road.akimat.see(&format!("{}?page=99", report.path));
    let odd = [
        ("shown", "999"),
        ("iin-999", "1"),
        ("leave-out-999", "yes"),
        ("answer-0", "iin_missing"),
        ("answer-x", "cell_error"),
    ];
    road.akimat
        .submit(&form, &[&odd[..], &[("column-0-99999", "iin"), ("do", "see")]].concat())
        .expect(200);
}

#[test]
fn a_page_does_not_wait_while_a_long_list_is_being_saved() {
    let app = TestApp::start();
    let mut officer = app.sign_in("tekserushi");
    // By now the reader's session is to be noted as used, which is a write.
    app.pass(chrono::TimeDelta::minutes(2));
    let (state, (begun, is_begun)) = (app.state.clone(), std::sync::mpsc::channel());
    let (end, is_ended) = std::sync::mpsc::channel::<()>();
    let saving = std::thread::spawn(move || {
        state.store.write(|_| -> Result<(), jasaq::storage::StorageError> {
            begun.send(()).unwrap();
            is_ended.recv().unwrap();
            Ok(())
        })
    });
    is_begun.recv().unwrap();
    officer.see("/inbox");
    end.send(()).unwrap();
    saving.join().unwrap().unwrap();
}

#[test]
fn a_name_that_stands_right_is_confirmed_and_a_remark_on_what_was_typed_is_seen_before_it_is_saved()
{
    let app = TestApp::start();
    let file = csv(&[
        "Аты-жөні;ИИН;Дата рождения;Телефон",
        "Қайрат Нұрлан;840229399029;29.02.1984;",
        "Үлгібаев Ерлан;781231499045;31.12.1978;",
    ]);
    let (mut road, page) = review(&app, &file, "list.csv");
    let page = press(&mut road, &page, &[("do", "save")]).expect(422);
    let confirmed =
        press(&mut road, &page, &[("answer-0", "name_order"), ("do", "edit:1")]).expect(200);
    let remark =
        press(&mut road, &confirmed, &[("phone-1", "870100003"), ("do", "save")]).expect(422);
    assert!(remark.says("ескертпе бар") && remark.says("телефон нөмірі емес"));
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7);
    press(&mut road, &remark, &[("do", "save")]).expect(200);
    assert_eq!(app.count("SELECT count(*) FROM particulars WHERE surname = 'Қайрат'"), 1);
    app.deliver();
}

#[test]
fn a_page_that_was_left_behind_corrects_nothing() {
    let app = TestApp::start();
    let (mut road, page) =
        review(&app, &fixture("lists/02_zaisan_ru_text_dates.xlsx"), "список.xlsx");
    let open = press(&mut road, &page, &[("do", "edit:0")]).expect(200);
    let newer = press(&mut road, &open, &[("surname-0", "Сынақбай"), ("do", "see")]).expect(200);
    let stale = press(&mut road, &open, &[("surname-0", "Мысалбай"), ("do", "see")]).expect(422);
    assert!(stale.says("басқа терезеде") && stale.says("Сынақбай") && !stale.says("Мысалбай"));
    press(&mut road, &newer, &[("do", "see")]).expect(200);
    app.deliver();
}

#[test]
fn what_was_typed_beside_columns_that_are_refused_is_not_lost() {
    let app = TestApp::start();
    let file = csv(&[
        "№;Ф.И.О.;ИИН",
        "1;Үлгібаев Нұрлан Сынақұлы;840229399029",
        "2;Мысалова Гүлнар Жобақызы;1",
    ]);
    let (mut road, page) = review(&app, &file, "list.csv");
    let fields = [
        ("iin-1", "781231499045"),
        ("column-0-1", "nothing"),
        ("column-0-2", "nothing"),
        ("do", "confirm"),
    ];
    let refused = press(&mut road, &page, &fields).expect(422);
    assert!(refused.says("781231499045"));
    press(&mut road, &refused, &[("do", "save")]).expect(200);
    app.deliver();
}

#[test]
fn whoever_is_no_officer_of_the_akimat_any_more_reads_no_report() {
    let app = TestApp::start();
    let mut road = SquadScenario::new(&app);
    let report = road.upload();
    road.akimat.see(&report.path);
    let now = app.state.clock.now();
    let ended = app.state.store.write(|db| -> Result<(), jasaq::storage::StorageError> {
        let user = jasaq::storage::offices::user::by_email(db, "akimat@demo.invalid")?.unwrap();
        let holding = jasaq::storage::offices::user::holdings(db, user.id, now)?.remove(0);
        jasaq::storage::offices::duty::end(db, holding.duty, now).map(drop)
    });
    ended.unwrap();
    road.akimat.get(&report.path).expect(404);
}

#[test]
fn another_language_loses_nothing_that_is_typed_and_saves_nothing() {
    let app = TestApp::start();
    let (mut road, page) =
        review(&app, &fixture("lists/02_zaisan_ru_text_dates.xlsx"), "список.xlsx");
    let english = press(&mut road, &page, &[("iin-3", "661122399227"), ("language_switch", "en")])
        .expect(200);
    assert!(english.says("Check what was read"));
    assert_eq!(value(&english, "iin-3").as_deref(), Some("661122399227"));
    assert_eq!(app.count("SELECT count(*) FROM membership"), 7);
    app.deliver();
}

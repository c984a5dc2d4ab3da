//! Names, numbers and dates as keyboards, word processors and contact books leave them: in the files of offices, and in second
//! files of the same kinds.

use jasaq::{
    domain::iin::Iin,
    intake::{Code, Level, Report, Row, check, read},
};

use super::lists::{csv, invent};
use crate::harness::fixture;

fn case(name: &str) -> Report {
    let file = format!("list-{name}.xlsx");
    read(&fixture(&format!("cases/{file}")), &file).unwrap()
}

/// A list of invented people: what is written instead of the name, IIN, date, document and telephone of each.
fn list(people: &[[&str; 5]]) -> Report {
    let title = ["Тегі, аты, әкесінің аты", "ЖСН", "Туған күні", "Жеке куәлік №", "Телефон"];
    let rows: Vec<Vec<String>> =
        std::iter::once(&title).chain(people).map(|row| row.map(str::to_owned).to_vec()).collect();
    read(&csv(&rows), "list.csv").unwrap()
}

fn name(row: &Row) -> String {
    let parts = [&row.surname, &row.given_name, &row.patronymic];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn codes(row: &Row) -> Vec<Code> {
    row.findings.iter().map(|finding| finding.code).collect()
}

fn iin(row: &Row) -> &str {
    row.iin.as_ref().map_or("-", Iin::expose)
}

#[test]
fn letters_that_look_like_kazakh_ones_are_replaced_and_shown_as_restored() {
    let report = case("look-alike-letters");
    let names: Vec<String> = report.rows.iter().map(name).collect();
    assert_eq!(
        names,
        [
            "Өмірбеков Ғали Сынақұлы",
            "Мысалов Аңсар Үлгіұлы",
            "Сынақов Қасым Тестұлы",
            "Тестова Ғайша Мысалқызы",
            "Жобаев Бөрі Сынақұлы",
            "Үлгібаев Қанат Жобаұлы"
        ]
    );
    for row in &report.rows {
        let latin = name(row).contains("Бөрі");
        let code = if latin { Code::NameMixedScripts } else { Code::NameLookAlikes };
        assert_eq!(codes(row), [code], "{}", name(row));
    }
}

#[test]
fn other_letters_of_neighbours_fonts_and_wide_print_are_replaced_as_well() {
    for (written, expected, level) in [
        ("Ӫмірбеков Ӈұрлан", "Өмірбеков Ңұрлан", Level::Restored),
        ("Ҝайратов Ҕани", "Қайратов Ғани", Level::Restored),
        ("Ԟасымов ӡейнел", "Қасымов зейнел", Level::Restored),
        ("Үлгiбаев Hұрлан", "Үлгібаев Нұрлан", Level::Warning),
        ("Мыcaлoв Əсет", "Мысалов Әсет", Level::Warning),
        ("Тестов Θмір", "Тестов Өмір", Level::Warning),
        ("Сынақов Ömір", "Сынақов Өмір", Level::Warning),
        ("Ｍысалов Асан", "Мысалов Асан", Level::Warning),
        ("К\u{328}айратов О\u{335}мір", "Қайратов Өмір", Level::Restored),
        ("Жобаев Жүсіпбɛк", "Жобаев Жүсіпбɛк", Level::Ask),
        ("Ґалиев Їлияс", "Ґалиев Їлияс", Level::Warning),
        ("Ulgibaev Nurlan", "Ulgibaev Nurlan", Level::Warning),
    ] {
        let report = list(&[[written, &invent(40).iin, "", "", ""]]);
        let row = &report.rows[0];
        assert_eq!(
            (name(row).as_str(), row.level()),
            (expected, level),
            "{written}: {:?}",
            codes(row)
        );
    }
}

#[test]
fn invisible_marks_are_taken_out_of_every_cell() {
    let report = case("invisible-direction-marks");
    for (place, row) in (1..).zip(&report.rows) {
        assert_eq!(row.phone.as_deref(), Some(format!("+770100016{place:02}").as_str()));
        assert_eq!(row.document_number.as_deref(), Some(format!("0990260{place:02}").as_str()));
        assert!(row.iin.is_some() && row.birth_date.is_some());
        let marks = if place == 8 { vec![] } else { vec![Code::InvisibleRemoved] };
        assert_eq!(codes(row), marks, "the last row has none");
    }
}

#[test]
fn every_invisible_mark_is_taken_out_wherever_it_stands() {
    let person = invent(41);
    let born = person.born.split('-').rev().collect::<Vec<_>>().join(".");
    let marks = "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2066}\u{2067}\
        \u{2068}\u{2069}\u{61c}\u{ad}\u{feff}\u{fe0f}\u{180e}";
    for mark in marks.chars() {
        let marked = |text: &str| {
            let middle = text.char_indices().nth(3).unwrap().0;
            format!("{mark}{}{mark}{}{mark}", &text[..middle], &text[middle..])
        };
        let cells = ["Үлгібаев Асан", &person.iin, &born, "099041001", "87010000041"].map(marked);
        let report = list(&[cells.each_ref().map(String::as_str)]);
        let row = &report.rows[0];
        assert_eq!(
            (name(row).as_str(), iin(row), row.birth_date.map(|date| date.to_string())),
            ("Үлгібаев Асан", person.iin.as_str(), Some(person.born.clone())),
            "{mark:?}"
        );
        assert_eq!(
            (row.document_number.as_deref(), row.phone.as_deref(), row.level()),
            (Some("099041001"), Some("+77010000041"), Level::Restored),
            "{mark:?}"
        );
    }
}

#[test]
fn hyphens_of_a_word_processor_are_ordinary_ones_and_the_soft_one_is_left_out() {
    let report = case("hyphens-of-word");
    let surnames: Vec<&str> = report.rows.iter().filter_map(|row| row.surname.as_deref()).collect();
    assert_eq!(
        surnames,
        [
            "Үлгібаев-Сынақов",
            "Мысалова-Сынақова",
            "Сынақов-Сынақов",
            "Тестова-Сынақова",
            "ОбразцовСынақов",
            "Примеров-Сынақов"
        ]
    );
    let levels: Vec<Level> = report.rows.iter().map(Row::level).collect();
    assert_eq!(levels, [[Level::Restored; 5].as_slice(), &[Level::Ok]].concat());
}

#[test]
fn hyphens_stand_in_numbers_and_dates_as_they_do_in_names() {
    let person = invent(42);
    let [year, month, day] = person.born.split('-').collect::<Vec<_>>().try_into().unwrap();
    for hyphen in ["\u{2012}", "\u{2014}", "\u{2212}", "\u{ff0d}", "\u{fe63}", "\u{2015}"] {
        let report = list(&[[
            &format!("Мысалов {hyphen} Тестов Асан"),
            &format!("{}{hyphen}{}", &person.iin[..6], &person.iin[6..]),
            &format!("{day}{hyphen}{month}{hyphen}{year}"),
            &format!("099{hyphen}042{hyphen}001"),
            &format!("8{hyphen}701{hyphen}000{hyphen}00{hyphen}42"),
        ]]);
        let row = &report.rows[0];
        assert_eq!(codes(row), [Code::NameHyphens, Code::IinNormalised], "{hyphen}");
        assert_eq!((name(row).as_str(), iin(row)), ("Мысалов-Тестов Асан", person.iin.as_str()));
        assert_eq!(row.birth_date.unwrap().to_string(), person.born);
        assert_eq!(row.document_number.as_deref(), Some("099042001"));
        assert_eq!(row.phone.as_deref(), Some("+77010000042"));
    }
}

#[test]
fn a_document_with_one_name_only_asks_one_question() {
    let report = case("one-name-only");
    let levels: Vec<Level> = report.rows.iter().map(Row::level).collect();
    assert_eq!(levels, [Level::Ok, Level::Ask, Level::Ok, Level::Ok]);
    assert_eq!(codes(&report.rows[1]), [Code::NameIncomplete]);
}

#[test]
fn the_date_of_the_iin_is_proposed_and_never_taken_unasked() {
    let person = invent(43);
    let [year, month, day] = person.born.split('-').collect::<Vec<_>>().try_into().unwrap();
    for (written, code) in [
        (year.to_owned(), Code::BirthDateYearOnly),
        (year[2..].to_owned(), Code::BirthDateYearOnly),
        (format!("{month}/{day}/{year}"), Code::BirthDateDayMonthUnclear),
        (format!("{month}.{day}.{}", &year[2..]), Code::BirthDateDayMonthUnclear),
        (format!("{day}.{month}.{}", year.parse::<u32>().unwrap() + 1), Code::IinBirthDateDiffers),
    ] {
        let report = list(&[["Үлгібаев Асан", &person.iin, &written, "", ""]]);
        let row = &report.rows[0];
        assert_eq!(codes(row), [code], "{written}");
        assert_eq!(row.proposed_birth_date.unwrap().to_string(), person.born, "{written}");
        assert_ne!(row.birth_date, row.proposed_birth_date, "{written}");
        let told = format!("the IIN tells {}", person.born);
        assert!(check::text(&report).contains(&told), "{written}");
    }
    for written in ["1931", "01.02.1931", ""] {
        let report = list(&[["Үлгібаев Асан", &person.iin, written, "", ""]]);
        assert_eq!(report.rows[0].proposed_birth_date, None, "{written}");
    }
}

#[test]
fn twins_doubles_edges_and_decomposed_letters_stay_as_they_are_read_today() {
    let report = case("twins-and-doubles");
    let found: Vec<Vec<Code>> = report.rows.iter().map(codes).collect();
    assert!(found[..5].iter().all(Vec::is_empty), "{found:?}");
    assert_eq!(found[5], [Code::DuplicatePerson]);
    assert_eq!(found[7], [Code::IinMissing, Code::DuplicatePerson]);
    let report = case("iin-edges");
    let found: Vec<Vec<Code>> = report.rows.iter().map(codes).collect();
    assert_eq!(found[3], [Code::IinNoSuchNumber]);
    assert_eq!(
        (found[4].as_slice(), report.rows[4].level()),
        (&[Code::IinBirthDateDiffers][..], Level::Warning)
    );
    assert_eq!(report.rows[4].proposed_birth_date, None, "nobody was born in 1899");
    assert!([0, 1, 2, 5].iter().all(|place| found[*place].is_empty()));
    let report = case("names-decomposed");
    assert_eq!(name(&report.rows[2]), "Примеров Николай");
    assert!(report.rows.iter().all(|row| row.findings.is_empty()));
}

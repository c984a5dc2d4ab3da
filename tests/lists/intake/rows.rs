//! Rows that are hidden, rows that are totals, and cells whose formulas have no result.

use jasaq::intake::{Code, Level, Refusal, Report, read, review::Review, reviewed_row::RowInput};
use proptest::prelude::*;
use proptest::sample::select;
use rust_xlsxwriter::{Formula, Workbook};

use super::lists::{csv, invent};

const TITLES: [&str; 5] = ["№", "Ф.И.О.", "ИИН", "Дата рождения", "Телефон"];

fn texts(cells: &[&str]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

fn codes(report: &Report, row: u32) -> Vec<Code> {
    let row = report.rows.iter().find(|own| own.row == row).unwrap();
    row.findings.iter().map(|finding| finding.code).collect()
}

#[derive(Clone, Copy, Debug)]
enum Hiding {
    None,
    Hidden,
    Flat,
    Grouped,
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn exactly_the_hidden_rows_are_asked_about(
        rows in prop::collection::vec((select(vec![Hiding::None, Hiding::Hidden, Hiding::Flat, Hiding::Grouped]), any::<bool>()), 1..20),
    ) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, TITLES).unwrap();
        let (mut people, mut hidden) = (Vec::new(), Vec::new());
        for (row, (hiding, is_blank)) in (1_u32..).zip(&rows) {
            match hiding {
                Hiding::None => {}
                Hiding::Hidden => { sheet.set_row_hidden(row).unwrap(); }
                Hiding::Flat => { sheet.set_row_height(row, 0).unwrap(); }
                Hiding::Grouped => { sheet.group_rows_collapsed(row, row).unwrap(); }
            }
            if *is_blank && row > 1 {
                continue;
            }
            let person = invent(row);
            let name = format!("{} {} Тестович", person.surname, person.given);
            sheet.write_row(row, 0, [row.to_string(), name, person.iin, person.born]).unwrap();
            people.push(row + 1);
            if !matches!(hiding, Hiding::None) {
                hidden.push(row + 1);
            }
        }
        let report = read(&book.save_to_buffer().unwrap(), "list.xlsx").unwrap();
        let read_rows: Vec<u32> = report.rows.iter().map(|row| row.row).collect();
        let asked: Vec<u32> = report.rows.iter().filter(|row| row.level() >= Level::Ask).map(|row| row.row).collect();
        prop_assert_eq!(read_rows, people);
        prop_assert!(hidden.iter().all(|row| codes(&report, *row).contains(&Code::RowHidden)));
        prop_assert_eq!(asked, hidden);
        prop_assert_eq!(&report.unclear, &vec![]);
    }

    #[test]
    fn a_total_is_nobody_and_loses_nobody(
        people in prop::collection::vec(0_u32..600_000, 1..8),
        total in select(vec![
            "Итого: N человек", "Барлығы: N адам", "N адам", "Всего N", "Жалпы саны: N", "N чел.", "Total: N people",
            "Барлық адам саны N", "Всего по списку: N чел.",
        ]),
        column in 0_usize..5,
        above in any::<prop::sample::Index>(),
        is_numbered in any::<bool>(),
    ) {
        let above = above.index(people.len() + 1);
        let mut rows = vec![texts(&TITLES)];
        let mut expected = Vec::new();
        for (place, seed) in people.iter().enumerate() {
            if place == above {
                rows.push(total_row(total, people.len(), column));
            }
            let person = invent(*seed);
            let number = if is_numbered { (place + 1).to_string() } else { String::new() };
            // The last one has no IIN: only name and telephone.
            let iin = if place + 1 == people.len() { String::new() } else { person.iin };
            rows.push(vec![number, format!("{} {}", person.surname, person.given), iin, String::new(), "87010000201".to_owned()]);
            expected.push(u32::try_from(rows.len()).unwrap());
        }
        if above == people.len() {
            rows.push(total_row(total, people.len(), column));
        }
        let report = read(&csv(&rows), "list.csv").unwrap();
        let read_rows: Vec<u32> = report.rows.iter().map(|row| row.row).collect();
        prop_assert_eq!(read_rows, expected, "{:?}", rows);
        prop_assert!(report.unclear.is_empty(), "{:?}", report.unclear);
    }
}

fn total_row(total: &str, people: usize, column: usize) -> Vec<String> {
    let mut row = vec![String::new(); TITLES.len()];
    row[column] = total.replace('N', &people.to_string());
    row
}

#[test]
fn a_total_in_two_cells_is_nobody() {
    let rows = [
        texts(&TITLES),
        texts(&["1", "Мысалова Гүлнар Жобақызы", "781231499045", "", ""]),
        texts(&["1", "человек", "", "", ""]),
        texts(&["", "Барлығы", "1 адам", "", ""]),
    ];
    let report = read(&csv(&rows), "list.csv").unwrap();
    assert_eq!((report.rows.len(), report.unclear.len()), (1, 0));
}

#[test]
fn surnames_built_on_offices_and_places_are_rows() {
    let surnames = [
        "Ауданов",
        "Әкімов",
        "Төраев",
        "Бастықов",
        "Бөлімов",
        "Председателев",
        "Директоров",
        "Дружинин",
        "Округин",
        "Хатшыбаев",
        "Орынбасар",
        "Итогов",
        "Всеволодов",
        "Адам",
    ];
    for is_with_phone in [true, false] {
        let mut rows = vec![texts(&["Ф.И.О.", "ИИН", "Дата рождения", "Телефон"])];
        let phone = if is_with_phone { "87010000201" } else { "" };
        rows.extend(surnames.map(|surname| texts(&[&format!("{surname} Нұрлан"), "", "", phone])));
        rows.push(texts(&["Мысалова Гүлнар Жобақызы", "781231499045", "31.12.1978", ""]));
        let report = read(&csv(&rows), "list.csv").unwrap();
        assert_eq!(report.rows.len(), surnames.len() + 1);
        assert!(report.rows[..surnames.len()].iter().all(|row| row.level() == Level::Error));
    }
}

#[test]
fn a_name_under_a_total_or_beside_an_office_is_asked_about_if_people_follow() {
    let person = texts(&["2", "Мысалова Гүлнар Жобақызы", "781231499045", "", ""]);
    let between = [texts(&["", "Итого: 1", "", "", ""]), texts(&["", "Тестов Максат", "", "", ""])];
    let [total, name] = between;
    let rows = [texts(&TITLES), person.clone(), total, name, person];
    let report = read(&csv(&rows), "list.csv").unwrap();
    assert_eq!(report.unclear.iter().map(|(_, row, _)| *row).collect::<Vec<_>>(), [4]);
    let report = read(&csv(&rows[..4]), "list.csv").unwrap();
    assert!(report.unclear.is_empty(), "behind the last person it is a signature");
}

/// Two people; the given column holds formulas that no program has worked out.
fn with_formulas(column: u16, rows: &[u32]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, TITLES).unwrap();
    for row in 1..=6 {
        let person = invent(row);
        let name = format!("{} {} Тестович", person.surname, person.given);
        sheet
            .write_row(
                row,
                0,
                [row.to_string(), name, person.iin, person.born, "87010000201".to_owned()],
            )
            .unwrap();
        if rows.contains(&row) {
            sheet.write_formula(row, column, Formula::new("=Z1")).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn formulas_without_results_are_told_in_any_column() {
    for column in [1, 2, 3, 4] {
        let refused = read(&with_formulas(column, &[1, 2, 3, 4, 5, 6]), "list.xlsx").err();
        assert_eq!(refused, Some(Refusal::FormulasUnanswered), "column {column}");
        let report = read(&with_formulas(column, &[3]), "list.xlsx").unwrap();
        assert_eq!(report.rows.len(), 6, "column {column}");
        let codes = codes(&report, 4);
        assert!(
            codes.contains(&Code::FormulaUnanswered) && !codes.contains(&Code::IinMissing),
            "{codes:?}"
        );
    }
    let report = read(&with_formulas(0, &[1, 2, 3, 4, 5, 6]), "list.xlsx").unwrap();
    assert!(
        report.rows.iter().all(|row| row.level() == Level::Ok),
        "numbers of rows are nobody's loss"
    );
}

#[test]
fn a_hidden_row_is_taken_when_somebody_says_so_and_doubles_nobody_before() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, TITLES).unwrap();
    let person = invent(7);
    for row in 1..=2 {
        let name = format!("{} {} Тестович", person.surname, person.given);
        sheet
            .write_row(row, 0, [row.to_string(), name, person.iin.clone(), person.born.clone()])
            .unwrap();
    }
    sheet.set_row_hidden(1).unwrap();
    let report = read(&book.save_to_buffer().unwrap(), "list.xlsx").unwrap();
    let mut review = Review::of(report);
    let rows = review.checked_rows();
    assert!(rows[0].is_open() && rows[1].is_taken());
    review.enter(0, RowInput { answers: [Code::RowHidden].into(), ..RowInput::default() });
    let rows = review.checked_rows();
    assert!(rows[0].is_taken() && rows[1].is_open(), "the same person is in the list twice now");
}

//! Files with the report they must give, stored beside them as `<file>.json`.
//!
//! `UPDATE_EXPECTED=1 cargo test` writes the reports anew; read the difference before committing it.

use jasaq::intake::{Field, Report, Typed, check, read};

use super::lists::folder;

fn compare(file: &str) -> Report {
    let bytes = std::fs::read(folder().join(file)).unwrap();
    let report = read(&bytes, file).unwrap_or_else(|refusal| panic!("{file}: {refusal}"));
    let (json, expected) =
        (check::json(&report).unwrap() + "\n", folder().join(format!("{file}.json")));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&expected, &json).unwrap();
    }
    assert_eq!(json, std::fs::read_to_string(&expected).unwrap(), "{file}");
    report
}

fn leaders(report: &Report) -> Vec<u32> {
    report.rows.iter().filter(|row| row.proposed_leader).map(|row| row.row).collect()
}

#[test]
fn a_kazakh_list_whose_numbers_lost_their_zeros() {
    let report = compare("01_kurmangazy_kk_iin_as_number.xlsx");
    assert_eq!(leaders(&report), [8]);
    assert_eq!(report.rows[0].address.as_deref(), Some("Құрманғазы ауылы, Мысал көшесі, 1"));
    assert_eq!(report.rows[0].workplace.as_deref(), Some("«Үлгі» ШҚ, жетекші"));
}

#[test]
fn a_russian_list_with_dates_as_text() {
    let report = compare("02_zaisan_ru_text_dates.xlsx");
    assert_eq!(leaders(&report), [9]);
    assert_eq!(report.rows[3].typed.get(&Field::Iin).map(Typed::expose), Some("661122399229"));
}

#[test]
fn a_letter_above_names_in_three_columns_and_columns_that_must_not_be_held() {
    let report = compare("03_letter_above_three_name_columns.xlsx");
    assert_eq!(leaders(&report), [11]);
    let all = serde_json::to_string(&report).unwrap();
    assert!(!all.contains("болған") && !all.contains("тұрмайды"));
}

#[test]
fn two_tables_side_by_side() {
    compare("04_two_tables_side_by_side.xlsx");
}

#[test]
fn name_and_birth_date_in_one_cell_and_titles_on_each_page() {
    compare("05_name_and_birth_in_one_cell.xlsx");
}

#[test]
fn everything_that_can_be_wrong_with_a_row() {
    compare("06_everything_wrong.xlsx");
}

#[test]
fn a_text_file_in_the_kazakh_eight_bit_encoding() {
    compare("07_kz1048_semicolon.csv");
}

#[test]
fn a_text_file_in_utf_16_with_tabs() {
    compare("08_utf16_tab.txt");
}

#[test]
fn a_text_file_in_utf_8_with_commas() {
    compare("09_utf8_bom_comma.csv");
}

#[test]
fn an_old_excel_file() {
    compare("10_excel97.xls");
}

#[test]
fn an_open_document() {
    compare("11_open_document.ods");
}

#[test]
fn a_report_survives_the_way_into_a_draft_and_back() {
    let file = "06_everything_wrong.xlsx";
    let report = read(&std::fs::read(folder().join(file)).unwrap(), file).unwrap();
    let stored = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&stored).unwrap(), report);
}

#[test]
fn a_report_shows_no_iin_in_a_log() {
    let file = "06_everything_wrong.xlsx";
    let report = read(&std::fs::read(folder().join(file)).unwrap(), file).unwrap();
    let log = format!("{report:?}");
    assert!(!log.contains("750101399102") && !log.contains("840229399010"));
}

//! Files that offices really have, each with the reading that they expect; `tests/fixtures/cases` holds them.

use jasaq::intake::{Code, Level, Refusal, Report, Row, read};

use super::lists::cases;

/// The report of a case.
fn case(file: &str) -> Report {
    read(&cases(file), file).unwrap_or_else(|refusal| panic!("{file}: {refusal}"))
}

fn refusal(file: &str) -> Option<Refusal> {
    read(&cases(file), file).err()
}

/// Row, IIN and birth date of each person, as the table of cases gives them.
fn people(report: &Report) -> Vec<String> {
    let iin = |row: &Row| row.iin.as_ref().map_or("-", |iin| iin.expose()).to_owned();
    let born = |row: &Row| row.birth_date.map_or("-".to_owned(), |date| date.to_string());
    report.rows.iter().map(|row| format!("{} {} {}", row.row, iin(row), born(row))).collect()
}

fn expect(file: &str, people_of_file: &str) -> Report {
    let report = case(file);
    let expected: Vec<&str> = people_of_file.split("; ").collect();
    assert_eq!(people(&report), expected, "{file}");
    report
}

/// The rows about which something is to be done, each with the codes that ask.
fn asked(report: &Report) -> Vec<(u32, Vec<Code>)> {
    let codes = |row: &Row| {
        let grave = row.findings.iter().filter(|finding| finding.level() >= Level::Ask);
        grave.map(|finding| finding.code).collect()
    };
    report
        .rows
        .iter()
        .map(|row| (row.row, codes(row)))
        .filter(|(_, codes): &(_, Vec<_>)| !codes.is_empty())
        .collect()
}

fn rows_with(report: &Report, code: Code) -> Vec<u32> {
    let has = |row: &&Row| row.findings.iter().any(|finding| finding.code == code);
    report.rows.iter().filter(has).map(|row| row.row).collect()
}

fn codes_of_list(report: &Report) -> Vec<Code> {
    report.findings.iter().map(|finding| finding.code).collect()
}

const TWENTY: &str = "2 710512399000 1971-05-12; 3 730201499015 1973-02-01; 4 741025399021 1974-10-25; \
    5 760717499030 1976-07-17; 6 780409399043 1978-04-09; 7 791231399050 1979-12-31; 8 810922499067 1981-09-22; \
    9 830615399075 1983-06-15; 10 850307499080 1985-03-07; 11 861128399096 1986-11-28; 12 880820499104 1988-08-20; \
    13 900513399115 1990-05-13; 14 920203499124 1992-02-03; 15 931026499132 1993-10-26; 16 950719399144 1995-07-19; \
    17 970410499154 1997-04-10; 18 990101399161 1999-01-01; 19 000923599179 2000-09-23; 20 020616599183 2002-06-16; \
    21 040308599192 2004-03-08";

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_nobody_and_is_told() {
    for file in [
        "list-quote-never-closed.csv",
        "list-quote-closed-seven-rows-later.csv",
        "list-quote-in-note.csv",
        "list-quote-in-address.csv",
    ] {
        let report = expect(file, TWENTY);
        assert_eq!(rows_with(&report, Code::QuoteUnclosed), [6], "{file}");
        assert_eq!(asked(&report), [], "{file}");
    }
}

#[test]
fn surnames_like_offices_are_people() {
    let report = case("list-surnames-like-offices.xlsx");
    assert_eq!(
        people(&report),
        ["2 720120399001 1972-01-20", "3 - -", "4 - -", "5 - -", "6 731012499015 1973-10-12"]
    );
    assert_eq!(rows_with(&report, Code::IinMissing), [3, 4, 5]);
    assert_eq!(asked(&report).len(), 3);
}

#[test]
fn hidden_rows_are_asked_about_and_a_hidden_column_is_not_read() {
    let report = expect(
        "list-rows-hidden-by-filter.xlsx",
        "2 710706399005 1971-07-06; 3 730328499010 1973-03-28; 4 741219399026 1974-12-19; 5 760910499037 1976-09-10; \
        6 780603399048 1978-06-03; 7 800224399054 1980-02-24; 8 811116499068 1981-11-16; 9 830809399071 1983-08-09; \
        10 850501499085 1985-05-01; 11 870122399092 1987-01-22; 12 881014499105 1988-10-14; 13 900707399113 1990-07-07",
    );
    let hidden =
        |rows: &[u32]| rows.iter().map(|row| (*row, vec![Code::RowHidden])).collect::<Vec<_>>();
    assert_eq!(asked(&report), hidden(&[4, 7, 10, 13]));
    let report = expect(
        "list-row-hidden-by-hand.xls",
        "2 710706399005 1971-07-06; 3 730328499010 1973-03-28; 4 741219399026 1974-12-19; 5 760910499037 1976-09-10; \
        6 780603399048 1978-06-03; 7 800224399054 1980-02-24",
    );
    assert_eq!(asked(&report), hidden(&[5]));
    let report = expect(
        "list-column-hidden.xlsx",
        "2 710706399005 1971-07-06; 3 730328499010 1973-03-28; 4 741219399026 1974-12-19; 5 760910499037 1976-09-10",
    );
    assert_eq!((asked(&report), codes_of_list(&report)), (vec![], vec![Code::ColumnNotHeld]));
}

#[test]
fn days_from_1904_are_the_true_days() {
    let people = "2 720131399001 1972-01-31; 3 731023499015 1973-10-23; 4 750716399027 1975-07-16; 5 770407499037 1977-04-07";
    for (file, bare) in
        [("list-1904-calendar.xlsx", vec![3, 4]), ("list-1904-calendar.xls", vec![4])]
    {
        let report = expect(file, people);
        assert_eq!(rows_with(&report, Code::BirthDateFromSerial), bare, "{file}");
        assert!(report.rows.iter().all(|row| row.level() <= Level::Restored), "{file}");
    }
}

#[test]
fn a_password_is_told_from_the_protection_of_a_workbook() {
    for file in ["list-locked-rc4.xls", "list-locked.xlsx"] {
        assert_eq!(refusal(file), Some(Refusal::Encrypted), "{file}");
    }
    for file in ["list-workbook-protected.xls", "list-workbook-protected.xlsx"] {
        let report = expect(
            file,
            "2 710603399005 1971-06-03; 3 730223499012 1973-02-23; 4 741116399026 1974-11-16; 5 760808499035 1976-08-08; \
            6 780501399043 1978-05-01",
        );
        assert_eq!(asked(&report), [], "{file}");
    }
}

#[test]
fn pictures_in_each_row_are_told_and_the_people_are_read() {
    let report = case("list-with-picture-in-each-row.xlsx");
    let people = people(&report);
    assert_eq!(
        (people.len(), &*people[0], &*people[119]),
        (120, "2 710728399005 1971-07-28", "121 040916599198 2004-09-16")
    );
    let pictures =
        report.findings.iter().find(|finding| finding.code == Code::PicturesNotTaken).unwrap();
    assert_eq!(pictures.detail.as_deref(), Some("240"));
}

#[test]
fn formulas_without_results_are_said_to_be_so() {
    assert_eq!(refusal("list-formulas-without-results.xlsx"), Some(Refusal::FormulasUnanswered));
}

#[test]
fn letters_of_any_encoding_are_recognised() {
    let people = "2 800203399001 1980-02-03; 3 810304399010 1981-03-04; 4 820405399021 1982-04-05; 5 830506399032 1983-05-06; \
        6 840607399043 1984-06-07";
    for file in [
        "list-saved-as-ms-dos.csv",
        "list-saved-as-macintosh.csv",
        "list-koi8-r.csv",
        "list-bare-cr-utf8.csv",
    ] {
        let report = expect(file, people);
        assert!(
            report.rows.iter().all(|row| row.level() == Level::Ok),
            "{file}: {:?}",
            report.rows
        );
        let first = &report.rows[0];
        let name = [&first.surname, &first.given_name, &first.patronymic]
            .map(|part| part.as_deref().unwrap());
        assert_eq!(name, ["Образцов", "Пётр", "Иванович"], "{file}");
    }
    let report = expect("list-one-broken-byte.csv", people);
    assert_eq!(asked(&report).iter().map(|(row, _)| *row).collect::<Vec<_>>(), [6]);
}

#[test]
fn the_content_decides_what_a_file_is() {
    let people = "2 711229399005 1971-12-29; 3 730920499019 1973-09-20; 4 750613399027 1975-06-13; 5 770305499032 1977-03-05; \
        6 781126399048 1978-11-26";
    for file in [
        "list-tab-text-called.xls",
        "list-web-page-called.xls",
        "list-mhtml-called.xls",
        "list-xml-2003-called.xls",
    ] {
        let report = expect(file, people);
        assert!(
            report.rows.iter().all(|row| row.level() == Level::Ok),
            "{file}: {:?}",
            report.rows
        );
        assert_eq!(report.rows[0].surname.as_deref(), Some("Үлгібаев"), "{file}");
    }
    let report = case("list-excel-2.xls");
    assert_eq!(report.rows.len(), 5);
    assert!(report.rows.iter().all(|row| row.level() <= Level::Warning), "{:?}", report.rows);
}

#[test]
fn excel_95_is_read_also_when_it_names_the_wrong_letters() {
    let people = "2 790509399118 1979-05-09; 3 800610399121 1980-06-10; 4 810711399132 1981-07-11; 5 820812399143 1982-08-12; \
        6 830913399154 1983-09-13";
    for file in ["list-excel-95.xls", "list-excel-95-wrong-code-page.xls"] {
        let report = expect(file, people);
        assert!(
            report.rows.iter().all(|row| row.level() == Level::Ok),
            "{file}: {:?}",
            report.rows
        );
        assert_eq!(report.rows[0].surname.as_deref(), Some("Образцов"), "{file}");
    }
}

#[test]
fn what_was_read_well_stays_so() {
    let report = expect(
        "list-carriage-returns.xlsx",
        "2 710910399004 1971-09-10; 3 730602499014 1973-06-02; 4 750223399027 1975-02-23; 5 761115499030 1976-11-15; \
        6 780808399042 1978-08-08",
    );
    assert!(report.rows.iter().all(|row| row.level() == Level::Ok));
    assert!(report.rows[4].address.as_deref().unwrap().contains("_x000D_"));
    for file in [
        "list-cells-without-addresses.xlsx",
        "list-strict-iso-dates.xlsx",
        "list-prefixed-elements.xlsx",
    ] {
        let report = expect(
            file,
            "2 720714399000 1972-07-14; 3 740406499016 1974-04-06; 4 751228399027 1975-12-28; 5 770919499030 1977-09-19; \
            6 790612399049 1979-06-12",
        );
        assert!(report.rows.iter().all(|row| row.level() == Level::Ok), "{file}");
    }
    let report = case("list-iin-edges.xlsx");
    let levels: Vec<Level> = report.rows.iter().map(Row::level).collect();
    assert_eq!(levels, [Level::Ok, Level::Ok, Level::Ok, Level::Error, Level::Warning, Level::Ok]);
    assert_eq!(rows_with(&report, Code::IinNoSuchNumber), [5]);
    let report = case("list-twins-and-doubles.xlsx");
    let asked = asked(&report);
    assert_eq!(asked.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [7, 9]);
    assert_eq!(rows_with(&report, Code::DuplicatePerson), [7, 9]);
    assert_eq!(rows_with(&report, Code::IinMissing), [9]);
}

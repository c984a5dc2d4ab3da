//! Archives around sheets: open documents, pictures, sheets formatted down to their end.

use std::{
    fmt::Write as _,
    io::{Cursor, Write},
    time::Instant,
};

use jasaq::intake::{Code, Level, Refusal, read};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::lists::{cases, folder, invent, workbook};

fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An open document of rows, which are given as XML.
fn ods(rows: &str, settings: &str, manifest: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\"><office:automatic-styles>\
        <style:style style:name=\"flat\" style:family=\"table-row\"><style:table-row-properties style:row-height=\"0cm\"/></style:style>\
        </office:automatic-styles><office:body><office:spreadsheet>{settings}<table:table table:name=\"Тізім\">{rows}\
        </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()),
        (
            "META-INF/manifest.xml",
            format!("<manifest:manifest xmlns:manifest=\"m\">{manifest}</manifest:manifest>"),
        ),
        ("content.xml", content),
    ])
}

fn ods_row(attributes: &str, cells: &[&str]) -> String {
    let mut row = format!("<table:table-row {attributes}>");
    for cell in cells {
        match cell.strip_prefix('=') {
            Some(formula) => write!(row, "<table:table-cell table:formula=\"of:={formula}\"/>"),
            None if cell.len() == 5 => write!(row, "<table:table-cell office:value-type=\"float\" office:value=\"{cell}\"/>"),
            None => write!(row, "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"),
        }
        .unwrap();
    }
    row + "</table:table-row>"
}

fn ods_people(attributes: &[&str]) -> String {
    let mut rows = ods_row("", &["Ф.И.О.", "ИИН", "Дата рождения"]);
    for (number, attributes) in (1..).zip(attributes) {
        let person = invent(number);
        let row = ods_row(
            attributes,
            &[&format!("{} {} Тестович", person.surname, person.given), &person.iin, &person.born],
        );
        let is_grouped = attributes.is_empty() && number == 5;
        let (open, close) = if is_grouped {
            ("<table:table-row-group table:display=\"false\">", "</table:table-row-group>")
        } else {
            ("", "")
        };
        rows.extend([open, &row, close]);
    }
    rows
}

#[test]
fn hidden_rows_of_an_open_document_are_asked_about() {
    let attributes = [
        "",
        "table:visibility=\"collapse\"",
        "table:visibility=\"filter\"",
        "table:style-name=\"flat\"",
        "",
        "",
    ];
    let blank = "<table:table-row table:visibility=\"collapse\" table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>";
    let report = read(&ods(&(ods_people(&attributes) + blank), "", ""), "list.ods").unwrap();
    let hidden: Vec<u32> =
        report.rows.iter().filter(|row| row.level() == Level::Ask).map(|row| row.row).collect();
    assert_eq!((report.rows.len(), hidden), (6, vec![3, 4, 5, 6]));
    assert!(report.unclear.is_empty());
}

#[test]
fn an_open_document_may_count_from_1904_may_lack_results_and_may_be_locked() {
    let titles = ods_row("", &["Ф.И.О.", "ИИН", "Дата рождения"]);
    let row = |born: &str| {
        titles.clone() + &ods_row("", &["Тестов Максат Тестович", "900715399024", born])
    };
    let settings = "<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/></table:calculation-settings>";
    let report = read(&ods(&row("31607"), settings, ""), "list.ods").unwrap();
    assert_eq!(
        report.rows[0].birth_date.map(|date| date.to_string()).as_deref(),
        Some("1990-07-15")
    );
    assert_eq!(
        read(&ods(&row("=A1"), "", ""), "list.ods").err(),
        Some(Refusal::FormulasUnanswered)
    );
    let manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    assert_eq!(read(&ods("", "", manifest), "list.ods").err(), Some(Refusal::Encrypted));
}

/// Adds parts to a workbook.
fn with_parts(bytes: &[u8], parts: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new_append(Cursor::new(bytes.to_vec())).unwrap();
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn some_thousand_pictures_are_no_bomb_and_more_are_one() {
    let pictures =
        |count| (0..count).map(|number| (format!("xl/media/image{number}.png"), vec![7; 40]));
    let report = read(&with_parts(&workbook(20), pictures(4_000)), "list.xlsx").unwrap();
    let told =
        report.findings.iter().find(|finding| finding.code == Code::PicturesNotTaken).unwrap();
    assert_eq!((report.rows.len(), told.detail.as_deref()), (20, Some("4000")));
    assert_eq!(
        read(&with_parts(&workbook(20), pictures(5_001)), "a.xlsx").err(),
        Some(Refusal::SuspiciousArchive)
    );
    let large = std::iter::once(("xl/media/image1.png".to_owned(), vec![7; 60 << 20]));
    assert_eq!(read(&with_parts(&workbook(20), large), "a.xlsx").err(), Some(Refusal::TooLarge));
}

/// Seven people, and below them rows of formatted cells that hold nothing.
fn formatted(rows: u32, columns: u8) -> Vec<u8> {
    let text = |place: char, row: u32, text: &str| {
        format!("<c r=\"{place}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let mut sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>".to_owned();
    for row in 1..=rows {
        write!(sheet, "<row r=\"{row}\" spans=\"1:9\" s=\"0\" customFormat=\"1\">").unwrap();
        let person = invent(row);
        match row {
            1 => sheet += &[text('A', 1, "Ф.И.О."), text('B', 1, "ИИН")].concat(),
            2..=8 => {
                sheet += &[
                    text('A', row, &format!("{} {} Тестович", person.surname, person.given)),
                    text('B', row, &person.iin),
                ]
                .concat();
            }
            _ => {
                for column in 0..columns {
                    write!(sheet, "<c r=\"{}{row}\" s=\"0\"/>", char::from(b'A' + column)).unwrap();
                }
            }
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    archive(&[
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns:r=\"{relations}\"><sheets><sheet name=\"Тізім\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

#[test]
fn a_sheet_formatted_far_down_is_read() {
    for (rows, columns) in [(20_000, 9), (260_000, 9)] {
        let bytes = formatted(rows, columns);
        let start = Instant::now();
        let report = read(&bytes, "list.xlsx").unwrap();
        println!("{rows} rows of {columns} cells, {} bytes: {:?}", bytes.len(), start.elapsed());
        let levels: Vec<Level> = report.rows.iter().map(jasaq::intake::Row::level).collect();
        assert_eq!((report.rows.len(), levels.iter().all(|level| *level == Level::Ok)), (7, true));
    }
}

#[test]
fn text_is_read_under_any_name_of_a_spreadsheet_and_with_any_calendar_mark() {
    let text = "Ф.И.О.\tИИН\nТестов Максат Тестович\t900715399024\n";
    for name in ["list.xls", "list.xlsx", "list.ods", "list.csv", "list"] {
        assert_eq!(read(text.as_bytes(), name).unwrap().rows.len(), 1, "{name}");
    }
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(&utf_16, "list.csv").unwrap().rows.len(), 1);
    let web = "<HTML><head><meta charset=windows-1251></head><body><TABLE><TR><TH>Ф.И.О.<TH>ИИН<TR><TD>Тестов Максат<br>Тестович<TD>900715399024</TABLE>";
    let report = read(&encoding_rs::WINDOWS_1251.encode(web).0, "list.xls").unwrap();
    assert_eq!(report.rows[0].patronymic.as_deref(), Some("Тестович"));
    assert_eq!(read(b"<html><body><p>1</p></body></html>", "a.xls").err(), Some(Refusal::WebPage));
}

#[test]
fn a_workbook_of_the_other_wrapping_is_damaged_and_nothing_worse() {
    for file in [
        "list-workbook-protected.xls",
        "list-workbook-protected.xlsx",
        "list-locked-rc4.xls",
        "list-excel-2.xls",
    ] {
        let bytes = cases(file);
        for length in (0..bytes.len()).step_by(97) {
            let _ = read(&bytes[..length], file);
        }
    }
    let mut obfuscated = std::fs::read(folder().join("10_excel97.xls")).unwrap();
    // The first record of the workbook's end is turned into the old obfuscation of an unknown password.
    let begin =
        obfuscated.windows(4).position(|window| window == [0x09, 0x08, 0x10, 0x00]).unwrap();
    let next = begin + 20;
    let length = u16::from_le_bytes([obfuscated[next + 2], obfuscated[next + 3]]);
    obfuscated[next..next + 2].copy_from_slice(&[0x2f, 0x00]);
    assert!(length >= 2);
    obfuscated[next + 4..next + 6].copy_from_slice(&[0, 0]);
    assert_eq!(read(&obfuscated, "a.xls").err(), Some(Refusal::Encrypted));
}

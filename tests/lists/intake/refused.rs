//! Files that are not read at all, each with its reason.

use std::io::{Cursor, Write};

use jasaq::intake::{Refusal, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::lists::{csv, folder, invent};

fn refusal(bytes: &[u8], name: &str) -> Option<Refusal> {
    read(bytes, name).err()
}

fn stored(file: &str) -> Option<Refusal> {
    refusal(&std::fs::read(folder().join(file)).unwrap(), file)
}

fn archive(parts: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_card_for_each_person_is_refused_with_what_to_do() {
    assert_eq!(stored("12_cards.xlsx"), Some(Refusal::Cards));
    assert!(Refusal::Cards.message().contains("template"));
}

#[test]
fn people_without_titles_are_refused() {
    assert_eq!(stored("13_no_titles.xlsx"), Some(Refusal::NoHeader));
}

#[test]
fn what_is_no_spreadsheet_is_refused() {
    assert_eq!(refusal(b"", "a.xlsx"), Some(Refusal::EmptyFile));
    assert_eq!(refusal(b"%PDF-1.7 \0\x01", "a.pdf"), Some(Refusal::NotASpreadsheet));
    assert_eq!(refusal(b"\xff\xd8\xff\xe0 picture", "a.csv.jpg"), Some(Refusal::NotASpreadsheet));
    assert_eq!(
        refusal(b"<html><table><tr><td>1</td></tr></table></html>", "a.xls"),
        Some(Refusal::NoTable)
    );
    let word = archive([("word/document.xml".to_owned(), b"<w/>".to_vec())].into_iter());
    assert_eq!(refusal(&word, "a.docx"), Some(Refusal::NotASpreadsheet));
    let binary = archive([("xl/workbook.bin".to_owned(), vec![1, 2, 3])].into_iter());
    assert_eq!(refusal(&binary, "a.xlsb"), Some(Refusal::OtherSpreadsheet));
}

#[test]
fn a_broken_or_locked_file_is_refused() {
    let whole = std::fs::read(folder().join("01_kurmangazy_kk_iin_as_number.xlsx")).unwrap();
    assert_eq!(refusal(&whole[..whole.len() / 2], "a.xlsx"), Some(Refusal::Damaged));
    let empty = archive([("xl/workbook.xml".to_owned(), b"<workbook".to_vec())].into_iter());
    assert_eq!(refusal(&empty, "a.xlsx"), Some(Refusal::Damaged));
    // An old Excel file whose stream is renamed: the wrapping of an encrypted .xlsx.
    let mut locked = std::fs::read(folder().join("10_excel97.xls")).unwrap();
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let place = locked.windows(16).position(|window| window == utf_16("Workbook")).unwrap();
    locked[place..place + 32].copy_from_slice(&utf_16("EncryptedPackage"));
    assert_eq!(refusal(&locked, "a.xlsx"), Some(Refusal::Encrypted));
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused_before_it_is_parsed() {
    let blank = vec![b' '; 60 * 1024 * 1024];
    let bomb = archive([("xl/workbook.xml".to_owned(), blank)].into_iter());
    assert_eq!(refusal(&bomb, "a.xlsx"), Some(Refusal::TooLarge));
    let dense = archive([("xl/workbook.xml".to_owned(), vec![b' '; 20 * 1024 * 1024])].into_iter());
    assert_eq!(refusal(&dense, "a.xlsx"), Some(Refusal::SuspiciousArchive));
    let many = archive((0..201).map(|part| (format!("xl/{part}.xml"), Vec::new())));
    assert_eq!(refusal(&many, "a.xlsx"), Some(Refusal::SuspiciousArchive));
}

#[test]
fn an_archive_whose_directory_lies_about_sizes_is_unpacked_only_so_far() {
    let mut bomb =
        archive([("xl/workbook.xml".to_owned(), vec![b' '; 60 * 1024 * 1024])].into_iter());
    let size = (60_u32 * 1024 * 1024).to_le_bytes();
    let places: Vec<usize> =
        (0..bomb.len() - 4).filter(|place| bomb[*place..place + 4] == size).collect();
    for place in places {
        bomb[place..place + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(
        refusal(&bomb, "a.xlsx"),
        Some(Refusal::TooLarge | Refusal::SuspiciousArchive | Refusal::Damaged)
    ));
}

#[test]
fn a_promise_of_more_texts_than_there_are_is_refused_before_room_is_made_for_them() {
    let strings = b"<sst uniqueCount = '99000000000'><si><t>a</t></si></sst>".to_vec();
    let parts = [
        ("xl/workbook.xml".to_owned(), b"<workbook/>".to_vec()),
        ("xl/sharedStrings.xml".to_owned(), strings),
    ];
    assert_eq!(refusal(&archive(parts.into_iter()), "a.xlsx"), Some(Refusal::Damaged));
}

#[test]
fn an_old_excel_file_that_lies_about_its_size_is_refused() {
    let bytes = std::fs::read(folder().join("10_excel97.xls")).unwrap();
    let dimensions = [0x00, 0x02, 0x0e, 0x00];
    let place = bytes.windows(4).position(|window| window == dimensions).unwrap();
    let mut lying = bytes.clone();
    lying[place + 8..place + 12].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(refusal(&lying, "a.xls"), Some(Refusal::Damaged));
}

#[test]
fn titles_without_people_and_sheets_without_tables_are_refused() {
    let titles = "№;Ф.И.О.;ИИН\n1;;\n;;\n".as_bytes();
    assert_eq!(refusal(titles, "a.csv"), Some(Refusal::NoPeople));
    assert_eq!(refusal("Отряд;Человек\n1;4\n".as_bytes(), "a.csv"), Some(Refusal::NoTable));
}

#[test]
fn more_rows_than_a_list_may_have_are_refused() {
    let title = ["№", "Ф.И.О.", "ИИН"].map(str::to_owned).to_vec();
    let mut rows = vec![title];
    rows.extend((0..50_001).map(|number| {
        let person = invent(number);
        vec![number.to_string(), format!("{} {}", person.surname, person.given), person.iin]
    }));
    assert_eq!(refusal(&csv(&rows), "a.csv"), Some(Refusal::TooManyRows));
    rows.truncate(50_001);
    assert_eq!(read(&csv(&rows), "a.csv").unwrap().rows.len(), 50_000);
}

//! Which kind of file it is: its content decides, whatever its name ends with.

use super::{
    archive::{self, Packed},
    compound::{self, Held},
    delimited, encoding, excel, mhtml, old_excel,
    refusal::Refusal,
    sheet::Workbook,
    web_page, xml_2003,
};

/// Reads the sheets of a file.
pub(super) fn open(bytes: &[u8], file_name: &str) -> Result<Workbook, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::EmptyFile);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > archive::MAX_UNPACKED {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(b"PK") {
        return packed(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return match compound::look_through(bytes)? {
            Held::Xls(workbook) => excel::read_xls(&workbook),
            Held::Archive(bytes) => packed(&bytes),
        };
    }
    if old_excel::is_one(bytes) {
        return old_excel::read(bytes);
    }
    if is_binary(bytes) {
        return Err(Refusal::NotASpreadsheet);
    }
    if mhtml::is_one(bytes) {
        return mhtml::read(bytes);
    }
    // Programs of DOS end a text with this sign.
    let text = encoding::decode(bytes).map_err(|refusal| {
        if delimited::is_called_table(file_name) { refusal } else { Refusal::NotASpreadsheet }
    })?;
    let text = text.trim_end_matches('\u{1a}');
    if text.chars().take(2_000).any(|letter| letter == '\0') {
        return Err(Refusal::NotASpreadsheet);
    }
    if xml_2003::is_one(text) {
        return xml_2003::read(text);
    }
    match markup(text) {
        Some(Markup::Page) => {
            Ok(Workbook { sheets: vec![web_page::read(text)?], ..Workbook::default() })
        }
        Some(Markup::Other) => Err(Refusal::OtherSpreadsheet),
        None => delimited::read(text, file_name),
    }
}

fn packed(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let archive = archive::look_through(bytes)?;
    let bytes = archive.slim.as_deref().unwrap_or(bytes);
    let workbook = match archive.kind {
        Packed::Xlsx => excel::read_xlsx(bytes),
        Packed::Ods => excel::read_ods(bytes),
    }?;
    Ok(Workbook { pictures: archive.pictures, ..workbook })
}

/// Pictures, documents and programs have bytes that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..4_000).unwrap_or(bytes);
    let is_control = |byte: &&u8| matches!(byte, 1..=8 | 0x0e..=0x19 | 0x7f);
    // The high bytes of UTF-16 are control characters.
    let is_utf_16 = head.contains(&0);
    bytes.starts_with(b"%PDF")
        || !is_utf_16 && head.iter().filter(is_control).count() * 50 > head.len()
}

enum Markup {
    Page,
    Other,
}

fn markup(text: &str) -> Option<Markup> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let head: String = text.chars().take(20_000).flat_map(char::to_lowercase).collect();
    if !head.starts_with('<') {
        return None;
    }
    let is_page = ["<html", "<table", "<!doctype html", "<body", "<meta"]
        .iter()
        .any(|tag| head.contains(tag));
    if is_page {
        return Some(Markup::Page);
    }
    let is_markup = head[1..]
        .starts_with(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, '?' | '!'));
    is_markup.then_some(Markup::Other)
}

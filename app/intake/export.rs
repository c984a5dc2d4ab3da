//! Lists for an office's own spreadsheet program: as sent, and as answered. Every cell is text, and no cell is a formula.

use rust_xlsxwriter::{Format, FormatBorder, Workbook, XlsxError};

use super::template::TITLES;

/// A column of an export: its title and its width in characters.
pub type Heading = (String, u16);

/// The columns of the empty table that are kept: №, surname, given name, patronymic, IIN, birth date, number of the identity
/// card, address, telephone, electronic mail, language.
const KEPT: [usize; 11] = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11];

/// Writes a list under the titles of the empty table, Kazakh and Russian, so that it is read again as it was.
///
/// # Errors
/// [`XlsxError`] is the library's own.
pub fn as_sent(rows: impl Iterator<Item = [String; KEPT.len()]>) -> Result<Vec<u8>, XlsxError> {
    let headings = KEPT.map(|place| TITLES[place]).map(|title| (title.words(), title.width()));
    sheet(&headings, rows.map(Vec::from))
}

/// Writes rows under headings, in the order given.
///
/// # Errors
/// [`XlsxError`] is the library's own: a text of more than 32,767 characters, or more rows than a sheet has.
pub fn sheet(
    headings: &[Heading],
    rows: impl Iterator<Item = Vec<String>>,
) -> Result<Vec<u8>, XlsxError> {
    let bordered = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_num_format("@");
    let title = bordered.clone().set_bold();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Тізім")?;
    for (place, (words, width)) in (0_u16..).zip(headings) {
        sheet.set_column_width(place, *width)?;
        sheet.write_string_with_format(0, place, words, &title)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (place, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(row, place, text, &bordered)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?;
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;
    use std::io::Cursor;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn whatever_a_cell_begins_with_it_is_text(text in "[=+@\\t\\-'\"]?[ -~а-яӘәҒғ]{1,30}") {
            let bytes = sheet(&[("Тегі".to_owned(), 20)], std::iter::once(vec![text.clone()])).unwrap();
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
            let range = book.worksheet_range("Тізім").unwrap();
            prop_assert_eq!(range.get_value((1, 0)), Some(&Data::String(text)));
            prop_assert!(book.worksheet_formula("Тізім").unwrap().is_empty());
        }
    }
}

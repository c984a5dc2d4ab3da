//! A spreadsheet that was handed out, as its reader's program shows it.

use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// The rows of its first sheet, cell by cell.
pub fn rows(content: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(content)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |data: &Data| match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

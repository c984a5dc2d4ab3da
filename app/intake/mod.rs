//! Reads member lists as offices really write them: `.xlsx`, `.xls`, `.ods`, `.csv`, Kazakh or Russian.
//!
//! [`read`] takes bytes and gives a [`Report`] row by row, or one [`Refusal`]. It is pure: no clock, no disk, no network.
//! What it restores it shows; what it cannot read with confidence it asks; columns that must not be held it leaves unread.
//!
//! The road of a file: [`archive`] or `compound` (limits) → `excel` or `delimited` → `sheet` → `table` (titles) → `person` (cells) → [`report`].

pub mod answers;
pub mod archive;
mod cards;
pub mod cell_text;
pub mod check;
pub mod checked_row;
mod child;
pub mod code;
pub mod columns;
mod compound;
mod copy;
pub mod copy_sandbox;
mod corrected_row;
mod date;
mod delimited;
mod document;
mod duplicates;
mod excel;
pub mod export;
mod file_kind;
pub mod file_name;
pub mod finding;
mod fold;
mod header;
mod iin;
mod jpeg;
mod jpeg_scans;
mod letters;
mod level;
mod name;
pub mod particulars;
mod pdf;
mod pdf_extent;
mod pdf_fonts;
mod pdf_inspection;
mod people;
mod person;
mod phone;
pub mod picture;
pub mod refusal;
pub mod remedy;
mod repeats;
pub mod report;
pub mod review;
pub mod reviewed_row;
mod row_kind;
pub mod sandbox;
mod sheet;
mod size;
mod table;
pub mod template;
mod text;
mod tiff;
mod title;
mod typed;
pub mod unreadable;
mod vocabulary;
mod whole;
mod words;
mod written_date;

pub use code::Code;
pub use columns::{Chosen, Columns, Holds};
pub use finding::{Field, Finding};
pub use level::Level;
pub use refusal::Refusal;
pub use report::{Report, Row, Skipped};
pub use sandbox::read_apart;
pub use size::MAX_ROWS;
pub use typed::Typed;

use archive::Packed;
use sheet::Workbook;

/// Reads a member list from the bytes of a file; the name tells text files apart and stands in the report.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Report, Refusal> {
    read_as(bytes, file_name, &Chosen::default())
}

/// Reads it with what the office has said about its columns.
pub fn read_as(bytes: &[u8], file_name: &str, chosen: &Chosen) -> Result<Report, Refusal> {
    people::read(&workbook(bytes, file_name)?, file_name, chosen)
}

/// The content decides the format; only text has to be called .csv, .tsv or .txt.
fn workbook(bytes: &[u8], file_name: &str) -> Result<Workbook, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::EmptyFile);
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > archive::MAX_UNPACKED {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(b"PK") {
        return match archive::look_through(bytes)? {
            Packed::Xlsx => excel::read_xlsx(bytes),
            Packed::Ods => excel::read_ods(bytes),
        };
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        compound::look_through(bytes)?;
        return excel::read_xls(bytes);
    }
    delimited::read(bytes, file_name)
}

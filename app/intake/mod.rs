//! Reads member lists as offices really write them: `.xlsx`, `.xls`, `.ods`, `.csv`, Kazakh or Russian.
//!
//! [`read`] takes bytes and gives a [`Report`] row by row, or one [`Refusal`]. It is pure: no clock, no disk, no network.
//! What it restores it shows; what it cannot read with confidence it asks; columns that must not be held it leaves unread.
//!
//! The road of a file: `container` (kind) → [`archive`] or `compound` (limits) → `excel`, `delimited` or a reader of another
//! kind → `sheet` → `table` (titles) → `person` (cells) → [`report`].

pub mod answers;
pub mod archive;
mod biff;
mod calendar;
mod cards;
pub mod cell_text;
pub mod check;
pub mod checked_row;
mod child;
pub mod code;
pub mod columns;
mod compound;
pub mod contact;
mod container;
mod copy;
pub mod copy_sandbox;
mod corrected_row;
mod date;
mod delimited;
mod document;
mod duplicates;
mod encoding;
pub mod equal_questions;
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
mod little_endian;
mod mhtml;
mod name;
mod notes;
mod ods_rows;
mod old_excel;
mod old_rows;
pub mod particulars;
mod pdf;
mod pdf_extent;
mod pdf_fonts;
mod pdf_inspection;
#[cfg(test)]
mod pdf_sample;
mod people;
mod person;
mod phone;
pub mod picture;
mod reach;
mod records;
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
mod slim;
mod table;
pub mod template;
mod text;
mod tiff;
mod title;
mod typed;
mod unlock;
pub mod unreadable;
mod vocabulary;
mod web_page;
mod whole;
mod words;
mod written_date;
mod xlsx_rows;
mod xml;
mod xml_2003;

pub use code::Code;
pub use columns::{Chosen, Columns, Holds};
pub use finding::{Field, Finding};
pub use level::Level;
pub use refusal::Refusal;
pub use report::{Report, Row, Skipped};
pub use sandbox::read_apart;
pub use size::MAX_ROWS;
pub use typed::Typed;

/// Reads a member list from the bytes of a file. The content decides the format; the name stands in the report.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Report, Refusal> {
    read_as(bytes, file_name, &Chosen::default())
}

/// Reads it with what the office has said about its columns.
pub fn read_as(bytes: &[u8], file_name: &str, chosen: &Chosen) -> Result<Report, Refusal> {
    people::read(&container::open(bytes, file_name)?, file_name, chosen)
}

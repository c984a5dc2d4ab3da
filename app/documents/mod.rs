//! Papers as PDF: typed data in, the same bytes out for the same data. Data never becomes markup, and nothing is left out silently.
//!
//! `paper` lays text, lines and codes on pages and tags them (PDF/A-2a, PDF/UA-1); `text` fits a text into its place; `certificate`
//! is the form of Appendices 1 and 2; `letter` is a paper of an office, and `office` says the words of each.

pub mod certificate;
mod font;
pub mod letter;
pub mod office;
mod paper;
mod qr;
mod sheet;
mod text;
mod unprintable;

pub use sheet::{sheet, test_sheet};
pub use unprintable::{Field, Unprintable};

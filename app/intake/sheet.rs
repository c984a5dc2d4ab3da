//! A sheet as every format gives it: rows that hold something, and cells that hold something.

use chrono::NaiveDate;

use super::code::Code;

/// The visible sheets of a file, and the names of those left alone.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    pub(super) hidden: Vec<String>,
    /// The workbook counts days from 1904, as those from a Macintosh do.
    pub(super) is_1904: bool,
    /// Pictures in the file, which are not taken.
    pub(super) pictures: usize,
}

/// One sheet; rows and cells without content are absent.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) lines: Vec<Line>,
}

/// One row of a sheet with its cells from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Row of the sheet, counted from 1.
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
    /// Peculiarities of the row as a whole that the file tells: it is hidden, a quotation mark is not closed.
    pub(super) noticed: Vec<Code>,
}

/// One cell that holds something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    /// Column, counted from 0.
    pub(super) column: u32,
    pub(super) value: Value,
    /// The cell's font is crossed out.
    pub(super) is_struck: bool,
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// Text, neither empty nor blank.
    Text(String),
    /// A number without a date format.
    Number(f64),
    /// A number or text that the file itself marks as a date.
    Date(NaiveDate),
    /// The spreadsheet shows an error (`#N/A`).
    Broken,
    /// A formula whose result the file does not have, because no spreadsheet program has worked it out yet.
    Unanswered,
}

impl Sheet {
    /// A sheet with its rows and cells in order: other programs may write them otherwise.
    pub(super) fn in_order(name: String, mut lines: Vec<Line>) -> Self {
        lines.sort_by_key(|line| line.number);
        lines.dedup_by(|later, earlier| {
            let is_same = later.number == earlier.number;
            if is_same {
                earlier.cells.append(&mut later.cells);
            }
            is_same
        });
        for line in &mut lines {
            line.cells.sort_by_key(|cell| cell.column);
            line.cells.dedup_by_key(|cell| cell.column);
        }
        Self { name, lines }
    }
}

impl Line {
    /// Finds the cell of a column.
    pub(super) fn cell(&self, column: u32) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(place)
    }

    /// Shows the cells of the columns from `first` to `last`, both included.
    pub(super) fn between(&self, first: u32, last: u32) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| (first..=last).contains(&cell.column))
    }
}

impl Cell {
    /// Makes a text cell, or nothing when the text is blank.
    pub(super) fn text(column: u32, text: &str) -> Option<Self> {
        let value = Value::Text(text.to_owned());
        (!text.trim().is_empty()).then_some(Self { column, value, is_struck: false })
    }
}

impl Value {
    /// Shows the value as a person would copy it by hand: whole numbers without a decimal point, ISO dates.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => format!("{number}"),
            Self::Date(date) => date.to_string(),
            Self::Broken | Self::Unanswered => String::new(),
        }
    }

    /// Counts the ASCII digits a person would see.
    pub(super) fn digits(&self) -> usize {
        match self {
            Self::Date(_) | Self::Broken | Self::Unanswered => 0,
            other => other.written().bytes().filter(u8::is_ascii_digit).count(),
        }
    }
}

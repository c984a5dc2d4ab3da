//! A sheet as every format gives it: rows that hold something, and cells that hold something.

use chrono::NaiveDate;

/// The visible sheets of a file, and the names of those left alone.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    pub(super) hidden: Vec<String>,
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
            Self::Broken => String::new(),
        }
    }

    /// Counts the ASCII digits a person would see.
    pub(super) fn digits(&self) -> usize {
        match self {
            Self::Date(_) | Self::Broken => 0,
            other => other.written().bytes().filter(u8::is_ascii_digit).count(),
        }
    }
}

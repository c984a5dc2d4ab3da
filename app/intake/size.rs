//! How much of a file has been taken in, and where to stop.

use super::{
    refusal::Refusal,
    sheet::{Cell, Line, Value},
};

/// People a list may have.
pub const MAX_ROWS: usize = 50_000;
/// Rows of letter text, titles and signatures granted on top of the people.
const OTHER_ROWS: usize = 1_000;
const MAX_CELLS: usize = 2_500_000;
const MAX_TEXT: usize = 100 * 1024 * 1024;

/// Counts rows, cells and bytes of text over all sheets of a file.
///
/// The unpacked size alone is no bound: a long text is stored once and may be shown by many cells.
#[derive(Debug, Default)]
pub(super) struct Size {
    lines: usize,
    cells: usize,
    text: usize,
}

impl Size {
    /// Counts a row that holds something.
    pub(super) fn add_line(&mut self) -> Result<(), Refusal> {
        self.lines += 1;
        if self.lines > MAX_ROWS + OTHER_ROWS { Err(Refusal::TooManyRows) } else { Ok(()) }
    }

    /// Counts a cell and its text.
    pub(super) fn add_cell(&mut self, value: &Value) -> Result<(), Refusal> {
        self.cells += 1;
        if let Value::Text(text) = value {
            self.text += text.len();
        }
        if self.cells > MAX_CELLS || self.text > MAX_TEXT { Err(Refusal::TooLarge) } else { Ok(()) }
    }

    /// Counts a cell and adds it to the row of a number, counted from 1, which is mostly the last one.
    pub(super) fn put(
        &mut self,
        lines: &mut Vec<Line>,
        number: u32,
        cell: Cell,
    ) -> Result<(), Refusal> {
        self.add_cell(&cell.value)?;
        match lines.last_mut() {
            Some(line) if line.number == number => line.cells.push(cell),
            _ => {
                self.add_line()?;
                lines.push(Line { number, cells: vec![cell], ..Line::default() });
            }
        }
        Ok(())
    }
}

//! A sheet says more than the values of its cells: which rows are hidden, and which formulas have no result.

use std::collections::BTreeSet;

use super::{
    code::Code,
    sheet::{Cell, Line, Value},
};

/// Rows and cells of one sheet, counted from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    pub(super) hidden: BTreeSet<u32>,
    /// Row and column of formulas without a result.
    pub(super) unanswered: BTreeSet<(u32, u32)>,
}

impl Notes {
    /// Marks the rows that are hidden, and puts a cell where a formula has no result.
    pub(super) fn apply(&self, lines: &mut Vec<Line>) {
        for (row, column) in &self.unanswered {
            let number = row.saturating_add(1);
            let place = match lines.binary_search_by_key(&number, |line| line.number) {
                Ok(place) => place,
                Err(place) => {
                    lines.insert(place, Line { number, ..Line::default() });
                    place
                }
            };
            let Some(line) = lines.get_mut(place) else { continue };
            let cell = Cell { column: *column, value: Value::Unanswered, is_struck: false };
            match line.cells.binary_search_by_key(column, |cell| cell.column) {
                Ok(place) => line.cells[place] = cell,
                Err(place) => line.cells.insert(place, cell),
            }
        }
        for line in lines.iter_mut().filter(|line| self.hidden.contains(&(line.number - 1))) {
            line.noticed.push(Code::RowHidden);
        }
    }
}

//! One row of a review: the row as it was read, and the input of the office about it.

use super::{
    answers::{ANSWERS, answered, takes_date},
    cell_text::cell_text,
    checked_row::{CheckedRow, KnownIn},
    code::Code,
    corrected_row::corrected,
    finding::Field,
    report::Row,
    typed::Typed,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The fields of a form about one row.
#[derive(Clone, Debug, Default)]
pub struct RowInput {
    /// The text of each cell that the form showed as a field.
    pub cells: BTreeMap<Field, String>,
    /// The questions that are ticked.
    pub answers: BTreeSet<Code>,
    pub is_left_out: bool,
}

/// One row as it was read, and the office's input about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ReviewedRow {
    pub(super) read: Row,
    cells: BTreeMap<Field, Typed>,
    answers: BTreeSet<Code>,
    /// `None` until the office chooses.
    is_left_out: Option<bool>,
    /// The row was left out together with all other open rows, not by itself.
    is_left_out_with_others: bool,
    known: Option<KnownIn>,
}

impl ReviewedRow {
    /// A row without input.
    pub(super) fn of(read: Row) -> Self {
        let (cells, answers) = (BTreeMap::new(), BTreeSet::new());
        Self {
            read,
            cells,
            answers,
            is_left_out: None,
            is_left_out_with_others: false,
            known: None,
        }
    }

    /// Takes over the input about the same row of an earlier reading. A row that was left out with all other open rows is
    /// asked about again, because other rows are open now.
    pub(super) fn copy_input(&mut self, old: &Self) {
        self.cells.clone_from(&old.cells);
        self.answers.clone_from(&old.answers);
        self.is_left_out = old.is_left_out.filter(|_| !old.is_left_out_with_others);
        self.known = old.known;
    }

    /// Applies the fields of a form and tells whether a cell was typed: a cell with the text that the form showed was not.
    pub(super) fn enter(&mut self, input: RowInput) -> bool {
        let before = self.corrected();
        let (mut is_typed, mut is_date_typed) = (false, false);
        for (field, text) in input.cells {
            if cell_text(&before, field) != text.trim() {
                self.cells.insert(field, Typed::new(text.trim()));
                is_typed = true;
                is_date_typed |= matches!(field, Field::BirthDate | Field::Iin);
            }
        }
        self.answers = input.answers.into_iter().filter(|code| ANSWERS.contains(code)).collect();
        if is_date_typed {
            // A date that is typed goes before the one that is proposed.
            self.answers.retain(|code| !takes_date(*code));
        }
        self.is_left_out_with_others &= input.is_left_out;
        self.is_left_out = Some(input.is_left_out)
            .filter(|is_left_out| *is_left_out != self.is_left_out_by_default());
        is_typed
    }

    /// Leaves the row out together with all other open rows.
    pub(super) const fn leave_out_with_others(&mut self) {
        (self.is_left_out, self.is_left_out_with_others) = (Some(true), true);
    }

    /// Notes in which squad of the akimat the person is a member.
    pub(super) const fn set_known(&mut self, known: Option<KnownIn>) {
        self.known = known;
    }

    fn is_left_out(&self) -> bool {
        self.is_left_out.unwrap_or(self.is_left_out_by_default())
    }

    /// Nobody is a member of a squad twice, so that such a row needs no answer.
    fn is_left_out_by_default(&self) -> bool {
        self.known == Some(KnownIn::Squad)
    }

    /// Whether the search for duplicates skips the row.
    pub(super) fn is_out_of_list(&self) -> bool {
        self.is_left_out()
            || self.read.skipped.is_some_and(|skipped| !self.answers.contains(&skipped.question()))
    }

    /// The row with the typed cells.
    pub(super) fn corrected(&self) -> Row {
        corrected(&self.read, &self.cells)
    }

    /// The row with the typed cells and with what its answers settle, before duplicates are marked.
    pub(super) fn answered(&self) -> Row {
        answered(self.corrected(), &self.answers)
    }

    /// Answers a question as if it were ticked.
    pub(super) fn answer(&mut self, code: Code) {
        self.answers.insert(code);
    }

    /// Asks an answered question again.
    pub(super) fn take_back(&mut self, code: Code) {
        self.answers.remove(&code);
    }

    /// The row for a page, from its corrected form in which duplicates are marked.
    pub(super) fn checked(&self, corrected: Row) -> CheckedRow {
        CheckedRow {
            row: answered(corrected, &self.answers),
            answers: self.answers.clone(),
            is_left_out: self.is_left_out(),
            known: self.known,
        }
    }
}

//! Questions that several rows of a review ask alike, settled by one control.

use super::{checked_row::CheckedRow, code::Code, level::Level};
use std::collections::{BTreeMap, BTreeSet};

/// One settlement of all rows that ask one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// The tick of each row is set.
    Answer,
    /// The tick of each row is taken away, and the question is asked again.
    TakeBack,
    /// The rows are left out.
    LeaveOut,
}

impl Settlement {
    /// Every settlement there is.
    pub const ALL: [Self; 3] = [Self::Answer, Self::TakeBack, Self::LeaveOut];

    /// Its word in a form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Answer => "answer-all",
            Self::TakeBack => "ask-all",
            Self::LeaveOut => "leave-out-all",
        }
    }
}

/// One question, and the rows that ask it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EqualQuestions {
    /// The question.
    pub code: Code,
    /// Rows that ask it and are to be settled.
    pub open: usize,
    /// Rows that a tick would settle, among them such as only ask to be looked at.
    pub answerable: usize,
    /// Rows in which it is answered by a tick.
    pub answered: usize,
}

impl EqualQuestions {
    /// The questions that at least two rows ask or have answered alike; the most frequent comes first.
    #[must_use]
    pub(super) fn of(rows: &[CheckedRow]) -> Vec<Self> {
        let mut found: BTreeMap<Code, Self> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.is_left_out) {
            let asked: BTreeSet<Code> = row
                .row
                .findings
                .iter()
                .filter(|finding| finding.level() >= Level::Ask)
                .map(|finding| finding.code)
                .collect();
            let answerable: BTreeSet<Code> = row.answerable().map(|finding| finding.code).collect();
            for code in asked.iter().chain(&answerable).chain(&row.answers) {
                found.entry(*code).or_insert_with(|| Self::new(*code));
            }
            for (code, questions) in &mut found {
                questions.open += usize::from(asked.contains(code));
                questions.answerable += usize::from(answerable.contains(code));
                questions.answered += usize::from(row.answers.contains(code));
            }
        }
        let mut equal: Vec<Self> =
            found.into_values().filter(|questions| questions.rows() > 1).collect();
        equal.sort_by_key(|questions| std::cmp::Reverse(questions.rows()));
        equal
    }

    const fn new(code: Code) -> Self {
        Self { code, open: 0, answerable: 0, answered: 0 }
    }

    /// How many rows ask the question or have it answered.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.open.max(self.answerable) + self.answered
    }
}

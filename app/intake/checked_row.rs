//! A row of a review with the office's input applied: open, left out, or taken.

use super::{answers::is_answerable, code::Code, finding::Finding, level::Level, report::Row};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A squad of the akimat that a person of the file is already a member of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownIn {
    /// The squad that the file is for: nobody is a member of one squad twice.
    Squad,
    /// Another squad of the district, which the Rules allow.
    District,
}

/// A row with the office's input applied.
#[derive(Clone, Debug)]
pub struct CheckedRow {
    /// The person with the findings that remain: answered questions are removed.
    pub row: Row,
    pub answers: BTreeSet<Code>,
    pub is_left_out: bool,
    pub known: Option<KnownIn>,
}

impl CheckedRow {
    /// Whether somebody still has to correct the row, answer its question, or leave it out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_left_out && self.level() >= Level::Ask
    }

    /// The gravest level of the row; [`Level::Error`] if no new member can be made of it.
    #[must_use]
    pub fn level(&self) -> Level {
        let row = &self.row;
        if row.iin.is_some() && row.has_name() && self.known != Some(KnownIn::Squad) {
            row.level()
        } else {
            Level::Error
        }
    }

    /// The findings that a tick would settle: none if the row is left out.
    pub fn answerable(&self) -> impl Iterator<Item = &Finding> {
        let is_answerable = |finding: &&Finding| is_answerable(&self.row, finding);
        self.row.findings.iter().filter(|_| !self.is_left_out).filter(is_answerable)
    }

    /// Whether the row is open and this is among its questions.
    #[must_use]
    pub fn asks(&self, code: Code) -> bool {
        let is_question = |finding: &Finding| finding.code == code && finding.level() >= Level::Ask;
        self.is_open() && self.row.findings.iter().any(is_question)
    }

    /// Whether something in the row was put right with certainty.
    #[must_use]
    pub fn is_restored(&self) -> bool {
        self.row.findings.iter().any(|finding| finding.level() == Level::Restored)
    }

    /// Whether saving makes a candidate of the row.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        !self.is_left_out && !self.is_open()
    }
}

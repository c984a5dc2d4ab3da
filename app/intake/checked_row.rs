//! A row of a review with the office's input applied: open, left out, or taken.

use super::{code::Code, level::Level, report::Row};
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
        let is_person = row.iin.is_some() && row.surname.is_some() && row.given_name.is_some();
        if is_person && self.known != Some(KnownIn::Squad) { row.level() } else { Level::Error }
    }

    /// Whether saving makes a candidate of the row.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        !self.is_left_out && !self.is_open()
    }
}

//! The part of a review that a page shows: which rows, which page of them, which row is open for typing.

use crate::{
    domain::id::{self, Id},
    intake::{Level, checked_row::CheckedRow},
    web::request::{error::WebError, form::SubmittedForm},
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, str::FromStr};

/// Rows on one page.
pub const PAGE: usize = 100;

/// The rows of a review that a page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowFilter {
    #[default]
    All,
    /// Rows that somebody has to correct, answer or leave out.
    Open,
    /// Of these, rows that only ask.
    Ask,
    /// Of these, rows in which something is wrong.
    Error,
    /// Rows that are ready and that somebody should look at once more.
    Warning,
    /// Rows in which something was restored, whatever else is found in them.
    Restored,
    /// Rows without a finding.
    Ok,
    LeftOut,
}

impl RowFilter {
    /// Every filter, in the order of its buttons.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Open,
        Self::Ask,
        Self::Error,
        Self::Warning,
        Self::Restored,
        Self::Ok,
        Self::LeftOut,
    ];

    const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Restored => "restored",
            Self::Ok => "ok",
            Self::LeftOut => "left_out",
        }
    }

    /// Whether the page shows a row.
    #[must_use]
    pub fn matches(self, row: &CheckedRow) -> bool {
        match self {
            Self::All => true,
            Self::Open => row.is_open(),
            Self::Ask => !row.is_left_out && row.level() == Level::Ask,
            Self::Error => !row.is_left_out && row.level() == Level::Error,
            Self::Warning => !row.is_left_out && row.level() == Level::Warning,
            Self::Restored => !row.is_left_out && row.is_restored(),
            Self::Ok => !row.is_left_out && row.level() == Level::Ok,
            Self::LeftOut => row.is_left_out,
        }
    }
}

impl FromStr for RowFilter {
    type Err = WebError;

    fn from_str(word: &str) -> Result<Self, WebError> {
        Self::ALL.into_iter().find(|filter| filter.as_str() == word).ok_or(WebError::BadRequest)
    }
}

/// The query of a review's address.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct ReviewView {
    #[serde(default)]
    pub page: usize,
    #[serde(default, rename = "show")]
    pub filter: RowFilter,
    /// The row whose cells are all open for typing.
    pub edit: Option<usize>,
}

impl ReviewView {
    /// The view that a form was sent from.
    ///
    /// # Errors
    /// [`WebError::BadRequest`] when no page of ours sends such fields.
    pub fn parse(form: &SubmittedForm) -> Result<Self, WebError> {
        let filter = match form.text("show") {
            "" => RowFilter::All,
            word => word.parse()?,
        };
        let page = match form.text("page") {
            "" => 0,
            number => parse_number(number)?,
        };
        Ok(Self { page, filter, edit: None })
    }

    /// The view after a form: the first page if a row of the form no longer matches, because later rows have moved up.
    #[must_use]
    pub fn after(self, rows: &[CheckedRow], sent: &BTreeSet<usize>) -> Self {
        if self.filter == RowFilter::All || self.edit.is_some() {
            return self;
        }
        let is_whole =
            sent.iter().filter_map(|place| rows.get(*place)).all(|row| self.filter.matches(row));
        if is_whole { self } else { Self { page: 0, ..self } }
    }

    /// The address of the view, at its table or at the row that is open for typing.
    #[must_use]
    pub fn address(self, draft: Id<id::Draft>) -> String {
        let row = self
            .edit
            .map_or_else(|| "#candidates".to_owned(), |row| format!("&edit={row}#row-{row}"));
        format!("/imports/{draft}?page={}&show={}{row}", self.page, self.filter.as_str())
    }
}

/// A number of a page or a row.
///
/// # Errors
/// [`WebError::BadRequest`] for any other text.
pub fn parse_number(text: &str) -> Result<usize, WebError> {
    text.parse().map_err(|_| WebError::BadRequest)
}

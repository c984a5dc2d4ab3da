//! The candidates of a review, or the reason why it can't be saved yet.

use super::review_view::RowFilter;
use crate::{
    domain::person::Particulars,
    intake::{checked_row::CheckedRow, review::Review},
    web::request::form::FieldError,
};

/// The first thing that is unsettled, and the filter of the page that shows it.
pub struct Unsettled {
    pub error: FieldError,
    pub filter: RowFilter,
}

impl Unsettled {
    fn new(code: &str, field: String, filter: RowFilter) -> Self {
        Self { error: FieldError { field, code: code.to_owned(), detail: None }, filter }
    }
}

/// The candidates that saving makes. A finding in a row of `typed` is shown once before the row is saved.
///
/// # Errors
/// [`Unsettled`] while columns or rows are open, while such a finding is new, and when nobody is left.
pub fn candidates(review: &Review, typed: &[usize]) -> Result<Vec<Particulars>, Unsettled> {
    if review.asks_about_columns() {
        return Err(Unsettled::new("columns-open", "columns".to_owned(), RowFilter::All));
    }
    let rows = review.checked_rows();
    if let Some(place) = rows.iter().position(CheckedRow::is_open) {
        return Err(Unsettled::new("rows-open", format!("row-{place}"), RowFilter::Open));
    }
    let has_finding = |place: &&usize| {
        rows.get(**place).is_some_and(|row| !row.row.findings.is_empty() || row.known.is_some())
    };
    if let Some(place) = typed.iter().find(has_finding) {
        return Err(Unsettled::new("row-typed", format!("row-{place}"), RowFilter::All));
    }
    let mut candidates = Vec::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.is_taken()) {
        let open = || Unsettled::new("rows-open", format!("row-{place}"), RowFilter::All);
        candidates.push(row.row.particulars().ok_or_else(open)?);
    }
    if candidates.is_empty() {
        return Err(Unsettled::new("candidates-none", "candidates".to_owned(), RowFilter::All));
    }
    Ok(candidates)
}

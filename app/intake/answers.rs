//! Questions about a row that an office answers by a tick.

use super::{
    code::Code,
    finding::{Field, Finding},
};

/// The questions that may be answered by a tick, each with a phrase of its own; see [`is_answerable`].
pub const ANSWERS: [Code; 9] = [
    Code::DuplicatePerson,
    Code::RowStruckOut,
    Code::RowHidden,
    Code::QuoteUnclear,
    Code::NameOrder,
    Code::NameUnclear,
    Code::NameOddCharacters,
    Code::CellError,
    Code::ControlCharacters,
];

/// Whether a tick settles a finding: it confirms a name, or leaves an optional cell empty.
#[must_use]
pub fn is_answerable(finding: &Finding) -> bool {
    let is_optional = matches!(
        finding.field,
        Field::Patronymic
            | Field::BirthDate
            | Field::DocumentNumber
            | Field::Phone
            | Field::Address
    );
    ANSWERS.contains(&finding.code)
        && (is_optional || !matches!(finding.code, Code::CellError | Code::ControlCharacters))
}

//! Questions about a row that an office answers by a tick.

use super::{
    code::Code,
    finding::{Field, Finding},
    report::Row,
};
use std::collections::BTreeSet;

/// The questions that may be answered by a tick, each with a phrase of its own; see [`is_answerable`].
pub const ANSWERS: [Code; 16] = [
    Code::DuplicatePerson,
    Code::RowStruckOut,
    Code::RowHidden,
    Code::QuoteUnclear,
    Code::NameIncomplete,
    Code::NameOrder,
    Code::NameUnclear,
    Code::NameOddCharacters,
    Code::CellError,
    Code::ControlCharacters,
    Code::BirthDateDayMonthUnclear,
    Code::BirthDateOtherCalendar,
    Code::BirthDateYearOnly,
    Code::BirthDateCenturyUnknown,
    Code::BirthDateUnreadable,
    Code::IinBirthDateDiffers,
];

/// Whether a tick settles a finding of a row: it confirms a name, takes the date of the IIN, or leaves an optional cell empty.
#[must_use]
pub fn is_answerable(row: &Row, finding: &Finding) -> bool {
    let is_optional = matches!(
        finding.field,
        Field::Patronymic
            | Field::BirthDate
            | Field::DocumentNumber
            | Field::Phone
            | Field::Email
            | Field::Language
            | Field::Address
    );
    match finding.code {
        Code::CellError | Code::ControlCharacters => is_optional,
        code if takes_date(code) => row.proposed_birth_date.is_some(),
        // One of two words is left when the other could not be read: that is no name of one word.
        Code::NameIncomplete => row.surname.is_some() != row.given_name.is_some(),
        code => ANSWERS.contains(&code),
    }
}

/// Whether to answer the question is to take the birth date that the IIN tells.
#[must_use]
pub const fn takes_date(code: Code) -> bool {
    matches!(
        code,
        Code::BirthDateDayMonthUnclear
            | Code::BirthDateOtherCalendar
            | Code::BirthDateYearOnly
            | Code::BirthDateCenturyUnknown
            | Code::BirthDateUnreadable
            | Code::IinBirthDateDiffers
    )
}

/// The row with the answers applied: answered findings are gone, and with them what they asked about is settled.
#[must_use]
pub(super) fn answered(mut row: Row, answers: &BTreeSet<Code>) -> Row {
    let is_answered = |row: &Row, finding: &Finding| {
        answers.contains(&finding.code) && is_answerable(row, finding)
    };
    let (settled, open): (Vec<Finding>, Vec<Finding>) =
        std::mem::take(&mut row.findings).into_iter().partition(|f| is_answered(&row, f));
    row.findings = open;
    if settled.iter().any(|finding| takes_date(finding.code)) {
        row.birth_date = row.proposed_birth_date;
        row.typed.remove(&Field::BirthDate);
    }
    if settled.iter().any(|finding| finding.code == Code::NameIncomplete) {
        return row.with_one_name();
    }
    row
}

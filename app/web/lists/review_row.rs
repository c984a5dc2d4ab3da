//! A row of a review as its page shows it: certain cells as text, asked cells as fields.

use crate::intake::{
    Code, Field, Finding, Level, Row,
    answers::takes_date,
    cell_text::{CELLS, cell_text},
    checked_row::{CheckedRow, KnownIn},
    remedy::Remedy,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// One row of the table.
#[expect(clippy::struct_excessive_bools, reason = "the template asks each by name")]
#[derive(Serialize)]
pub struct ReviewRow {
    place: usize,
    sheet: String,
    row: u32,
    number: Option<String>,
    cells: BTreeMap<&'static str, CellView>,
    /// The questions of the row by code, and whether each is ticked.
    answers: BTreeMap<&'static str, AnswerView>,
    proposed_leader: bool,
    is_left_out: bool,
    is_open: bool,
    level: Level,
    is_edited: bool,
    known: Option<KnownIn>,
    findings: Vec<FindingView>,
}

/// A question that a tick answers.
#[derive(Serialize)]
pub struct AnswerView {
    is_said: bool,
    /// The date of the IIN, if the answer takes it.
    date: Option<String>,
}

/// One cell of a row.
#[derive(Serialize)]
pub struct CellView {
    text: String,
    /// The page shows a field instead of text.
    is_typed: bool,
    /// The text is a value, and not only characters that could not be read as one.
    is_known: bool,
}

/// A finding with the words that a page says about it.
#[derive(Serialize)]
pub struct FindingView {
    level: Level,
    code: &'static str,
    detail: Option<String>,
    remedy: Option<&'static str>,
}

impl FindingView {
    /// The words for a finding.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        let remedy = Remedy::of(finding).map(Remedy::as_str);
        Self {
            level: finding.level(),
            code: finding.code.code(),
            detail: finding.detail.clone(),
            remedy,
        }
    }
}

impl ReviewRow {
    /// The row at that place; all cells of an edited row are fields.
    #[must_use]
    pub fn of(place: usize, checked: &CheckedRow, is_edited: bool) -> Self {
        let row = &checked.row;
        Self {
            place,
            sheet: row.sheet.clone(),
            row: row.row,
            number: row.number.clone(),
            cells: cells(checked, is_edited),
            answers: answers(checked),
            proposed_leader: row.proposed_leader,
            is_left_out: checked.is_left_out,
            is_open: checked.is_open(),
            level: checked.level(),
            is_edited,
            known: checked.known,
            findings: row.findings.iter().map(FindingView::of).collect(),
        }
    }
}

/// The findings that still ask something: none if the row is left out.
fn asking(checked: &CheckedRow) -> impl Iterator<Item = &Finding> {
    checked.row.findings.iter().filter(|_| !checked.is_left_out)
}

fn cells(checked: &CheckedRow, is_edited: bool) -> BTreeMap<&'static str, CellView> {
    let row: &Row = &checked.row;
    let remedies: Vec<(Remedy, Field)> =
        asking(checked).filter_map(|finding| Some((Remedy::of(finding)?, finding.field))).collect();
    let cell = |field: Field| CellView {
        text: cell_text(row, field),
        is_typed: is_edited
            || remedies.iter().any(|(remedy, about)| is_typed_into(*remedy, *about, field)),
        is_known: !row.typed.contains_key(&field),
    };
    CELLS.into_iter().map(|field| (field.as_str(), cell(field))).collect()
}

fn answers(checked: &CheckedRow) -> BTreeMap<&'static str, AnswerView> {
    let date = checked.row.proposed_birth_date.map(|date| date.format("%d.%m.%Y").to_string());
    let answer = |code: Code, is_said| {
        let date = date.clone().filter(|_| takes_date(code));
        (code.code(), AnswerView { is_said, date })
    };
    let open = checked.answerable().map(|finding| answer(finding.code, false));
    open.chain(checked.answers.iter().map(|code| answer(*code, true))).collect()
}

/// Whether an office types the remedy of a finding about one field into a cell.
fn is_typed_into(remedy: Remedy, about: Field, cell: Field) -> bool {
    match remedy {
        Remedy::Name => matches!(cell, Field::Surname | Field::GivenName | Field::Patronymic),
        Remedy::Iin | Remedy::Equal => cell == Field::Iin,
        Remedy::BirthDate => cell == Field::BirthDate,
        Remedy::DocumentNumber => cell == Field::DocumentNumber,
        Remedy::Cell => cell == about,
        Remedy::Person => true,
        Remedy::Another
        | Remedy::Belongs
        | Remedy::Compare
        | Remedy::Columns
        | Remedy::NotHeld
        | Remedy::Sheet
        | Remedy::Pictures
        | Remedy::Total
        | Remedy::Leaders => false,
    }
}

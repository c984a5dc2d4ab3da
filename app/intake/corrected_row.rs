//! A row with the cells that an office typed over it.

use super::{
    cell_text::{CELLS, cell_text},
    code::Code,
    finding::{Field, Finding},
    particulars::{self, Written},
    report::Row,
    typed::Typed,
};
use std::collections::BTreeMap;

/// The row with the typed cells. A typed cell is read together with its group; other cells stay as they were read.
pub(super) fn corrected(read: &Row, cells: &BTreeMap<Field, Typed>) -> Row {
    if cells.is_empty() {
        return read.clone();
    }
    // Of an unclear row nothing was read: the typed cells are all that it has.
    let is_unclear = has(read, Code::RowUnclear);
    let is_reread =
        |field: Field| is_unclear || cells.keys().any(|typed| group(*typed) == group(field));
    merged(read, reread(read, cells), is_reread)
}

/// All cells read again, the typed ones with their new text.
fn reread(read: &Row, cells: &BTreeMap<Field, Typed>) -> Row {
    let text = |field| {
        cells.get(&field).map_or_else(|| cell_text(read, field), |typed| typed.expose().to_owned())
    };
    let [
        surname,
        given_name,
        patronymic,
        mut iin,
        birth_date,
        document_number,
        phone,
        email,
        language,
        address,
    ] = CELLS.map(text);
    // The reader restores leading zeros again, so that a new birth date can contradict them.
    if !cells.contains_key(&Field::Iin) && has(read, Code::IinZerosRestored) {
        iin = iin.trim_start_matches('0').to_owned();
    }
    particulars::read(&Written {
        surname: &surname,
        given_name: &given_name,
        patronymic: &patronymic,
        iin: &iin,
        birth_date: &birth_date,
        document_number: &document_number,
        address: &address,
        phone: &phone,
        email: &email,
        language: &language,
    })
}

fn has(row: &Row, code: Code) -> bool {
    row.findings.iter().any(|finding| finding.code == code)
}

/// The first field of a group that is read together: names, or IIN and birth date.
const fn group(field: Field) -> Field {
    match field {
        Field::Name | Field::Surname | Field::GivenName | Field::Patronymic => Field::Surname,
        Field::Iin | Field::BirthDate => Field::Iin,
        Field::Number
        | Field::DocumentNumber
        | Field::Phone
        | Field::Email
        | Field::Language
        | Field::Address
        | Field::Workplace
        | Field::Row
        | Field::Column
        | Field::Sheet
        | Field::List => field,
    }
}

/// A row whose reread fields, with their findings, come from the second reading and all others from the first.
fn merged(read: &Row, again: Row, is_reread: impl Fn(Field) -> bool) -> Row {
    let kept = read.findings.iter().filter(|finding| !is_reread(finding.field)).cloned();
    let findings: Vec<Finding> = again
        .findings
        .iter()
        .filter(|finding| is_reread(finding.field))
        .cloned()
        .chain(kept)
        .collect();
    let old_typed = read.typed.iter().filter(|(field, _)| !is_reread(**field));
    let new_typed = again.typed.iter().filter(|(field, _)| is_reread(**field));
    let typed = old_typed.chain(new_typed).map(|(field, text)| (*field, text.clone())).collect();
    let mut row = Row { typed, findings, ..read.clone() };
    if is_reread(Field::Surname) {
        (row.surname, row.given_name, row.patronymic) =
            (again.surname, again.given_name, again.patronymic);
    }
    if is_reread(Field::Iin) {
        (row.iin, row.birth_date) = (again.iin, again.birth_date);
        row.proposed_birth_date = again.proposed_birth_date;
    }
    if is_reread(Field::DocumentNumber) {
        row.document_number = again.document_number;
    }
    if is_reread(Field::Phone) {
        row.phone = again.phone;
    }
    if is_reread(Field::Email) {
        row.email = again.email;
    }
    if is_reread(Field::Language) {
        row.language = again.language;
    }
    if is_reread(Field::Address) {
        row.address = again.address;
    }
    row
}

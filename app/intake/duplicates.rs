//! The same person twice in one list.

use std::collections::HashMap;
use std::hash::Hash;

use chrono::NaiveDate;

use super::{
    code::Code,
    finding::{Field, Finding},
    fold::fold,
    report::Row,
};

/// What [`mark`] finds.
pub(super) const CODES: [Code; 3] =
    [Code::DuplicateIin, Code::DuplicatePerson, Code::DocumentRepeated];

/// Marks each later row that repeats an IIN, a name with birth date, or a document number; the first one stays as it is, and those
/// that are out are not looked at.
pub(super) fn mark(rows: &mut [Row], is_out: impl Fn(usize, &Row) -> bool) {
    let mut numbers = HashMap::new();
    let mut people: HashMap<(String, NaiveDate), Place> = HashMap::new();
    let mut documents = HashMap::new();
    for (place, row) in rows.iter_mut().enumerate() {
        if is_out(place, row) {
            continue;
        }
        let shown = if row.sheet.is_empty() {
            row.row.to_string()
        } else {
            format!("{}!{}", row.sheet, row.row)
        };
        let here = Place { place, shown };
        let same_iin = row.iin.clone().and_then(|iin| first(&mut numbers, iin, &here));
        let same_person = person(row).and_then(|person| first(&mut people, person, &here));
        let same_document =
            row.document_number.clone().and_then(|document| first(&mut documents, document, &here));
        let finding = match (same_iin, same_person, same_document) {
            (Some(first), ..) => Finding::detailed(Field::Iin, Code::DuplicateIin, first),
            (None, Some(first), _) => Finding::detailed(Field::Name, Code::DuplicatePerson, first),
            (None, None, Some(first)) => {
                Finding::detailed(Field::DocumentNumber, Code::DocumentRepeated, first)
            }
            (None, None, None) => continue,
        };
        row.findings.push(finding);
    }
}

/// A row of the report, and how it is called on the sheet; tables side by side call two rows the same.
#[derive(Clone)]
struct Place {
    place: usize,
    shown: String,
}

/// Tells where a value stood first, unless it is here.
fn first<K: Hash + Eq>(seen: &mut HashMap<K, Place>, key: K, here: &Place) -> Option<String> {
    let first = seen.entry(key).or_insert_with(|| here.clone());
    (first.place != here.place).then(|| first.shown.clone())
}

/// Surname and given name folded, so that Kazakh and Russian spelling are one, or the one name that there is; the patronymic
/// differs too often.
fn person(row: &Row) -> Option<(String, NaiveDate)> {
    let names: Vec<&str> = row.surname.iter().chain(&row.given_name).map(String::as_str).collect();
    let name = fold(&names.join(" "));
    Some((name, row.birth_date?)).filter(|(name, _)| !name.is_empty())
}

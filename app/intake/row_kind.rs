//! Whether a row of a table is a person, a total, or one of the things offices put between people.

use super::{
    date, iin, name,
    sheet::{Cell, Line, Value},
    table::Table,
    title::Column,
    vocabulary::{
        is_around, is_count, is_heading, is_nothing, is_place, is_specimen, is_total, is_vacancy,
    },
};

/// What a row of a table turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    Person,
    /// Blank, column numbers, a sub-heading, a signature, a specimen.
    Nothing,
    /// A total, with the number it states.
    Total(Option<u32>),
    /// Holds data, but no person can be read from it.
    Unclear,
    /// A name with the words of a signature, or under a total: a person's if people follow.
    Doubtful,
}

impl RowKind {
    /// Judges the part of a row that belongs to a table; `has_ended` tells that a total stood above it.
    ///
    /// Rows with something like an IIN, and rows with a name that a №, a date, a document or a telephone shows to be a
    /// person's, are people. A name that stands alone is one unless the words around tables are found beside it.
    pub(super) fn of(table: &Table, line: &Line, has_ended: bool) -> Self {
        let cells: Vec<&Cell> = line.between(table.first, table.last).collect();
        let number = written(table, line, |column| column == Column::Number);
        let name = written(table, line, Column::is_name);
        if is_column_numbers(&cells) || is_specimen(&number) || is_vacancy(&name) {
            return Self::Nothing;
        }
        if has_number_of_a_person(table, line) {
            return Self::Person;
        }
        let is_likely = name::is_likely(&name) && !is_around(&name);
        let is_numbered = is_ordinal(&number) || split_ordinal(&name).is_some();
        let is_listed = is_numbered && (is_likely || !is_heading(&name)) && is_named(&name);
        if is_total_row(&cells, &name, is_listed || is_likely) {
            return Self::Total(stated(&cells));
        }
        let has_evidence = has_evidence(table, line, &name);
        let around = words_around(table, &cells);
        let is_lone = is_likely && !has_ended && around == Around::Nothing;
        if is_named(&name) && (is_listed || is_lone || has_evidence) {
            return Self::Person;
        }
        let has_stray_iin = cells.iter().any(|cell| iin::is_iin(&cell.value));
        let is_filled = cells.len() >= 3 && !has_ended && around == Around::Nothing;
        // The rest of the name above, in a row of its own.
        let is_rest = name::is_patronymic(&[&name]);
        let is_in_place = is_likely && !has_ended && around == Around::Places;
        if has_stray_iin || is_filled || has_evidence || is_rest || is_in_place {
            Self::Unclear
        } else if is_likely {
            Self::Doubtful
        } else {
            Self::Nothing
        }
    }
}

/// Tells whether a text is a row number: up to six digits, with a point or a bracket behind or without.
pub(super) fn is_ordinal(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')']);
    (1..=6).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
}

/// Divides `3. Тестов Максат` into № and name.
pub(super) fn split_ordinal(name: &str) -> Option<(&str, &str)> {
    let (number, rest) = name.trim().split_once(['.', ')', ' '])?;
    (is_ordinal(number) && rest.contains(char::is_alphabetic)).then_some((number, rest.trim()))
}

fn written(table: &Table, line: &Line, pick: impl Fn(Column) -> bool) -> String {
    let texts =
        table.cells(line, pick).map(|cell| cell.value.written()).filter(|text| !is_nothing(text));
    texts.collect::<Vec<_>>().join(" ").trim().to_owned()
}

fn is_named(name: &str) -> bool {
    name.chars().filter(|letter| letter.is_alphabetic()).count() >= 2
}

/// Digits enough for an IIN that lost some, and no words around them as in a footer with a telephone.
fn could_be_iin(value: &Value) -> bool {
    let letters = value.written().chars().filter(|letter| letter.is_alphabetic()).count();
    value.digits() >= 6 && letters <= 4
}

/// The row `1 2 3 …` that offices put under the titles.
fn is_column_numbers(cells: &[&Cell]) -> bool {
    let numbers: Option<Vec<u32>> =
        cells.iter().map(|cell| cell.value.written().trim().parse().ok()).collect();
    let is_rising =
        |numbers: &[u32]| numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]));
    numbers.is_some_and(|numbers| numbers.len() >= 3 && numbers[0] <= 40 && is_rising(&numbers))
}

/// The first number of a total row, within the text or in a cell of its own.
fn stated(cells: &[&Cell]) -> Option<u32> {
    let texts: Vec<String> = cells.iter().map(|cell| cell.value.written()).collect();
    let mut numbers =
        texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_ascii_digit()));
    numbers.find_map(|digits| digits.parse().ok())
}

/// The words around tables that stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    Nothing,
    /// Only names of places.
    Places,
    /// Words of a signature, too.
    Signature,
}

/// Words of signatures and places count only where an address or a workplace is not expected.
fn words_around(table: &Table, cells: &[&Cell]) -> Around {
    let is_free =
        |column| matches!(column, Some(Column::Address | Column::Workplace | Column::Note));
    let others = cells.iter().filter(|cell| !is_free(table.column(cell.column)));
    let texts: Vec<String> =
        others.map(|cell| cell.value.written()).filter(|text| is_around(text)).collect();
    match texts.iter().all(|text| is_place(text)) {
        _ if texts.is_empty() => Around::Nothing,
        true => Around::Places,
        false => Around::Signature,
    }
}

/// Something like an IIN, in its column or behind the name; or a formula in its place.
fn has_number_of_a_person(table: &Table, line: &Line) -> bool {
    let mut whole = table.cells(line, |column| matches!(column, Column::FullName(_, true)));
    let mut iins = table.cells(line, |column| column == Column::Iin);
    let mut names = table.cells(line, |column| column.is_name() || column == Column::Iin);
    whole.any(|cell| cell.value.digits() >= 8)
        || iins.any(|cell| could_be_iin(&cell.value))
        || names.any(|cell| cell.value == Value::Unanswered)
}

/// A row that states a total: in the name, or in another cell of a row that names nobody, or in all its cells together.
fn is_total_row(cells: &[&Cell], name: &str, is_person: bool) -> bool {
    let texts: Vec<String> = cells.iter().map(|cell| cell.value.written()).collect();
    is_total(name)
        || is_count(&texts.join(" "))
        || !is_person && texts.iter().any(|text| is_total(text))
}

/// A date of birth, a document number or a telephone beside the name shows that the name is a person's.
fn has_evidence(table: &Table, line: &Line, name: &str) -> bool {
    let mut births = table.cells(line, |column| column == Column::BirthDate);
    let mut documents = table.cells(line, |column| column == Column::Document);
    let mut phones = table.cells(line, |column| column == Column::Phone);
    births.any(|cell| date::is_date(&cell.value))
        || documents.any(|cell| (7..=9).contains(&cell.value.digits()))
        // Who drew up a list gives a telephone, too.
        || !(is_named(name) && is_around(name))
            && phones.any(|cell| (10..=12).contains(&cell.value.digits()))
}

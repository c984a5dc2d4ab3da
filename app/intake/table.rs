//! The tables under a row of titles, and which column of them holds what.

use super::{
    code::Code,
    finding::{Field, Finding},
    sheet::{Cell, Line},
    title::Column,
};

/// A column with its title as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Titled {
    /// Column of the sheet, counted from 0.
    pub(super) place: u32,
    /// What the title says, if it is known.
    pub(super) column: Option<Column>,
    pub(super) title: String,
}

/// A table: which column holds what.
#[derive(Debug, PartialEq)]
pub(super) struct Table {
    /// First column that belongs to the table, counted from 0.
    pub(super) first: u32,
    /// Last column that belongs to the table.
    pub(super) last: u32,
    columns: Vec<(u32, Column)>,
}

impl Table {
    /// Shows the cells of the columns a test picks, from left to right.
    pub(super) fn cells<'a>(
        &self,
        line: &'a Line,
        pick: impl Fn(Column) -> bool,
    ) -> impl Iterator<Item = &'a Cell> {
        let places = self.columns.iter().filter(move |(_, column)| pick(*column));
        places.filter_map(|(place, _)| line.cell(*place))
    }

    /// Shows the cell of the one column of its kind.
    pub(super) fn cell<'a>(&self, line: &'a Line, column: Column) -> Option<&'a Cell> {
        self.cells(line, |own| own == column).next()
    }

    /// Tells what the column at a place holds.
    pub(super) fn column(&self, place: u32) -> Option<Column> {
        self.columns.iter().find(|(own, _)| *own == place).map(|(_, column)| *column)
    }

    /// Finds the column of full names and what its title says about it.
    pub(super) fn full_name(&self) -> Option<Column> {
        self.columns.iter().map(|(_, column)| *column).find(|column| column.is_full_name())
    }
}

/// Divides titled columns into tables side by side, with findings about columns that are not read.
///
/// A new table starts where № or the name comes again, provided that each table has its own IIN or none has.
pub(super) fn divide(columns: Vec<Titled>, row: u32, sheet: &str) -> (Vec<Table>, Vec<Finding>) {
    let count = |pick: fn(Column) -> bool| {
        columns.iter().filter(|titled| titled.column.is_some_and(pick)).count()
    };
    let is_side_by_side = count(is_main_name) > 1 && count(|column| column == Column::Iin) != 1;
    let mut parts: Vec<Vec<Titled>> = vec![Vec::new()];
    for titled in columns {
        if is_side_by_side && parts.last().is_some_and(|part| starts_again(part, &titled)) {
            parts.push(Vec::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(titled);
        }
    }
    let mut findings = Vec::new();
    let named = |place, title: &str| naming(sheet, row, place, title);
    let tables = parts.into_iter().filter_map(|part| table(part, &named, &mut findings)).collect();
    (tables, findings)
}

fn is_main_name(column: Column) -> bool {
    column.is_full_name() || column == Column::Surname
}

fn starts_again(part: &[Titled], titled: &Titled) -> bool {
    let Some(column) =
        titled.column.filter(|column| *column == Column::Number || is_main_name(*column))
    else {
        return false;
    };
    let holds = |pick: &dyn Fn(Column) -> bool| part.iter().any(|own| own.column.is_some_and(pick));
    holds(&is_main_name) && holds(&|own| own.is_like(column))
}

fn table(
    part: Vec<Titled>,
    named: &impl Fn(u32, &str) -> String,
    findings: &mut Vec<Finding>,
) -> Option<Table> {
    let (first, last) = (part.first()?.place, part.last()?.place);
    let mut columns: Vec<(u32, Column)> = Vec::new();
    for titled in part {
        let is_repeated = |column: Column| {
            !may_repeat(column) && columns.iter().any(|(_, own)| own.is_like(column))
        };
        let code = match titled.column {
            None => Code::ColumnUnknown,
            Some(Column::NotHeld) => Code::ColumnNotHeld,
            Some(Column::Unneeded) => continue,
            Some(column) if is_repeated(column) => Code::ColumnRepeated,
            Some(column) => {
                columns.push((titled.place, column));
                continue;
            }
        };
        findings.push(Finding::detailed(Field::Column, code, named(titled.place, &titled.title)));
    }
    let has = |pick: fn(Column) -> bool| columns.iter().any(|(_, column)| pick(*column));
    let missing = [
        (Field::Name, has(is_main_name)),
        (Field::Iin, has(|column| matches!(column, Column::Iin | Column::FullName(_, true)))),
    ];
    for (field, _) in missing.into_iter().filter(|(_, is_there)| !is_there) {
        findings.push(Finding::detailed(field, Code::ColumnMissing, named(first, "")));
    }
    Some(Table { first, last, columns })
}

fn may_repeat(column: Column) -> bool {
    matches!(column, Column::Phone | Column::Workplace | Column::Note | Column::Number)
}

/// Names a column for the office: sheet, letter and row, then the title.
pub(super) fn naming(sheet: &str, row: u32, place: u32, title: &str) -> String {
    let sheet = if sheet.is_empty() { String::new() } else { format!("{sheet}!") };
    let name = format!("{sheet}{}{row} {}", letters(place), plain(title));
    name.trim_end().to_owned()
}

/// Column 0 is A, column 26 is AA.
pub(super) fn letters(place: u32) -> String {
    let mut letters = String::new();
    let mut rest = place.saturating_add(1);
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

/// A title without line breaks and control characters, at most 60 characters long.
pub(super) fn plain(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_shown = |letter: &char| {
        letter.is_alphanumeric()
            || matches!(letter, ' ' | '№' | '«' | '»')
            || letter.is_ascii_graphic()
    };
    line.chars().filter(is_shown).take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}

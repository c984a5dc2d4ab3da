//! The row of column titles, wherever it stands on a sheet.

use super::{
    columns::MAX_COLUMNS,
    sheet::{Cell, Line, Value},
    table::Titled,
    title::Column,
};

/// Column titles found at some row of a sheet.
#[derive(Debug)]
pub(super) struct Header {
    /// How many rows, from the one asked about, the titles take.
    pub(super) height: usize,
    /// The columns from left to right, of one table or of several side by side.
    pub(super) titled: Vec<Titled>,
}

/// Reads column titles that start at `lines[place]`; a group title may stand in the row above.
///
/// Titles are at least two known columns, one of them the name or the IIN.
pub(super) fn header_at(lines: &[Line], place: usize) -> Option<Header> {
    let line = lines.get(place)?;
    let titles = titles(line).filter(|titles| (2..=MAX_COLUMNS).contains(&titles.len()))?;
    let known: Vec<Column> = titles.iter().filter_map(|title| Column::titled(title.1)).collect();
    let has_person = known.iter().any(|column| is_person(*column));
    let is_varied = known.iter().any(|column| known.first() != Some(column));
    if !has_person || !is_varied {
        return None;
    }
    let mut rows = vec![line];
    for below in lines.iter().skip(place + 1).take(2) {
        if rows.last().is_none_or(|last| last.number + 1 != below.number)
            || !continues(&rows, below)
        {
            break;
        }
        rows.push(below);
    }
    let height = rows.len();
    let above = place.checked_sub(1).and_then(|place| lines.get(place));
    if let Some(above) = above.filter(|above| above.number + 1 == line.number && is_group(above)) {
        rows.insert(0, above);
    }
    let mut titled = resolve(&rows);
    titled.truncate(MAX_COLUMNS);
    Some(Header { height, titled })
}

fn is_person(column: Column) -> bool {
    column.is_name() || column == Column::Iin
}

/// The texts of a row, if all of its cells could be titles; a small number, such as a year, may stand among them.
fn titles(line: &Line) -> Option<Vec<(u32, &str)>> {
    let is_small =
        |cell: &&Cell| matches!(cell.value, Value::Number(_)) && cell.value.digits() <= 4;
    let others = line.cells.iter().filter(|cell| !is_small(cell));
    others.map(|cell| title(cell).map(|title| (cell.column, title))).collect()
}

/// A title is short and has hardly a digit, unless it gives an example in brackets.
fn title(cell: &Cell) -> Option<&str> {
    let Value::Text(text) = &cell.value else { return None };
    let digits =
        text.split(['(', ')']).step_by(2).flat_map(str::bytes).filter(u8::is_ascii_digit).count();
    (text.len() <= 400 && digits <= 5).then_some(text)
}

/// A row below continues the titles if half of it is titles and it puts no person under name or IIN.
fn continues(rows: &[&Line], below: &Line) -> bool {
    let Some(texts) = titles(below) else { return false };
    let known = texts.iter().filter(|text| Column::titled(text.1).is_some()).count();
    let is_data = texts.iter().any(|(place, text)| {
        let mut above =
            rows.iter().filter_map(|row| row.cell(*place).and_then(title).and_then(Column::titled));
        above.any(is_person) && Column::titled(text).is_none() && !text.starts_with('(')
    });
    known > 0 && known * 2 >= texts.len() && !is_data
}

fn is_group(above: &Line) -> bool {
    titles(above).is_some_and(|titles| {
        titles.len() >= 2 && titles.iter().any(|title| Column::titled(title.1).is_some())
    })
}

/// Each column with what it holds and its title as written.
fn resolve(rows: &[&Line]) -> Vec<Titled> {
    let mut places: Vec<u32> =
        rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    places.sort_unstable();
    places.dedup();
    let titled = |place| {
        let own: Vec<&str> =
            rows.iter().filter_map(|row| row.cell(place).and_then(title)).collect();
        let title = own.join(" ");
        Titled { place, column: column(&own, group(rows, place)), title }
    };
    places.into_iter().map(titled).collect()
}

/// The group title over a column: the nearest to the left in the first row, which is empty over the column itself.
fn group<'a>(rows: &[&'a Line], place: u32) -> Option<&'a str> {
    let first = rows.first().filter(|first| rows.len() > 1 && first.cell(place).is_none())?;
    first.cells.iter().rev().find(|cell| cell.column < place).and_then(title)
}

/// The column's lowest title decides, unless it says little alone («номер») or a title above forbids to hold it.
fn column(own: &[&str], group: Option<&str>) -> Option<Column> {
    let whole = Column::titled(&own.join(" "));
    let grouped = group.and_then(|group| Column::titled(&format!("{group} {}", own.join(" "))));
    let last = own.last().and_then(|title| Column::titled(title));
    match (last, grouped) {
        _ if whole == Some(Column::NotHeld) => whole,
        (_, Some(Column::NotHeld)) => grouped,
        (Some(Column::Surname | Column::GivenName | Column::Patronymic | Column::Unneeded), _) => {
            last
        }
        _ if whole == Some(Column::Unneeded) => whole,
        (Some(Column::Number), Some(Column::Document | Column::Phone | Column::Iin)) => grouped,
        (Some(Column::Number) | None, _) => whole.or(grouped),
        (Some(_), _) => last,
    }
}

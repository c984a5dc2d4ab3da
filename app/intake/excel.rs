//! Sheets of .xlsx, .xls and .ods, through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx,
    XlsxError,
};
use chrono::{Datelike, NaiveDate};

use super::{
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Value, Workbook},
    size::Size,
};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads the visible sheets of an .xlsx file, with the cells whose font is crossed out.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Workbook, Refusal> {
    guarded(|| {
        let mut source: Xlsx<Bytes<'_>> =
            Xlsx::new(Cursor::new(bytes)).map_err(|error| of_xlsx(&error))?;
        collect(source.sheets_metadata().to_vec(), |name, size| xlsx_lines(&mut source, name, size))
    })
}

/// Reads the visible sheets of an .xls file (Excel 97 to 2003).
pub(super) fn read_xls(bytes: &[u8]) -> Result<Workbook, Refusal> {
    guarded(|| {
        let mut source: Xls<Bytes<'_>> =
            Xls::new(Cursor::new(bytes)).map_err(|error| of_xls(&error))?;
        collect(source.sheets_metadata().to_vec(), |name, size| {
            range_lines(&source.worksheet_range(name).map_err(|error| of_xls(&error))?, size)
        })
    })
}

/// Reads the visible sheets of an .ods file.
pub(super) fn read_ods(bytes: &[u8]) -> Result<Workbook, Refusal> {
    guarded(|| {
        let mut source: Ods<Bytes<'_>> =
            Ods::new(Cursor::new(bytes)).map_err(|error| of_ods(&error))?;
        collect(source.sheets_metadata().to_vec(), |name, size| {
            range_lines(&source.worksheet_range(name).map_err(|error| of_ods(&error))?, size)
        })
    })
}

/// Turns a panic of the parser over a crafted file into a refusal; nothing of the parser is used afterwards.
fn guarded(read: impl FnOnce() -> Result<Workbook, Refusal>) -> Result<Workbook, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Refusal::Damaged))
}

fn collect(
    sheets: Vec<calamine::Sheet>,
    mut lines: impl FnMut(&str, &mut Size) -> Result<Vec<Line>, Refusal>,
) -> Result<Workbook, Refusal> {
    let mut workbook = Workbook::default();
    let mut size = Size::default();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible == SheetVisible::Visible {
            let lines = lines(&sheet.name, &mut size)?;
            workbook.sheets.push(Sheet { name: sheet.name, lines });
        } else {
            workbook.hidden.push(sheet.name);
        }
    }
    Ok(workbook)
}

/// Streams the cells, so that one cell far out on the sheet does not cost the whole rectangle.
fn xlsx_lines(
    source: &mut Xlsx<Bytes<'_>>,
    name: &str,
    size: &mut Size,
) -> Result<Vec<Line>, Refusal> {
    let mut reader = match source.worksheet_cells_reader(name) {
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        other => other.map_err(|error| of_xlsx(&error))?,
    };
    let mut lines: Vec<Line> = Vec::new();
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| of_xlsx(&error))?
    {
        let (row, column) = cell.get_position();
        let font = reader.styles().get(style).and_then(|style| style.font.as_ref());
        let is_struck = font.is_some_and(calamine::Font::has_strikethrough);
        let data = match cell.get_value() {
            DataRef::SharedString(text) => Data::String((*text).to_owned()),
            other => other.clone().into(),
        };
        if let Some(value) = value(&data) {
            size.add_cell(&value)?;
            put(&mut lines, row, Cell { column, value, is_struck }, size)?;
        }
    }
    // Other programs may write rows and cells out of order.
    lines.sort_by_key(|line| line.number);
    lines.dedup_by(|later, earlier| {
        let is_same = later.number == earlier.number;
        if is_same {
            earlier.cells.append(&mut later.cells);
        }
        is_same
    });
    for line in &mut lines {
        line.cells.sort_by_key(|cell| cell.column);
        line.cells.dedup_by_key(|cell| cell.column);
    }
    Ok(lines)
}

fn range_lines(range: &Range<Data>, size: &mut Size) -> Result<Vec<Line>, Refusal> {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let mut lines = Vec::new();
    for (row, column, data) in range.used_cells() {
        let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
            continue;
        };
        if let Some(value) = value(data) {
            size.add_cell(&value)?;
            let cell = Cell { column: first_column + column, value, is_struck: false };
            put(&mut lines, first_row + row, cell, size)?;
        }
    }
    Ok(lines)
}

fn put(lines: &mut Vec<Line>, row: u32, cell: Cell, size: &mut Size) -> Result<(), Refusal> {
    let number = row.saturating_add(1);
    match lines.last_mut() {
        Some(line) if line.number == number => line.cells.push(cell),
        _ => {
            size.add_line()?;
            lines.push(Line { number, cells: vec![cell] });
        }
    }
    Ok(())
}

fn value(data: &Data) -> Option<Value> {
    match data {
        Data::String(text) => Cell::text(0, text).map(|cell| cell.value),
        Data::Float(number) => Some(Value::Number(*number)),
        #[expect(
            clippy::cast_precision_loss,
            reason = "whole numbers of a list are far below 2^53"
        )]
        Data::Int(number) => Some(Value::Number(*number as f64)),
        Data::DateTime(moment) => Some(match moment.as_datetime() {
            Some(when) if moment.is_datetime() && is_plausible(when.date()) => {
                Value::Date(when.date())
            }
            _ => Value::Number(moment.as_f64()),
        }),
        Data::DateTimeIso(text) => Some(match text.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Value::Date(day),
            None => Value::Text(text.clone()),
        }),
        Data::DurationIso(text) => Some(Value::Text(text.clone())),
        Data::Bool(_) | Data::Empty => None,
        Data::Error(_) => Some(Value::Broken),
    }
}

/// A number of some other column that carries a date format by mistake stays a number.
fn is_plausible(date: NaiveDate) -> bool {
    (1901..=2199).contains(&date.year())
}

fn of_xlsx(error: &XlsxError) -> Refusal {
    if matches!(error, XlsxError::Password) { Refusal::Encrypted } else { Refusal::Damaged }
}

fn of_xls(error: &XlsError) -> Refusal {
    if matches!(error, XlsError::Password) { Refusal::Encrypted } else { Refusal::Damaged }
}

fn of_ods(error: &OdsError) -> Refusal {
    if matches!(error, OdsError::Password) { Refusal::Encrypted } else { Refusal::Damaged }
}

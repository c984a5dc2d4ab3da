//! Sheets of .xlsx, .xls and .ods, through calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError,
    XlsOptions, Xlsx, XlsxError,
};
use chrono::{Datelike, NaiveDate};
use encoding_rs::{Encoding, WINDOWS_1251};

use super::{
    archive,
    compound::OldWorkbook,
    encoding::{eight_bit, kazakh},
    notes::Notes,
    ods_rows, old_rows,
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Value, Workbook},
    size::Size,
    xlsx_rows,
};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Reads the visible sheets of an .xlsx file, with the cells whose font is crossed out.
pub(super) fn read_xlsx(bytes: &[u8]) -> Result<Workbook, Refusal> {
    guarded(|| {
        let mut source: Xlsx<Bytes<'_>> =
            Xlsx::new(Cursor::new(bytes)).map_err(|error| of_xlsx(&error))?;
        let notes = xlsx_rows::look_through(bytes);
        let sheets = source.sheets_metadata().to_vec();
        let workbook = collect(sheets, &notes, |name, size| xlsx_lines(&mut source, name, size))?;
        Ok(Workbook { is_1904: source.has_1904_epoch(), ..workbook })
    })
}

/// Reads the visible sheets of an .xls file (Excel 5 to 2003). A file before Excel 97 often names the wrong letters.
pub(super) fn read_xls(workbook: &OldWorkbook) -> Result<Workbook, Refusal> {
    guarded(|| {
        let rows = old_rows::look_through(&workbook.stream);
        let letters = rows
            .letters
            .as_deref()
            .map(|letters| eight_bit(letters).ok_or(Refusal::LettersUnknown));
        let letters = letters.transpose()?;
        let mut options = XlsOptions::default();
        options.force_codepage = letters.map(code_page);
        let source = Xls::new_with_options(Cursor::new(&workbook.bytes[..]), options);
        let mut source: Xls<Bytes<'_>> = source.map_err(|error| of_xls(&error))?;
        let sheets = source.sheets_metadata().to_vec();
        let mut read = collect(sheets, &rows.sheets, |name, size| {
            range_lines(&source.worksheet_range(name).map_err(|error| of_xls(&error))?, size)
        })?;
        if letters == Some(WINDOWS_1251) {
            read.sheets.iter_mut().for_each(with_kazakh_letters);
        }
        Ok(Workbook { is_1904: source.has_1904_epoch(), pictures: rows.pictures, ..read })
    })
}

/// Reads the visible sheets of an .ods file.
pub(super) fn read_ods(bytes: &[u8]) -> Result<Workbook, Refusal> {
    guarded(|| {
        let mut source: Ods<Bytes<'_>> =
            Ods::new(Cursor::new(bytes)).map_err(|error| of_ods(&error))?;
        let rows = archive::content(bytes).map(|content| ods_rows::look_through(&content));
        let rows = rows.unwrap_or_default();
        let sheets = source.sheets_metadata().to_vec();
        let workbook = collect(sheets, &rows.sheets, |name, size| {
            range_lines(&source.worksheet_range(name).map_err(|error| of_ods(&error))?, size)
        })?;
        Ok(Workbook { is_1904: rows.is_1904, ..workbook })
    })
}

/// The number under which Windows knows an encoding.
fn code_page(encoding: &'static Encoding) -> u16 {
    match encoding.name() {
        "IBM866" => 866,
        "KOI8-R" => 20_866,
        "x-mac-cyrillic" => 10_017,
        _ => 1_251,
    }
}

fn with_kazakh_letters(sheet: &mut Sheet) {
    for cell in sheet.lines.iter_mut().flat_map(|line| &mut line.cells) {
        if let Value::Text(text) = &mut cell.value {
            *text = text.chars().map(kazakh).collect();
        }
    }
}

/// Turns a panic of the parser over a crafted file into a refusal; nothing of the parser is used afterwards.
fn guarded(read: impl FnOnce() -> Result<Workbook, Refusal>) -> Result<Workbook, Refusal> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Refusal::Damaged))
}

fn collect(
    sheets: Vec<calamine::Sheet>,
    notes: &[Notes],
    mut lines: impl FnMut(&str, &mut Size) -> Result<Vec<Line>, Refusal>,
) -> Result<Workbook, Refusal> {
    let mut workbook = Workbook::default();
    let mut size = Size::default();
    for (place, sheet) in sheets.into_iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        if sheet.visible != SheetVisible::Visible {
            workbook.hidden.push(sheet.name);
            continue;
        }
        let lines = lines(&sheet.name, &mut size)?;
        let mut sheet = Sheet::in_order(sheet.name, lines);
        if let Some(notes) = notes.get(place) {
            notes.apply(&mut sheet.lines);
        }
        workbook.sheets.push(sheet);
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
            size.put(&mut lines, row.saturating_add(1), Cell { column, value, is_struck })?;
        }
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
            let cell = Cell { column: first_column + column, value, is_struck: false };
            size.put(&mut lines, first_row.saturating_add(row).saturating_add(1), cell)?;
        }
    }
    Ok(lines)
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

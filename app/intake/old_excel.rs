//! Sheets of Excel 2, 3 and 4: one stream of records without a workbook around it, one byte a letter.

use super::{
    biff::{Record, is_flat, records},
    encoding::{decode_eight_bit, eight_bit},
    little_endian::{long, short},
    notes::Notes,
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Value, Workbook},
    size::Size,
};

/// Tells whether a file begins with the record of a sheet of these versions.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    matches!(bytes.get(..4), Some([0x09, 0x00, 4..=6, 0] | [0x09, 0x02 | 0x04, 6..=8, 0]))
}

/// Reads the sheet.
///
/// # Errors
/// [`Refusal::OldExcel`] for a workbook of several sheets or a chart, [`Refusal::LettersUnknown`] when its letters are none.
pub(super) fn read(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let first = records(bytes).next().ok_or(Refusal::Damaged)?;
    if short(first.data, 2) != Some(WORKSHEET) {
        return Err(Refusal::OldExcel);
    }
    let letters: Vec<u8> =
        records(bytes).filter_map(|record| text(&record)).flatten().copied().collect();
    let encoding = eight_bit(&letters).ok_or(Refusal::LettersUnknown)?;
    let (mut workbook, mut size, mut notes) =
        (Workbook::default(), Size::default(), Notes::default());
    let (mut lines, mut formula): (Vec<Line>, _) = (Vec::new(), None);
    for record in records(bytes) {
        let Record { kind, data, .. } = record;
        let value = match kind {
            END => break,
            FILE_PASS => return Err(Refusal::Encrypted),
            DATE_MODE => {
                workbook.is_1904 = short(data, 0) == Some(1);
                continue;
            }
            ROW_2 | ROW => {
                let is_flat = short(data, 6).is_some_and(is_flat);
                let is_left_out =
                    kind == ROW && short(data, 12).is_some_and(|flags| flags & 0x20 != 0);
                notes
                    .hidden
                    .extend(short(data, 0).filter(|_| is_flat || is_left_out).map(u32::from));
                continue;
            }
            INTEGER => short(data, 7).map(|number| Value::Number(number.into())),
            NUMBER_2 => float(data, 7).map(Value::Number),
            NUMBER => float(data, 6).map(Value::Number),
            PACKED => long(data, 6).map(packed).map(Value::Number),
            FORMULA_2 | FORMULA_3 | FORMULA_4 => {
                formula = short(data, 0).zip(short(data, 2));
                let start = if kind == FORMULA_2 { 7 } else { 6 };
                // Text follows in a record of its own.
                let is_number = short(data, start + 6) != Some(0xffff);
                float(data, start).filter(|_| is_number).map(Value::Number)
            }
            LABEL_2 | LABEL | STRING_2 | STRING => {
                let text = text(&record).map(|bytes| decode_eight_bit(bytes, encoding));
                text.and_then(|text| Cell::text(0, &text)).map(|cell| cell.value)
            }
            _ => None,
        };
        let place = match kind {
            STRING_2 | STRING => formula,
            _ => short(data, 0).zip(short(data, 2)),
        };
        if let (Some(value), Some((row, column))) = (value, place) {
            let cell = Cell { column: column.into(), value, is_struck: false };
            size.put(&mut lines, u32::from(row) + 1, cell)?;
        }
    }
    let mut sheet = Sheet::in_order(String::new(), lines);
    notes.apply(&mut sheet.lines);
    workbook.sheets.push(sheet);
    Ok(workbook)
}

const WORKSHEET: u16 = 0x0010;
const END: u16 = 0x000a;
const FILE_PASS: u16 = 0x002f;
const DATE_MODE: u16 = 0x0022;
/// Records of Excel 2 have three bytes of format behind the place, later ones two.
const INTEGER: u16 = 0x0002;
const NUMBER_2: u16 = 0x0003;
const LABEL_2: u16 = 0x0004;
const FORMULA_2: u16 = 0x0006;
const STRING_2: u16 = 0x0007;
const ROW_2: u16 = 0x0008;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const STRING: u16 = 0x0207;
const ROW: u16 = 0x0208;
const FORMULA_3: u16 = 0x0206;
const FORMULA_4: u16 = 0x0406;
const PACKED: u16 = 0x027e;

/// The letters of a text record, with its length in front of them.
fn text<'a>(record: &Record<'a>) -> Option<&'a [u8]> {
    let data = record.data;
    let (start, length): (usize, usize) = match record.kind {
        LABEL_2 => (8, usize::from(*data.get(7)?)),
        STRING_2 => (1, usize::from(*data.first()?)),
        LABEL => (8, usize::from(short(data, 6)?)),
        STRING => (2, usize::from(short(data, 0)?)),
        _ => return None,
    };
    data.get(start..start.checked_add(length)?.min(data.len()))
}

fn float(data: &[u8], place: usize) -> Option<f64> {
    data.get(place..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes))
}

/// A number in four bytes: the upper part of a float, or an integer, either perhaps times a hundred; [MS-XLS] 2.5.122.
fn packed(bits: u32) -> f64 {
    let number = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

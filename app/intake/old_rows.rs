//! The parser of .xls files gives values of cells; this reads from the records what else an office sees.

use super::{
    biff::{Record, is_flat, records},
    little_endian::{long, short},
    notes::Notes,
};

/// The facts that the parser of .xls files leaves out.
#[derive(Debug, Default)]
pub(super) struct OldRows {
    /// In the order in which the workbook names its sheets.
    pub(super) sheets: Vec<Notes>,
    pub(super) pictures: usize,
    /// The letters of all texts of a file before Excel 97, which have one byte each.
    pub(super) letters: Option<Vec<u8>>,
}

/// Looks for hidden rows, formulas without a result, pictures and letters.
pub(super) fn look_through(stream: &[u8]) -> OldRows {
    let mut found = OldRows::default();
    let (mut places, mut drawings) = (Vec::new(), Vec::new());
    let (mut depth, mut is_before_97, mut letters, mut before) = (0, false, Vec::new(), 0);
    for record in records(stream) {
        match record.kind {
            BEGIN => {
                depth += 1;
                is_before_97 |= record.place == 4 && short(record.data, 0) == Some(0x0500);
            }
            END => {
                depth -= 1;
                if depth <= 0 && !places.is_empty() {
                    break;
                }
            }
            BOUND_SHEET => places.extend(long(record.data, 0)),
            DRAWINGS => drawings.extend_from_slice(record.data),
            CONTINUE if before == DRAWINGS => drawings.extend_from_slice(record.data),
            _ => {}
        }
        if record.kind != CONTINUE {
            before = record.kind;
        }
    }
    for place in places {
        let start = usize::try_from(place).unwrap_or(usize::MAX);
        let sheet = stream.get(start..).unwrap_or_default();
        found.sheets.push(sheet_notes(sheet, &mut letters));
    }
    found.pictures = pictures(&drawings);
    found.letters = is_before_97.then_some(letters);
    found
}

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const BOUND_SHEET: u16 = 0x0085;
const CONTINUE: u16 = 0x003c;
const DRAWINGS: u16 = 0x00eb;
const ROW: u16 = 0x0208;
const FORMULA: u16 = 0x0006;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00d6;

fn sheet_notes(stream: &[u8], letters: &mut Vec<u8>) -> Notes {
    let (mut notes, mut depth) = (Notes::default(), 0);
    for Record { kind, data, .. } in records(stream) {
        match kind {
            BEGIN => depth += 1,
            END => {
                depth -= 1;
                if depth <= 0 {
                    break;
                }
            }
            // A chart within the sheet.
            _ if depth > 1 => {}
            ROW if is_hidden(data) => notes.hidden.extend(short(data, 0).map(u32::from)),
            FORMULA if is_unanswered(data) => {
                let place = short(data, 0).zip(short(data, 2));
                notes.unanswered.extend(place.map(|(row, column)| (row.into(), column.into())));
            }
            LABEL | RICH_LABEL => {
                let length = short(data, 6).map_or(0, usize::from);
                letters.extend(data.iter().skip(8).take(length));
            }
            _ => {}
        }
    }
    notes
}

/// Hidden by hand, by a filter or in a collapsed group, or of no height; [MS-XLS] 2.4.221.
fn is_hidden(row: &[u8]) -> bool {
    short(row, 6).is_some_and(is_flat) || short(row, 12).is_some_and(|flags| flags & 0x20 != 0)
}

/// A blank or zero that the program is to work out when it opens the file; [MS-XLS] 2.4.127, 2.5.133.
fn is_unanswered(formula: &[u8]) -> bool {
    let is_to_be_worked_out = short(formula, 14).is_some_and(|flags| flags & 0b11 != 0);
    let is_blank = short(formula, 12) == Some(0xffff) && formula.get(6) == Some(&3);
    let is_zero = formula.get(6..14).is_some_and(|value| value.iter().all(|byte| *byte == 0));
    is_to_be_worked_out && (is_blank || is_zero)
}

/// The pictures of the workbook: the group's store says how many it holds; [MS-ODRAW] 2.2.12, 2.2.20.
fn pictures(drawings: &[u8]) -> usize {
    let mut rest = drawings.get(8..).unwrap_or_default();
    while let (Some(kind), Some(length)) = (short(rest, 2), long(rest, 4)) {
        if kind == 0xf001 {
            return short(rest, 0).map_or(0, |head| usize::from(head >> 4));
        }
        let length = usize::try_from(length).unwrap_or(usize::MAX).saturating_add(8);
        rest = rest.get(length..).unwrap_or_default();
    }
    0
}

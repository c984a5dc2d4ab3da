//! The parser of .xlsx files gives values of cells; this reads hidden rows and formulas without results.

use std::{
    collections::HashMap,
    io::{BufReader, Cursor, Read},
};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use zip::ZipArchive;

use super::{notes::Notes, xml::attribute};

/// The notes of each sheet, in the order in which the workbook names them; nothing where a part cannot be found.
pub(super) fn look_through(bytes: &[u8]) -> Vec<Notes> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let Some(workbook) = workbook(&mut archive) else { return Vec::new() };
    let mut notes = |path: &Option<String>| {
        let part = path.as_ref().and_then(|path| part(&mut archive, path));
        part.map(|xml| sheet(&xml, workbook.is_to_be_worked_out)).unwrap_or_default()
    };
    workbook.sheets.iter().map(&mut notes).collect()
}

struct Workbook {
    /// The path of each sheet within the archive.
    sheets: Vec<Option<String>>,
    /// The program that opens the file is to work out all formulas, so that a zero is no result.
    is_to_be_worked_out: bool,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

fn workbook(archive: &mut Archive<'_>) -> Option<Workbook> {
    let is_workbook = |name: &String| name.to_lowercase().ends_with("workbook.xml");
    let path =
        archive.file_names().flatten().map(|name| name.replace('\\', "/")).find(is_workbook)?;
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let in_folder = |path: &str| {
        if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
    };
    let mut targets = HashMap::new();
    each_tag(&part(archive, &in_folder(&format!("_rels/{name}.rels")))?, |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let path = target.strip_prefix('/').map_or_else(|| in_folder(&target), str::to_owned);
            targets.insert(id, path);
        }
    });
    let mut workbook = Workbook { sheets: Vec::new(), is_to_be_worked_out: false };
    each_tag(&part(archive, &path)?, |tag| match tag.local_name().as_ref() {
        "sheet" => {
            let id = attribute(tag, "id");
            workbook.sheets.push(id.and_then(|id| targets.get(&id).cloned()));
        }
        "calcPr" => workbook.is_to_be_worked_out = is_set(tag, "fullCalcOnLoad"),
        _ => {}
    });
    Some(workbook)
}

/// A part of the archive as text; names differ in capitals and slashes.
fn part(archive: &mut Archive<'_>, path: &str) -> Option<String> {
    let is_same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
    let place = archive.file_names().flatten().position(|name| is_same(&name))?;
    let mut bytes = Vec::new();
    BufReader::new(archive.by_index(place).ok()?).read_to_end(&mut bytes).ok()?;
    Some(match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
        None => String::from_utf8(bytes).ok()?,
    })
}

fn each_tag(xml: &str, mut look: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) => look(&tag),
            Event::Eof => break,
            _ => {}
        }
    }
}

fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| value == "1" || value == "true")
}

/// Hidden by hand, by a filter or in a collapsed group, or of no height.
fn is_hidden(row: &BytesStart<'_>) -> bool {
    let is_flat = attribute(row, "ht").and_then(|height| height.parse::<f64>().ok()) == Some(0.0);
    is_flat || is_set(row, "hidden")
}

/// Where the walk through a sheet is.
#[derive(Default)]
struct Walk {
    notes: Notes,
    row: u32,
    column: u32,
    /// The cell has a formula, and its result is text.
    has_formula: bool,
    is_text: bool,
    is_in_value: bool,
    value: String,
}

fn sheet(xml: &str, zero_is_none: bool) -> Notes {
    // Most sheets have none of all this, and the walk costs as much as reading the cells.
    if !["hidden", "ht=\"0", "ht='0", "<f", ":f"].iter().any(|sign| xml.contains(sign)) {
        return Notes::default();
    }
    let mut walk = Walk::default();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => walk.open(&tag),
            Event::Empty(tag) => {
                walk.open(&tag);
                walk.close(tag.local_name().as_ref(), zero_is_none);
            }
            Event::Text(text) if walk.is_in_value => walk.value.push_str(&text),
            Event::GeneralRef(_) | Event::CData(_) if walk.is_in_value => walk.value.push('?'),
            Event::End(tag) => {
                let name = tag.local_name();
                if name.as_ref() == "sheetData" {
                    break;
                }
                walk.close(name.as_ref(), zero_is_none);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    walk.notes
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "row" => {
                let number = attribute(tag, "r").and_then(|row| row.parse::<u32>().ok());
                self.row = number.map_or(self.row, |number| number.saturating_sub(1));
                if is_hidden(tag) {
                    self.notes.hidden.insert(self.row);
                }
            }
            "c" => {
                let place = attribute(tag, "r").and_then(|name| place(&name));
                (self.row, self.column) = place.unwrap_or((self.row, self.column));
                self.is_text = attribute(tag, "t").is_some_and(|kind| kind == "str");
                self.has_formula = false;
                self.value.clear();
            }
            "f" => self.has_formula = true,
            "v" => self.is_in_value = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str, zero_is_none: bool) {
        match name {
            "row" => (self.row, self.column) = (self.row.saturating_add(1), 0),
            "c" => {
                // Text that is empty is a result.
                let is_none = self.value.trim().is_empty() && !self.is_text
                    || zero_is_none && self.value.trim() == "0";
                if self.has_formula && is_none {
                    self.notes.unanswered.insert((self.row, self.column));
                }
                self.column = self.column.saturating_add(1);
            }
            "v" => self.is_in_value = false,
            _ => {}
        }
    }
}

/// Row and column of a cell's name, counted from 0: `B3` is row 2, column 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(digit) + 1)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

//! The parser of .ods files gives values of cells; this reads hidden rows, formulas without results and the calendar.

use std::collections::BTreeSet;

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use super::notes::Notes;

/// Rows that one row of the file may stand for here: a list has no more.
const MAX_REPEATS: u32 = 60_000;

/// The facts that the parser of .ods files leaves out.
#[derive(Debug, Default)]
pub(super) struct OdsRows {
    /// In the order of the sheets.
    pub(super) sheets: Vec<Notes>,
    /// Days are counted from 1904.
    pub(super) is_1904: bool,
}

/// Walks through `content.xml`.
pub(super) fn look_through(content: &str) -> OdsRows {
    let mut walk = Walk::default();
    let mut reader = Reader::from_str(content);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) => walk.open(&tag),
            Event::Empty(tag) => {
                walk.open(&tag);
                walk.close(tag.name().as_ref());
            }
            Event::End(tag) => walk.close(tag.name().as_ref()),
            Event::Eof => break,
            _ => {}
        }
    }
    walk.found
}

#[derive(Default)]
struct Walk {
    found: OdsRows,
    /// The style whose properties follow, and the styles of rows without height.
    style: String,
    flat: BTreeSet<String>,
    /// Whether each open group is collapsed.
    groups: Vec<bool>,
    row: u32,
    repeats: u32,
    is_hidden: bool,
    is_filled: bool,
    column: u32,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let get = |name: &str| {
            let own = tag.try_get_attribute(name).ok()??;
            own.normalized_value(XmlVersion::Explicit1_0).ok().map(String::from)
        };
        let repeats = |name: &str| get(name).and_then(|count| count.parse().ok()).unwrap_or(1_u32);
        match tag.name().as_ref() {
            "style:style" => self.style = get("style:name").unwrap_or_default(),
            "style:table-row-properties"
                if get("style:row-height").is_some_and(|height| is_flat(&height)) =>
            {
                self.flat.insert(self.style.clone());
            }
            "table:null-date" => {
                self.found.is_1904 =
                    get("table:date-value").is_some_and(|date| date == "1904-01-01");
            }
            "table:table" => {
                self.found.sheets.push(Notes::default());
                self.row = 0;
            }
            "table:table-row-group" => {
                self.groups.push(get("table:display").is_some_and(|display| display == "false"));
            }
            "table:table-row" => {
                let is_left_out = get("table:visibility").is_some_and(|shown| shown != "visible");
                let style = get("table:style-name").unwrap_or_default();
                self.is_hidden =
                    is_left_out || self.flat.contains(&style) || self.groups.contains(&true);
                self.repeats = repeats("table:number-rows-repeated");
                (self.column, self.is_filled) = (0, false);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let (kind, formula) = (get("office:value-type"), get("table:formula"));
                let columns = repeats("table:number-columns-repeated");
                if formula.is_some() && kind.is_none() {
                    let places = self.column..self.column.saturating_add(columns.min(200));
                    let row = self.row;
                    if let Some(notes) = self.found.sheets.last_mut() {
                        notes.unanswered.extend(places.map(|column| (row, column)));
                    }
                }
                self.is_filled |= formula.is_some() || kind.is_some();
                self.column = self.column.saturating_add(columns);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table:table-row-group" => {
                self.groups.pop();
            }
            "table:table-row" => {
                if self.is_hidden && self.is_filled {
                    let rows = self.row..self.row.saturating_add(self.repeats.min(MAX_REPEATS));
                    if let Some(notes) = self.found.sheets.last_mut() {
                        notes.hidden.extend(rows);
                    }
                }
                self.row = self.row.saturating_add(std::mem::replace(&mut self.repeats, 1));
            }
            _ => {}
        }
    }
}

/// `0cm`, `0.000in`.
fn is_flat(height: &str) -> bool {
    let number = height.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    number.parse::<f64>() == Ok(0.0)
}

//! The XML spreadsheet of Excel 2002 and 2003, which programs still export.

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};

use super::{
    code::Code,
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Value, Workbook},
    size::Size,
    xml::attribute,
};

/// Tells whether a text is one.
pub(super) fn is_one(text: &str) -> bool {
    let head: String = text.chars().take(4_000).collect();
    head.contains("urn:schemas-microsoft-com:office:spreadsheet") && head.contains("Workbook")
}

/// Reads its visible sheets.
pub(super) fn read(text: &str) -> Result<Workbook, Refusal> {
    let mut walk = Walk::default();
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|_| Refusal::Damaged)? {
            Event::Start(tag) => walk.open(&tag),
            Event::Empty(tag) => {
                walk.open(&tag);
                walk.close(tag.local_name().as_ref())?;
            }
            Event::Text(text) if walk.is_read => walk.text.push_str(&text.xml10_content()),
            Event::CData(text) if walk.is_read => walk.text.push_str(&text),
            Event::GeneralRef(entity) if walk.is_read => {
                let letter = entity.resolve_char_ref().ok().flatten();
                walk.text.extend(letter);
                walk.text.push_str(resolve_xml_entity(&entity).unwrap_or_default());
            }
            Event::End(tag) => walk.close(tag.local_name().as_ref())?,
            Event::Eof => return Ok(walk.workbook),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Walk {
    workbook: Workbook,
    size: Size,
    sheet: Sheet,
    is_hidden: bool,
    /// The row under way, and how many rows it stands for beyond itself.
    row: Line,
    span: u32,
    column: u32,
    /// Columns that the cell takes beyond its own.
    across: u32,
    has_formula: bool,
    kind: String,
    text: String,
    value: Option<Value>,
    is_read: bool,
}

impl Walk {
    fn open(&mut self, tag: &BytesStart<'_>) {
        let get = |name: &str| attribute(tag, name);
        let number = |name: &str| get(name).and_then(|number| number.parse::<u32>().ok());
        match tag.local_name().as_ref() {
            "Worksheet" => {
                self.sheet = Sheet { name: get("Name").unwrap_or_default(), lines: Vec::new() };
                (self.row, self.is_hidden, self.span) = (Line::default(), false, 0);
            }
            "Row" => {
                let next = self.row.number.saturating_add(1).saturating_add(self.span);
                let is_flat =
                    get("Height").and_then(|height| height.parse::<f64>().ok()) == Some(0.0);
                let is_hidden = is_flat || get("Hidden").is_some_and(|hidden| hidden == "1");
                let noticed = is_hidden.then_some(Code::RowHidden).into_iter().collect();
                self.row =
                    Line { number: number("Index").unwrap_or(next), cells: Vec::new(), noticed };
                (self.column, self.across) = (0, 0);
                self.span = number("Span").unwrap_or(0);
            }
            "Cell" => {
                self.column = number("Index").map_or(self.column, |index| index.saturating_sub(1));
                self.across = number("MergeAcross").unwrap_or(0);
                self.has_formula = get("Formula").is_some();
                self.value = None;
            }
            "Data" => {
                self.kind = get("Type").unwrap_or_default();
                self.text.clear();
                self.is_read = true;
            }
            _ => {}
        }
        if matches!(tag.local_name().as_ref(), "Visible" | "Date1904") {
            self.text.clear();
            self.is_read = true;
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "Data" => {
                self.is_read = false;
                self.value = self.read_value();
            }
            "Cell" => {
                let unanswered = self.has_formula.then_some(Value::Unanswered);
                if let Some(value) = self.value.take().or(unanswered) {
                    self.size.add_cell(&value)?;
                    self.row.cells.push(Cell { column: self.column, value, is_struck: false });
                }
                self.column = self.column.saturating_add(1).saturating_add(self.across);
            }
            "Row" if !self.row.cells.is_empty() => {
                self.size.add_line()?;
                let row = Line { number: self.row.number, ..Line::default() };
                self.sheet.lines.push(std::mem::replace(&mut self.row, row));
            }
            "Visible" => {
                self.is_read = false;
                self.is_hidden = self.text.trim() != "SheetVisible";
            }
            "Date1904" => {
                self.is_read = false;
                self.workbook.is_1904 = true;
            }
            "Worksheet" => {
                let sheet = std::mem::take(&mut self.sheet);
                if self.is_hidden {
                    self.workbook.hidden.push(sheet.name);
                } else {
                    self.workbook.sheets.push(sheet);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn read_value(&self) -> Option<Value> {
        let text = || Cell::text(0, &self.text).map(|cell| cell.value);
        match self.kind.as_str() {
            "Number" => self.text.trim().parse().ok().map(Value::Number).or_else(text),
            "DateTime" => {
                let day = self.text.trim().get(..10).and_then(|day| day.parse().ok());
                day.map(Value::Date).or_else(text)
            }
            "Error" => Some(Value::Broken),
            "Boolean" => None,
            _ => text(),
        }
    }
}

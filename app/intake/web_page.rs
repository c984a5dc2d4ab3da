//! Tables of a web page: programs of accounting export them under the name of a spreadsheet.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{
    code::Code,
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Value},
    size::Size,
};

/// Columns and rows that one cell may span, as browsers have it.
const MAX_SPAN: u32 = 1_000;

/// Reads all tables of a page as one sheet, one below the other, as Excel does.
///
/// # Errors
/// [`Refusal::WebPage`] when there is no table on it.
pub(super) fn read(page: &str) -> Result<Sheet, Refusal> {
    let mut walk = Walk::default();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => walk.open(&tag)?,
            Token::EndTag(tag) => walk.close(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) => walk.add(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    walk.end_row()?;
    if walk.number == 0 { Err(Refusal::WebPage) } else { Ok(walk.sheet) }
}

#[derive(Default)]
struct Walk {
    sheet: Sheet,
    size: Size,
    /// Rows so far, blank ones among them.
    number: u32,
    row: Option<Line>,
    cell: Option<Open>,
    column: u32,
    /// Columns that a cell of an earlier row spans, and for how many rows still.
    spanned: BTreeMap<u32, u32>,
}

/// A cell on the way.
#[derive(Default)]
struct Open {
    text: String,
    columns: u32,
    rows: u32,
    /// The number that Excel keeps beside a text such as `7.11E+11`.
    number: Option<f64>,
}

impl Walk {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), Refusal> {
        match &tag.name[..] {
            b"table" => {
                self.end_row()?;
                self.spanned.clear();
            }
            b"tr" => {
                self.end_row()?;
                let is_hidden = attribute(tag, "style").is_some_and(|style| {
                    style.replace(' ', "").to_lowercase().contains("display:none")
                }) || attribute(tag, "height").is_some_and(|height| height == "0");
                let noticed = is_hidden.then_some(Code::RowHidden).into_iter().collect();
                self.row = Some(Line { noticed, ..Line::default() });
                self.column = 0;
            }
            b"td" | b"th" => {
                self.end_cell()?;
                let span = |name| {
                    let count = attribute(tag, name).and_then(|count| count.trim().parse().ok());
                    count.unwrap_or(1).clamp(1, MAX_SPAN)
                };
                let number = attribute(tag, "x:num").and_then(|number| number.parse().ok());
                let (columns, rows) = (span("colspan"), span("rowspan"));
                self.row.get_or_insert_default();
                self.cell = Some(Open { text: String::new(), columns, rows, number });
            }
            b"br" | b"p" | b"div" => self.add("\n"),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "td" | "th" => self.end_cell(),
            "tr" | "table" => self.end_row(),
            _ => Ok(()),
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        let (Some(open), Some(row)) = (self.cell.take(), &mut self.row) else { return Ok(()) };
        while let Some(rows) = self.spanned.get_mut(&self.column) {
            *rows -= 1;
            if *rows == 0 {
                self.spanned.remove(&self.column);
            }
            self.column += 1;
        }
        let is_rounded = open.text.trim().contains("E+");
        let cell = match open.number.filter(|_| is_rounded) {
            Some(number) => {
                Some(Cell { column: self.column, value: Value::Number(number), is_struck: false })
            }
            None => Cell::text(self.column, open.text.trim()),
        };
        if let Some(cell) = cell {
            self.size.add_cell(&cell.value)?;
            row.cells.push(cell);
        }
        for column in self.column..self.column + open.columns {
            if open.rows > 1 {
                self.spanned.insert(column, open.rows - 1);
            }
        }
        self.column = self.column.saturating_add(open.columns);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        let Some(mut row) = self.row.take() else { return Ok(()) };
        // Spans to the right of the last cell end with their rows, too.
        let column = self.column;
        self.spanned.retain(|place, rows| {
            *rows -= u32::from(*place >= column);
            *rows > 0
        });
        self.number += 1;
        row.number = self.number;
        if !row.cells.is_empty() {
            self.size.add_line()?;
            self.sheet.lines.push(row);
        }
        Ok(())
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let own = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(own).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(page: &str) -> Vec<(u32, Vec<(u32, String)>)> {
        let cells = |line: Line| {
            line.cells.iter().map(|cell| (cell.column, cell.value.written())).collect()
        };
        read(page).unwrap().lines.into_iter().map(|line| (line.number, cells(line))).collect()
    }

    #[test]
    fn tables_are_read_with_the_cells_that_span_others_and_end_tags_that_are_missing() {
        let page = "<style>td{a:b}</style><TABLE><tr><td rowspan=2>a<td colspan=2>b<br>c&nbsp;&amp;<td>d\
            <tr><td>e<td>f<td>g<tr><tr style='display: none'><td>7.1E+11<td x:num=\"711229399005\">7.1E+11</table>";
        let cell = |column, text: &str| (column, text.to_owned());
        assert_eq!(
            lines(page),
            [
                (1, vec![cell(0, "a"), cell(1, "b\nc\u{a0}&"), cell(3, "d")]),
                (2, vec![cell(1, "e"), cell(2, "f"), cell(3, "g")]),
                (4, vec![cell(0, "7.1E+11"), cell(1, "711229399005")]),
            ]
        );
        assert_eq!(read(page).unwrap().lines[2].noticed, [Code::RowHidden]);
    }

    #[test]
    fn a_page_without_a_table_is_refused_as_one() {
        assert_eq!(read("<html><p>Үлгі</p></html>").err(), Some(Refusal::WebPage));
    }
}

//! Text files of rows: .csv and .tsv with the separators offices use.

use super::{
    header::header_at,
    records::{Record, records},
    refusal::Refusal,
    sheet::{Cell, Line, Sheet, Workbook},
    size::Size,
};

/// Names of text files that hold tables.
const TEXT_ENDINGS: [&str; 4] = ["csv", "tsv", "tab", "txt"];
/// Names of spreadsheets, under which programs export text, too.
const SHEET_ENDINGS: [&str; 3] = ["xls", "xlsx", "ods"];

/// Reads a text as one nameless sheet; a text of another name is one only if it has titles, or cells under the name of
/// a spreadsheet.
pub(super) fn read(text: &str, file_name: &str) -> Result<Workbook, Refusal> {
    let (separator, text) = separator(text);
    let lines = lines(records(text, separator, usize::MAX))?;
    let is_table = is_called_table(file_name) && lines.iter().any(|line| line.cells.len() > 1);
    if !is_table && !is_called(file_name, &TEXT_ENDINGS) && !has_titles(&lines) {
        return Err(Refusal::NotASpreadsheet);
    }
    Ok(Workbook { sheets: vec![Sheet { name: String::new(), lines }], ..Workbook::default() })
}

/// Tells whether a file is called as tables are.
pub(super) fn is_called_table(file_name: &str) -> bool {
    is_called(file_name, &TEXT_ENDINGS) || is_called(file_name, &SHEET_ENDINGS)
}

fn is_called(file_name: &str, endings: &[&str]) -> bool {
    let ending = file_name.rsplit('.').next().unwrap_or_default().to_lowercase();
    endings.contains(&ending.as_str())
}

/// The separator named by `sep=`, or the one under which titles are found, or the commonest.
fn separator(text: &str) -> (char, &str) {
    if let Some(rest) = text.strip_prefix("sep=")
        && let Some(sign @ (';' | ',' | '\t')) = rest.chars().next()
    {
        // Spreadsheet programs do not count this line as a row.
        let rows = rest.split_once('\n').or_else(|| rest.split_once('\r'));
        return (sign, rows.map_or("", |(_, rows)| rows));
    }
    let signs = [';', '\t', ','];
    let commonest = signs
        .into_iter()
        .max_by_key(|sign| text.chars().take(10_000).filter(|letter| letter == sign).count());
    let titled = |sign: &char| has_titles(&lines(records(text, *sign, 100)).unwrap_or_default());
    (signs.into_iter().find(titled).or(commonest).unwrap_or(';'), text)
}

fn has_titles(lines: &[Line]) -> bool {
    (0..lines.len().min(100)).any(|place| header_at(lines, place).is_some())
}

/// Rows are numbered as a spreadsheet would number them: blank rows count, line breaks inside quotes do not.
fn lines(records: Vec<Record>) -> Result<Vec<Line>, Refusal> {
    let mut size = Size::default();
    let mut lines = Vec::new();
    for (number, record) in (1_u32..).zip(records) {
        let places = 0_u32..;
        let cells: Vec<Cell> =
            places.zip(&record.cells).filter_map(|(place, text)| Cell::text(place, text)).collect();
        for cell in &cells {
            size.add_cell(&cell.value)?;
        }
        if !cells.is_empty() {
            size.add_line()?;
            let doubts = record.doubt.into_iter().collect();
            lines.push(Line { number, cells, noticed: doubts });
        }
    }
    Ok(lines)
}

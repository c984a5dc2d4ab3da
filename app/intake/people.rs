//! The people of a workbook: every sheet walked from top to bottom, every table under its titles.

use super::code::Code;
use super::duplicates;
use super::finding::{Field, Finding};
use super::header::header_at;
use super::refusal::Refusal;
use super::report::{Report, Row};
use super::row_kind::RowKind;
use super::sheet::{Line, Sheet, Workbook};
use super::size::MAX_ROWS;
use super::table::Table;
use super::{cards, iin, person};

/// Reads all people of a workbook into a report.
pub(super) fn read(workbook: &Workbook, file_name: &str) -> Result<Report, Refusal> {
    let mut report = Report { file_name: file_name.to_owned(), sheets: Vec::new(), rows: Vec::new(), findings: Vec::new() };
    for sheet in &workbook.sheets {
        let mut walk = Walk::default();
        walk.down(sheet);
        if walk.has_table {
            report.sheets.push(sheet.name.clone());
        } else if !sheet.lines.is_empty() {
            walk.findings.push(Finding::detailed(Field::Sheet, Code::SheetWithoutTable, sheet.name.clone()));
        }
        report.rows.append(&mut walk.rows);
        report.findings.append(&mut walk.findings);
    }
    if report.sheets.is_empty() {
        return Err(why_no_table(workbook));
    }
    if report.rows.is_empty() {
        return Err(Refusal::NoPeople);
    }
    if report.rows.len() > MAX_ROWS {
        return Err(Refusal::TooManyRows);
    }
    let hidden = workbook.hidden.iter().map(|name| Finding::detailed(Field::Sheet, Code::SheetHidden, name.clone()));
    report.findings.extend(hidden);
    duplicates::mark(&mut report.rows);
    report.findings.extend(several_leaders(&report.rows));
    Ok(report)
}

/// The way down one sheet.
#[derive(Default)]
struct Walk {
    has_table: bool,
    rows: Vec<Row>,
    findings: Vec<Finding>,
    /// Rows read under the tables now open, for the totals.
    since_titles: Vec<usize>,
}

impl Walk {
    fn down(&mut self, sheet: &Sheet) {
        let mut tables: Vec<Table> = Vec::new();
        let mut has_ended = Vec::new();
        let mut place = 0;
        while let Some(line) = sheet.lines.get(place) {
            if let Some(header) = header_at(&sheet.lines, place, &sheet.name) {
                self.has_table = true;
                let is_new =
                    |finding: &Finding| !self.findings.iter().any(|known| known.code == finding.code && is_same_title(known, finding));
                let new: Vec<Finding> = header.findings.into_iter().filter(is_new).collect();
                self.findings.extend(new);
                tables = header.tables;
                has_ended = vec![false; tables.len()];
                place += header.height;
                continue;
            }
            for (table, has_ended) in tables.iter().zip(&mut has_ended) {
                self.take(table, line, sheet, has_ended);
            }
            place += 1;
        }
    }

    fn take(&mut self, table: &Table, line: &Line, sheet: &Sheet, has_ended: &mut bool) {
        match RowKind::of(table, line, *has_ended) {
            RowKind::Person => {
                self.since_titles.push(self.rows.len());
                self.rows.push(person::read(table, line, &sheet.name));
            }
            RowKind::Nothing => {}
            RowKind::Total(total) => {
                *has_ended = true;
                self.compare(total, line, sheet);
            }
            RowKind::Unclear => self.findings.push(Finding::detailed(Field::Row, Code::RowUnclear, place_of(sheet, line))),
        }
    }

    /// Compares a total with the different people read since the last one or on the sheet as a whole.
    fn compare(&mut self, total: Option<u32>, line: &Line, sheet: &Sheet) {
        let Some(total) = total.and_then(|total| usize::try_from(total).ok()) else {
            return;
        };
        let section: Vec<&Row> = self.since_titles.iter().filter_map(|place| self.rows.get(*place)).collect();
        let (part, whole) = (different(&section), different(&self.rows.iter().collect::<Vec<_>>()));
        self.since_titles.clear();
        if total != part && total != whole {
            let detail = format!("{}: {total}, {whole}", place_of(sheet, line));
            self.findings.push(Finding::detailed(Field::List, Code::TotalDiffers, detail));
        }
    }
}

fn is_same_title(known: &Finding, other: &Finding) -> bool {
    let title = |finding: &Finding| finding.detail.as_ref().and_then(|detail| detail.split_once(' ').map(|(_, title)| title.to_owned()));
    title(known).is_some() && title(known) == title(other)
}

fn place_of(sheet: &Sheet, line: &Line) -> String {
    if sheet.name.is_empty() { line.number.to_string() } else { format!("{}!{}", sheet.name, line.number) }
}

/// Counts different people: rows with the same IIN are one.
fn different(rows: &[&Row]) -> usize {
    let mut numbers: Vec<_> = rows.iter().filter_map(|row| row.iin.as_ref()).collect();
    let without = rows.len() - numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len() + without
}

fn why_no_table(workbook: &Workbook) -> Refusal {
    if workbook.sheets.iter().any(cards::are_cards) {
        return Refusal::Cards;
    }
    let has_iin = |sheet: &Sheet| sheet.lines.iter().flat_map(|line| &line.cells).any(|cell| iin::is_iin(&cell.value));
    if workbook.sheets.iter().any(has_iin) { Refusal::NoHeader } else { Refusal::NoTable }
}

fn several_leaders(rows: &[Row]) -> Option<Finding> {
    let leaders: Vec<String> = rows.iter().filter(|row| row.proposed_leader).map(|row| row.row.to_string()).collect();
    (leaders.len() > 1).then(|| Finding::detailed(Field::List, Code::LeadersSeveral, leaders.join(", ")))
}

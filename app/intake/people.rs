//! The people of a workbook: every sheet walked from top to bottom, every table under its titles.

use std::collections::HashSet;

use super::{
    calendar::Calendar,
    cards,
    code::Code,
    columns::{Chosen, Columns},
    duplicates,
    finding::{Field, Finding},
    header::header_at,
    iin, person,
    refusal::Refusal,
    report::{Report, Row},
    row_kind::RowKind,
    sheet::{Cell, Line, Sheet, Value, Workbook},
    size::MAX_ROWS,
    table::{Table, Titled, divide, naming},
    title::Column,
};

/// Reads all people of a workbook into a report; what was chosen about columns goes before what their titles say.
pub(super) fn read(
    workbook: &Workbook,
    file_name: &str,
    chosen: &Chosen,
) -> Result<Report, Refusal> {
    let mut unanswered = 0;
    let mut report = Report { file_name: file_name.to_owned(), ..Report::default() };
    for (sheet_number, sheet) in workbook.sheets.iter().enumerate() {
        let mut walk = Walk {
            chosen,
            calendar: Calendar::of(workbook.is_1904),
            sheet_number,
            seen: Vec::new(),
            current: 0,
            rows: Vec::new(),
            unclear: Vec::new(),
            findings: Vec::new(),
            unanswered: 0,
        };
        walk.down(sheet)?;
        walk.name_untitled(sheet);
        if walk.seen.is_empty() && !sheet.lines.is_empty() {
            walk.findings.push(Finding::detailed(
                Field::Sheet,
                Code::SheetWithoutTable,
                sheet.name.clone(),
            ));
        }
        unanswered += walk.unanswered;
        report.tables.extend(walk.seen.into_iter().map(|seen| seen.columns));
        report.rows.append(&mut walk.rows);
        report.unclear.append(&mut walk.unclear);
        report.findings.append(&mut walk.findings);
    }
    if report.tables.is_empty() {
        return Err(why_no_table(workbook));
    }
    if unanswered > 0 && unanswered * 2 >= report.rows.len() + report.unclear.len() {
        return Err(Refusal::FormulasUnanswered);
    }
    if report.rows.is_empty() {
        return Err(Refusal::NoPeople);
    }
    if report.rows.len() + report.unclear.len() > MAX_ROWS {
        return Err(Refusal::TooManyRows);
    }
    let hidden = workbook
        .hidden
        .iter()
        .map(|name| Finding::detailed(Field::Sheet, Code::SheetHidden, name.clone()));
    report.findings.extend(hidden);
    report.findings.extend((workbook.pictures > 0).then(|| {
        let count = workbook.pictures.to_string();
        Finding::detailed(Field::List, Code::PicturesNotTaken, count)
    }));
    duplicates::mark(&mut report.rows, |_, row| row.skipped.is_some());
    report.findings.extend(several_leaders(&report.rows));
    Ok(report)
}

/// The way down one sheet.
struct Walk<'a> {
    chosen: &'a Chosen,
    calendar: Calendar,
    sheet_number: usize,
    /// The titles met, but for those that only come again.
    seen: Vec<Seen>,
    /// Which of them the rows stand under now.
    current: usize,
    rows: Vec<Row>,
    unclear: Vec<(String, u32, u32)>,
    findings: Vec<Finding>,
    /// Rows in which a formula has no result.
    unanswered: usize,
}

/// Titles that were met, and what their columns were understood to be.
struct Seen {
    /// What the titles say by themselves: titles that say the same continue the same columns.
    says: Vec<(u32, Option<Column>)>,
    columns: Columns,
}

/// Columns beside the titled ones in which something without a title may stand.
const ROOM: u32 = 3;

/// Different rows of titles that a list has at most: a sheet with more of them is a pile of cards.
const MAX_HEADERS: usize = 100;

/// A table on the way, from its titles to the next ones.
struct Open {
    table: Table,
    /// A total stood in it: what follows without № is a signature.
    has_ended: bool,
    /// Places of its rows since the titles or the last total.
    section: Vec<usize>,
    /// Places of all its rows.
    all: Vec<usize>,
    /// Rows of the sheet that are people's if people follow, and a signature otherwise.
    doubtful: Vec<u32>,
}

impl Walk<'_> {
    fn down(&mut self, sheet: &Sheet) -> Result<(), Refusal> {
        let mut tables: Vec<Open> = Vec::new();
        let mut place = 0;
        while let Some(line) = sheet.lines.get(place) {
            if let Some(header) = header_at(&sheet.lines, place) {
                tables = self.under(header.titled, line.number, tables, sheet);
                place += header.height;
                if self.seen.len() > MAX_HEADERS {
                    return Err(Refusal::Cards);
                }
                continue;
            }
            let before = self.rows.len();
            for open in &mut tables {
                self.take(open, line, sheet);
            }
            if let Some(seen) = self.seen.get_mut(self.current).filter(|_| self.rows.len() > before)
            {
                seen.columns.look_at(line, ROOM);
            }
            if self.rows.len() + self.unclear.len() > MAX_ROWS {
                return Err(Refusal::TooManyRows);
            }
            place += 1;
        }
        Ok(())
    }

    /// The tables under titles: those that are open already when the titles only come again.
    fn under(
        &mut self,
        mut titled: Vec<Titled>,
        row: u32,
        open: Vec<Open>,
        sheet: &Sheet,
    ) -> Vec<Open> {
        let says: Vec<_> = titled.iter().map(|titled| (titled.place, titled.column)).collect();
        let known = self.seen.iter().position(|seen| seen.says == says);
        let first =
            known.and_then(|place| self.seen.get(place)).map_or(row, |seen| seen.columns.row);
        self.chosen.apply((self.sheet_number, first), &mut titled);
        let (tables, findings) = divide(titled.clone(), row, &sheet.name);
        self.report_once(findings);
        self.current = known.unwrap_or_else(|| {
            let columns = Columns::of((self.sheet_number, &sheet.name), row, &titled, &tables);
            self.seen.push(Seen { says, columns });
            self.seen.len() - 1
        });
        reopen(open, tables)
    }

    /// A column that holds something under no title is as unknown as one whose title says nothing.
    fn name_untitled(&mut self, sheet: &Sheet) {
        for seen in &self.seen {
            let untitled = seen
                .columns
                .columns
                .iter()
                .filter(|column| column.holds.is_none() && column.title.is_empty());
            let named =
                untitled.map(|column| naming(&sheet.name, seen.columns.row, column.place, ""));
            self.findings.extend(
                named.map(|name| Finding::detailed(Field::Column, Code::ColumnUnknown, name)),
            );
        }
    }

    /// Titles come again on each printed page; what was found about a column is said once.
    fn report_once(&mut self, findings: Vec<Finding>) {
        for finding in findings {
            if !self
                .findings
                .iter()
                .any(|known| known.code == finding.code && is_same_title(known, &finding))
            {
                self.findings.push(finding);
            }
        }
    }

    fn take(&mut self, open: &mut Open, line: &Line, sheet: &Sheet) {
        let is_unanswered = |cell: &Cell| cell.value == Value::Unanswered;
        if open.table.cells(line, Column::is_kept).any(is_unanswered) {
            self.unanswered += 1;
        }
        match RowKind::of(&open.table, line, open.has_ended) {
            RowKind::Person => {
                for number in std::mem::take(&mut open.doubtful) {
                    self.ask(number, open.table.first, sheet);
                }
                open.section.push(self.rows.len());
                open.all.push(self.rows.len());
                self.rows.push(person::read(&open.table, line, &sheet.name, self.calendar));
            }
            RowKind::Nothing => {}
            RowKind::Total(total) => {
                open.has_ended = true;
                self.compare(total, open, line, sheet);
                open.section.clear();
            }
            RowKind::Doubtful => open.doubtful.push(line.number),
            RowKind::Unclear => self.ask(line.number, open.table.first, sheet),
        }
    }

    /// Asks about a row of which no person could be read.
    fn ask(&mut self, row: u32, column: u32, sheet: &Sheet) {
        self.unclear.push((sheet.name.clone(), row, column));
        self.findings.push(Finding::detailed(Field::Row, Code::RowUnclear, place_of(sheet, row)));
    }

    /// Compares a total with the different people of its section, of its table and of the sheet.
    fn compare(&mut self, total: Option<u32>, open: &Open, line: &Line, sheet: &Sheet) {
        let Some(total) = total.and_then(|total| usize::try_from(total).ok()) else { return };
        let of_table = different(open.all.iter().filter_map(|place| self.rows.get(*place)));
        let of_section = different(open.section.iter().filter_map(|place| self.rows.get(*place)));
        let without_struck = different(self.rows.iter().filter(|row| row.skipped.is_none()));
        if ![of_section, of_table, different(self.rows.iter()), without_struck].contains(&total) {
            let detail = format!("{}: {total} ≠ {of_table}", place_of(sheet, line.number));
            self.findings.push(Finding::detailed(Field::List, Code::TotalDiffers, detail));
        }
    }
}

/// Tables that only got their titles again on a new page go on; others begin.
fn reopen(old: Vec<Open>, new: Vec<Table>) -> Vec<Open> {
    if old.len() == new.len() && old.iter().zip(&new).all(|(open, table)| open.table == *table) {
        return old;
    }
    let open = |table| Open {
        table,
        has_ended: false,
        section: Vec::new(),
        all: Vec::new(),
        doubtful: Vec::new(),
    };
    new.into_iter().map(open).collect()
}

fn is_same_title(known: &Finding, other: &Finding) -> bool {
    let title = |finding: &Finding| {
        finding
            .detail
            .as_ref()
            .and_then(|detail| detail.split_once(' ').map(|(_, title)| title.to_owned()))
    };
    title(known).is_some() && title(known) == title(other)
}

fn place_of(sheet: &Sheet, row: u32) -> String {
    if sheet.name.is_empty() { row.to_string() } else { format!("{}!{row}", sheet.name) }
}

/// Counts different people: rows with the same IIN are one.
fn different<'a>(rows: impl Iterator<Item = &'a Row>) -> usize {
    let (known, unknown): (Vec<_>, Vec<_>) =
        rows.map(|row| row.iin.as_ref()).partition(Option::is_some);
    known.into_iter().collect::<HashSet<_>>().len() + unknown.len()
}

fn why_no_table(workbook: &Workbook) -> Refusal {
    if workbook.sheets.iter().any(cards::are_cards) {
        return Refusal::Cards;
    }
    let has_iin = |sheet: &Sheet| {
        sheet.lines.iter().flat_map(|line| &line.cells).any(|cell| iin::is_iin(&cell.value))
    };
    let mut cells =
        workbook.sheets.iter().flat_map(|sheet| &sheet.lines).flat_map(|line| &line.cells);
    if cells.any(|cell| cell.value == Value::Unanswered) {
        return Refusal::FormulasUnanswered;
    }
    if workbook.sheets.iter().any(has_iin) { Refusal::NoHeader } else { Refusal::NoTable }
}

fn several_leaders(rows: &[Row]) -> Option<Finding> {
    let leaders: Vec<String> =
        rows.iter().filter(|row| row.proposed_leader).map(|row| row.row.to_string()).collect();
    (leaders.len() > 1)
        .then(|| Finding::detailed(Field::List, Code::LeadersSeveral, leaders.join(", ")))
}

//! The rows of a text file, where a quotation mark may stand astray.
//!
//! A quoted cell may hold separators and line breaks (RFC 4180). A mark that opens and never closes, or that meets
//! another stray one some rows further down, would swallow the people between. So a cell takes in further lines only if
//! these are not rows themselves, and each row whose marks leave something open says so.

use super::code::Code;

/// Lines a cell may have: an address of more is a mark that was not closed.
const MAX_LINES: usize = 30;

/// Bytes of a line that are cut a second time.
const MAX_LENGTH: usize = 20_000;

/// A row of a text file: its cells, and what its quotation marks leave open.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Record {
    pub(super) cells: Vec<String>,
    pub(super) doubt: Option<Code>,
}

/// Cuts a text into its rows, blank ones among them, at most `limit`.
pub(super) fn records(text: &str, separator: char, limit: usize) -> Vec<Record> {
    let lines: Vec<&str> = lines(text).take(limit).collect();
    let cutter = Cutter { width: usual_width(&lines, separator), separator, lines };
    let (mut records, mut place) = (Vec::new(), 0);
    while place < cutter.lines.len() {
        let (record, next) = cutter.record(place);
        records.push(record);
        place = next;
    }
    records
}

/// Lines end with LF, CR LF or CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text).filter(|text| !text.is_empty());
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\r', '\n']) else {
            rest = None;
            return Some(text);
        };
        let (line, ends) = text.split_at(end);
        let returns = ends.len() - ends.trim_start_matches('\r').len();
        // «\r\r\n» is one end, which some programs write.
        let length = if ends[returns..].starts_with('\n') { returns + 1 } else { 1 };
        rest = Some(&ends[length..]).filter(|text| !text.is_empty());
        Some(line)
    })
}

/// The number of cells that most lines have. A line with an odd number of marks, or with a cell that has one, may be a part of
/// a row.
fn usual_width(lines: &[&str], separator: char) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::new();
    let is_whole =
        |line: &&&str| line.contains(separator) && line.matches('"').count().is_multiple_of(2);
    let cuts = lines.iter().filter(is_whole).map(|line| cut(line, separator));
    for cut in cuts.filter(|cut| !cut.has_odd_marks) {
        *counts.entry(cut.cells.len()).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(width, _)| width)
}

struct Cutter<'a> {
    lines: Vec<&'a str>,
    separator: char,
    width: Option<usize>,
}

impl Cutter<'_> {
    /// The row that begins at a line, and the line at which the next one begins.
    fn record(&self, place: usize) -> (Record, usize) {
        let line = self.lines.get(place).copied().unwrap_or_default();
        let alone = cut(line, self.separator);
        if alone.is_open
            && let Some(joined) = self.joined(place)
            && let Verdict::OneRow(doubt) = self.judge(place, &joined)
        {
            return (Record { cells: joined.cells, doubt }, joined.next);
        }
        (self.alone(line, alone), place + 1)
    }

    /// The row of one line.
    fn alone(&self, line: &str, cut: Cut) -> Record {
        if !line.contains('"') || self.is_usual(&cut.cells) {
            let doubt = cut.has_odd_marks.then_some(Code::QuoteUnclosed);
            return Record { cells: cut.cells, doubt };
        }
        if line.len() <= MAX_LENGTH {
            let loose = cut_loosely(line, self.separator);
            if self.is_usual(&loose) {
                return Record { cells: loose, doubt: None };
            }
        }
        // A row may end early, unless a mark has joined some of its cells.
        let is_short = self.width.is_some_and(|width| cut.cells.len() < width);
        let is_clear = is_short
            && !cut.has_odd_marks
            && !cut.cells.iter().any(|cell| cell.contains(self.separator));
        let doubt = (self.width.is_some() && !is_clear).then_some(Code::QuoteUnclear);
        Record { cells: cut.cells, doubt }
    }

    fn is_usual(&self, cells: &[String]) -> bool {
        self.width == Some(cells.len())
    }

    /// The row when its quoted cells go on in the next lines, if all of them are closed.
    fn joined(&self, place: usize) -> Option<Joined> {
        let mut joined = Joined { cells: Vec::new(), long: Vec::new(), next: place + 1 };
        let mut rest = self.lines.get(place)?.to_string();
        loop {
            let Some(inside) = rest.strip_prefix('"') else {
                let end = rest.find(self.separator);
                joined.cells.push(rest[..end.unwrap_or(rest.len())].to_owned());
                match end {
                    Some(end) => rest = rest[end + self.separator.len_utf8()..].to_owned(),
                    None => return Some(joined),
                }
                continue;
            };
            match quoted(inside, self.separator) {
                Quoted::Closed(cell, after) => {
                    if cell.contains('\n') {
                        joined.long.push(cell.clone());
                    }
                    joined.cells.push(cell);
                    match after.strip_prefix(self.separator) {
                        Some(after) => rest = after.to_owned(),
                        None => return Some(joined),
                    }
                }
                Quoted::Open if joined.next - place < MAX_LINES => {
                    rest.push('\n');
                    rest.push_str(self.lines.get(joined.next)?);
                    joined.next += 1;
                }
                Quoted::Open | Quoted::Astray => return None,
            }
        }
    }

    /// Lines that are rows by themselves, or hold the number of a person, are not one row.
    fn judge(&self, place: usize, joined: &Joined) -> Verdict {
        let lines = self.lines.get(place..joined.next).unwrap_or_default();
        if lines.iter().all(|line| self.is_usual(&cut(line, self.separator).cells)) {
            return Verdict::Rows;
        }
        let holds_separator = |text: &str| text.contains(self.separator);
        if !joined.long.iter().any(|cell| holds_separator(cell)) {
            return Verdict::OneRow(None);
        }
        let has_number = joined.long.iter().any(|cell| has_twelve_digits(cell));
        if self.width.is_some_and(|width| joined.cells.len() != width) || has_number {
            return Verdict::Rows;
        }
        let further = joined.long.iter().filter_map(|cell| cell.split_once('\n'));
        let has_data = further.into_iter().any(|(_, further)| {
            holds_separator(further) && further.bytes().filter(u8::is_ascii_digit).count() >= 6
        });
        Verdict::OneRow(has_data.then_some(Code::QuoteUnclear))
    }
}

/// Whether lines are one row.
enum Verdict {
    /// They are, with a doubt or without.
    OneRow(Option<Code>),
    Rows,
}

/// A row over several lines, its cells of more than one line, and the line behind it.
struct Joined {
    cells: Vec<String>,
    long: Vec<String>,
    next: usize,
}

fn has_twelve_digits(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_digit()).any(|run| run.len() == 12)
}

/// The cells of one line.
struct Cut {
    cells: Vec<String>,
    /// A quoted cell does not end on the line.
    is_open: bool,
    /// A cell begins with a mark and has an odd number of them.
    has_odd_marks: bool,
}

/// Cuts a line; a cell whose quotation marks break the rules is read as it is written.
fn cut(line: &str, separator: char) -> Cut {
    let mut cut = Cut { cells: Vec::new(), is_open: false, has_odd_marks: false };
    let mut rest = line;
    loop {
        let read = rest.strip_prefix('"').map(|inside| quoted(inside, separator));
        let after = match read {
            Some(Quoted::Closed(cell, after)) => {
                cut.cells.push(cell);
                after
            }
            other => {
                let end = rest.find(separator).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(end);
                cut.is_open |= matches!(other, Some(Quoted::Open));
                cut.has_odd_marks |= other.is_some() && cell.matches('"').count() % 2 == 1;
                cut.cells.push(if other.is_some() { bare(cell) } else { cell.to_owned() });
                after
            }
        };
        match after.strip_prefix(separator) {
            Some(next) => rest = next,
            None => return cut,
        }
    }
}

/// Cuts a line whose quoted cells hold marks that were not doubled: a cell ends at a mark before a separator.
fn cut_loosely(line: &str, separator: char) -> Vec<String> {
    let (mut cells, mut rest) = (Vec::new(), line);
    let ending = format!("\"{separator}");
    loop {
        let inside = rest.strip_prefix('"');
        let ended = inside.and_then(|inside| {
            let end = inside.find(&ending);
            end.or_else(|| inside.ends_with('"').then(|| inside.len() - 1))
                .map(|end| inside.split_at(end))
        });
        let after = if let Some((cell, after)) = ended {
            cells.push(cell.replace("\"\"", "\""));
            after.get(1..).unwrap_or_default()
        } else {
            let (cell, after) = rest.split_at(rest.find(separator).unwrap_or(rest.len()));
            cells.push(cell.to_owned());
            after
        };
        match after.strip_prefix(separator) {
            Some(next) => rest = next,
            None => return cells,
        }
    }
}

/// «ТОО "Заря"» in marks of its own loses these.
fn bare(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|_| cell.matches('"').count().is_multiple_of(2)).unwrap_or(cell).to_owned()
}

enum Quoted<'a> {
    /// The cell, and the text behind its closing mark.
    Closed(String, &'a str),
    /// A mark that is neither doubled nor before a separator.
    Astray,
    Open,
}

/// Reads a quoted cell from behind its opening mark.
fn quoted(inside: &str, separator: char) -> Quoted<'_> {
    let (mut cell, mut rest) = (String::new(), inside);
    while let Some(mark) = rest.find('"') {
        let (before, after) = rest.split_at(mark);
        let after = after.get(1..).unwrap_or_default();
        cell.push_str(before);
        match after.chars().next() {
            Some('"') => {
                cell.push('"');
                rest = after.get(1..).unwrap_or_default();
            }
            None => return Quoted::Closed(cell, after),
            Some(next) if next == separator => return Quoted::Closed(cell, after),
            Some(_) => return Quoted::Astray,
        }
    }
    Quoted::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        records(text, ';', usize::MAX).into_iter().map(|record| record.cells).collect()
    }

    #[test]
    fn lines_end_as_programs_end_them() {
        for end in ["\n", "\r", "\r\n", "\r\r\n"] {
            let text = ["a;b", "", "c;d"].join(end);
            assert_eq!(cells(&text), [vec!["a", "b"], vec![""], vec!["c", "d"]], "{end:?}");
        }
    }

    #[test]
    fn a_quoted_cell_may_have_lines_and_separators() {
        let text = "№;Аты;Мекенжайы\n1;А;\"Үлгі ауылы;\nСынақ көшесі\"\n2;\"Б\nВ\";х\n3;Г;\"a;\"\"b\"\"\"\n";
        let expected = [
            ["№", "Аты", "Мекенжайы"],
            ["1", "А", "Үлгі ауылы;\nСынақ көшесі"],
            ["2", "Б\nВ", "х"],
            ["3", "Г", "a;\"b\""],
        ];
        assert_eq!(cells(text), expected);
        assert!(records(text, ';', 100).iter().all(|record| record.doubt.is_none()));
    }

    #[test]
    fn lines_that_are_parts_of_cells_do_not_tell_how_wide_a_row_is() {
        let text = "\"\";\"\n\";\"0\n\";\" \n\";\"0\n\";\"\"";
        assert_eq!(cells(text), [["", "\n", "0\n", " \n", "0\n", ""]]);
    }

    #[test]
    fn marks_astray_stay_in_their_cells() {
        let rows = [
            ("1;\"ЖШС;1", vec!["1", "\"ЖШС", "1"], Some(Code::QuoteUnclosed)),
            ("2;\"ТОО \"Заря\"\";2", vec!["2", "ТОО \"Заря\"", "2"], None),
            ("3;ТОО \"Заря\";3", vec!["3", "ТОО \"Заря\"", "3"], None),
            ("4;\"ТОО \"Заря\", село; дом\";4", vec!["4", "ТОО \"Заря\", село; дом", "4"], None),
            ("5;Аспан\" КХ;5", vec!["5", "Аспан\" КХ", "5"], None),
            ("6;\"Заря\"; дом\";6", vec!["6", "Заря", " дом\"", "6"], Some(Code::QuoteUnclear)),
        ];
        let text = rows.iter().map(|(line, ..)| *line).collect::<Vec<_>>().join("\r\n");
        let read = records(&format!("№;б;в\r\n{text}"), ';', 100);
        for ((line, cells, doubt), record) in rows.into_iter().zip(read.into_iter().skip(1)) {
            assert_eq!(
                (record.cells, record.doubt),
                (cells.iter().map(ToString::to_string).collect(), doubt),
                "{line}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn rows_that_are_quoted_by_the_rules_are_read_as_they_were(
            rows in prop::collection::vec(prop::collection::vec("[а-яa-z0-9\" ]{0,9}[;,\n]?[а-я\"]{0,5}", 6), 1..8),
            separator in prop::sample::select(vec![';', ',', '\t']),
            end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
            is_all in any::<bool>(),
        ) {
            let written = |cell: &String| {
                let needs = is_all || cell.contains(['"', ';', ',', '\t', '\n']);
                if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
            };
            let line = |cells: &Vec<String>| cells.iter().map(written).collect::<Vec<_>>().join(&separator.to_string());
            let text = rows.iter().map(line).collect::<Vec<_>>().join(end);
            let read: Vec<_> = records(&text, separator, usize::MAX).into_iter().map(|record| record.cells).collect();
            prop_assert_eq!(read, rows);
        }
    }
}

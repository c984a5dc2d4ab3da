//! Letters and extracts as offices write them: sender, number and day, addressee, words, a table, lines to sign on; on A4, in one
//! language, and the same bytes for the same data.

use super::{
    font::Weight,
    paper::{self, Align, Ink, MM, Page, Role},
    text::{Lines, Style},
    unprintable::{Field, Unprintable},
};
use crate::domain::language::Language;
use chrono::NaiveDate;

/// A paper of an office.
#[derive(Clone, Debug)]
pub struct Letter {
    pub language: Language,
    /// The day that it is dated, in the data about the file.
    pub day: NaiveDate,
    /// The table needs the width of the sheet.
    pub is_wide: bool,
    pub sender: String,
    /// Number and day, or the lines where they are written by hand.
    pub requisites: String,
    pub addressee: Vec<String>,
    pub title: String,
    pub words: Vec<String>,
    pub table: Option<Table>,
    /// Words below the table.
    pub close: Vec<String>,
    pub signatures: Vec<Signature>,
}

/// A table with as many cells a row as it has columns.
#[derive(Clone, Debug)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

/// A column, as wide as its share of all the shares.
#[derive(Clone, Debug)]
pub struct Column {
    pub heading: String,
    pub share: u8,
}

/// A line to sign on: the words before it, and those below its places.
#[derive(Clone, Debug)]
pub struct Signature {
    pub words: String,
    pub captions: Vec<String>,
}

/// A4, in millimetres, and its margins: offices punch and file the left one.
const SHEET: (f32, f32) = (210.0, 297.0);
const LEFT: f32 = 25.0;
const RIGHT: f32 = 12.0;
const TOP: f32 = 20.0;
const BOTTOM: f32 = 20.0;

/// Rows of a text at most; a longer one is refused.
const ROWS: usize = 40;
/// Between the edge of a cell and its text, in millimetres.
const PAD: f32 = 1.2;

impl Letter {
    /// The letter as a PDF.
    ///
    /// # Errors
    /// A letter that can't be shown, or a text that is too long for its place.
    pub fn pdf(&self) -> Result<Vec<u8>, Unprintable> {
        let mut flow = Flow::new(if self.is_wide { (SHEET.1, SHEET.0) } else { SHEET });
        let half = flow.width / 2.0 - 5.0;
        let sender = Style::of(Weight::Bold, 11.0);
        flow.text(sender, &self.sender, (LEFT, half), (Ink::Brand, Role::Words))?;
        let place = (LEFT, flow.width);
        flow.text(Style::of(Weight::Regular, 11.0), &self.requisites, place, BLACK)?;
        for line in &self.addressee {
            let place = (LEFT + flow.width / 2.0, flow.width / 2.0);
            flow.text(Style::of(Weight::Semibold, 11.0), line, place, BLACK)?;
        }
        flow.skip(5.0);
        flow.text(Style::of(Weight::Bold, 14.0), &self.title, place, (Ink::Black, Role::Title))?;
        flow.skip(1.5);
        self.words.iter().try_for_each(|words| flow.words(words))?;
        if let Some(table) = &self.table {
            flow.skip(2.0);
            flow.table(table, self.tail(flow.width)?)?;
        }
        self.close.iter().try_for_each(|words| flow.words(words))?;
        for signature in &self.signatures {
            flow.signature(signature)?;
        }
        let pages = flow.numbered(&self.sender)?;
        paper::pdf(&pages, (&self.title, self.language), self.day)
    }
}

impl Letter {
    /// The height of what stands below the table: nobody signs a sheet that has nothing else on it.
    fn tail(&self, width: f32) -> Result<f32, Unprintable> {
        let mut tail = GAP;
        for words in &self.close {
            tail += height(&WORDS.fit(words, (width * MM, ROWS), Field::Words)?) + 2.0;
        }
        Ok(self.signatures.iter().fold(tail, |tail, _| tail + SIGNED))
    }
}

/// Words of a letter.
const WORDS: Style = Style::of(Weight::Regular, 11.5);
/// Below a table, and the room of a line to sign on.
const GAP: f32 = 4.0;
const SIGNED: f32 = 20.0;

const BLACK: (Ink, Role) = (Ink::Black, Role::Words);

/// Pages that fill from above.
struct Flow {
    size: (f32, f32),
    width: f32,
    pages: Vec<Page>,
    /// Where the next thing begins on the last page.
    y: f32,
    order: usize,
}

impl Flow {
    fn new(size: (f32, f32)) -> Self {
        let pages = vec![Page::new(size.0, size.1)];
        Self { size, width: size.0 - LEFT - RIGHT, pages, y: TOP, order: 0 }
    }

    const fn skip(&mut self, by: f32) {
        self.y += by;
    }

    /// The page on which so much more is laid; whether it is a new one.
    fn page_for(&mut self, height: f32) -> bool {
        let is_full = self.y + height > self.size.1 - BOTTOM && self.y > TOP;
        if is_full {
            self.pages.push(Page::new(self.size.0, self.size.1));
            self.y = TOP;
        }
        is_full
    }

    /// Lays lines on the last page, with the base of the first one there.
    fn lay(&mut self, lines: Lines, at: (Align, f32), ink: Ink, role: Role) {
        self.order += 1;
        let order = self.order;
        if let Some(page) = self.pages.last_mut() {
            page.text(lines, at, ink, (role, order));
        }
    }

    fn text(
        &mut self,
        style: Style,
        text: &str,
        (x, width): (f32, f32),
        (ink, role): (Ink, Role),
    ) -> Result<(), Unprintable> {
        if text.is_empty() {
            return Ok(());
        }
        let lines = style.fit(text, (width * MM, ROWS), Field::Words)?;
        let height = height(&lines);
        self.page_for(height);
        let base = self.y + first(&lines);
        self.lay(lines, (Align::Left(x), base), ink, role);
        self.skip(height + 1.0);
        Ok(())
    }

    fn words(&mut self, words: &str) -> Result<(), Unprintable> {
        self.text(WORDS, words, (LEFT, self.width), BLACK)?;
        self.skip(1.0);
        Ok(())
    }

    /// A table; its last row stands on the page of the `tail` that follows it.
    fn table(&mut self, table: &Table, tail: f32) -> Result<(), Unprintable> {
        let all: u16 = table.columns.iter().map(|column| u16::from(column.share)).sum();
        let width = |share: u8| self.width * f32::from(share) / f32::from(all.max(1));
        let widths: Vec<f32> = table.columns.iter().map(|column| width(column.share)).collect();
        let heading = Style::of(Weight::Bold, 9.0).down_to(7.0);
        let heading = fit(heading, table.columns.iter().map(|column| &*column.heading), &widths)?;
        self.row(&heading, &widths, (Role::Heading, Ink::White, Some(Ink::Brand)));
        for (number, row) in table.rows.iter().enumerate() {
            let cells =
                fit(Style::of(Weight::Regular, 9.0), row.iter().map(String::as_str), &widths)?;
            let below = if number + 1 == table.rows.len() { tail } else { 0.0 };
            if self.page_for(tallest(&cells) + below) {
                self.row(&heading, &widths, (Role::Ornament, Ink::White, Some(Ink::Brand)));
            }
            let ground = (number % 2 == 1).then_some(Ink::Pale);
            self.row(&cells, &widths, (Role::Cell(number), Ink::Black, ground));
        }
        self.skip(GAP);
        Ok(())
    }

    fn row(
        &mut self,
        cells: &[Lines],
        widths: &[f32],
        (role, ink, ground): (Role, Ink, Option<Ink>),
    ) {
        let (top, height, mut x) = (self.y, tallest(cells), LEFT);
        if let Some((page, ground)) = self.pages.last_mut().zip(ground) {
            page.ground((LEFT, top), (self.width, height), ground);
        }
        for (cell, width) in cells.iter().zip(widths) {
            let base = top + PAD + first(cell);
            self.lay(cell.clone(), (Align::Left(x + PAD), base), ink, role);
            x += width;
        }
        let bottom = top + height;
        if let Some(page) = self.pages.last_mut() {
            page.line((LEFT, bottom), (LEFT + self.width, bottom), 0.1, Ink::Grey);
        }
        self.y = bottom;
    }

    /// The words, and behind them a line for each caption.
    fn signature(&mut self, signature: &Signature) -> Result<(), Unprintable> {
        self.page_for(SIGNED);
        self.skip(9.0);
        let words = Style::of(Weight::Regular, 11.0).down_to(8.0);
        let space = if signature.words.is_empty() { 0.0 } else { self.width * 0.34 };
        let lines = words.fit(&signature.words, ((space - 4.0) * MM, 4), Field::Words)?;
        let (base, height) = (self.y + first(&lines), height(&lines));
        if !lines.rows.is_empty() {
            self.lay(lines, (Align::Left(LEFT), base), Ink::Black, Role::Words);
        }
        let count = u8::try_from(signature.captions.len().max(1)).unwrap_or(1);
        let place = (self.width - space) / f32::from(count);
        for (number, caption) in (0..count).zip(&signature.captions) {
            let from = LEFT + space + f32::from(number) * place;
            let to = from + place - 6.0;
            if let Some(page) = self.pages.last_mut() {
                page.line((from, base + 0.8), (to, base + 0.8), 0.15, Ink::Black);
            }
            let small = Style::of(Weight::Regular, 8.0).down_to(6.0);
            let lines = small.fit(caption, ((place - 6.0) * MM, 1), Field::Words)?;
            let middle = Align::Center(from.midpoint(to));
            self.lay(lines, (middle, base + 4.2), Ink::Grey, Role::Words);
        }
        self.skip(height.max(6.0));
        Ok(())
    }

    /// The pages, with the sender and the number of each at their foot.
    fn numbered(self, sender: &str) -> Result<Vec<Page>, Unprintable> {
        let Self { size, width, mut pages, .. } = self;
        let count = pages.len();
        let base = size.1 - BOTTOM / 2.0;
        for (number, page) in (1..).zip(&mut pages) {
            let small = Style::of(Weight::Regular, 8.0).down_to(5.0);
            let foot = (Ink::Grey, (Role::Ornament, 0));
            let lines = small.fit(sender, (width * 0.85 * MM, 2), Field::Words)?;
            page.text(lines, (Align::Left(LEFT), base), foot.0, foot.1);
            let of = small.fit(&format!("{number} / {count}"), (30.0 * MM, 1), Field::Words)?;
            page.text(of, (Align::Center(size.0 - RIGHT - 6.0), base), foot.0, foot.1);
        }
        Ok(pages)
    }
}

fn fit<'a>(
    style: Style,
    texts: impl Iterator<Item = &'a str>,
    widths: &[f32],
) -> Result<Vec<Lines>, Unprintable> {
    let cell = |(text, width): (&str, &f32)| {
        style.fit(text, ((width - 2.0 * PAD) * MM, ROWS), Field::Words)
    };
    texts.zip(widths).map(cell).collect()
}

/// The height of a row of a table.
fn tallest(cells: &[Lines]) -> f32 {
    cells.iter().map(height).fold(0.0, f32::max) + 2.0 * PAD
}

/// From the top of lines to their first base line.
fn first(lines: &Lines) -> f32 {
    lines.size * 0.9 / MM
}

/// The height of lines, in millimetres.
fn height(lines: &Lines) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    let rows = lines.rows.len() as f32;
    rows * lines.size * lines.leading / MM
}

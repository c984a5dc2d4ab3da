//! Pages of paper on which text, lines and codes are laid, tagged in the order in which they are read (PDF/A-2a, PDF/UA-1).

use super::{
    font::Weight,
    qr::{Modules, QUIET},
    text::Lines,
    unprintable::Unprintable,
};
use crate::domain::language::Language;
use chrono::{Datelike, NaiveDate};
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, BBox, ContentTag, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
    },
    text::TextDirection,
};
use std::num::NonZeroU16;

/// Points of a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// The width of a curve, in points.
const THIN: f32 = 0.3;

/// A colour of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Black,
    White,
    Brand,
    Gold,
    Grey,
    /// So pale that text is read over it.
    PaleBrand,
    PaleGold,
    /// The ground of every second row.
    Pale,
    /// Text on a dark ground, and what is so dark that it is read over it.
    LightGold,
    DeepBrand,
    DeepGold,
}

impl Ink {
    fn color(self) -> rgb::Color {
        match self {
            Self::Black => rgb::Color::new(20, 33, 43),
            Self::White => rgb::Color::new(255, 255, 255),
            Self::Brand => rgb::Color::new(11, 58, 77),
            Self::Gold => rgb::Color::new(138, 100, 32),
            Self::Grey => rgb::Color::new(90, 104, 114),
            Self::PaleBrand => rgb::Color::new(214, 228, 233),
            Self::PaleGold => rgb::Color::new(240, 228, 205),
            Self::Pale => rgb::Color::new(240, 244, 246),
            Self::LightGold => rgb::Color::new(220, 188, 118),
            Self::DeepBrand => rgb::Color::new(32, 86, 108),
            Self::DeepGold => rgb::Color::new(78, 88, 76),
        }
    }

    fn fill(self) -> Fill {
        Fill { paint: self.color().into(), ..Fill::default() }
    }
}

/// Where the lines of a text begin, in millimetres from the upper left corner of the place that is drawn on.
#[derive(Clone, Copy, Debug)]
pub enum Align {
    Left(f32),
    Center(f32),
}

/// The part that a text has when it is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Title,
    Words,
    /// The heading of a column, and a cell of the row of that number: those that follow one another are one table.
    Heading,
    Cell(usize),
    /// It repeats what stands elsewhere, and is not read.
    Ornament,
}

/// One thing on a page, in millimetres.
enum Mark {
    Text { lines: Lines, align: Align, base: f32, ink: Ink },
    Line { from: (f32, f32), to: (f32, f32), width: f32, ink: Ink },
    Curve { points: Vec<(f32, f32)>, ink: Ink },
    Ground { at: (f32, f32), size: (f32, f32), ink: Ink },
    Code { modules: Modules, at: (f32, f32), side: f32 },
}

/// Marks that belong together, with what they are to a reader and their place in the order of reading.
struct Block {
    role: Role,
    order: usize,
    alt: Option<String>,
    marks: Vec<Mark>,
}

/// A page, in millimetres.
pub struct Page {
    width: f32,
    height: f32,
    /// Where the upper left corner of the place that is drawn on lies.
    origin: (f32, f32),
    blocks: Vec<Block>,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub const fn new(width: f32, height: f32) -> Self {
        Self { width, height, origin: (0.0, 0.0), blocks: Vec::new() }
    }

    /// Draws what follows from that corner on.
    pub const fn move_to(&mut self, x: f32, y: f32) {
        self.origin = (x, y);
    }

    fn at(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (x + self.origin.0, y + self.origin.1)
    }

    /// Lays a text with its first base line there, as the `order`th thing that is read.
    pub fn text(
        &mut self,
        lines: Lines,
        (align, base): (Align, f32),
        ink: Ink,
        (role, order): (Role, usize),
    ) {
        let x = self.origin.0;
        let align = match align {
            Align::Left(at) => Align::Left(at + x),
            Align::Center(at) => Align::Center(at + x),
        };
        let base = base + self.origin.1;
        let marks = vec![Mark::Text { lines, align, base, ink }];
        self.blocks.push(Block { role, order, alt: None, marks });
    }

    /// Draws a line, so many millimetres wide.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, ink: Ink) {
        let mark = Mark::Line { from: self.at(from), to: self.at(to), width, ink };
        self.ornament(mark);
    }

    /// Draws a thin curve through points.
    pub fn curve(&mut self, points: Vec<(f32, f32)>, ink: Ink) {
        let points = points.into_iter().map(|point| self.at(point)).collect();
        self.ornament(Mark::Curve { points, ink });
    }

    /// Colours the ground of what is drawn later.
    pub fn ground(&mut self, at: (f32, f32), size: (f32, f32), ink: Ink) {
        let at = self.at(at);
        self.ornament(Mark::Ground { at, size, ink });
    }

    /// Draws a frame.
    pub fn frame(&mut self, (x, y): (f32, f32), (w, h): (f32, f32), width: f32, ink: Ink) {
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)];
        for side in corners.windows(2) {
            if let [from, to] = side {
                self.line(*from, *to, width, ink);
            }
        }
    }

    /// Draws a code with its quiet zone in a square of that side.
    pub fn code(&mut self, modules: Modules, at: (f32, f32), side: f32, alt: &str, order: usize) {
        let marks = vec![Mark::Code { modules, at: self.at(at), side }];
        self.blocks.push(Block { role: Role::Words, order, alt: Some(alt.to_owned()), marks });
    }

    fn ornament(&mut self, mark: Mark) {
        match self.blocks.last_mut() {
            Some(last) if last.role == Role::Ornament => last.marks.push(mark),
            _ => {
                let marks = vec![mark];
                self.blocks.push(Block { role: Role::Ornament, order: 0, alt: None, marks });
            }
        }
    }
}

/// The pages as a PDF of that title, language and day: the same pages give the same bytes.
///
/// # Errors
/// The library refuses the document.
pub fn pdf(
    pages: &[Page],
    (title, language): (&str, Language),
    day: NaiveDate,
) -> Result<Vec<u8>, Unprintable> {
    let failed = |error: &dyn std::fmt::Debug| Unprintable::Failed(format!("{error:?}"));
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(&error))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let metadata = Metadata::new()
        .title(title.to_owned())
        .language(language.to_string())
        .creator("Jasaq".to_owned())
        .creation_date(date(day));
    document.set_metadata(metadata);
    let mut outline = Outline::new();
    let start = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(title.to_owned(), start));
    document.set_outline(outline);
    let mut read: Vec<(usize, Role, TagGroup)> = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(page.width * MM, page.height * MM)
            .ok_or_else(|| Unprintable::Failed("a page has no size".to_owned()))?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        for block in &page.blocks {
            draw(&mut surface, block, (number, title), &mut read)?;
        }
        surface.finish();
        sheet.finish();
    }
    // The order of reading is that of the form, not of the pages.
    read.sort_by_key(|(order, ..)| *order);
    document.set_tag_tree(tree(read));
    document.finish().map_err(|error| failed(&error))
}

/// What is read, in its order; cells become rows of a table.
fn tree(read: Vec<(usize, Role, TagGroup)>) -> TagTree {
    let mut tree = TagTree::new();
    let mut rows: Vec<(Role, TagGroup)> = Vec::new();
    for (_, role, group) in read {
        if let Role::Heading | Role::Cell(_) = role {
            match rows.last_mut() {
                Some((of, row)) if *of == role => row.push(group),
                _ => {
                    let mut row = TagGroup::new(Tag::TR);
                    row.push(group);
                    rows.push((role, row));
                }
            }
        } else {
            push_table(&mut tree, &mut rows);
            tree.push(group);
        }
    }
    push_table(&mut tree, &mut rows);
    tree
}

fn push_table(tree: &mut TagTree, rows: &mut Vec<(Role, TagGroup)>) {
    if rows.is_empty() {
        return;
    }
    let mut table = TagGroup::new(Tag::Table);
    for (_, row) in rows.drain(..) {
        table.push(row);
    }
    tree.push(table);
}

fn date(day: NaiveDate) -> DateTime {
    let number = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(day.year()).unwrap_or_default())
        .month(number(day.month()))
        .day(number(day.day()))
}

fn draw(
    surface: &mut Surface<'_>,
    block: &Block,
    (page, title): (usize, &str),
    read: &mut Vec<(usize, Role, TagGroup)>,
) -> Result<(), Unprintable> {
    if block.role == Role::Ornament {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        for mark in &block.marks {
            lay(surface, mark, None)?;
        }
        surface.end_tagged();
        return Ok(());
    }
    let mut group = match (&block.alt, block.role) {
        (Some(alt), _) => {
            let bounds = block.marks.iter().find_map(bounds);
            TagGroup::new(
                Tag::Figure(Some(alt.clone()))
                    .with_bbox(bounds.map(|bounds| BBox::new(page, bounds))),
            )
        }
        (None, Role::Title) => TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(title.to_owned()))),
        (None, Role::Heading) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
        (None, Role::Cell(_)) => TagGroup::new(Tag::TD),
        (None, Role::Words | Role::Ornament) => TagGroup::new(Tag::P),
    };
    for mark in &block.marks {
        lay(surface, mark, Some(&mut group))?;
    }
    read.push((block.order, block.role, group));
    Ok(())
}

/// Lays a mark, as a part of the group that is read, if it is one.
fn lay(
    surface: &mut Surface<'_>,
    mark: &Mark,
    mut group: Option<&mut TagGroup>,
) -> Result<(), Unprintable> {
    let Mark::Text { lines, align, base, ink } = mark else {
        return tagged(surface, ContentTag::Other, group, |surface| {
            stroke(surface, mark);
            Ok(())
        });
    };
    for (number, line) in lines.rows.iter().enumerate() {
        // A line that goes on ends with a blank, for those who hear or copy it.
        let is_last = number + 1 == lines.rows.len();
        let is_joined = group.is_none() || is_last || line.ends_with('-');
        let line = if is_joined { line.clone() } else { format!("{line} ") };
        let place = (*align, row(lines, *base, number));
        tagged(surface, ContentTag::Span(SpanTag::empty()), group.as_deref_mut(), |surface| {
            write(surface, lines, &line, place, *ink)
        })?;
    }
    Ok(())
}

/// Draws something under a tag of its own, if it belongs to a group.
fn tagged(
    surface: &mut Surface<'_>,
    tag: ContentTag<'_>,
    group: Option<&mut TagGroup>,
    draw: impl FnOnce(&mut Surface<'_>) -> Result<(), Unprintable>,
) -> Result<(), Unprintable> {
    let Some(group) = group else { return draw(surface) };
    let id = surface.start_tagged(tag);
    draw(surface)?;
    surface.end_tagged();
    group.push(id);
    Ok(())
}

/// The base line of a line of a text, in millimetres.
fn row(lines: &Lines, base: f32, number: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a text has few lines")]
    let number = number as f32;
    base + number * lines.size * lines.leading / MM
}

fn write(
    surface: &mut Surface<'_>,
    lines: &Lines,
    line: &str,
    (align, base): (Align, f32),
    ink: Ink,
) -> Result<(), Unprintable> {
    let width = lines.weight.width(line.trim_end(), lines.size)?;
    let x = match align {
        Align::Left(at) => at * MM,
        Align::Center(at) => at * MM - width / 2.0,
    };
    surface.set_stroke(None);
    surface.set_fill(Some(ink.fill()));
    let font = Weight::font(lines.weight)?;
    let start = Point::from_xy(x, base * MM);
    surface.draw_text(start, font, lines.size, line, false, TextDirection::LeftToRight);
    Ok(())
}

fn bounds(mark: &Mark) -> Option<Rect> {
    match mark {
        Mark::Code { at: (x, y), side, .. } => {
            Rect::from_xywh(x * MM, y * MM, side * MM, side * MM)
        }
        Mark::Text { .. } | Mark::Line { .. } | Mark::Curve { .. } | Mark::Ground { .. } => None,
    }
}

fn path(points: &[(f32, f32)]) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut builder = PathBuilder::new();
    builder.move_to(first.0 * MM, first.1 * MM);
    for (x, y) in rest {
        builder.line_to(x * MM, y * MM);
    }
    builder.finish()
}

fn stroke(surface: &mut Surface<'_>, mark: &Mark) {
    match mark {
        Mark::Line { from, to, width, ink } => {
            draw_path(surface, path(&[*from, *to]), width * MM, *ink);
        }
        Mark::Curve { points, ink } => draw_path(surface, path(points), THIN, *ink),
        Mark::Ground { at, size, ink } => ground(surface, *at, *size, *ink),
        Mark::Code { modules, at, side } => squares(surface, modules, *at, *side),
        Mark::Text { .. } => {}
    }
}

fn draw_path(surface: &mut Surface<'_>, path: Option<Path>, width: f32, ink: Ink) {
    let Some(path) = path else { return };
    surface.set_fill(None);
    let paint = ink.color().into();
    surface.set_stroke(Some(Stroke { paint, width, ..Stroke::default() }));
    surface.draw_path(&path);
}

fn ground(surface: &mut Surface<'_>, (x, y): (f32, f32), (width, height): (f32, f32), ink: Ink) {
    surface.set_stroke(None);
    surface.set_fill(Some(ink.fill()));
    let mut builder = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x * MM, y * MM, width * MM, height * MM) {
        builder.push_rect(rect);
    }
    if let Some(path) = builder.finish() {
        surface.draw_path(&path);
    }
}

/// The dark modules, on white, with the quiet zone round them.
fn squares(surface: &mut Surface<'_>, modules: &Modules, (x, y): (f32, f32), side: f32) {
    ground(surface, (x, y), (side, side), Ink::White);
    #[expect(clippy::cast_precision_loss, reason = "a code has few modules")]
    let module = side * MM / (modules.side + 2 * QUIET) as f32;
    surface.set_fill(Some(Ink::Black.fill()));
    let mut dark = PathBuilder::new();
    for (number, _) in modules.dark.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
        let (column, row) = (number % modules.side + QUIET, number / modules.side + QUIET);
        #[expect(clippy::cast_precision_loss, reason = "a code has few modules")]
        let corner = (x * MM + column as f32 * module, y * MM + row as f32 * module);
        if let Some(square) = Rect::from_xywh(corner.0, corner.1, module, module) {
            dark.push_rect(square);
        }
    }
    if let Some(path) = dark.finish() {
        surface.draw_path(&path);
    }
}

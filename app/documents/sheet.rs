//! Several certificates on A4 sheets with cut marks, and a sheet to see how a printer lays both sides.

use super::{
    certificate::{Certificate, OPEN},
    font::Weight,
    paper::{self, Align, Ink, Page, Role},
    text::Style,
    unprintable::{Field, Unprintable},
};
use crate::domain::language::Language;
use chrono::NaiveDate;

/// A4, in millimetres.
const A4: (f32, f32) = (210.0, 297.0);
/// Booklets on a sheet.
const ON_SHEET: usize = 4;
/// Between two booklets, and beside them: what lies on one side of the sheet then lies behind it on the other, when the sheet is
/// turned on its long edge.
const GAP: f32 = 6.0;
const SIDE: f32 = (A4.0 - OPEN.0) / 2.0;
/// The length of a cut mark.
const MARK: f32 = 3.0;
/// Things that are read on one certificate at most.
const READ: usize = 100;

/// The upper edge of a booklet.
fn top(row: u8) -> f32 {
    let used = 4.0 * OPEN.1 + 3.0 * GAP;
    (A4.1 - used) / 2.0 + f32::from(row) * (OPEN.1 + GAP)
}

/// Certificates on sheets of A4, four a sheet: its outer sides, then its inner ones.
///
/// # Errors
/// One of them can't be printed.
pub fn sheet(certificates: &[Certificate]) -> Result<Vec<u8>, Unprintable> {
    let mut pages = Vec::new();
    let mut read = 0;
    for on_sheet in certificates.chunks(ON_SHEET) {
        let mut sides = [Page::new(A4.0, A4.1), Page::new(A4.0, A4.1)];
        for (row, certificate) in (0..).zip(on_sheet) {
            let [outer, inner] = &mut sides;
            for side in [&mut *outer, &mut *inner] {
                side.move_to(SIDE, top(row));
                marks(side);
            }
            certificate.draw(outer, inner, read)?;
            read += READ;
        }
        pages.extend(sides);
    }
    let day = certificates.iter().map(|one| one.issued_on).max().unwrap_or_default();
    paper::pdf(&pages, ("Куәліктер", Language::Kk), day)
}

/// The marks by which a booklet is cut out.
fn marks(page: &mut Page) {
    let (width, height) = OPEN;
    for x in [0.0, width] {
        for (from, to) in [(-MARK - 0.5, -0.5), (height + 0.5, height + MARK + 0.5)] {
            // Between two booklets the marks of both meet.
            let (from, to) = (from.max(-GAP / 2.0), to.min(height + GAP / 2.0));
            page.line((x, from), (x, to), 0.1, Ink::Black);
        }
    }
    for y in [0.0, height] {
        page.line((-MARK - 0.5, y), (-0.5, y), 0.1, Ink::Black);
        page.line((width + 0.5, y), (width + MARK + 0.5, y), 0.1, Ink::Black);
    }
}

/// Two pages: crosses that lie behind one another when both sides are printed alike, and a ruler of 100 mm.
///
/// # Errors
/// When the library fails.
pub fn test_sheet() -> Result<Vec<u8>, Unprintable> {
    let mut sides = [Page::new(A4.0, A4.1), Page::new(A4.0, A4.1)];
    let says = [
        [
            "1-бет. Екі жағына басып шығарыңыз: ұзын жиегінен аудару, масштабы 100 %.",
            "Сторона 1. Печатайте с двух сторон: переворот по длинному краю, масштаб 100 %.",
        ],
        [
            "2-бет. Жарыққа тосыңыз: кресттер бір-біріне дәл келуі тиіс, ығысуы 1 мм-ден аспасын.",
            "Сторона 2. Посмотрите на просвет: кресты должны совпасть, сдвиг не более 1 мм.",
        ],
    ];
    for (number, (page, says)) in sides.iter_mut().zip(says).enumerate() {
        for x in [20.0, A4.0 / 2.0, A4.0 - 20.0] {
            for y in [20.0, A4.1 / 2.0, A4.1 - 20.0] {
                page.line((x - 7.0, y), (x + 7.0, y), 0.15, Ink::Black);
                page.line((x, y - 7.0), (x, y + 7.0), 0.15, Ink::Black);
            }
        }
        for (row, text) in (0..).zip(says) {
            let words = Style::of(Weight::Regular, 11.0);
            let lines = words.fit(text, (160.0 * paper::MM, 2), Field::Words)?;
            let base = 60.0 + f32::from(u8::try_from(row).unwrap_or(0)) * 12.0;
            page.text(
                lines,
                (Align::Left(25.0), base),
                Ink::Black,
                (Role::Words, 10 * number + row),
            );
        }
        ruler(page, 10 * number + 5)?;
    }
    paper::pdf(&sides, ("Принтерді тексеру", Language::Kk), NaiveDate::default())
}

/// A line of exactly 100 mm, so that a scaled print is seen.
fn ruler(page: &mut Page, read: usize) -> Result<(), Unprintable> {
    page.line((25.0, 95.0), (125.0, 95.0), 0.2, Ink::Black);
    for mark in 0..=10_u8 {
        let x = 25.0 + f32::from(mark) * 10.0;
        page.line((x, 93.0), (x, 97.0), 0.2, Ink::Black);
    }
    let lines =
        Style::of(Weight::Regular, 9.0).fit("100 мм", (40.0 * paper::MM, 1), Field::Words)?;
    page.text(lines, (Align::Left(128.0), 96.0), Ink::Black, (Role::Words, read));
    Ok(())
}

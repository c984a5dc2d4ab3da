//! PDF files as offices scan them: every page becomes a picture, so that nothing of the file itself is ever shown.
//!
//! It is pure: no clock, no disk, no network. A crafted file may still take all memory there is: `copy_sandbox` draws under limits.

use super::{pdf_extent, pdf_fonts, pdf_inspection, unreadable::Unreadable};
use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::{InterpreterSettings, InterpreterWarning},
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf, page::Page},
    vello_cpu::{Pixmap, color::palette::css::WHITE},
};
use image::{DynamicImage, RgbImage, RgbaImage};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Minutes of a council with all their annexes; more is a book.
const MAX_PAGES: usize = 200;
/// The longest side of a page in points, 200 inches: the most that the format itself allowed for long.
const LARGEST_SIDE: f32 = 14_400.0;
const POINTS_PER_INCH: f32 = 72.0;
/// Enough for the smallest letter of an ID card on an A4 page.
const DOTS_PER_INCH: f32 = 200.0;
/// The longest side of a picture in pixels, however small or large the page.
const SMALLEST_PICTURE: f32 = 1600.0;
const LARGEST_PICTURE: f32 = 2400.0;
/// A file whose pages can be drawn.
pub(super) struct Document(Pdf);

impl Document {
    /// Reads a file from that byte on; nothing is drawn yet, but the number and the sizes of its pages are known to be fit for it.
    ///
    /// # Errors
    /// [`Unreadable`]; a file that is locked against changes only is read.
    pub(super) fn read(mut bytes: Vec<u8>, start: usize) -> Result<Self, Unreadable> {
        let extent = pdf_extent::of(&bytes, start).ok_or(Unreadable::Damaged)?;
        bytes.truncate(extent.end);
        bytes.drain(..extent.start);
        let document = guarded(|| Pdf::new(bytes).map_err(fault))?;
        let pages = document.pages();
        match pages.len() {
            0 => Err(Unreadable::Damaged),
            count if count > MAX_PAGES => Err(Unreadable::TooManyPages),
            _ if pages.iter().any(|page| longest_side(page) > LARGEST_SIDE) => {
                Err(Unreadable::TooManyPixels)
            }
            _ => Ok(Self(document)),
        }
    }

    /// The pages in their order, as they are seen: turned and cut as the file says, on white. Each is drawn when it is asked for.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`] for a page that can't be drawn, or not all of it: what lacks a picture must not pass for whole.
    pub(super) fn pages(&self) -> impl ExactSizeIterator<Item = Result<RgbImage, Unreadable>> {
        self.0.pages().iter().map(|page| guarded(|| draw(page)))
    }
}

fn fault(error: LoadPdfError) -> Unreadable {
    match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Unreadable::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Unreadable::Damaged,
    }
}

/// What breaks off on a file has found it damaged.
fn guarded<T>(act: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or(Err(Unreadable::Damaged))
}

fn longest_side(page: &Page<'_>) -> f32 {
    let (width, height) = page.render_dimensions();
    width.max(height)
}

fn draw(page: &Page<'_>) -> Result<RgbImage, Unreadable> {
    let lacks = Lacks::default();
    pdf_inspection::inspect(page, lacks.noticing())?;
    // The cache is a new one for each page: the old ones would hold the glyphs and colours of all pages before it.
    let pixmap = hayro::render(
        page,
        &RenderCache::new(),
        &lacks.noticing(),
        &RenderSettings::default(),
        &on_white(page),
    );
    lacks.found()?;
    picture(&pixmap).ok_or(Unreadable::Damaged)
}

/// The letters that the renderer had to leave out.
#[derive(Clone, Default)]
struct Lacks {
    picture: Arc<AtomicBool>,
    font: Arc<AtomicBool>,
}

impl Lacks {
    /// Settings that notice it.
    fn noticing(&self) -> InterpreterSettings {
        let lacks = self.clone();
        InterpreterSettings {
            font_resolver: Arc::new(pdf_fonts::resolve),
            warning_sink: Arc::new(move |warning| match warning {
                InterpreterWarning::ImageDecodeFailure => {
                    lacks.picture.store(true, Ordering::Relaxed);
                }
                InterpreterWarning::UnsupportedFont => lacks.font.store(true, Ordering::Relaxed),
                _ => {}
            }),
            ..InterpreterSettings::default()
        }
    }

    fn found(&self) -> Result<(), Unreadable> {
        if self.picture.load(Ordering::Relaxed) {
            Err(Unreadable::Damaged)
        } else if self.font.load(Ordering::Relaxed) {
            Err(Unreadable::FontsMissing)
        } else {
            Ok(())
        }
    }
}

fn on_white(page: &Page<'_>) -> PixmapSettings {
    let (width, height) = page.render_dimensions();
    let longest = width.max(height);
    let scale = (longest * DOTS_PER_INCH / POINTS_PER_INCH)
        .clamp(SMALLEST_PICTURE, LARGEST_PICTURE)
        / longest;
    // Pixels are cut off, not rounded: a strip of paper still has one and a half.
    PixmapSettings {
        x_scale: scale.max(1.5 / width),
        y_scale: scale.max(1.5 / height),
        bg_color: WHITE,
    }
}

/// On white nothing shines through, so that the fourth channel says nothing.
fn picture(pixmap: &Pixmap) -> Option<RgbImage> {
    let pixels = RgbaImage::from_raw(
        pixmap.width().into(),
        pixmap.height().into(),
        pixmap.data_as_u8_slice().to_vec(),
    );
    pixels.map(|pixels| DynamicImage::from(pixels).into_rgb8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{
        file_kind::FileKind,
        pdf_sample::{A4, DCT, case, document, drawn, plain, with_picture},
    };
    use image::{ImageFormat, Rgb};
    use std::io::Cursor;

    const RED: Rgb<u8> = Rgb([255, 0, 0]);
    const BLUE: Rgb<u8> = Rgb([0, 0, 255]);
    const WHITE: Rgb<u8> = Rgb([255, 255, 255]);
    fn only_page(bytes: Vec<u8>) -> RgbImage {
        let mut pages = drawn(bytes).unwrap();
        assert_eq!(pages.len(), 1);
        pages.remove(0)
    }

    /// The colour at so many hundredths of the width and the height.
    fn at(page: &RgbImage, x: u32, y: u32) -> Rgb<u8> {
        *page.get_pixel(page.width() * x / 100, page.height() * y / 100)
    }

    fn refusal(bytes: Vec<u8>) -> Option<Unreadable> {
        Document::read(bytes, 0).err()
    }

    fn jpeg() -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        RgbImage::from_pixel(16, 16, RED).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn an_a4_page_has_200_dots_per_inch_and_a_font_that_is_not_in_the_file_is_drawn() {
        let text = format!(
            "{A4} /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        );
        let page = only_page(plain(&[(&text, "BT /F 72 Tf 72 700 Td (Minutes) Tj ET")]));
        assert_eq!((page.width(), page.height()), (1652, 2338));
        assert!(page.pixels().filter(|pixel| pixel.0 == [0, 0, 0]).count() > 10_000);
        assert_eq!(at(&page, 50, 80), WHITE);
    }

    #[test]
    fn small_and_large_pages_become_pictures_of_a_like_size() {
        for (size, width, height) in
            [("243 153", 1600, 1007), ("14400 14400", 2400, 2400), ("14400 1", 2400, 1)]
        {
            let page = only_page(plain(&[(
                &format!("/MediaBox [0 0 {size}]"),
                "1 0 0 rg 0 0 20000 20000 re f",
            )]));
            assert!(
                page.width().abs_diff(width) <= 1 && page.height().abs_diff(height) <= 1,
                "{:?}",
                page.dimensions()
            );
            assert_eq!(at(&page, 50, 50), RED);
        }
    }

    #[test]
    fn a_scanned_page_shows_its_jpeg() {
        let page = only_page(with_picture(DCT, &jpeg()));
        let Rgb([red, green, blue]) = at(&page, 50, 50);
        assert!(red > 250 && green < 5 && blue < 5);
    }

    #[test]
    fn a_black_and_white_scan_is_shown() {
        // CCITT group 4: one line "horizontal: no white, 16 black" and fifteen like the one above.
        let lines = "001".to_owned()
            + "00110101"
            + "0000010111"
            + &"11".repeat(15)
            + "000000000001000000000001";
        let content: Vec<u8> = lines
            .as_bytes()
            .chunks(8)
            .map(|bits| {
                bits.iter()
                    .enumerate()
                    .fold(0, |byte, (index, bit)| byte | ((bit - b'0') << (7 - index)))
            })
            .collect();
        let fax = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 16 /Rows 16 >>";
        let page = only_page(with_picture(fax, &content));
        assert_eq!((at(&page, 10, 10), at(&page, 90, 90)), (Rgb([0; 3]), Rgb([0; 3])));
    }

    #[test]
    fn a_page_without_its_picture_does_not_pass_for_whole() {
        assert_eq!(drawn(with_picture(DCT, b"no picture")).err(), Some(Unreadable::Damaged));
    }

    #[test]
    fn what_stands_before_or_behind_a_document_is_nothing_of_it() {
        for name in [
            "copy-zeros-behind-end.pdf",
            "copy-page-behind-end.pdf",
            "copy-byte-order-mark-first.pdf",
            "copy-mail-header-first.pdf",
        ] {
            let bytes = case(name);
            let FileKind::Pdf(start) = FileKind::of(&bytes).unwrap() else { panic!("{name}") };
            let document = Document::read(bytes, start).unwrap();
            let pages: Vec<RgbImage> = document.pages().collect::<Result<_, _>>().unwrap();
            assert_eq!(pages.len(), 1, "{name}");
            let count = f64::from(pages[0].width()) * f64::from(pages[0].height());
            for (channel, expected) in [213.0, 219.0, 228.0].into_iter().enumerate() {
                let sum: f64 = pages[0].pixels().map(|pixel| f64::from(pixel.0[channel])).sum();
                assert!((sum / count - expected).abs() < 3.0, "{name}: {}", sum / count);
            }
        }
        assert_eq!(refusal(case("copy-cut-in-the-middle.pdf")), Some(Unreadable::Damaged));
    }

    #[test]
    fn a_page_is_turned_as_the_file_says() {
        // Red at the foot, to the left; turned clockwise that is above, to the left.
        let page = only_page(plain(&[(&format!("{A4} /Rotate 90"), "1 0 0 rg 0 0 200 200 re f")]));
        assert_eq!((page.width(), page.height()), (2338, 1652));
        assert_eq!((at(&page, 5, 5), at(&page, 5, 95), at(&page, 95, 5)), (RED, WHITE, WHITE));
    }

    #[test]
    fn a_page_is_cut_as_the_file_says() {
        let page = only_page(plain(&[(
            &format!("{A4} /CropBox [100 100 400 300]"),
            "1 0 0 rg 0 0 250 842 re f",
        )]));
        assert_eq!((page.width(), page.height()), (1600, 1066));
        assert_eq!((at(&page, 45, 50), at(&page, 55, 50)), (RED, WHITE));
    }

    #[test]
    fn pages_come_in_their_order() {
        let fill = |colour: &str| format!("{colour} rg 0 0 595 842 re f");
        let (red, blue) = (fill("1 0 0"), fill("0 0 1"));
        let pages = drawn(plain(&[(A4, red.as_str()), (A4, ""), (A4, blue.as_str())])).unwrap();
        assert_eq!(
            pages.iter().map(|page| at(page, 50, 50)).collect::<Vec<_>>(),
            [RED, WHITE, BLUE]
        );
    }

    #[test]
    fn what_is_cut_off_or_no_file_at_all_is_damaged() {
        let whole = plain(&[(A4, "")]);
        for length in [0, 5, 100, whole.len() / 2, whole.len() - 10] {
            assert_eq!(refusal(whole[..length].to_vec()), Some(Unreadable::Damaged));
        }
        assert_eq!(refusal(b"%PDF-1.7 ... %%EOF".to_vec()), Some(Unreadable::Damaged));
        assert_eq!(refusal(plain(&[])), Some(Unreadable::Damaged));
    }

    #[test]
    fn a_file_with_a_password_is_locked() {
        let key = "00".repeat(32);
        let lock = format!(
            "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >> /ID [<00> <00>]"
        );
        assert_eq!(
            refusal(document(&[(A4, "")], b"null".to_vec(), &lock)),
            Some(Unreadable::Locked)
        );
    }

    #[test]
    fn a_book_is_refused_and_so_is_a_page_without_bounds() {
        assert_eq!(
            Document::read(plain(&[(A4, ""); 200]), 0).map(|document| document.pages().len()).ok(),
            Some(MAX_PAGES)
        );
        assert_eq!(refusal(plain(&[(A4, ""); 201])), Some(Unreadable::TooManyPages));
        for size in ["14401 10", "10 1000000000", "1000000000 1000000000"] {
            assert_eq!(
                refusal(plain(&[(A4, ""), (&format!("/MediaBox [0 0 {size}]"), "")])),
                Some(Unreadable::TooManyPixels)
            );
        }
    }

    #[test]
    fn what_breaks_off_has_found_the_file_damaged() {
        assert_eq!(guarded::<()>(|| panic!("a fault of the renderer")), Err(Unreadable::Damaged));
    }
}

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
    use crate::intake::file_kind::FileKind;
    use image::{ImageFormat, Rgb};
    use std::io::{self, Cursor};

    const RED: Rgb<u8> = Rgb([255, 0, 0]);
    const BLUE: Rgb<u8> = Rgb([0, 0, 255]);
    const WHITE: Rgb<u8> = Rgb([255, 255, 255]);
    const A4: &str = "/MediaBox [0 0 595 842]";

    /// A file of the given objects, of which the first is the catalog; `trailer` stands in its last dictionary.
    fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = vec![format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1)];
        for (index, object) in objects.iter().enumerate() {
            table.push(format!("{:010} 00000 n \n", bytes.len()));
            bytes.extend_from_slice(
                &[format!("{} 0 obj\n", index + 1).as_bytes(), object, b"\nendobj\n"].concat(),
            );
        }
        let start = bytes.len();
        let trailer = format!(
            "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        );
        [bytes, table.concat().into_bytes(), trailer.into_bytes()].concat()
    }

    fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
        [
            format!("<< {entries} /Length {} >>\nstream\n", content.len()).as_bytes(),
            content,
            b"\nendstream",
        ]
        .concat()
    }

    /// Pages of (entries, content); object 3 is for all of them to use.
    fn document(pages: &[(&str, &str)], shared: Vec<u8>, trailer: &str) -> Vec<u8> {
        let kids = (0..pages.len())
            .map(|index| format!("{} 0 R", 4 + 2 * index))
            .collect::<Vec<_>>()
            .join(" ");
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()).into_bytes(),
            shared,
        ];
        for (index, (entries, content)) in pages.iter().enumerate() {
            objects.push(
                format!(
                    "<< /Type /Page /Parent 2 0 R {entries} /Contents {} 0 R >>",
                    5 + 2 * index
                )
                .into_bytes(),
            );
            objects.push(stream("", content.as_bytes()));
        }
        file(&objects, trailer)
    }

    fn plain(pages: &[(&str, &str)]) -> Vec<u8> {
        document(pages, b"null".to_vec(), "")
    }

    fn drawn(bytes: Vec<u8>) -> Result<Vec<RgbImage>, Unreadable> {
        Document::read(bytes, 0)?.pages().collect()
    }

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

    fn with_picture(filter: &str, content: &[u8]) -> Vec<u8> {
        let picture = stream(
            &format!("/Type /XObject /Subtype /Image /Width 16 /Height 16 {filter}"),
            content,
        );
        let page = format!("{A4} /Resources << /XObject << /P 3 0 R >> >>");
        document(&[(&page, "595 0 0 842 0 0 cm /P Do")], picture, "")
    }

    fn jpeg() -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        RgbImage::from_pixel(16, 16, RED).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    }

    const DCT: &str = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode";

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
    fn a_picture_that_was_cut_before_it_came_into_the_file_is_damaged() {
        let mut whole = Cursor::new(Vec::new());
        let shade = |n: u32| u8::try_from(n % 256).unwrap();
        RgbImage::from_fn(16, 16, |x, y| Rgb([shade(x * y * 7), shade(x * 31), shade(y * 53)]))
            .write_to(&mut whole, ImageFormat::Jpeg)
            .unwrap();
        let whole = whole.into_inner();
        assert!(drawn(with_picture(DCT, &whole)).is_ok());
        let cut = &whole[..whole.len() - 40];
        assert_eq!(drawn(with_picture(DCT, cut)).err(), Some(Unreadable::Damaged));
        // Its last mark is the document's to say.
        assert!(drawn(with_picture(DCT, &whole[..whole.len() - 2])).is_ok());

        let packed = |bytes: &[u8]| {
            let mut packed =
                flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
            io::Write::write_all(&mut packed, bytes).unwrap();
            packed.finish().unwrap()
        };
        let flate = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode";
        let pixels: Vec<u8> = (0..16 * 16 * 3).map(|n: u32| shade(n * n)).collect();
        let deflated = packed(&pixels);
        assert!(drawn(with_picture(flate, &deflated)).is_ok());
        let cut = &deflated[..deflated.len() / 2];
        assert_eq!(drawn(with_picture(flate, cut)).err(), Some(Unreadable::Damaged));
        let both = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /DCTDecode]";
        assert!(drawn(with_picture(both, &packed(&whole))).is_ok());
        let cut = packed(&whole[..whole.len() - 40]);
        assert_eq!(drawn(with_picture(both, &cut)).err(), Some(Unreadable::Damaged));
    }

    fn case(name: &str) -> Vec<u8> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases");
        std::fs::read(folder.join(name)).unwrap()
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

    /// A page that shows a text in a font of which the file has the name only.
    fn in_font(font: &str, text: &str) -> Result<RgbImage, Unreadable> {
        let page = format!("{A4} /Resources << /Font << /F << /Type /Font {font} >> >> >>");
        let text = format!("BT /F 60 Tf 40 700 Td {text} Tj ET");
        Ok(drawn(plain(&[(&page, &text)]))?.remove(0))
    }

    fn ink(page: &RgbImage) -> usize {
        page.pixels().filter(|pixel| pixel.0[0] < 128).count()
    }

    #[test]
    fn letters_whose_font_is_not_in_the_file_are_drawn_by_their_names() {
        let minutes = drawn(case("minutes-font-not-in-file.pdf")).unwrap();
        let third = |n: u32| {
            let (width, height) = minutes[0].dimensions();
            image::imageops::crop_imm(&minutes[0], 0, height * n / 4, width, height / 4).to_image()
        };
        assert!(
            ink(&third(0)) > 3_000 && ink(&third(1)) > 3_000,
            "{} {}",
            ink(&third(0)),
            ink(&third(1))
        );

        let differences = |names: &str| {
            format!(
                "/Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [200 {names}] >>"
            )
        };
        let ya = "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding";
        assert!(ink(&in_font(ya, "(Minutes)").unwrap()) > 1_000);
        for names in ["/afii10017 /afii10049", "/uni0410 /uni042F", "/uni04D8 /uni04B0"] {
            assert!(ink(&in_font(&differences(names), "<C8C9>").unwrap()) > 1_000, "{names}");
        }
        let to_unicode = letters_by_number("/ToUnicode 3 0 R");
        assert!(ink(&drawn(to_unicode).unwrap()[0]) > 1_000);
    }

    /// A page in a font of glyph numbers that is not in the file; object 3 says which letters the numbers are.
    fn letters_by_number(more: &str) -> Vec<u8> {
        let letters = b"1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0102> <049A> <0103> <0430> endbfchar";
        let font = format!(
            "/Type /Font /Subtype /Type0 /BaseFont /TimesNewRomanPSMT /Encoding /Identity-H {more} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /TimesNewRomanPSMT /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>]"
        );
        let page = format!("{A4} /Resources << /Font << /F << {font} >> >> >>");
        let text = "BT /F 60 Tf 40 700 Td <01020103> Tj ET";
        document(&[(&page, text)], stream("", letters), "")
    }

    #[test]
    fn letters_that_can_not_be_drawn_are_not_left_out_in_silence() {
        const LACKS: Option<Unreadable> = Some(Unreadable::FontsMissing);
        // Numbers of glyphs in a font that is elsewhere.
        assert_eq!(drawn(letters_by_number("")).err(), LACKS);
        let helvetica = "/Subtype /Type1 /BaseFont /Helvetica";
        // Codes that the encoding leaves empty, and letters without a shape.
        assert_eq!(in_font(helvetica, "<D0D1D2>").err(), LACKS);
        let made_up = format!("{helvetica} /Encoding << /Differences [200 /g17 /g18] >>");
        assert_eq!(in_font(&made_up, "<C8C9>").err(), LACKS);
        let chinese = format!("{helvetica} /Encoding << /Differences [200 /uni4E2D] >>");
        assert_eq!(in_font(&chinese, "<C8>").err(), LACKS);
        // Cyrillic bytes that say they are of Western Europe.
        let western = format!("{helvetica} /Encoding /WinAnsiEncoding");
        assert_eq!(in_font(&western, "<CFF0EEF2EEEAEEEB>").err(), LACKS);
        assert!(in_font(&western, "<C0 20 e9e8 20 fc>").is_ok());
        // A text that a scanner has recognised is not seen.
        let unseen = format!("{A4} /Resources << /Font << /F << /Type /Font {helvetica} >> >> >>");
        assert!(drawn(plain(&[(&unseen, "BT 3 Tr /F 60 Tf 40 700 Td <D0D1D2> Tj ET")])).is_ok());
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

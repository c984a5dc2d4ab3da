//! A page of a PDF, looked through before it is drawn: what would vanish without a word is noticed.
//!
//! A renderer leaves out letters whose font is not in the file, and fills with grey what a picture lacks.

use super::{jpeg, pdf_fonts, unreadable::Unreadable};
use flate2::read::DeflateDecoder;
use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
        InterpreterCache, InterpreterSettings, SoftMask,
        font::{Glyph, GlyphRun, OutlineGlyph},
        hayro_cmap::BfString,
        interpret_page,
    },
    hayro_syntax::{
        Filter,
        object::{Array, Dict, Name, Object, Stream},
        page::Page,
    },
    kurbo::{Affine, BezPath, Rect},
};
use std::io::{self, Read};

/// So many accented letters in a row are Cyrillic ones that were written without saying so.
const GIBBERISH: usize = 4;

/// Looks through the letters and pictures of a page.
///
/// # Errors
/// [`Unreadable::FontsMissing`] for letters that can't be drawn, [`Unreadable::Damaged`] for a picture that lacks a part.
pub(super) fn inspect(page: &Page<'_>, settings: InterpreterSettings) -> Result<(), Unreadable> {
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let cache = InterpreterCache::new();
    let mut context = Context::new(Affine::IDENTITY, bounds, &cache, page.xref(), settings);
    let mut inspection = Inspection::default();
    interpret_page(page, &mut context, &mut inspection);
    inspection.found.map_or(Ok(()), Err)
}

#[derive(Default)]
struct Inspection {
    found: Option<Unreadable>,
    /// Accented letters in a row.
    accented: usize,
}

impl Device<'_> for Inspection {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, _: DrawProps<'_>, mode: &DrawMode) {
        // Scanners lay the text that they have recognised over the picture, unseen.
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        for glyph in run.glyphs() {
            if let Glyph::Outline(glyph) = &**glyph
                && (is_lost(glyph) || self.is_gibberish(glyph))
            {
                self.found.get_or_insert(Unreadable::FontsMissing);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'_, '_>, _: ImageDrawProps<'_>) {
        let is_whole = match &image {
            Image::Stencil(stencil) => is_whole(stencil.stream()),
            Image::Raster(raster) => is_whole(raster.stream()),
        };
        if !is_whole {
            self.found.get_or_insert(Unreadable::Damaged);
        }
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

impl Inspection {
    /// Whether the letters so far are accented Latin ones without end, in a font that is not in the file.
    fn is_gibberish(&mut self, glyph: &OutlineGlyph) -> bool {
        let is_accented = glyph.font_data().is_none()
            && matches!(glyph.as_unicode(), Some(BfString::Char('\u{c0}'..='\u{ff}')));
        self.accented = if is_accented { self.accented + 1 } else { 0 };
        self.accented >= GIBBERISH
    }
}

/// Whether a letter is not drawn, or another one in its place.
fn is_lost(glyph: &OutlineGlyph) -> bool {
    let (letter, data) = (glyph.as_unicode(), glyph.font_data());
    let is_empty = glyph.glyph_id().to_u32() == 0;
    match (letter, data) {
        (Some(letter), Some(data)) => match letter {
            BfString::Char(letter) => {
                match pdf_fonts::shows(&data.data, letter, glyph.glyph_id().to_u32()) {
                    Some(is_shown) => !is_shown && is_visible(letter),
                    None => is_empty && letter.is_alphanumeric(),
                }
            }
            BfString::String(letters) => {
                pdf_fonts::is_ours(data.data.as_ref().as_ref())
                    || is_empty && letters.chars().any(char::is_alphanumeric)
            }
        },
        // Numbers of glyphs in a font that is elsewhere say nothing.
        (None, Some(data)) => pdf_fonts::is_ours(data.data.as_ref().as_ref()),
        (Some(BfString::Char(letter)), None) => is_empty && is_visible(letter),
        (Some(BfString::String(_)), None) => is_empty,
        (None, None) => is_empty && glyph.char_code() > u32::from(b' '),
    }
}

const fn is_visible(letter: char) -> bool {
    !matches!(
        letter,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}'
            | '\u{205f}'..='\u{206f}' | '\u{feff}'
    )
}

/// Whether all of a picture is there, as far as its coding tells.
fn is_whole(picture: &Stream<'_>) -> bool {
    let raw = picture.raw_data();
    match &picture.filters()[..] {
        [Filter::DctDecode] => jpeg::has_all_blocks(&raw),
        [Filter::FlateDecode, Filter::DctDecode] => {
            let mut inflated = Vec::new();
            inflate(&raw, &mut inflated) && jpeg::has_all_blocks(&inflated)
        }
        [Filter::FlateDecode] => {
            let mut length = Length(0);
            inflate(&raw, &mut length) || length.0 >= expected_length(picture.dict())
        }
        _ => true,
    }
}

/// Unpacks as much as there is; false when the data break off. A checksum that is lacking is nothing of the picture's.
fn inflate(bytes: &[u8], target: &mut impl io::Write) -> bool {
    let Some(deflated) = bytes.get(2..) else { return false };
    io::copy(&mut DeflateDecoder::new(deflated).take(u64::from(u32::MAX)), target).is_ok()
}

/// Counts what it is given.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes of an unpacked picture, at least.
fn expected_length(picture: &Dict<'_>) -> usize {
    let number = |long: &[u8], short: &[u8]| {
        picture.get::<usize>(long).or_else(|| picture.get::<usize>(short)).unwrap_or(1)
    };
    let bits = number(b"BitsPerComponent", b"BPC");
    let space =
        picture.get::<Object<'_>>(b"ColorSpace").or_else(|| picture.get::<Object<'_>>(b"CS"));
    let row = number(b"Width", b"W").saturating_mul(bits).saturating_mul(channels(space));
    row.div_ceil(8).saturating_mul(number(b"Height", b"H"))
}

/// The numbers of a colour; one if they are not known.
fn channels(space: Option<Object<'_>>) -> usize {
    let by_name = |name: &[u8]| match name {
        b"DeviceRGB" | b"RGB" | b"CalRGB" | b"Lab" => 3,
        b"DeviceCMYK" | b"CMYK" => 4,
        _ => 1,
    };
    match space {
        Some(Object::Name(name)) => by_name(&name),
        Some(Object::Array(array)) => channels_of(&array).unwrap_or_else(|| {
            array
                .iter::<Object<'_>>()
                .next()
                .and_then(Object::into_name)
                .map_or(1, |name| by_name(&name))
        }),
        _ => 1,
    }
}

/// The channels of a colour profile.
fn channels_of(array: &Array<'_>) -> Option<usize> {
    let mut parts = array.iter::<Object<'_>>();
    let name: Name<'_> = parts.next()?.into_name()?;
    (name.as_ref() == b"ICCBased").then_some(())?;
    parts.next()?.into_stream()?.dict().get::<usize>(b"N")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::pdf_sample::{A4, DCT, case, document, drawn, plain, stream, with_picture};
    use image::{ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

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
}

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

//! Fonts for documents that name a font and do not hold it: letters of the same widths, Latin, Cyrillic and Kazakh.

use hayro::hayro_interpret::font::{FontData, FontQuery, StandardFont};
use skrifa::{FontRef, MetadataProvider};
use std::sync::Arc;

macro_rules! face {
    ($name:literal) => {
        include_bytes!(concat!("fonts/", $name, ".ttf"))
    };
}

/// The font that stands in for one that a document asks for.
#[expect(clippy::unnecessary_wraps, reason = "the signature of the renderer's resolver")]
pub(super) fn resolve(query: &FontQuery) -> Option<(FontData, u32)> {
    let standard = match query {
        FontQuery::Standard(font) => *font,
        FontQuery::Fallback(wanted) => wanted.pick_standard_font(),
    };
    match face(standard) {
        Some(face) => Some((Arc::new(face), 0)),
        None => Some(standard.get_font_data()),
    }
}

/// Whether a glyph of one of these fonts shows that letter; `None` for a glyph of another font.
pub(super) fn shows(font: &FontData, letter: char, glyph: u32) -> Option<bool> {
    let bytes = font.as_ref().as_ref();
    is_ours(bytes).then(|| {
        let found = FontRef::new(bytes).ok().and_then(|font| font.charmap().map(letter));
        found.is_some_and(|found| found.to_u32() == glyph)
    })
}

/// Whether these are the bytes of a font that stands in for another.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    ALL.iter()
        .any(|font| face(*font).is_some_and(|face| std::ptr::eq(face.as_ptr(), bytes.as_ptr())))
}

const ALL: [StandardFont; 12] = [
    StandardFont::Helvetica,
    StandardFont::HelveticaBold,
    StandardFont::HelveticaOblique,
    StandardFont::HelveticaBoldOblique,
    StandardFont::Courier,
    StandardFont::CourierBold,
    StandardFont::CourierOblique,
    StandardFont::CourierBoldOblique,
    StandardFont::TimesRoman,
    StandardFont::TimesBold,
    StandardFont::TimesItalic,
    StandardFont::TimesBoldItalic,
];

/// Signs and ornaments have fonts of the library's.
fn face(font: StandardFont) -> Option<&'static [u8]> {
    Some(match font {
        StandardFont::Helvetica => face!("Arimo-Regular"),
        StandardFont::HelveticaBold => face!("Arimo-Bold"),
        StandardFont::HelveticaOblique => face!("Arimo-Italic"),
        StandardFont::HelveticaBoldOblique => face!("Arimo-BoldItalic"),
        StandardFont::Courier => face!("Cousine-Regular"),
        StandardFont::CourierBold => face!("Cousine-Bold"),
        StandardFont::CourierOblique => face!("Cousine-Italic"),
        StandardFont::CourierBoldOblique => face!("Cousine-BoldItalic"),
        StandardFont::TimesRoman => face!("Tinos-Regular"),
        StandardFont::TimesBold => face!("Tinos-Bold"),
        StandardFont::TimesItalic => face!("Tinos-Italic"),
        StandardFont::TimesBoldItalic => face!("Tinos-BoldItalic"),
        StandardFont::ZapfDingBats | StandardFont::Symbol => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_font_has_the_letters_of_the_three_languages() {
        let letters: String = ('А'..='я').chain('A'..='Z').chain('a'..='z').collect();
        for font in ALL {
            let (data, _) = resolve(&FontQuery::Standard(font)).unwrap();
            let charmap = FontRef::new(data.as_ref().as_ref()).unwrap().charmap();
            for letter in letters.chars().chain("ӘәҒғҚқҢңӨөҰұҮүҺһІіЁё№«»–—„“•0123456789".chars())
            {
                assert!(charmap.map(letter).is_some(), "{letter} in {font:?}");
            }
        }
    }
}

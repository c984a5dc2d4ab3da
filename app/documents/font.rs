//! The letters of documents: Libertinus Serif, which has every Kazakh letter, in three weights.

use super::unprintable::Unprintable;
use krilla::text::Font;
use rustybuzz::{Face, UnicodeBuffer, shape};
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A weight of the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Semibold,
    Bold,
}

struct Loaded {
    font: Font,
    face: Face<'static>,
}

fn load(bytes: &'static [u8]) -> Option<Loaded> {
    let face = Face::from_slice(bytes, 0)?;
    Some(Loaded { font: Font::new(bytes.into(), 0)?, face })
}

static REGULAR: LazyLock<Option<Loaded>> =
    LazyLock::new(|| load(include_bytes!("fonts/LibertinusSerif-Regular.otf")));
static SEMIBOLD: LazyLock<Option<Loaded>> =
    LazyLock::new(|| load(include_bytes!("fonts/LibertinusSerif-Semibold.otf")));
static BOLD: LazyLock<Option<Loaded>> =
    LazyLock::new(|| load(include_bytes!("fonts/LibertinusSerif-Bold.otf")));

impl Weight {
    fn loaded(self) -> Result<&'static Loaded, Unprintable> {
        let font = match self {
            Self::Regular => &REGULAR,
            Self::Semibold => &SEMIBOLD,
            Self::Bold => &BOLD,
        };
        font.as_ref().ok_or_else(|| Unprintable::Failed("a font is damaged".to_owned()))
    }

    /// The font as the library takes it.
    pub(super) fn font(self) -> Result<Font, Unprintable> {
        Ok(self.loaded()?.font.clone())
    }

    /// How wide a line is in that size, in points.
    pub(super) fn width(self, text: &str, size: f32) -> Result<f32, Unprintable> {
        let face = &self.loaded()?.face;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        let shaped = shape(face, &[], buffer);
        let units: i32 = shaped.glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
        #[expect(clippy::cast_precision_loss, reason = "a line is no million units wide")]
        let units = units as f32;
        Ok(units / f32::from(i16::try_from(face.units_per_em()).unwrap_or(1000)) * size)
    }

    /// The first letter of a composed text that can't be shown.
    pub(super) fn lacks(self, text: &str) -> Result<Option<char>, Unprintable> {
        let face = &self.loaded()?.face;
        let is_shown = |letter: char| !is_unruly(letter) && face.glyph_index(letter).is_some();
        Ok(text.chars().find(|letter| !is_shown(*letter)))
    }
}

/// The text with each letter and its marks as one letter, where Unicode has it.
pub(super) fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Signs that turn, join or hide their neighbours or climb over them, letters that run from right to left, and those whose meaning
/// is private to one font.
fn is_unruly(letter: char) -> bool {
    letter.is_control()
        || is_combining_mark(letter)
        || matches!(
            letter,
            '\u{ad}'
                | '\u{590}'..='\u{8ff}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{feff}'
        )
}

//! The letters of documents: Libertinus Serif, which has every Kazakh letter, in three weights.

use super::unprintable::Unprintable;
use krilla::text::Font;
use rustybuzz::{Face, UnicodeBuffer, shape};
use std::sync::LazyLock;

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

    /// The first letter of a text that can't be shown.
    pub(super) fn lacks(self, text: &str) -> Result<Option<char>, Unprintable> {
        let face = &self.loaded()?.face;
        let is_shown = |letter: char| !is_invisible(letter) && face.glyph_index(letter).is_some();
        Ok(text.chars().find(|letter| !is_shown(*letter)))
    }
}

/// Signs that turn, join or hide what stands beside them, and have no picture of their own.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}

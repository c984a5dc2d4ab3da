//! QR codes as squares.

use super::unprintable::{Field, Unprintable};
use qrcode::{Color, EcLevel, QrCode, Version};

/// Modules beside a code that stay empty, so that it is found.
pub const QUIET: usize = 4;

/// The largest version that office printers and telephones read well at 20 mm.
const VERSION: i16 = 5;

/// A code: how many modules a side has, and which are dark, row by row.
pub struct Modules {
    pub side: usize,
    pub dark: Vec<bool>,
}

/// The code of a text, with as much correction as a version of at most five holds.
///
/// # Errors
/// When the text is too long for it.
pub fn modules(text: &str) -> Result<Modules, Unprintable> {
    let levels = [EcLevel::Q, EcLevel::M, EcLevel::L];
    let fits = |level| {
        let code = QrCode::with_error_correction_level(text, level).ok()?;
        let is_small = matches!(code.version(), Version::Normal(version) if version <= VERSION);
        is_small.then_some(code)
    };
    let code = levels.into_iter().find_map(fits).ok_or(Unprintable::Long(Field::Code))?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Ok(Modules { side: code.width(), dark })
}

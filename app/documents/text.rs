//! Text within a width: broken at blanks and after hyphens, made smaller where it must be.

use super::{
    font::{Weight, composed},
    unprintable::{Field, Unprintable},
};

/// How a text is set; sizes in points.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub weight: Weight,
    pub size: f32,
    /// The size that it is not made smaller than.
    pub smallest: f32,
    /// From one base line to the next, as a part of the size.
    pub leading: f32,
}

/// Lines that fit.
#[derive(Clone, Debug)]
pub struct Lines {
    pub rows: Vec<String>,
    pub size: f32,
    pub leading: f32,
    pub weight: Weight,
}

/// Steps by which a text is made smaller, in points.
const STEP: f32 = 0.25;

impl Style {
    /// A text in one size.
    #[must_use]
    pub const fn of(weight: Weight, size: f32) -> Self {
        Self { weight, size, smallest: size, leading: 1.22 }
    }

    /// The same, but smaller where it would not fit.
    #[must_use]
    pub const fn down_to(self, smallest: f32) -> Self {
        Self { smallest, ..self }
    }

    /// Breaks a text into so many lines at most, each no wider than that.
    ///
    /// # Errors
    /// A letter that can't be shown, or a text that is too long in the smallest size.
    pub fn fit(
        self,
        text: &str,
        (width, most): (f32, usize),
        field: Field,
    ) -> Result<Lines, Unprintable> {
        let text = &composed(text);
        if let Some(letter) = self.weight.lacks(text)? {
            return Err(Unprintable::Letter(letter));
        }
        let mut size = self.size;
        while size >= self.smallest {
            if let Some(lines) = self.broken(text, width, size)?
                && lines.len() <= most
            {
                return Ok(Lines { rows: lines, size, leading: self.leading, weight: self.weight });
            }
            size -= STEP;
        }
        // A name without a blank is broken where the line ends: better than not at all.
        let lines = self.cut(text, width)?;
        if lines.len() <= most {
            let (size, leading, weight) = (self.smallest, self.leading, self.weight);
            return Ok(Lines { rows: lines, size, leading, weight });
        }
        Err(Unprintable::Long(field))
    }

    /// The lines in that size; none where a word alone is too wide.
    fn broken(self, text: &str, width: f32, size: f32) -> Result<Option<Vec<String>>, Unprintable> {
        let mut lines: Vec<String> = Vec::new();
        for part in parts(text) {
            if self.weight.width(part.trim_end(), size)? > width {
                return Ok(None);
            }
            let longer = lines.last().map(|line| format!("{line}{part}"));
            match longer {
                Some(longer) if self.weight.width(longer.trim_end(), size)? <= width => {
                    if let Some(line) = lines.last_mut() {
                        *line = longer;
                    }
                }
                _ => lines.push(part.to_owned()),
            }
        }
        Ok(Some(lines.into_iter().map(|line| line.trim_end().to_owned()).collect()))
    }

    /// The lines in the smallest size, broken after any letter.
    fn cut(self, text: &str, width: f32) -> Result<Vec<String>, Unprintable> {
        let mut lines = vec![String::new()];
        for letter in text.chars() {
            let Some(line) = lines.last_mut() else { break };
            let longer = format!("{line}{letter}");
            if self.weight.width(&longer, self.smallest)? <= width {
                *line = longer;
            } else {
                lines.push(letter.to_string());
            }
        }
        Ok(lines.into_iter().map(|line| line.trim().to_owned()).collect())
    }
}

/// The parts between which a line may end, each with the blank or hyphen behind it.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-'])
}

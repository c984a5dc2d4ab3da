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
            return Err(Unprintable::Letter(letter, field));
        }
        let mut size = self.size;
        while size >= self.smallest {
            if let Some(rows) = self.broken(text, (width, most), size)? {
                return Ok(Lines { rows, size, leading: self.leading, weight: self.weight });
            }
            size -= STEP;
        }
        Err(Unprintable::Long(field))
    }

    /// The lines in that size; none where they are too many, or where a word alone is too wide and could be set smaller.
    fn broken(
        self,
        text: &str,
        (width, most): (f32, usize),
        size: f32,
    ) -> Result<Option<Vec<String>>, Unprintable> {
        let is_last = size - STEP < self.smallest;
        let mut lines: Vec<String> = Vec::new();
        for part in parts(text) {
            if self.weight.width(part.trim_end(), size)? <= width {
                self.append(&mut lines, part, (width, size))?;
            } else if is_last {
                // A name that is wider than its line is broken where the line ends: better than not at all.
                let mut letter = [0; 4];
                for each in part.chars() {
                    self.append(&mut lines, each.encode_utf8(&mut letter), (width, size))?;
                }
            } else {
                return Ok(None);
            }
        }
        let rows: Vec<String> = lines.into_iter().map(|line| line.trim().to_owned()).collect();
        Ok((rows.len() <= most).then_some(rows))
    }

    /// Goes on with the last line, or begins another one.
    fn append(
        self,
        lines: &mut Vec<String>,
        part: &str,
        (width, size): (f32, f32),
    ) -> Result<(), Unprintable> {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line}{part}");
            if self.weight.width(longer.trim_end(), size)? <= width {
                *line = longer;
                return Ok(());
            }
        }
        lines.push(part.to_owned());
        Ok(())
    }
}

/// The parts between which a line may end, each with the blank or hyphen behind it.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-'])
}

//! A sheet of cards, one person under the other: the titles stand at the left, not on top.

use super::{
    sheet::{Sheet, Value},
    title::Column,
};

/// Tells whether titles stand below each other in one column, with their values beside them.
pub(super) fn are_cards(sheet: &Sheet) -> bool {
    let mut titles: Vec<(u32, String)> = Vec::new();
    for line in sheet.lines.iter().take(500) {
        if let Some(cell) = line.cells.first()
            && let Value::Text(text) = &cell.value
            && let Some(found) = Column::titled(text.split(':').next().unwrap_or(text))
        {
            titles.push((cell.column, format!("{found:?}")));
        }
    }
    titles.sort();
    titles.dedup();
    titles.chunk_by(|one, other| one.0 == other.0).any(|chunk| chunk.len() >= 3)
}

//! An .ods file says `repeat this cell 16,384 times`; the repeats are counted before the parser carries them out.

use super::refusal::Refusal;

/// Cells all tables of a file may come to, and cells one table may span.
const MAX_CELLS: usize = 5_000_000;

/// Counts the cells of `content.xml` as the parser will unfold them.
///
/// Blank cells at the end of a row and blank rows at the end of a table cost nothing, and programs write them by the million.
pub(super) fn look_through(content: &str) -> Result<(), Refusal> {
    let mut count = Count::default();
    for tag in content.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        match tag
            .split([' ', '/', '\n', '\r', '\t'])
            .find(|name| !name.is_empty())
            .unwrap_or_default()
        {
            "table:table" => count.new_table(),
            "table:table-row" if tag.starts_with('/') => count.end_row(),
            "table:table-row" => {
                count.rows = repeats(tag, "number-rows-repeated")?;
                if tag.ends_with('/') {
                    count.end_row();
                }
            }
            "table:table-cell" | "table:covered-table-cell" if !tag.starts_with('/') => {
                let is_blank = !tag.contains("office:")
                    && !tag.contains("formula")
                    && !tag.contains("calcext:");
                count.add_cells(repeats(tag, "number-columns-repeated")?, is_blank);
            }
            _ => {}
        }
        if count.is_too_large() {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(())
}

#[derive(Default)]
struct Count {
    /// Cells unfolded so far, over all tables.
    cells: usize,
    /// Rows of the table up to its last filled one, and its widest row.
    height: usize,
    width: usize,
    blank_rows: usize,
    /// The row under way: how often it repeats, its cells up to the last filled one.
    rows: usize,
    filled: usize,
    blank: usize,
}

impl Count {
    fn new_table(&mut self) {
        *self = Self { cells: self.cells, ..Self::default() };
    }

    fn add_cells(&mut self, count: usize, is_blank: bool) {
        self.blank = self.blank.saturating_add(count);
        if !is_blank {
            self.filled = self.filled.saturating_add(std::mem::take(&mut self.blank));
        }
    }

    fn end_row(&mut self) {
        let rows = std::mem::replace(&mut self.rows, 1);
        let filled = std::mem::take(&mut self.filled);
        self.blank = 0;
        self.blank_rows = self.blank_rows.saturating_add(rows);
        if filled > 0 {
            self.height = self.height.saturating_add(std::mem::take(&mut self.blank_rows));
            self.width = self.width.max(filled);
            self.cells = self.cells.saturating_add(filled);
        }
    }

    fn is_too_large(&self) -> bool {
        self.cells.max(self.filled) > MAX_CELLS
            || self.height.saturating_mul(self.width) > MAX_CELLS
    }
}

fn repeats(tag: &str, name: &str) -> Result<usize, Refusal> {
    let Some((_, rest)) = tag.split_once(name) else { return Ok(1) };
    let value =
        rest.trim_start().trim_start_matches('=').trim_start().trim_start_matches(['"', '\'']);
    let digits = value.split(['"', '\'']).next().unwrap_or_default();
    digits.parse().map_err(|_| Refusal::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &str, rows: u32) -> String {
        format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cells}</table:table-row>")
    }

    #[test]
    fn blank_ends_cost_nothing_and_filled_repeats_count() {
        let filled = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
        let wide = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated='16384'/>";
        let blank = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
        let ordinary = row(&format!("{filled}{blank}"), 1)
            + "<table:table-row table:number-rows-repeated=\"1048575\"/>";
        assert_eq!(look_through(&ordinary), Ok(()));
        assert_eq!(look_through(&row(wide, 1).repeat(400)), Err(Refusal::TooLarge));
        assert_eq!(look_through(&row(wide, 400)), Err(Refusal::TooLarge));
        assert_eq!(look_through(&row(&format!("{blank}{filled}"), 400)), Err(Refusal::TooLarge));
        assert_eq!(
            look_through("<table:table-row table:number-rows-repeated='x'/>"),
            Err(Refusal::Damaged)
        );
    }
}

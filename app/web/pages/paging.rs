//! Pages of rows that were read with one to spare.

/// One page of rows that were read with one to spare, and where the next one begins if there is one.
pub fn first_page<T, C>(
    mut rows: Vec<T>,
    size: i64,
    cursor: impl Fn(&T) -> C,
) -> (Vec<T>, Option<C>) {
    let size = usize::try_from(size).unwrap_or(0);
    let is_more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| is_more).map(cursor);
    (rows, next)
}

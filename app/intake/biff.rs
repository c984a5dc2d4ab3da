//! The records of an old Excel file, [MS-XLS] 2.1.4: two bytes of kind, two of length, the data.

use super::little_endian::short;

/// One record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    /// Where its data begin in the stream.
    pub(super) place: usize,
}

/// Walks the records of a stream, as far as they lie within it.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut place = 0_usize;
    std::iter::from_fn(move || {
        let (kind, length) = (short(stream, place)?, usize::from(short(stream, place + 2)?));
        let data = stream.get(place + 4..place + 4 + length)?;
        let record = Record { kind, data, place: place + 4 };
        place += 4 + length;
        Some(record)
    })
}

/// A height of nothing; the highest bit tells that nobody has set it.
pub(super) fn is_flat(height: u16) -> bool {
    height.trailing_zeros() >= 15
}

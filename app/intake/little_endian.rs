//! Numbers as the files of old programs hold them: the lowest byte first.

/// Reads two bytes, the lower first.
pub(super) fn short(bytes: &[u8], place: usize) -> Option<u16> {
    bytes.get(place..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

/// Reads four bytes, the lowest first.
pub(super) fn long(bytes: &[u8], place: usize) -> Option<u32> {
    bytes.get(place..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

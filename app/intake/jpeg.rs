//! JPEGs as telephones, copiers and interrupted downloads leave them: a picture that lacks a part is told from a whole one.
//!
//! Decoders fill what has not arrived with grey and say nothing, so the marks of the file are read first.

use super::{jpeg_scans::Scans, unreadable::Unreadable};

/// A photograph of 108 megapixels is a telephone's largest that is no trick of its maker.
const MAX_PIXELS: usize = 110_000_000;

/// Tells whether all of a picture in a document is there. Its last mark may be lacking: the document says where it ends.
pub(super) fn has_all_blocks(bytes: &[u8]) -> bool {
    whole(&[bytes, &[0xff, 0xd9]].concat()).is_ok()
}

/// The picture from its first mark to its last, without what stands between and behind them.
///
/// # Errors
/// [`Unreadable`], of a picture that lacks a part, or has too many pixels to be decoded.
pub(super) fn whole(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    const CUT: Unreadable = Unreadable::Damaged;
    let mut rest = bytes.strip_prefix(&[0xff, 0xd8]).ok_or(CUT)?;
    let (mut kept, mut scans) = (vec![0xff, 0xd8], Scans::default());
    loop {
        let (mark, behind) = next_mark(rest).ok_or(CUT)?;
        rest = behind;
        match mark {
            // The end: a film or a second picture may follow.
            0xd9 => {
                kept.extend([0xff, 0xd9]);
                return if scans.are_complete() { Ok(kept) } else { Err(CUT) };
            }
            // Another picture has begun before this one has ended.
            0xd8 => return Err(CUT),
            0x01 | 0xd0..=0xd7 => {}
            _ => {
                let length = usize::from(u16::from_be_bytes(*rest.first_chunk().ok_or(CUT)?));
                let (segment, behind) = rest.split_at_checked(length.max(2)).ok_or(CUT)?;
                kept.extend([0xff, mark]);
                kept.extend(segment);
                rest = behind;
                let content = &segment[2..];
                if mark == 0xda {
                    let (data, behind) = rest.split_at(coded_length(rest).ok_or(CUT)?);
                    scans.add_scan(content, data).ok_or(CUT)?;
                    kept.extend(data);
                    rest = behind;
                } else {
                    scans.add_table(mark, content).ok_or(CUT)?;
                }
                if scans.pixels() > MAX_PIXELS {
                    return Err(Unreadable::TooManyPixels);
                }
            }
        }
    }
}

/// The next mark, behind bytes that fill, and what follows it.
fn next_mark(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut at =
        bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff))?;
    at += 1;
    Some((bytes[at], &bytes[at + 1..]))
}

/// The length of coded data: up to the next mark that is no restart.
fn coded_length(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xff | 0xd0..=0xd7))
}

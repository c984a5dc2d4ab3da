//! PNG and WebP files as they arrive: whole, or cut somewhere. Bytes behind their end are not theirs.

use flate2::Crc;
use image::ImageFormat;

/// The file up to its own end; `None` when it was cut before.
pub(super) fn whole(bytes: &[u8], format: ImageFormat) -> Option<&[u8]> {
    if format == ImageFormat::WebP { web_p(bytes) } else { png(bytes) }
}

/// A file of boxes that says its own length, which is padded to an even one.
fn web_p(bytes: &[u8]) -> Option<&[u8]> {
    let length = usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    bytes.get(..length.checked_add(8)?)
}

/// Chunks of length, name, content and checksum; the last is called IEND.
fn png(bytes: &[u8]) -> Option<&[u8]> {
    let mut rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    loop {
        let (length, behind) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (named, behind) = behind.split_at_checked(length.checked_add(4)?)?;
        let (checksum, behind) = behind.split_first_chunk()?;
        // A decoder can do without chunks whose name begins with a small letter.
        if named[0].is_ascii_uppercase() && crc(named) != u32::from_be_bytes(*checksum) {
            return None;
        }
        if named.starts_with(b"IEND") {
            return bytes.get(..bytes.len() - behind.len());
        }
        rest = behind;
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

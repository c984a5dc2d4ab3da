//! The packed file is looked through before any parser sees it.

use std::io::{Cursor, Read, Write};

use zip::ZipArchive;

use super::{refusal::Refusal, repeats};

/// Bytes a file may hold, unpacked (50 MB).
pub const MAX_UNPACKED: u64 = 50 * 1024 * 1024;
/// Parts an archive may have.
pub const MAX_ENTRIES: usize = 200;
/// How many times smaller than its content an archive may be, once the content exceeds a megabyte.
pub const MAX_RATIO: u64 = 100;

/// What kind of office document an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    /// Office Open XML workbook.
    Xlsx,
    /// Spreadsheet of the `OpenDocument` family.
    Ods,
}

/// Checks the archive's directory, then unpacks every part into nothing, because a directory can lie; says what it holds.
pub(super) fn look_through(bytes: &[u8]) -> Result<Packed, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if archive.len() > MAX_ENTRIES {
        return Err(Refusal::SuspiciousArchive);
    }
    let mut declared = 0_u64;
    for place in 0..archive.len() {
        let entry = archive.by_index_raw(place).map_err(|_| Refusal::Damaged)?;
        if entry.encrypted() {
            return Err(Refusal::Encrypted);
        }
        declared = declared.saturating_add(entry.size());
        check_size(declared, bytes)?;
    }
    let mut unpacked = 0;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|_| Refusal::Damaged)?;
        let name = entry.name().unwrap_or_default().to_lowercase();
        let is_strings = name.ends_with("sharedstrings.xml");
        let is_content = name == "content.xml";
        let mut content = Kept { bytes: Vec::new(), is_kept: is_strings || is_content };
        let mut rest = entry.take(MAX_UNPACKED - unpacked + 1);
        unpacked += std::io::copy(&mut rest, &mut content).map_err(|_| Refusal::Damaged)?;
        check_size(unpacked, bytes)?;
        let text = String::from_utf8_lossy(&content.bytes);
        if is_strings {
            check_promise(&text)?;
        }
        if is_content {
            repeats::look_through(&text)?;
        }
    }
    kind(&mut archive)
}

fn check_size(unpacked: u64, bytes: &[u8]) -> Result<(), Refusal> {
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1);
    if unpacked > MAX_UNPACKED {
        return Err(Refusal::TooLarge);
    }
    if unpacked > 1024 * 1024 && unpacked / packed > MAX_RATIO {
        return Err(Refusal::SuspiciousArchive);
    }
    Ok(())
}

/// The parser makes room for as many texts as `uniqueCount` promises; none takes less than a byte.
fn check_promise(strings: &str) -> Result<(), Refusal> {
    let promises = strings.split("uniqueCount").skip(1).map(|rest| {
        let digits = rest.trim_start_matches(['=', ' ', '"', '\'', '\n', '\r', '\t']);
        digits.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default()
    });
    let is_kept = |digits: &str| {
        digits.is_empty() || digits.parse::<usize>().is_ok_and(|count| count <= strings.len())
    };
    if promises.into_iter().all(is_kept) { Ok(()) } else { Err(Refusal::Damaged) }
}

/// Takes unpacked bytes in, and keeps them or not.
struct Kept {
    bytes: Vec<u8>,
    is_kept: bool,
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.is_kept {
            self.bytes.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Packed, Refusal> {
    let has = |ending: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.replace('\\', "/").to_lowercase().ends_with(ending))
    };
    if has("workbook.bin") {
        return Err(Refusal::OtherSpreadsheet);
    }
    if has("workbook.xml") {
        return Ok(Packed::Xlsx);
    }
    let mut mimetype = String::new();
    if let Ok(entry) = archive.by_name("mimetype")
        && entry.take(100).read_to_string(&mut mimetype).is_ok()
        && mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet")
    {
        return Ok(Packed::Ods);
    }
    Err(Refusal::NotASpreadsheet)
}

//! The packed file is looked through before any parser sees it.

use std::io::{Cursor, Read, Write};

use zip::ZipArchive;

use super::{
    refusal::Refusal,
    repeats,
    slim::{MAX_FORMATTED, is_sheet, without_blank_cells},
};

/// Bytes a file may hold, unpacked (50 MB).
pub const MAX_UNPACKED: u64 = 50 * 1024 * 1024;
/// Parts an archive may have, beside pictures.
pub const MAX_ENTRIES: usize = 200;
/// Pictures an archive may have: two in each row of a list of two thousand people, and more.
pub const MAX_PICTURES: usize = 5_000;
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

/// An archive that may be read.
#[derive(Debug)]
pub(super) struct Archive {
    pub(super) kind: Packed,
    /// Pictures in it.
    pub(super) pictures: usize,
    /// The archive without blank cells, if it is too large with them.
    pub(super) slim: Option<Vec<u8>>,
}

/// Checks the archive's directory, then unpacks every part into nothing, because a directory can lie; says what it holds.
pub(super) fn look_through(bytes: &[u8]) -> Result<Archive, Refusal> {
    let directory = directory(bytes)?;
    let slim =
        directory.is_to_be_slimmed.then(|| without_blank_cells(bytes, MAX_UNPACKED)).transpose()?;
    let kind = unpack(slim.as_deref().unwrap_or(bytes))?;
    Ok(Archive { kind, pictures: directory.pictures, slim })
}

/// The counts in the directory of an archive.
struct Directory {
    pictures: usize,
    /// The sheets alone are too large.
    is_to_be_slimmed: bool,
}

fn directory(bytes: &[u8]) -> Result<Directory, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let (mut pictures, mut sheets, mut others) = (0, 0_u64, 0_u64);
    if archive.len() > MAX_ENTRIES + MAX_PICTURES {
        return Err(Refusal::SuspiciousArchive);
    }
    for place in 0..archive.len() {
        let entry = archive.by_index_raw(place).map_err(|_| Refusal::Damaged)?;
        if entry.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let name = entry.name().unwrap_or_default();
        pictures += usize::from(is_picture(&name));
        let size = if is_sheet(&name) { &mut sheets } else { &mut others };
        *size = size.saturating_add(entry.size());
    }
    if archive.len() - pictures > MAX_ENTRIES || pictures > MAX_PICTURES {
        return Err(Refusal::SuspiciousArchive);
    }
    check_size(others, bytes)?;
    let all = sheets.saturating_add(others);
    let is_to_be_slimmed = all > MAX_UNPACKED;
    if sheets > MAX_FORMATTED {
        return Err(Refusal::TooLarge);
    }
    check_ratio(all, bytes)?;
    Ok(Directory { pictures, is_to_be_slimmed })
}

/// A picture on a sheet or behind it, but not the small one of the first page.
fn is_picture(name: &str) -> bool {
    let name = name.replace('\\', "/").to_lowercase();
    name.contains("/media/") || name.starts_with("pictures/")
}

fn unpack(bytes: &[u8]) -> Result<Packed, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let mut unpacked = 0;
    // A part that says how the others are encrypted goes first: nothing else can be looked at then.
    if part(&mut archive, "META-INF/manifest.xml")
        .is_some_and(|xml| xml.contains("encryption-data"))
    {
        return Err(Refusal::Encrypted);
    }
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

/// The content of an .ods file.
pub(super) fn content(bytes: &[u8]) -> Option<String> {
    part(&mut ZipArchive::new(Cursor::new(bytes)).ok()?, "content.xml")
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.take(MAX_UNPACKED).read_to_string(&mut text).ok()?;
    Some(text)
}

fn check_size(unpacked: u64, bytes: &[u8]) -> Result<(), Refusal> {
    if unpacked > MAX_UNPACKED {
        return Err(Refusal::TooLarge);
    }
    check_ratio(unpacked, bytes)
}

fn check_ratio(unpacked: u64, bytes: &[u8]) -> Result<(), Refusal> {
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX).max(1);
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

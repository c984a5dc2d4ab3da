//! An old Excel file is looked through before the parser sees it, because the parser believes what the file says.
//!
//! One wrong byte in a DIMENSIONS record makes it ask for a terabyte, which no caller survives; a ring of sectors makes
//! it read for ever. Structures: [MS-CFB] 2.2, 2.3, 2.6 and [MS-XLS] 2.4.

use super::{
    biff,
    little_endian::{long, short},
    refusal::Refusal,
    unlock,
};

/// A record that says how the others are encrypted.
const FILE_PASS: u16 = 0x002f;
/// A kind of record that nobody knows.
const UNKNOWN: [u8; 2] = [0xfe, 0x7f];

/// Cells a sheet may span, from its first used one to its last; old Excel ends at 65,536 rows of 256.
const MAX_SPAN: u64 = 5_000_000;
const MAX_DECLARED: u64 = 65_537 * 257;
/// Shorter streams lie in small sectors.
const SMALL: usize = 4_096;
/// Sector numbers from here on are marks, not places.
const FIRST_MARK: u32 = 0xffff_fffa;

/// The content of a compound file: an old workbook, or an archive that is encrypted and was opened with Excel's own password.
pub(super) enum Held {
    Xls(OldWorkbook),
    Archive(Vec<u8>),
}

/// An old workbook, decrypted if it was encrypted.
pub(super) struct OldWorkbook {
    /// The whole file.
    pub(super) bytes: Vec<u8>,
    /// The stream of its records.
    pub(super) stream: Vec<u8>,
}

/// Checks the chains of sectors and the extent of each sheet; an encrypted .xlsx has the same wrapping and is told.
pub(super) fn look_through(bytes: &[u8]) -> Result<Held, Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    let entries = file.entries().ok_or(Refusal::Damaged)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
    let root = entries.first().ok_or(Refusal::Damaged)?;
    if let Some(package) = find("EncryptedPackage") {
        let info = find("EncryptionInfo").and_then(|info| file.stream(info, root));
        let package = file.stream(package, root);
        let (Some(info), Some(package)) = (info, package) else { return Err(Refusal::Encrypted) };
        return unlock::package(&info, &package).map(Held::Archive);
    }
    let workbook = find("Workbook").or_else(|| find("Book")).ok_or(Refusal::NotASpreadsheet)?;
    let mut stream = file.stream(workbook, root).ok_or(Refusal::Damaged)?;
    let Some(pass) = biff::records(&stream).find(|record| record.kind == FILE_PASS) else {
        check_records(&stream)?;
        return Ok(Held::Xls(OldWorkbook { bytes: bytes.to_vec(), stream }));
    };
    let (place, data) = (pass.place, pass.data.to_vec());
    unlock::records(&mut stream, &data)?;
    // The parser refuses a workbook with this record.
    stream.get_mut(place - 4..place - 2).ok_or(Refusal::Damaged)?.copy_from_slice(&UNKNOWN);
    check_records(&stream)?;
    let bytes = file.with_stream(workbook, root, &stream).ok_or(Refusal::Damaged)?;
    Ok(Held::Xls(OldWorkbook { bytes, stream }))
}

struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match short(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut file = Self { bytes, sector, next: Vec::new() };
        let mut tables: Vec<u32> = longs(bytes.get(76..512)?);
        let mut further = long(bytes, 68)?;
        let mut rest = file.bound();
        while further < FIRST_MARK {
            rest = rest.checked_sub(1)?;
            tables.extend(longs(file.sector(further)?));
            further = tables.pop()?;
        }
        let tables = tables.into_iter().filter(|table| *table < FIRST_MARK);
        file.next =
            tables.map(|table| file.sector(table).map(longs)).collect::<Option<Vec<_>>>()?.concat();
        Some(file)
    }

    /// More sectors than this cannot be in the file; a longer chain is a ring.
    fn bound(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..(start + self.sector).min(self.bytes.len()))
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        chain(start, length, self.bound(), &self.next, |number| self.sector(number))
    }

    fn entries(&self) -> Option<Vec<Entry>> {
        let directory = self.chain(long(self.bytes, 48)?, usize::MAX)?;
        directory.chunks_exact(128).map(entry).collect()
    }

    /// The file with other bytes in a stream, as many as there were.
    fn with_stream(&self, entry: &Entry, root: &Entry, content: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = self.bytes.to_vec();
        let place = |number: u32| Some((usize::try_from(number).ok()? + 1) * self.sector);
        let numbers = |start, next: &[u32], bound: usize| {
            let mut numbers = vec![start];
            while let Some(number) =
                next.get(usize::try_from(*numbers.last()?).ok()?).filter(|next| **next < FIRST_MARK)
            {
                (numbers.len() <= bound).then(|| numbers.push(*number))?;
            }
            Some(numbers)
        };
        let places: Vec<usize> = if entry.length >= SMALL {
            let chain = numbers(entry.start, &self.next, self.bound())?;
            chain.into_iter().map(place).collect::<Option<_>>()?
        } else {
            let whole = numbers(root.start, &self.next, self.bound())?;
            let next = longs(&self.chain(long(self.bytes, 60)?, usize::MAX)?);
            let chain = numbers(entry.start, &next, self.bytes.len() / 64)?;
            let small = |number: u32| {
                let start = usize::try_from(number).ok()? * 64;
                Some(place(*whole.get(start / self.sector)?)? + start % self.sector)
            };
            chain.into_iter().map(small).collect::<Option<_>>()?
        };
        let size = if entry.length >= SMALL { self.sector } else { 64 };
        for (place, part) in places.into_iter().zip(content.chunks(size)) {
            bytes.get_mut(place..place + part.len())?.copy_from_slice(part);
        }
        Some(bytes)
    }

    /// Streams below 4096 bytes lie in small sectors of 64 bytes, which themselves lie in the stream of the root.
    fn stream(&self, entry: &Entry, root: &Entry) -> Option<Vec<u8>> {
        if entry.length >= SMALL {
            return self.chain(entry.start, entry.length);
        }
        let small = self.chain(root.start, root.length)?;
        let next = longs(&self.chain(long(self.bytes, 60)?, usize::MAX)?);
        let sector = |number: u32| {
            let start = usize::try_from(number).ok()?.checked_mul(64)?;
            small.get(start..(start + 64).min(small.len()))
        };
        chain(entry.start, entry.length, small.len() / 64 + 1, &next, sector)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let units: Vec<u16> =
        bytes.get(..64)?.chunks_exact(2).filter_map(|pair| short(pair, 0)).collect();
    let name = String::from_utf16_lossy(&units);
    let name = name.split('\0').next().unwrap_or_default().to_owned();
    Some(Entry { name, start: long(bytes, 116)?, length: usize::try_from(long(bytes, 120)?).ok()? })
}

fn chain<'a>(
    start: u32,
    length: usize,
    bound: usize,
    next: &[u32],
    sector: impl Fn(u32) -> Option<&'a [u8]>,
) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    let (mut number, mut rest) = (start, bound);
    while number < FIRST_MARK && content.len() < length {
        rest = rest.checked_sub(1)?;
        content.extend_from_slice(sector(number)?);
        number = *next.get(usize::try_from(number).ok()?)?;
    }
    content.truncate(length);
    Some(content)
}

/// Walks the records of the workbook stream and measures each sheet.
fn check_records(stream: &[u8]) -> Result<(), Refusal> {
    let (mut extent, mut depth, mut end) = (Extent::default(), 0_u32, 0);
    for biff::Record { kind, data, place } in biff::records(stream) {
        end = place + data.len();
        match kind {
            0x0809 if depth == 0 => (extent, depth) = (Extent::default(), 1),
            0x0809 => depth += 1,
            0x000a => depth = depth.saturating_sub(1),
            0x0200 if declared(data).is_none_or(|span| span > MAX_DECLARED) => {
                return Err(Refusal::Damaged);
            }
            // A row of numbers: the last column stands at the end.
            0x00bd => extent.add(short(data, 0), short(data, data.len().saturating_sub(2))),
            0x0006 | 0x00d6 | 0x00fd | 0x0203 | 0x0204 | 0x0205 | 0x027e => {
                extent.add(short(data, 0), short(data, 2));
            }
            _ => {}
        }
        if extent.span() > MAX_SPAN {
            return Err(Refusal::TooLarge);
        }
    }
    // A record that does not end within the stream.
    if stream.len().saturating_sub(end) >= 4 { Err(Refusal::Damaged) } else { Ok(()) }
}

/// The rectangle a DIMENSIONS record declares, in the long form (since Excel 97) or the short one.
fn declared(data: &[u8]) -> Option<u64> {
    let (rows, columns) = match data.len() {
        10 => (
            short(data, 2)?.checked_sub(short(data, 0)?)?.into(),
            short(data, 6)?.checked_sub(short(data, 4)?)?,
        ),
        14 => (
            long(data, 4)?.checked_sub(long(data, 0)?)?,
            short(data, 10)?.checked_sub(short(data, 8)?)?,
        ),
        _ => return None,
    };
    Some((u64::from(rows) + 1) * (u64::from(columns) + 1))
}

/// The rectangle from A1 to the last used cell.
#[derive(Clone, Copy, Default)]
struct Extent {
    rows: u64,
    columns: u64,
}

impl Extent {
    fn add(&mut self, row: Option<u16>, column: Option<u16>) {
        self.rows = self.rows.max(row.map_or(0, |row| u64::from(row) + 1));
        self.columns = self.columns.max(column.map_or(0, |column| u64::from(column) + 1));
    }

    fn span(self) -> u64 {
        self.rows * self.columns
    }
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| long(four, 0)).collect()
}

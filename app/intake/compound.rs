//! An old Excel file is looked through before the parser sees it, because the parser believes what the file says.
//!
//! One wrong byte in a DIMENSIONS record makes it ask for a terabyte, which no caller survives; a ring of sectors makes
//! it read for ever. Structures: [MS-CFB] 2.2, 2.3, 2.6 and [MS-XLS] 2.4.

use super::refusal::Refusal;

/// Cells a sheet may span, from its first used one to its last; old Excel ends at 65,536 rows of 256.
const MAX_SPAN: u64 = 5_000_000;
const MAX_DECLARED: u64 = 65_537 * 257;
/// Sector numbers from here on are marks, not places.
const FIRST_MARK: u32 = 0xffff_fffa;

/// Checks the chains of sectors and the extent of each sheet; an encrypted .xlsx has the same wrapping and is told.
pub(super) fn look_through(bytes: &[u8]) -> Result<(), Refusal> {
    let file = Compound::open(bytes).ok_or(Refusal::Damaged)?;
    let entries = file.entries().ok_or(Refusal::Damaged)?;
    let find = |name: &str| entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
    if find("EncryptedPackage").is_some() {
        return Err(Refusal::Encrypted);
    }
    let workbook = find("Workbook").or_else(|| find("Book")).ok_or(Refusal::NotASpreadsheet)?;
    let root = entries.first().ok_or(Refusal::Damaged)?;
    let stream = file.stream(workbook, root).ok_or(Refusal::Damaged)?;
    check_records(&stream)
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

    /// Streams below 4096 bytes lie in small sectors of 64 bytes, which themselves lie in the stream of the root.
    fn stream(&self, entry: &Entry, root: &Entry) -> Option<Vec<u8>> {
        if entry.length >= 4096 {
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
fn check_records(mut stream: &[u8]) -> Result<(), Refusal> {
    let (mut extent, mut depth) = (Extent::default(), 0_u32);
    while let (Some(kind), Some(length)) = (short(stream, 0), short(stream, 2)) {
        let data = stream.get(4..4 + usize::from(length)).ok_or(Refusal::Damaged)?;
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
        stream = stream.get(4 + usize::from(length)..).unwrap_or_default();
    }
    Ok(())
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

fn short(bytes: &[u8], place: usize) -> Option<u16> {
    bytes.get(place..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn long(bytes: &[u8], place: usize) -> Option<u32> {
    bytes.get(place..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| long(four, 0)).collect()
}

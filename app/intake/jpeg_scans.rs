//! The scans of a JPEG: whether together they say all of the picture.
//!
//! A file that was cut and then closed by a tool ends in order and still lacks a part.

use std::collections::BTreeMap;

/// Coefficients of a block.
const BLOCK: usize = 64;

/// The frame, the tables and how far the scans have come.
#[derive(Default)]
pub(super) struct Scans {
    frame: Option<Frame>,
    /// Blocks of the picture between two restarts; none if it has no restarts.
    interval: Option<usize>,
    /// By class (0: DC, 16: AC) and number.
    tables: BTreeMap<u8, Table>,
}

struct Frame {
    is_progressive: bool,
    width: usize,
    height: usize,
    components: Vec<Component>,
}

struct Component {
    id: u8,
    across: usize,
    down: usize,
    /// For each coefficient the bits that are still lacking, or none if no scan has named it yet.
    lacking: [Option<u8>; BLOCK],
}

/// A Huffman table: for the next 16 bits the length of the code that they begin with, and its symbol. A length of 0 is no code.
struct Table(Vec<(u8, u8)>);

impl Table {
    /// Numbers of codes of each length, and their symbols in the order of the codes.
    fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Self> {
        let mut codes = vec![(0, 0); 1 << 16];
        let (mut from, mut symbols) = (0, symbols.iter());
        for (length, &count) in (1..=16).zip(counts) {
            for _ in 0..count {
                let to = from + (1 << (16 - length));
                codes.get_mut(from..to)?.fill((length, *symbols.next()?));
                from = to;
            }
        }
        Some(Self(codes))
    }
}

impl Scans {
    /// Takes note of a segment that is no scan; `None` when it is damaged.
    pub(super) fn add_table(&mut self, mark: u8, content: &[u8]) -> Option<()> {
        match mark {
            0xc4 => self.add_huffman(content)?,
            0xdd => {
                let interval = u16::from_be_bytes(*content.first_chunk()?);
                self.interval = (interval > 0).then_some(usize::from(interval));
            }
            0xc0..=0xc2 => self.frame = Some(Frame::read(mark == 0xc2, content)?),
            _ => {}
        }
        Some(())
    }

    /// Takes note of a scan; `None` when it is damaged or shorter than the picture.
    pub(super) fn add_scan(&mut self, header: &[u8], data: &[u8]) -> Option<()> {
        // Frames of other kinds are the decoder's to judge.
        let Some(frame) = &mut self.frame else { return Some(()) };
        let (&count, rest) = header.split_first()?;
        let (named, rest) = rest.split_at_checked(2 * usize::from(count))?;
        let &[first, last, bits] = rest.first_chunk()?;
        let range = usize::from(first)..=usize::from(last).min(BLOCK - 1);
        let mut parts = Vec::new();
        for &[id, tables] in named.as_chunks::<2>().0 {
            let place = frame.components.iter().position(|component| component.id == id)?;
            let lacking = &mut frame.components[place].lacking;
            if frame.is_progressive {
                lacking.get_mut(range.clone())?.fill(Some(bits & 15));
            } else {
                lacking.fill(Some(0));
            }
            parts.push((place, tables));
        }
        if frame.is_progressive { Some(()) } else { self.count_blocks(&parts, data) }
    }

    /// The pixels of the picture, as far as its size is known.
    pub(super) fn pixels(&self) -> usize {
        self.frame.as_ref().map_or(0, |frame| frame.width * frame.height)
    }

    /// Whether the scans have said every bit of every coefficient.
    pub(super) fn are_complete(&self) -> bool {
        self.frame.as_ref().is_none_or(|frame| {
            let mut lacking = frame.components.iter().flat_map(|component| component.lacking);
            lacking.all(|bits| bits == Some(0))
        })
    }

    fn add_huffman(&mut self, mut content: &[u8]) -> Option<()> {
        while let Some((&number, rest)) = content.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let length = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, rest) = rest.split_at_checked(length)?;
            self.tables.insert(number, Table::new(counts, symbols)?);
            content = rest;
        }
        Some(())
    }

    /// Reads each block of a scan without keeping it; `None` when the data end before the picture does.
    fn count_blocks(&self, parts: &[(usize, u8)], data: &[u8]) -> Option<()> {
        let frame = self.frame.as_ref()?;
        let mut blocks = Vec::new();
        for &(place, tables) in parts {
            let component = frame.components.get(place)?;
            let repeated = if parts.len() > 1 { component.across * component.down } else { 1 };
            let pair = (self.tables.get(&(tables >> 4))?, self.tables.get(&(16 | tables & 15))?);
            blocks.extend(std::iter::repeat_n(pair, repeated));
        }
        let units = match parts {
            [(place, _)] => frame.units_of(frame.components.get(*place)?),
            _ => frame.units(),
        };
        let mut left = units;
        let mut pieces = Pieces(data);
        while left > 0 {
            let mut bits = Bits::new(pieces.next()?);
            let now = self.interval.unwrap_or(left).min(left);
            for _ in 0..now {
                for (dc, ac) in &blocks {
                    bits.skip_block(dc, ac)?;
                }
            }
            left -= now;
        }
        Some(())
    }
}

impl Frame {
    fn read(is_progressive: bool, content: &[u8]) -> Option<Self> {
        let (&[_, high, low, wide, narrow, count], rest) = content.split_first_chunk()?;
        let component = |&[id, factors, _]: &[u8; 3]| Component {
            id,
            across: usize::from(factors >> 4),
            down: usize::from(factors & 15),
            lacking: [None; BLOCK],
        };
        let components: Vec<Component> = rest.as_chunks::<3>().0.iter().map(component).collect();
        let is_good = components.len() == usize::from(count)
            && components.iter().all(|component| component.across * component.down > 0);
        is_good.then_some(Self {
            is_progressive,
            width: usize::from(u16::from_be_bytes([wide, narrow])),
            height: usize::from(u16::from_be_bytes([high, low])),
            components,
        })
    }

    fn widest(&self) -> (usize, usize) {
        let widest = |factor: fn(&Component) -> usize| self.components.iter().map(factor).max();
        (widest(|one| one.across).unwrap_or(1), widest(|one| one.down).unwrap_or(1))
    }

    /// The units of a scan of several components.
    fn units(&self) -> usize {
        let (across, down) = self.widest();
        self.width.div_ceil(8 * across) * self.height.div_ceil(8 * down)
    }

    /// The units of a scan of this component alone.
    fn units_of(&self, component: &Component) -> usize {
        let (across, down) = self.widest();
        (self.width * component.across).div_ceil(8 * across)
            * (self.height * component.down).div_ceil(8 * down)
    }
}

/// Coded data, cut at its restarts.
struct Pieces<'a>(&'a [u8]);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let restart =
            self.0.windows(2).position(|pair| pair[0] == 0xff && matches!(pair[1], 0xd0..=0xd7));
        let (piece, rest) = match restart {
            Some(at) => (&self.0[..at], &self.0[at + 2..]),
            None => (self.0, &self.0[self.0.len()..]),
        };
        self.0 = rest;
        Some(piece)
    }
}

/// Bits of coded data, the highest of a byte first.
struct Bits<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// The next bits, the first of them the highest.
    waiting: u64,
    count: u8,
}

impl<'a> Bits<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), waiting: 0, count: 0 }
    }

    fn refill(&mut self) {
        while self.count <= 56 {
            let Some(&byte) = self.bytes.next() else { return };
            if byte == 0xff {
                // The zero behind it says that it is no mark.
                self.bytes.next();
            }
            self.waiting |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    fn skip(&mut self, bits: u8) -> Option<()> {
        if self.count < bits {
            self.refill();
        }
        self.count = self.count.checked_sub(bits)?;
        self.waiting <<= bits;
        Some(())
    }

    fn symbol(&mut self, table: &Table) -> Option<u8> {
        if self.count < 16 {
            self.refill();
        }
        let (length, symbol) = *table.0.get(usize::try_from(self.waiting >> 48).ok()?)?;
        (length > 0).then_some(())?;
        self.skip(length)?;
        Some(symbol)
    }

    /// Reads over one block.
    fn skip_block(&mut self, dc: &Table, ac: &Table) -> Option<()> {
        let bits = self.symbol(dc)?;
        self.skip(bits & 15)?;
        let mut at = 1;
        while at < BLOCK {
            let symbol = self.symbol(ac)?;
            match (symbol >> 4, symbol & 15) {
                (15, 0) => at += 16,
                (_, 0) => break,
                (zeros, bits) => {
                    at += usize::from(zeros) + 1;
                    self.skip(bits)?;
                }
            }
        }
        Some(())
    }
}

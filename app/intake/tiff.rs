//! TIFFs of copiers: a picture a page, of which each is decoded as if it were the first.

use super::{picture, unreadable::Unreadable};
use image::{ImageFormat, RgbImage};

/// As many as a PDF may have.
const MAX_PAGES: usize = 200;
/// The field that says what a page is for, and the bit of pages that are shown small.
const KIND: u16 = 254;
const SMALL: u32 = 1;

/// A file that is read page by page.
pub(super) struct Tiff {
    bytes: Vec<u8>,
    is_little: bool,
    /// Where the directory of each page is.
    pages: Vec<u32>,
}

impl Tiff {
    /// Finds the pages.
    ///
    /// # Errors
    /// [`Unreadable`]; files of more than four gigabytes are another kind.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let is_little = bytes.starts_with(b"II");
        let mut tiff = Self { bytes, is_little, pages: Vec::new() };
        match tiff.short(2) {
            Some(42) => {}
            Some(_) => return Err(Unreadable::Tiff),
            None => return Err(Unreadable::Damaged),
        }
        let mut at = tiff.long(4).ok_or(Unreadable::Damaged)?;
        while at != 0 {
            let (is_small, next) = tiff.directory(at).ok_or(Unreadable::Damaged)?;
            if tiff.pages.contains(&at) {
                return Err(Unreadable::Damaged);
            }
            if !is_small {
                tiff.pages.push(at);
            }
            if tiff.pages.len() > MAX_PAGES {
                return Err(Unreadable::TooManyPages);
            }
            at = next;
        }
        if tiff.pages.is_empty() { Err(Unreadable::Damaged) } else { Ok(tiff) }
    }

    /// The pages in their order, upright, each decoded when it is asked for.
    pub(super) fn pages(mut self) -> impl Iterator<Item = Result<RgbImage, Unreadable>> {
        std::mem::take(&mut self.pages).into_iter().map(move |page| {
            let place = if self.is_little { page.to_le_bytes() } else { page.to_be_bytes() };
            self.bytes[4..8].copy_from_slice(&place);
            picture::decode(&self.bytes, ImageFormat::Tiff)
        })
    }

    /// Whether a page is another one shown small, and where the next directory is: 0 for no other.
    fn directory(&self, at: u32) -> Option<(bool, u32)> {
        let at = usize::try_from(at).ok()?;
        let count = usize::from(self.short(at)?);
        let fields = (0..count).map(|number| at + 2 + 12 * number);
        let is_kind = |field: &usize| self.short(*field) == Some(KIND);
        let kind = fields.clone().find(is_kind).and_then(|field| self.long(field + 8));
        Some((kind.unwrap_or(0) & SMALL != 0, self.long(at + 2 + 12 * count)?))
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes = *self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }
}

//! A sheet whose columns somebody formatted down to the last row: its cells without content are left out before it is read.
//!
//! Such a sheet is hundreds of megabytes of empty cells around a short list. The walk keeps nothing of them, so that it
//! takes time and no memory; [`MAX_FORMATTED`] bounds the time.

use std::io::{BufReader, Cursor, Read, Write};

use quick_xml::{
    Reader, Writer,
    events::{BytesStart, Event},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::refusal::Refusal;

/// Bytes of sheets that are walked through (1 GB).
pub(super) const MAX_FORMATTED: u64 = 1 << 30;

/// Tells whether a part of an archive is a sheet of a workbook.
pub(super) fn is_sheet(name: &str) -> bool {
    let path = name.replace('\\', "/").to_lowercase();
    path.strip_suffix(".xml").is_some_and(|path| path.contains("worksheets/"))
}

/// Packs a workbook again, with those cells of its sheets that hold something: at most so many bytes.
pub(super) fn without_blank_cells(bytes: &[u8], most: u64) -> Result<Vec<u8>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let mut slim = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut kept, mut walked) = (0, 0);
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|_| Refusal::Damaged)?;
        let name = entry.name().unwrap_or_default().into_owned();
        slim.start_file(name.as_str(), options).map_err(|_| Refusal::Damaged)?;
        let mut output = Bounded { output: &mut slim, kept: &mut kept, most, is_full: false };
        let copied = if is_sheet(&name) {
            let mut input = entry.take(MAX_FORMATTED - walked + 1);
            let copied = copy_filled(BufReader::with_capacity(1 << 16, &mut input), &mut output);
            walked += MAX_FORMATTED - walked + 1 - input.limit();
            copied
        } else {
            let mut input = entry.take(most + 1);
            std::io::copy(&mut input, &mut output).ok().map(|_| ())
        };
        if output.is_full || walked > MAX_FORMATTED {
            return Err(Refusal::TooLarge);
        }
        copied.ok_or(Refusal::Damaged)?;
    }
    slim.finish().map(Cursor::into_inner).map_err(|_| Refusal::Damaged)
}

/// Copies a sheet without cells that hold nothing, and without rows that hold no cell.
fn copy_filled(input: impl std::io::BufRead, output: impl Write) -> Option<()> {
    let (mut reader, mut writer) = (Reader::from_reader(input), Writer::new(output));
    let mut bytes = Vec::new();
    // The row and the cell under way, which are written with the first thing that they hold.
    let (mut row, mut cell): (Option<BytesStart<'static>>, Option<BytesStart<'static>>) =
        (None, None);
    loop {
        bytes.clear();
        match reader.read_event_into(&mut bytes).ok()? {
            Event::Start(tag) if is(&tag, "row") => row = Some(tag.into_owned()),
            Event::Start(tag) if is(&tag, "c") && has_place(&tag) => cell = Some(tag.into_owned()),
            Event::Empty(tag) if (is(&tag, "c") || is(&tag, "row")) && has_place(&tag) => {}
            Event::End(tag) if tag.local_name().as_ref() == "c" && cell.take().is_some() => {}
            Event::End(tag) if tag.local_name().as_ref() == "row" && row.take().is_some() => {}
            Event::Text(text) if (row.is_some() || cell.is_some()) && text.trim().is_empty() => {}
            Event::Eof => return Some(()),
            event => {
                for tag in [row.take(), cell.take()].into_iter().flatten() {
                    writer.write_event(Event::Start(tag)).ok()?;
                }
                writer.write_event(event).ok()?;
            }
        }
    }
}

fn is(tag: &BytesStart<'_>, name: &str) -> bool {
    tag.local_name().as_ref() == name
}

/// Whether the tag says where it stands; others stand where they stand among their neighbours.
fn has_place(tag: &BytesStart<'_>) -> bool {
    tag.attributes().flatten().any(|own| own.key.as_ref() == "r")
}

/// Writes up to a number of bytes, over all parts.
struct Bounded<'a, W> {
    output: W,
    kept: &'a mut u64,
    most: u64,
    is_full: bool,
}

impl<W: Write> Write for Bounded<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        *self.kept += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.is_full |= *self.kept > self.most;
        if self.is_full {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.output.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.output.flush()
    }
}

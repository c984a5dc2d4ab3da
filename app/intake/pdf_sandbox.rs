//! Draws the pages of a PDF in a process of its own, with limits: a crafted file may end that process and nothing else.
//!
//! The answer is a row of frames, each a length of four bytes (the highest first) and a JPEG; a length of 0 and one byte with the outcome end it.

use crate::intake::{child, pdf::Document, picture::Unreadable};
use image::{RgbImage, codecs::jpeg::JpegEncoder};
use std::{
    io::{self, Read, Write},
    path::Path,
};

/// The words of the command line that begin the drawing process.
pub const COMMAND: [&str; 2] = ["copy", "draw"];
/// Memory of the drawing process, in bytes; an A3 page scanned in colour at 600 dpi takes about a quarter of it.
const MEMORY: u64 = 1 << 30;
/// An answer larger than this is none, in bytes: 200 pages of half a megabyte.
const ANSWER: u64 = 100 << 20;
const QUALITY: u8 = 85;

/// Draws the pages through the given program, which is this one, as JPEG files; a process that breaks off says that the file is damaged.
///
/// # Errors
/// Why it is unreadable, or, when no process could be started, the fault of the machine.
pub(in crate::intake) fn draw_apart(
    program: &Path,
    bytes: &[u8],
) -> io::Result<Result<Vec<Vec<u8>>, Unreadable>> {
    Ok(unpacked(&child::ask(program, &COMMAND, &[], bytes, ANSWER)?[..]))
}

/// The pages of an answer that came to its end; all of them or none.
fn unpacked(mut answer: impl Read) -> Result<Vec<Vec<u8>>, Unreadable> {
    let mut pages = Vec::new();
    loop {
        match frame(&mut answer).map_err(|_| Unreadable::Damaged)? {
            Some(page) => pages.push(page),
            None => return outcome(&mut answer).map(|()| pages),
        }
    }
}

fn frame(answer: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    answer.read_exact(&mut length)?;
    let length = u64::from(u32::from_be_bytes(length));
    let mut page = Vec::new();
    // The length is a claim: no memory is set aside for what has not come.
    let came = answer.take(length).read_to_end(&mut page)?;
    match came as u64 {
        0 if length == 0 => Ok(None),
        came if came == length => Ok(Some(page)),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

const fn status(outcome: Result<(), Unreadable>) -> u8 {
    match outcome {
        Ok(()) => 0,
        Err(Unreadable::Damaged | Unreadable::OtherType) => 1,
        Err(Unreadable::Locked) => 2,
        Err(Unreadable::TooManyPages) => 3,
        Err(Unreadable::TooManyPixels) => 4,
    }
}

fn outcome(answer: &mut impl Read) -> Result<(), Unreadable> {
    let mut byte = [1];
    answer.read_exact(&mut byte).map_err(|_| Unreadable::Damaged)?;
    match byte {
        [0] => Ok(()),
        [2] => Err(Unreadable::Locked),
        [3] => Err(Unreadable::TooManyPages),
        [4] => Err(Unreadable::TooManyPixels),
        _ => Err(Unreadable::Damaged),
    }
}

/// The other side: limits itself, reads the file from standard input and writes the pages to standard output, one at a time.
///
/// # Errors
/// When the limits can't be set or the pipes break.
pub fn answer() -> io::Result<()> {
    child::limit(MEMORY)?;
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    pack(bytes, &mut io::stdout().lock())
}

fn pack(bytes: Vec<u8>, answer: &mut impl Write) -> io::Result<()> {
    let outcome = match Document::read(bytes) {
        Ok(document) => pack_pages(&document, answer)?,
        Err(unreadable) => Err(unreadable),
    };
    answer.write_all(&[0, 0, 0, 0, status(outcome)])?;
    answer.flush()
}

fn pack_pages(document: &Document, answer: &mut impl Write) -> io::Result<Result<(), Unreadable>> {
    for page in document.pages() {
        match page {
            Ok(page) => pack_page(&page, answer)?,
            Err(unreadable) => return Ok(Err(unreadable)),
        }
    }
    Ok(Ok(()))
}

fn pack_page(page: &RgbImage, answer: &mut impl Write) -> io::Result<()> {
    let mut content = Vec::new();
    page.write_with_encoder(JpegEncoder::new_with_quality(&mut content, QUALITY))
        .map_err(io::Error::other)?;
    let length = u32::try_from(content.len()).map_err(io::Error::other)?;
    answer.write_all(&length.to_be_bytes())?;
    answer.write_all(&content)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Unreadable; 4] = [
        Unreadable::Damaged,
        Unreadable::Locked,
        Unreadable::TooManyPages,
        Unreadable::TooManyPixels,
    ];

    #[test]
    fn an_answer_says_how_it_ended() {
        for ended in ALL.map(Err).into_iter().chain([Ok(())]) {
            assert_eq!(unpacked(&[0, 0, 0, 0, status(ended)][..]), ended.map(|()| Vec::new()));
        }
        let pages = [0, 0, 0, 2, 7, 8, 0, 0, 0, 1, 9, 0, 0, 0, 0, 0];
        assert_eq!(unpacked(&pages[..]), Ok(vec![vec![7, 8], vec![9]]));
        let refused = [0, 0, 0, 2, 7, 8, 0, 0, 0, 0, status(Err(Unreadable::TooManyPixels))];
        assert_eq!(unpacked(&refused[..]), Err(Unreadable::TooManyPixels));
    }

    #[test]
    fn an_answer_that_breaks_off_anywhere_is_of_a_damaged_file() {
        let whole = [0, 0, 0, 2, 7, 8, 0, 0, 0, 0, 0];
        for length in 0..whole.len() {
            assert_eq!(unpacked(&whole[..length]), Err(Unreadable::Damaged));
        }
        assert_eq!(unpacked(&[0, 0, 0, 0, 77][..]), Err(Unreadable::Damaged));
        assert_eq!(unpacked(&[255, 255, 255, 255, 1, 2, 3][..]), Err(Unreadable::Damaged));
    }

    #[test]
    fn what_is_no_file_is_answered_without_pages() {
        let mut answer = Vec::new();
        pack(b"no file".to_vec(), &mut answer).unwrap();
        assert_eq!(answer, [0, 0, 0, 0, status(Err(Unreadable::Damaged))]);
    }
}

//! Decodes copies in a process of its own, with limits: a crafted file may end that process and nothing else, and a picture that
//! unpacks to a gigabyte takes nothing from the main process.
//!
//! The answer is a row of frames, each a length of four bytes (the highest first) and a JPEG: the page, then the page small.
//! A length of 0 and one byte with the outcome end it.

use crate::intake::{child, copy, picture::Picture, unreadable::Unreadable};
use std::{
    io::{self, Read, Write},
    path::Path,
};

/// The words of the command line that begin the decoding process.
pub const COMMAND: [&str; 2] = ["copy", "read"];
/// Memory of the decoding process, in bytes: a progressive photograph of 110 megapixels fits, whose coefficients are kept until
/// its last scan. An A3 page scanned in colour at 600 dpi takes about a quarter of it.
const MEMORY: u64 = 1280 << 20;
/// The largest answer, in bytes: 200 pages of half a megabyte.
const ANSWER: u64 = 100 << 20;

/// Decodes a copy through the given program, which is this one; a process that breaks off says that the file is damaged.
///
/// # Errors
/// Why it is unreadable, or, when no process could be started, the fault of the machine.
pub fn read_apart(program: &Path, bytes: &[u8]) -> io::Result<Result<Vec<Picture>, Unreadable>> {
    Ok(unpacked(&child::ask(program, &COMMAND, &[], bytes, ANSWER)?[..]))
}

/// The pages of an answer that came to its end; all of them or none.
fn unpacked(mut answer: impl Read) -> Result<Vec<Picture>, Unreadable> {
    let mut pages = Vec::new();
    while let Some(content) = frame(&mut answer)? {
        let thumbnail = frame(&mut answer)?.ok_or(Unreadable::Damaged)?;
        pages.push(Picture { content, thumbnail });
    }
    outcome(&mut answer).map(|()| pages)
}

fn frame(answer: &mut impl Read) -> Result<Option<Vec<u8>>, Unreadable> {
    let mut length = [0; 4];
    answer.read_exact(&mut length).map_err(|_| Unreadable::Damaged)?;
    let length = u64::from(u32::from_be_bytes(length));
    let mut page = Vec::new();
    // The length is a claim: no memory is set aside for what has not come.
    let came = answer.take(length).read_to_end(&mut page).map_err(|_| Unreadable::Damaged)?;
    match came as u64 {
        0 if length == 0 => Ok(None),
        came if came == length => Ok(Some(page)),
        _ => Err(Unreadable::Damaged),
    }
}

/// 0, or the place of the reason.
fn status(outcome: Result<(), Unreadable>) -> u8 {
    let Err(unreadable) = outcome else { return 0 };
    (1..).zip(Unreadable::ALL).find(|(_, one)| **one == unreadable).map_or(1, |(place, _)| place)
}

fn outcome(answer: &mut impl Read) -> Result<(), Unreadable> {
    let mut byte = [u8::MAX];
    answer.read_exact(&mut byte).map_err(|_| Unreadable::Damaged)?;
    match usize::from(byte[0]).checked_sub(1) {
        None => Ok(()),
        Some(place) => Err(Unreadable::ALL.get(place).copied().unwrap_or(Unreadable::Damaged)),
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
    let outcome = copy::read(bytes, &mut |page| {
        pack_frame(&page.content, answer)?;
        pack_frame(&page.thumbnail, answer)
    })?;
    answer.write_all(&[0, 0, 0, 0, status(outcome)])?;
    answer.flush()
}

fn pack_frame(content: &[u8], answer: &mut impl Write) -> io::Result<()> {
    let length = u32::try_from(content.len()).map_err(io::Error::other)?;
    answer.write_all(&length.to_be_bytes())?;
    answer.write_all(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(content: &[u8], thumbnail: &[u8]) -> Picture {
        Picture { content: content.to_vec(), thumbnail: thumbnail.to_vec() }
    }

    #[test]
    fn an_answer_says_how_it_ended() {
        for ended in Unreadable::ALL.iter().map(|one| Err(*one)).chain([Ok(())]) {
            assert_eq!(unpacked(&[0, 0, 0, 0, status(ended)][..]), ended.map(|()| Vec::new()));
        }
        let pages = [0, 0, 0, 2, 7, 8, 0, 0, 0, 1, 9, 0, 0, 0, 0, 0];
        assert_eq!(unpacked(&pages[..]), Ok(vec![page(&[7, 8], &[9])]));
        let last = pages.len() - 1;
        let refused = [&pages[..last], &[status(Err(Unreadable::TooManyPixels))]].concat();
        assert_eq!(unpacked(&refused[..]), Err(Unreadable::TooManyPixels));
    }

    #[test]
    fn an_answer_that_breaks_off_anywhere_is_of_a_damaged_file() {
        let whole = [0, 0, 0, 2, 7, 8, 0, 0, 0, 1, 9, 0, 0, 0, 0, 0];
        for length in 0..whole.len() {
            assert_eq!(unpacked(&whole[..length]), Err(Unreadable::Damaged));
        }
        assert_eq!(unpacked(&[0, 0, 0, 1, 7, 0, 0, 0, 0, 0][..]), Err(Unreadable::Damaged));
        assert_eq!(unpacked(&[0, 0, 0, 0, 177][..]), Err(Unreadable::Damaged));
        assert_eq!(unpacked(&[255, 255, 255, 255, 1, 2, 3][..]), Err(Unreadable::Damaged));
    }

    #[test]
    fn what_is_no_file_is_answered_without_pages() {
        let mut answer = Vec::new();
        pack(b"no file".to_vec(), &mut answer).unwrap();
        assert_eq!(answer, [0, 0, 0, 0, status(Err(Unreadable::OtherType))]);
    }
}

//! Files that offices send as copies: a picture, a TIFF or PDF of one page, two sides or everybody.

use super::{
    file_kind::FileKind, pdf::Document, picture, picture::Picture, tiff::Tiff,
    unreadable::Unreadable,
};
use image::RgbImage;
use std::io;

/// Decodes the pages of a file, one at a time, and hands each to `keep`. A PDF is not kept itself, so that nothing active or
/// hidden in it is.
///
/// # Errors
/// Why it is no copy, or the fault of whoever takes the pages.
pub(super) fn read(
    bytes: Vec<u8>,
    keep: &mut impl FnMut(Picture) -> io::Result<()>,
) -> io::Result<Result<(), Unreadable>> {
    match FileKind::of(&bytes) {
        Ok(FileKind::Picture(format)) => each([picture::decode(&bytes, format)], keep),
        Ok(FileKind::Tiff) => match Tiff::read(bytes) {
            Ok(tiff) => each(tiff.pages(), keep),
            Err(unreadable) => Ok(Err(unreadable)),
        },
        Ok(FileKind::Pdf(start)) => match Document::read(bytes, start) {
            Ok(document) => each(document.pages(), keep),
            Err(unreadable) => Ok(Err(unreadable)),
        },
        Err(unreadable) => Ok(Err(unreadable)),
    }
}

fn each(
    pages: impl IntoIterator<Item = Result<RgbImage, Unreadable>>,
    keep: &mut impl FnMut(Picture) -> io::Result<()>,
) -> io::Result<Result<(), Unreadable>> {
    for page in pages {
        match page.and_then(Picture::of) {
            Ok(page) => keep(page)?,
            Err(unreadable) => return Ok(Err(unreadable)),
        }
    }
    Ok(Ok(()))
}

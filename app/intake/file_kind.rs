//! The kind of a file that somebody sends as a copy, told by its bytes: the name may say anything.

use super::unreadable::Unreadable;
use image::ImageFormat;

/// Bytes in front of a PDF that forms, mail and editors leave there.
const FRONT_OF_PDF: usize = 8 << 10;
/// As much of a packed file as is looked through for the names of its parts.
const NAMES: usize = 256 << 10;

/// A file that can be a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// JPEG, PNG or WebP.
    Picture(ImageFormat),
    Tiff,
    /// A PDF that begins at this byte.
    Pdf(usize),
}

impl FileKind {
    /// Tells the kind.
    ///
    /// # Errors
    /// The kind that it is instead.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, Unreadable> {
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if bytes.is_empty() {
            return Err(Unreadable::Empty);
        }
        if begins(&[0xff, 0xd8, 0xff]) {
            return Ok(Self::Picture(ImageFormat::Jpeg));
        }
        if begins(b"\x89PNG") {
            return Ok(Self::Picture(ImageFormat::Png));
        }
        if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Ok(Self::Picture(ImageFormat::WebP));
        }
        if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| begins(*mark)) {
            return Ok(Self::Tiff);
        }
        if let Some(other) = other_binary(bytes) {
            return Err(other);
        }
        let front = &bytes[..bytes.len().min(FRONT_OF_PDF)];
        if let Some(start) = front.windows(5).position(|window| window == b"%PDF-") {
            return Ok(Self::Pdf(start));
        }
        Err(text(bytes))
    }
}

fn other_binary(bytes: &[u8]) -> Option<Unreadable> {
    let begins = |mark: &[u8]| bytes.starts_with(mark);
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(brand(bytes));
    }
    let marks: [(&[u8], Unreadable); 13] = [
        (b"GIF8", Unreadable::Gif),
        (b"\0\0\0\x0cjP  ", Unreadable::Jpeg2000),
        (b"\xff\x4f\xff\x51", Unreadable::Jpeg2000),
        (b"{\\rtf", Unreadable::OtherDocument),
        (b"Rar!", Unreadable::Archive),
        (b"7z\xbc\xaf\x27\x1c", Unreadable::Archive),
        (b"\x1f\x8b", Unreadable::Archive),
        (b"\x1a\x45\xdf\xa3", Unreadable::Film),
        (b"\0\0\x01\xba", Unreadable::Film),
        (b"RIFF", Unreadable::Film),
        (b"\0\0\0\x0cJXL ", Unreadable::Avif),
        (b"\xff\x0a", Unreadable::Avif),
        (b"AT&TFORM", Unreadable::OtherDocument),
    ];
    if let Some((_, kind)) = marks.iter().find(|(mark, _)| begins(mark)) {
        return Some(*kind);
    }
    if begins(b"BM") && bytes.get(14..18).is_some_and(|size| size[1..] == [0, 0, 0]) {
        return Some(Unreadable::Bmp);
    }
    if begins(b"PK\x03\x04") {
        return Some(packed(bytes, <[u8]>::to_vec));
    }
    if begins(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // Names of parts are in two bytes a letter here.
        return Some(packed(bytes, |name| name.iter().flat_map(|byte| [*byte, 0]).collect()));
    }
    bytes.iter().all(|byte| *byte == 0).then_some(Unreadable::Damaged)
}

/// The kind of a file of boxes: its brand comes first, then those that it is compatible with.
fn brand(bytes: &[u8]) -> Unreadable {
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length));
    let end = usize::try_from(length).unwrap_or(0).clamp(8, bytes.len().min(256));
    let brands = |known: &[&[u8; 4]]| {
        bytes[8..end].as_chunks::<4>().0.iter().any(|brand| known.contains(&brand))
    };
    if brands(&[b"avif", b"avis"]) {
        Unreadable::Avif
    } else if brands(&[
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1",
    ]) {
        Unreadable::Heic
    } else {
        Unreadable::Film
    }
}

/// The kind of a packed file, told by the names of its parts.
fn packed(bytes: &[u8], spelled: impl Fn(&[u8]) -> Vec<u8>) -> Unreadable {
    let ends = [&bytes[..bytes.len().min(NAMES)], &bytes[bytes.len().saturating_sub(NAMES)..]];
    let holds = |name: &[u8]| {
        let name = spelled(name);
        ends.iter().any(|part| part.windows(name.len()).any(|window| window == name))
    };
    if holds(b"word/") || holds(b"WordDocument") {
        Unreadable::Word
    } else if holds(b"xl/") || holds(b"Workbook") {
        Unreadable::Excel
    } else if holds(b"ppt/") || holds(b"PowerPoint Document") || holds(b"opendocument") {
        Unreadable::OtherDocument
    } else {
        Unreadable::Archive
    }
}

fn text(bytes: &[u8]) -> Unreadable {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head =
        head.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let is_page = ["<!doctype html", "<html", "<head", "<meta", "mime-version:"]
        .iter()
        .any(|mark| head.starts_with(mark));
    if is_page { Unreadable::WebPage } else { Unreadable::OtherType }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_copy_is_told_by_its_bytes() {
        let utf_16 = |name: &str| name.bytes().flat_map(|byte| [byte, 0]).collect::<Vec<u8>>();
        let compound = |name: &str| [&b"\xd0\xcf\x11\xe0"[..], &[0; 508], &utf_16(name)].concat();
        let files: [(&[u8], Unreadable); 19] = [
            (b"", Unreadable::Empty),
            (&[0; 300], Unreadable::Damaged),
            (b"some words", Unreadable::OtherType),
            (b"GIF89a", Unreadable::Gif),
            (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Unreadable::Bmp),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Unreadable::Heic),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heix", Unreadable::Heic),
            (b"\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf", Unreadable::Avif),
            (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", Unreadable::Film),
            (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Unreadable::Film),
            (b"\0\0\0\x0cjP  \r\n\x87\n", Unreadable::Jpeg2000),
            (b"PK\x03\x04......word/document.xml", Unreadable::Word),
            (b"PK\x03\x04......xl/workbook.xml", Unreadable::Excel),
            (
                b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
                Unreadable::OtherDocument,
            ),
            (b"PK\x03\x04......IMG_0001.jpg", Unreadable::Archive),
            (&compound("WordDocument"), Unreadable::Word),
            (&compound("Workbook"), Unreadable::Excel),
            (b"{\\rtf1\\ansi", Unreadable::OtherDocument),
            (b"\xef\xbb\xbf\r\n<!DOCTYPE html><title>x</title>", Unreadable::WebPage),
        ];
        for (bytes, kind) in files {
            assert_eq!(FileKind::of(bytes), Err(kind), "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_pdf_is_found_behind_what_a_form_or_an_editor_has_left_in_front() {
        assert_eq!(FileKind::of(b"%PDF-1.4"), Ok(FileKind::Pdf(0)));
        assert_eq!(FileKind::of(b"\xef\xbb\xbf%PDF-1.4"), Ok(FileKind::Pdf(3)));
        assert_eq!(FileKind::of(b"<html>\r\n\r\n%PDF-1.4"), Ok(FileKind::Pdf(10)));
    }
}

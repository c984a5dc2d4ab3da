//! Where a PDF begins and ends in a sent file: copiers fill up with zeros, forms put their headers in front, sites add a page.

use std::ops::Range;

const END: &[u8] = b"%%EOF";
/// A file that can be shown before all of it has arrived says its own length within so many bytes.
const HEAD: usize = 1024;

/// The bytes of the document that begins at `start`; `None` when its end has not arrived.
pub(super) fn of(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let document = bytes.get(start..)?;
    let end = document.windows(END.len()).rposition(|window| window == END)? + END.len();
    // A file that was saved again and again has an end of each time, and the last one is its end.
    let is_cut = holds_object(&document[end..]);
    let is_short = said_length(document).is_some_and(|length| end + 2 < length);
    (!is_cut && !is_short).then_some(start..start + end)
}

/// Whether an object begins somewhere: two numbers and `obj`.
fn holds_object(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.windows(4).position(|window| window == b" obj") {
        let mut words = rest[..at].rsplit(u8::is_ascii_whitespace);
        let is_number = |word: Option<&[u8]>| {
            word.is_some_and(|word| !word.is_empty() && word.iter().all(u8::is_ascii_digit))
        };
        let is_ended = rest.get(at + 4).is_none_or(|letter| !letter.is_ascii_alphanumeric());
        if is_ended && is_number(words.next()) && is_number(words.next()) {
            return true;
        }
        rest = &rest[at + 4..];
    }
    false
}

/// The length that a file says of itself, if it is made to be shown before all of it has arrived.
fn said_length(document: &[u8]) -> Option<usize> {
    let head = String::from_utf8_lossy(&document[..document.len().min(HEAD)]).into_owned();
    let (_, dictionary) = head.split_once("/Linearized")?;
    let (dictionary, _) = dictionary.split_once(">>")?;
    let length = dictionary.split("/L").skip(1).find_map(|rest| {
        let digits = rest.trim_start();
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        digits[..end].parse().ok()
    })?;
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF";

    #[test]
    fn what_stands_before_and_behind_a_document_is_left_out() {
        for (before, behind) in [
            (&b""[..], &b""[..]),
            (b"\xef\xbb\xbf", b"\r\n"),
            (b"Content-Type: application/pdf\r\n\r\n", b"\r\n--boundary--\r\n"),
            (b"", &[0; 4845]),
            (b"", b"\n<html><object data=\"1 object\">the 2 objects</object></html>"),
        ] {
            let sent = [before, FILE, behind].concat();
            assert_eq!(of(&sent, before.len()), Some(before.len()..before.len() + FILE.len()));
        }
    }

    #[test]
    fn a_document_that_was_cut_has_no_end_even_if_an_older_one_stands_in_it() {
        for length in 0..FILE.len() {
            assert_eq!(of(&FILE[..length], 0), None);
        }
        assert_eq!(of(&[FILE, b"\n12 0 obj\n<< /Type"].concat(), 0), None);
        let fast = [b"%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L 9000 /H [ 1 2 ] >>\n", FILE].concat();
        assert_eq!(of(&fast, 0), None);
    }
}
